-- What a source of leads cost: of a unit, in a span of days, for one campaign or for all of the source.
CREATE TABLE report_cost (
  cost_id uuid PRIMARY KEY,
  owning_business_unit varchar(64) NOT NULL REFERENCES business_unit (id),
  lead_source_code integer NOT NULL,
  campaign varchar(200),
  amount numeric(17, 2) NOT NULL,
  currency varchar(3) NOT NULL,
  first_day date NOT NULL,
  last_day date NOT NULL,
  entered_on timestamp with time zone NOT NULL,
  entered_by varchar(64) NOT NULL,
  CONSTRAINT report_cost_positive CHECK (amount > 0),
  CONSTRAINT report_cost_ends_after_its_begin CHECK (first_day <= last_day)
);
CREATE INDEX report_cost_by_time ON report_cost (last_day);
