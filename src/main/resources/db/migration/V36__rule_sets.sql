-- Every rule set that was ever put to work, with its files, so that any node can compile it at any time. The version is a
-- hash of the rule files.
CREATE TABLE rule_set_version (
  rule_set varchar(200) NOT NULL,
  version varchar(64) NOT NULL,
  published_on timestamp with time zone NOT NULL,
  published_by varchar(64) NOT NULL,
  origin varchar(16) NOT NULL,
  author varchar(200),
  rules integer NOT NULL,
  PRIMARY KEY (rule_set, version)
);
CREATE TABLE rule_set_file (
  rule_set varchar(200) NOT NULL,
  version varchar(64) NOT NULL,
  path varchar(400) NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (rule_set, version, path),
  FOREIGN KEY (rule_set, version) REFERENCES rule_set_version (rule_set, version)
);

-- With which version all nodes are to decide; none: the set is retired. The sequence counts the changes.
CREATE TABLE rule_set_active (
  rule_set varchar(200) PRIMARY KEY,
  version varchar(64),
  origin varchar(16) NOT NULL,
  since timestamp with time zone NOT NULL,
  activated_by varchar(64) NOT NULL,
  sequence bigint NOT NULL,
  FOREIGN KEY (rule_set, version) REFERENCES rule_set_version (rule_set, version)
);
CREATE TABLE rule_set_activation (
  rule_set varchar(200) NOT NULL,
  sequence bigint NOT NULL,
  from_version varchar(64),
  to_version varchar(64),
  origin varchar(16) NOT NULL,
  activated_on timestamp with time zone NOT NULL,
  activated_by varchar(64) NOT NULL,
  reason varchar(500),
  PRIMARY KEY (rule_set, sequence)
);

-- Which contents of the folder were taken, so that each is taken once, whatever node finds it. The highest turn is the
-- one taken last.
CREATE TABLE rule_set_taken (
  rule_set varchar(200) NOT NULL,
  content_hash varchar(64) NOT NULL,
  version varchar(64) NOT NULL,
  turn bigint NOT NULL,
  PRIMARY KEY (rule_set, content_hash)
);

-- The last attempt that was refused, until a good one follows.
CREATE TABLE rule_set_refused (
  rule_set varchar(200) PRIMARY KEY,
  content_hash varchar(64) NOT NULL,
  origin varchar(16) NOT NULL,
  refused_on timestamp with time zone NOT NULL,
  refused_by varchar(64) NOT NULL,
  findings integer NOT NULL
);
CREATE TABLE rule_set_refused_finding (
  rule_set varchar(200) NOT NULL REFERENCES rule_set_refused (rule_set) ON DELETE CASCADE,
  position integer NOT NULL,
  file varchar(400) NOT NULL,
  line integer NOT NULL,
  cell varchar(20) NOT NULL,
  sentence varchar(2000) NOT NULL,
  PRIMARY KEY (rule_set, position)
);

-- Whoever publishes holds this row: one after the other, on all nodes.
CREATE TABLE rule_publishing_lock (id integer PRIMARY KEY);
INSERT INTO rule_publishing_lock (id) VALUES (1);
