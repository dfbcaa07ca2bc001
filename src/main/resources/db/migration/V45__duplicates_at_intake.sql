-- What a person is asked about a lead that may have been sent in before: who it may be, in the order shown.
CREATE TABLE duplicate_question (
  lead_id uuid NOT NULL REFERENCES lead (lead_id) ON DELETE CASCADE,
  place integer NOT NULL,
  entity_type varchar(10) NOT NULL CHECK (entity_type IN ('LEAD', 'CONTACT')),
  other_id uuid NOT NULL,
  rule varchar(40) NOT NULL,
  points numeric(6, 2),
  PRIMARY KEY (lead_id, place)
);
-- Two records of which a person said that they are not the same, the smaller id first. Nobody is asked again.
CREATE TABLE told_apart (
  one uuid NOT NULL,
  other uuid NOT NULL,
  told_on timestamp with time zone NOT NULL,
  told_by varchar(64) NOT NULL,
  PRIMARY KEY (one, other)
);
