-- Why a lead was screened out, scored or routed as it was; goes with the lead.
CREATE TABLE decision (
  decision_id uuid PRIMARY KEY,
  lead_id uuid NOT NULL REFERENCES lead (lead_id) ON DELETE CASCADE,
  question varchar(16) NOT NULL,
  decided_on timestamp with time zone NOT NULL,
  code varchar(40) NOT NULL,
  sentence varchar(4000) NOT NULL,
  owner_user varchar(64),
  owner_team varchar(64),
  -- the team whose turn it was, when a turn was taken: what fairness is counted from
  pool_id varchar(64),
  explanation varchar(200000) NOT NULL
);
CREATE INDEX decision_by_pool ON decision (pool_id, decided_on);
CREATE INDEX decision_by_lead ON decision (lead_id, decided_on);
