-- Drafts of rules that decide again about leads of the past. Holds ids of leads, nothing else of them.
CREATE TABLE rule_replay (
  replay_id uuid PRIMARY KEY,
  started_by varchar(64) NOT NULL,
  started_on timestamp with time zone NOT NULL,
  -- grows while somebody works on it: a node that stopped leaves it behind
  touched_on timestamp with time zone NOT NULL,
  finished_on timestamp with time zone,
  state varchar(16) NOT NULL,
  request varchar(20000) NOT NULL,
  leads_done integer NOT NULL,
  failure varchar(4000),
  result varchar(1000000)
);
CREATE INDEX rule_replay_by_start ON rule_replay (started_on);

-- The version of a rule set that decides beside the one in force and changes nothing.
CREATE TABLE rule_shadow (
  rule_set varchar(200) PRIMARY KEY,
  version varchar(64) NOT NULL,
  set_by varchar(64) NOT NULL,
  set_on timestamp with time zone NOT NULL
);

-- How the two agreed on a day (UTC), by the rule that decided; over all nodes. The rule is empty where none decided,
-- where points were added up, and where the shadow failed or was not asked.
CREATE TABLE rule_shadow_count (
  rule_set varchar(200) NOT NULL,
  version varchar(64) NOT NULL,
  count_day date NOT NULL,
  rule_id varchar(200) NOT NULL,
  agreed bigint NOT NULL,
  differed bigint NOT NULL,
  failed bigint NOT NULL,
  dropped bigint NOT NULL,
  PRIMARY KEY (rule_set, version, count_day, rule_id)
);

CREATE TABLE rule_shadow_example (
  example_id uuid PRIMARY KEY,
  rule_set varchar(200) NOT NULL,
  version varchar(64) NOT NULL,
  lead_id uuid NOT NULL REFERENCES lead (lead_id) ON DELETE CASCADE,
  decided_on timestamp with time zone NOT NULL,
  active_version varchar(64) NOT NULL,
  active_rule varchar(200) NOT NULL,
  active_answer varchar(200) NOT NULL,
  shadow_rule varchar(200) NOT NULL,
  shadow_answer varchar(200) NOT NULL
);
CREATE INDEX rule_shadow_example_by_set ON rule_shadow_example (rule_set, version, decided_on);
CREATE INDEX rule_shadow_example_by_lead ON rule_shadow_example (lead_id);
