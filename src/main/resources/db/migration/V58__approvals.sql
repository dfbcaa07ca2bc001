-- What a manager had to approve before a lead was qualified, and what he answered. A lead below the limit has no row.
CREATE TABLE lead_approval (
  approval_id uuid PRIMARY KEY,
  lead_id uuid NOT NULL REFERENCES lead (lead_id) ON DELETE CASCADE,
  state varchar(12) NOT NULL,
  -- in the base currency
  amount numeric(19, 4) NOT NULL,
  amount_limit numeric(19, 4) NOT NULL,
  currency varchar(3) NOT NULL,
  asked_by varchar(64) NOT NULL,
  asked_on timestamp with time zone NOT NULL,
  due_on timestamp with time zone NOT NULL,
  answered_by varchar(64),
  answered_on timestamp with time zone,
  reason varchar(1000)
);
CREATE INDEX lead_approval_by_lead ON lead_approval (lead_id, asked_on);
CREATE INDEX lead_approval_by_state ON lead_approval (state, due_on);
