-- What belongs to a lead besides its own fields; all of it goes with the lead.
CREATE TABLE lead_note (
  note_id uuid PRIMARY KEY,
  version bigint NOT NULL,
  lead_id uuid NOT NULL REFERENCES lead (lead_id) ON DELETE CASCADE,
  subject varchar(500),
  text varchar(100000) NOT NULL,
  created_on timestamp with time zone NOT NULL,
  created_by varchar(64) NOT NULL,
  modified_on timestamp with time zone NOT NULL
);
CREATE INDEX lead_note_by_lead ON lead_note (lead_id, created_on);

CREATE TABLE lead_activity (
  activity_id uuid PRIMARY KEY,
  version bigint NOT NULL,
  lead_id uuid NOT NULL REFERENCES lead (lead_id) ON DELETE CASCADE,
  activity_type_code varchar(20) NOT NULL,
  state_code integer NOT NULL,
  subject varchar(400) NOT NULL,
  description varchar(100000),
  scheduled_end timestamp with time zone,
  owner_id varchar(64) NOT NULL REFERENCES app_user (id),
  actual_end timestamp with time zone,
  created_on timestamp with time zone NOT NULL,
  created_by varchar(64) NOT NULL,
  modified_on timestamp with time zone NOT NULL,
  modified_by varchar(64) NOT NULL,
  CONSTRAINT lead_activity_type_known CHECK (activity_type_code IN ('PHONECALL', 'EMAIL', 'APPOINTMENT', 'TASK')),
  CONSTRAINT lead_activity_state_known CHECK (state_code IN (0, 1, 2)),
  CONSTRAINT lead_activity_open_or_ended CHECK ((state_code = 0) = (actual_end IS NULL))
);
CREATE INDEX lead_activity_by_lead ON lead_activity (lead_id, created_on);

-- What a customer asked for, one row for each time. No row is ever changed.
CREATE TABLE customer_request (
  request_id uuid PRIMARY KEY,
  version bigint NOT NULL,
  lead_id uuid NOT NULL REFERENCES lead (lead_id) ON DELETE CASCADE,
  text varchar(100000) NOT NULL,
  product_interest varchar(500),
  channel varchar(20) NOT NULL,
  received_on timestamp with time zone NOT NULL,
  created_on timestamp with time zone NOT NULL,
  created_by varchar(64) NOT NULL
);
CREATE INDEX customer_request_by_lead ON customer_request (lead_id, received_on);

-- Who has a say in the purchase. Roles are data: a customer adds rows.
CREATE TABLE stakeholder_role (
  role_id varchar(64) PRIMARY KEY,
  name varchar(100) NOT NULL UNIQUE,
  place integer NOT NULL
);
INSERT INTO stakeholder_role (role_id, name, place) VALUES
  ('stakeholder', 'Stakeholder', 1),
  ('decision-maker', 'Decision Maker', 2),
  ('technical-buyer', 'Technical Buyer', 3),
  ('economic-buyer', 'Economic Buyer', 4),
  ('champion', 'Champion', 5),
  ('influencer', 'Influencer', 6),
  ('end-user', 'End User', 7);

CREATE TABLE stakeholder (
  stakeholder_id uuid PRIMARY KEY,
  version bigint NOT NULL,
  lead_id uuid NOT NULL REFERENCES lead (lead_id) ON DELETE CASCADE,
  contact_id uuid NOT NULL REFERENCES contact (contact_id) ON DELETE CASCADE,
  role_id varchar(64) NOT NULL REFERENCES stakeholder_role (role_id),
  created_on timestamp with time zone NOT NULL,
  created_by varchar(64) NOT NULL,
  CONSTRAINT stakeholder_once_per_role UNIQUE (lead_id, contact_id, role_id)
);
CREATE INDEX stakeholder_by_contact ON stakeholder (contact_id);

-- Accounts and contacts a lead has to do with, besides its one existing account and contact.
CREATE TABLE lead_account (
  lead_id uuid NOT NULL REFERENCES lead (lead_id) ON DELETE CASCADE,
  account_id uuid NOT NULL REFERENCES account (account_id) ON DELETE CASCADE,
  PRIMARY KEY (lead_id, account_id)
);
CREATE INDEX lead_account_by_account ON lead_account (account_id);

CREATE TABLE lead_contact (
  lead_id uuid NOT NULL REFERENCES lead (lead_id) ON DELETE CASCADE,
  contact_id uuid NOT NULL REFERENCES contact (contact_id) ON DELETE CASCADE,
  PRIMARY KEY (lead_id, contact_id)
);
CREATE INDEX lead_contact_by_contact ON lead_contact (contact_id);
