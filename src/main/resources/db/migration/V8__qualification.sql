-- The plan of a conversion and what came of it: one row for a lead, so it is converted at most once.
CREATE TABLE conversion (
  lead_id uuid PRIMARY KEY REFERENCES lead (lead_id) ON DELETE CASCADE,
  version bigint NOT NULL,
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
  completed_on timestamp with time zone
);
