-- How often a rule of a version fired on a day (UTC), and how often it decided; over all nodes.
CREATE TABLE rule_hit (
  rule_set varchar(200) NOT NULL,
  version varchar(64) NOT NULL,
  rule_id varchar(200) NOT NULL,
  hit_day date NOT NULL,
  fired bigint NOT NULL,
  won bigint NOT NULL,
  PRIMARY KEY (rule_set, rule_id, hit_day, version)
);
