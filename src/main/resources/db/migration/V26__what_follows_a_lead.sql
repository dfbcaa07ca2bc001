-- An activity or note belongs to one record: to a lead, or to an opportunity, account or contact. An open activity of a
-- lead that is qualified moves to what the lead became; what moved survives its lead.
ALTER TABLE lead_activity ALTER COLUMN lead_id DROP NOT NULL;
ALTER TABLE lead_activity ADD COLUMN from_lead_id uuid REFERENCES lead (lead_id) ON DELETE SET NULL;
ALTER TABLE lead_activity ADD COLUMN regarding_type varchar(20);
ALTER TABLE lead_activity ADD COLUMN regarding_id uuid;
ALTER TABLE lead_activity ADD CONSTRAINT lead_activity_of_one_record CHECK (
    (lead_id IS NULL) <> (regarding_id IS NULL) AND (regarding_id IS NULL) = (regarding_type IS NULL)
    AND (from_lead_id IS NULL OR regarding_id IS NOT NULL));
ALTER TABLE lead_activity ADD CONSTRAINT lead_activity_regarding_known
  CHECK (regarding_type IN ('OPPORTUNITY', 'ACCOUNT', 'CONTACT'));
CREATE INDEX lead_activity_by_regarding ON lead_activity (regarding_id, created_on);
CREATE INDEX lead_activity_by_origin ON lead_activity (from_lead_id);

ALTER TABLE lead_note ALTER COLUMN lead_id DROP NOT NULL;
ALTER TABLE lead_note ADD COLUMN regarding_type varchar(20);
ALTER TABLE lead_note ADD COLUMN regarding_id uuid;
ALTER TABLE lead_note ADD CONSTRAINT lead_note_of_one_record CHECK (
    (lead_id IS NULL) <> (regarding_id IS NULL) AND (regarding_id IS NULL) = (regarding_type IS NULL));
ALTER TABLE lead_note ADD CONSTRAINT lead_note_regarding_known
  CHECK (regarding_type IN ('OPPORTUNITY', 'ACCOUNT', 'CONTACT'));
CREATE INDEX lead_note_by_regarding ON lead_note (regarding_id, created_on);

-- Who has a say in an opportunity, and the leads that knew so. Whoever is primary carries the opportunity a second time,
-- so there is never more than one.
CREATE TABLE opportunity_stakeholder (
  stakeholder_id uuid PRIMARY KEY,
  opportunity_id uuid NOT NULL REFERENCES opportunity (opportunity_id) ON DELETE CASCADE,
  contact_id uuid NOT NULL REFERENCES contact (contact_id) ON DELETE CASCADE,
  role_id varchar(64) NOT NULL REFERENCES stakeholder_role (role_id),
  primary_of uuid,
  created_on timestamp with time zone NOT NULL,
  created_by varchar(64) NOT NULL,
  CONSTRAINT opportunity_stakeholder_once_per_role UNIQUE (opportunity_id, contact_id, role_id),
  CONSTRAINT opportunity_stakeholder_one_primary UNIQUE (primary_of),
  CONSTRAINT opportunity_stakeholder_primary_of_its_own CHECK (primary_of = opportunity_id)
);
CREATE INDEX opportunity_stakeholder_by_contact ON opportunity_stakeholder (contact_id);
CREATE TABLE opportunity_stakeholder_source (
  stakeholder_id uuid NOT NULL REFERENCES opportunity_stakeholder (stakeholder_id) ON DELETE CASCADE,
  lead_id uuid NOT NULL REFERENCES lead (lead_id) ON DELETE CASCADE,
  PRIMARY KEY (stakeholder_id, lead_id)
);
CREATE INDEX opportunity_stakeholder_source_by_lead ON opportunity_stakeholder_source (lead_id);

-- From what a lead became back to the lead, for the timelines there.
CREATE INDEX lead_by_qualifying_opportunity ON lead (qualifying_opportunity_id);
CREATE INDEX lead_by_parent_account ON lead (parent_account_id, state_code);
CREATE INDEX lead_by_parent_contact ON lead (parent_contact_id, state_code);

-- Files of leads. The bytes stand in rows of bounded size, so neither we nor a database ever holds a whole file.
CREATE TABLE lead_attachment (
  attachment_id uuid PRIMARY KEY,
  lead_id uuid NOT NULL REFERENCES lead (lead_id) ON DELETE CASCADE,
  file_name varchar(255) NOT NULL,
  media_type varchar(255) NOT NULL,
  size bigint NOT NULL,
  sha256 varchar(64) NOT NULL,
  subject varchar(500),
  text varchar(100000),
  created_on timestamp with time zone NOT NULL,
  created_by varchar(64) NOT NULL,
  CONSTRAINT lead_attachment_not_empty CHECK (size > 0)
);
CREATE INDEX lead_attachment_by_lead ON lead_attachment (lead_id, created_on);
CREATE TABLE attachment_chunk (
  attachment_id uuid NOT NULL REFERENCES lead_attachment (attachment_id) ON DELETE CASCADE,
  place integer NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (attachment_id, place)
);

-- Everything that happened to an opportunity: who, when, through which door, from which stage to which. Holds field
-- names, never a text that a person wrote. No foreign key: the trail outlives the opportunity.
CREATE TABLE opportunity_audit (
  opportunity_id uuid NOT NULL,
  seq integer NOT NULL,
  at timestamp with time zone NOT NULL,
  actor varchar(64) NOT NULL,
  door varchar(16) NOT NULL,
  action varchar(24) NOT NULL,
  from_stage varchar(20),
  stage varchar(20) NOT NULL,
  state_code integer NOT NULL,
  status_code integer NOT NULL,
  details varchar(4000),
  PRIMARY KEY (opportunity_id, seq)
);
