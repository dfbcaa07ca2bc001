-- A closed lead can be reactivated: it becomes Open again for the reason it had, which is kept here while it is closed.
ALTER TABLE lead ADD COLUMN reason_before_closing integer;
ALTER TABLE lead ADD CONSTRAINT lead_reason_before_closing_is_open CHECK (reason_before_closing IN (1, 2));
UPDATE lead SET reason_before_closing = (
    SELECT a.status_code FROM lead_audit a
    WHERE a.lead_id = lead.lead_id AND a.seq = (
      SELECT max(b.seq) FROM lead_audit b WHERE b.lead_id = lead.lead_id AND b.state_code = 0))
  WHERE state_code <> 0;

-- What a person wrote when he closed a lead that was reactivated later. The trail tells who, when and why, but must not
-- hold texts; the comment of the closing in force stands in the lead.
CREATE TABLE past_closing_comment (
  lead_id uuid NOT NULL REFERENCES lead (lead_id) ON DELETE CASCADE,
  seq integer NOT NULL,
  comment varchar(2000) NOT NULL,
  PRIMARY KEY (lead_id, seq)
);

-- A reactivated lead can be qualified again, so a lead has one conversion for each time. None is planned twice after
-- the same line of the lead's trail.
CREATE TABLE conversion_each_time (
  conversion_id uuid CONSTRAINT conversion_key PRIMARY KEY,
  version bigint NOT NULL,
  lead_id uuid NOT NULL REFERENCES lead (lead_id) ON DELETE CASCADE,
  planned_after integer NOT NULL,
  account_step varchar(10) NOT NULL,
  account_id uuid,
  contact_step varchar(10) NOT NULL,
  contact_id uuid,
  opportunity_step varchar(10) NOT NULL,
  opportunity_id uuid,
  opportunity_name varchar(300),
  transaction_currency_id varchar(3),
  estimated_amount numeric(17, 2),
  estimated_close_date date,
  comment varchar(2000),
  planned_on timestamp with time zone NOT NULL,
  planned_by varchar(64) NOT NULL,
  completed_on timestamp with time zone,
  CONSTRAINT conversion_planned_once UNIQUE (lead_id, planned_after)
);
INSERT INTO conversion_each_time (conversion_id, version, lead_id, planned_after, account_step, account_id, contact_step,
    contact_id, opportunity_step, opportunity_id, opportunity_name, transaction_currency_id, estimated_amount,
    estimated_close_date, comment, planned_on, planned_by, completed_on)
  SELECT lead_id, version, lead_id, 0, account_step, account_id, contact_step, contact_id, opportunity_step,
    opportunity_id, opportunity_name, transaction_currency_id, estimated_amount, estimated_close_date, comment,
    planned_on, planned_by, completed_on FROM conversion;
DROP TABLE conversion;
ALTER TABLE conversion_each_time RENAME TO conversion;
