-- What was refused stands until its own origin puts it right or somebody dismisses it: a good upload does not mend what
-- the folder holds.
CREATE TABLE rule_set_refusal (
  rule_set varchar(200) NOT NULL,
  origin varchar(16) NOT NULL,
  content_hash varchar(64) NOT NULL,
  refused_on timestamp with time zone NOT NULL,
  refused_by varchar(64) NOT NULL,
  findings integer NOT NULL,
  PRIMARY KEY (rule_set, origin)
);
CREATE TABLE rule_set_refusal_finding (
  rule_set varchar(200) NOT NULL,
  origin varchar(16) NOT NULL,
  position integer NOT NULL,
  file varchar(400) NOT NULL,
  line integer NOT NULL,
  cell varchar(20) NOT NULL,
  sentence varchar(2000) NOT NULL,
  PRIMARY KEY (rule_set, origin, position),
  FOREIGN KEY (rule_set, origin) REFERENCES rule_set_refusal (rule_set, origin) ON DELETE CASCADE
);
INSERT INTO rule_set_refusal (rule_set, origin, content_hash, refused_on, refused_by, findings)
  SELECT rule_set, origin, content_hash, refused_on, refused_by, findings FROM rule_set_refused;
INSERT INTO rule_set_refusal_finding (rule_set, origin, position, file, line, cell, sentence)
  SELECT f.rule_set, r.origin, f.position, f.file, f.line, f.cell, f.sentence
  FROM rule_set_refused_finding f JOIN rule_set_refused r ON r.rule_set = f.rule_set;
DROP TABLE rule_set_refused_finding;
DROP TABLE rule_set_refused;
