-- The rest of the lead table. Written by callers:
ALTER TABLE lead ADD COLUMN customer_id uuid;
ALTER TABLE lead ADD COLUMN customer_id_type varchar(10);
ALTER TABLE lead ADD COLUMN related_object_id uuid;
ALTER TABLE lead ADD COLUMN originating_case_id uuid;
ALTER TABLE lead ADD COLUMN overridden_created_on date;
ALTER TABLE lead ADD CONSTRAINT lead_customer_has_a_type CHECK (
  (customer_id IS NULL AND customer_id_type IS NULL)
  OR (customer_id IS NOT NULL AND customer_id_type IN ('account', 'contact')));
-- Written by the product:
ALTER TABLE lead ADD COLUMN exchange_rate numeric(24, 12);
ALTER TABLE lead ADD COLUMN master_id uuid;
ALTER TABLE lead ADD COLUMN merged boolean DEFAULT false NOT NULL;
ALTER TABLE lead ADD COLUMN segment_id varchar(64);
ALTER TABLE lead ADD COLUMN sales_assignment_result integer;
ALTER TABLE lead ADD COLUMN sla_id uuid;
ALTER TABLE lead ADD COLUMN on_hold_time integer;
ALTER TABLE lead ADD COLUMN last_on_hold_time timestamp with time zone;
ALTER TABLE lead ADD COLUMN rules_version varchar(400);
ALTER TABLE lead ADD CONSTRAINT lead_exchange_rate_is_positive CHECK (exchange_rate > 0);
ALTER TABLE lead ADD CONSTRAINT lead_assignment_result_known CHECK (sales_assignment_result IN (0, 1));

-- From what to what a field changed, beside the line of the trail that tells who changed it and when. Texts may be
-- personal, so they stand here and not in the trail: this goes with the lead, the trail stays.
CREATE TABLE lead_change (
  lead_id uuid NOT NULL REFERENCES lead (lead_id) ON DELETE CASCADE,
  seq integer NOT NULL,
  field varchar(64) NOT NULL,
  from_value varchar(2000),
  to_value varchar(2000),
  PRIMARY KEY (lead_id, seq, field)
);
