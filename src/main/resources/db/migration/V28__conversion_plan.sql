-- A conversion keeps what stood before, so that it can be undone.
ALTER TABLE conversion ADD COLUMN account_before uuid;
ALTER TABLE conversion ADD COLUMN contact_before uuid;
ALTER TABLE conversion ADD COLUMN opportunity_before uuid;
ALTER TABLE conversion ADD COLUMN account_associated boolean DEFAULT FALSE NOT NULL;
ALTER TABLE conversion ADD COLUMN contact_associated boolean DEFAULT FALSE NOT NULL;
ALTER TABLE conversion ADD COLUMN undone_on timestamp with time zone;
ALTER TABLE conversion ADD COLUMN undone_by varchar(64);
ALTER TABLE conversion DROP COLUMN opportunity_name;
ALTER TABLE conversion DROP COLUMN transaction_currency_id;
ALTER TABLE conversion DROP COLUMN estimated_amount;
ALTER TABLE conversion DROP COLUMN estimated_close_date;

-- What a conversion wrote into records that existed before. Values as JSON; they go with the lead.
CREATE TABLE conversion_fill (
  conversion_id uuid NOT NULL REFERENCES conversion (conversion_id) ON DELETE CASCADE,
  record_type varchar(16) NOT NULL,
  record_id uuid NOT NULL,
  version_after bigint NOT NULL,
  field varchar(64) NOT NULL,
  value_before varchar(8000) NOT NULL,
  value_after varchar(8000) NOT NULL,
  PRIMARY KEY (conversion_id, record_type, field)
);

-- Which field of the lead becomes which field of what it is turned into; an administrator changes it.
CREATE TABLE field_mapping (
  record_type varchar(16) NOT NULL,
  field varchar(64) NOT NULL,
  lead_field varchar(64) NOT NULL,
  PRIMARY KEY (record_type, field)
);
INSERT INTO field_mapping (record_type, field, lead_field) VALUES
  ('ACCOUNT', 'name', 'companyName'),
  ('ACCOUNT', 'websiteUrl', 'websiteUrl'),
  ('ACCOUNT', 'telephone1', 'telephone1'),
  ('ACCOUNT', 'address1Line1', 'address1Line1'),
  ('ACCOUNT', 'address1Line2', 'address1Line2'),
  ('ACCOUNT', 'address1Line3', 'address1Line3'),
  ('ACCOUNT', 'address1City', 'address1City'),
  ('ACCOUNT', 'address1StateOrProvince', 'address1StateOrProvince'),
  ('ACCOUNT', 'address1PostalCode', 'address1PostalCode'),
  ('ACCOUNT', 'address1Country', 'address1Country'),
  ('ACCOUNT', 'industryCode', 'industryCode'),
  ('ACCOUNT', 'numberOfEmployees', 'numberOfEmployees'),
  ('ACCOUNT', 'revenue', 'revenue'),
  ('ACCOUNT', 'sic', 'sic'),
  ('CONTACT', 'firstName', 'firstName'),
  ('CONTACT', 'lastName', 'lastName'),
  ('CONTACT', 'jobTitle', 'jobTitle'),
  ('CONTACT', 'emailAddress1', 'emailAddress1'),
  ('CONTACT', 'telephone1', 'telephone1'),
  ('CONTACT', 'mobilePhone', 'mobilePhone'),
  ('CONTACT', 'address1Line1', 'address1Line1'),
  ('CONTACT', 'address1Line2', 'address1Line2'),
  ('CONTACT', 'address1Line3', 'address1Line3'),
  ('CONTACT', 'address1City', 'address1City'),
  ('CONTACT', 'address1StateOrProvince', 'address1StateOrProvince'),
  ('CONTACT', 'address1PostalCode', 'address1PostalCode'),
  ('CONTACT', 'address1Country', 'address1Country'),
  ('OPPORTUNITY', 'name', 'subject'),
  ('OPPORTUNITY', 'estimatedAmount', 'estimatedAmount'),
  ('OPPORTUNITY', 'estimatedCloseDate', 'estimatedCloseDate'),
  ('OPPORTUNITY', 'budgetAmount', 'budgetAmount'),
  ('OPPORTUNITY', 'budgetStatus', 'budgetStatus'),
  ('OPPORTUNITY', 'need', 'need'),
  ('OPPORTUNITY', 'purchaseTimeFrame', 'purchaseTimeFrame'),
  ('OPPORTUNITY', 'purchaseProcess', 'purchaseProcess'),
  ('OPPORTUNITY', 'decisionMaker', 'decisionMaker'),
  ('OPPORTUNITY', 'description', 'description'),
  ('OPPORTUNITY', 'leadSourceCode', 'leadSourceCode'),
  ('OPPORTUNITY', 'campaignId', 'campaignId');

-- Whether a lead of a unit becomes account, contact and opportunity unless somebody says otherwise, and what it must have
-- by then. A null is decided by the unit above, in the end by yes and nothing.
CREATE TABLE conversion_setting (
  business_unit varchar(64) PRIMARY KEY REFERENCES business_unit (id) ON DELETE CASCADE,
  create_account boolean,
  create_contact boolean,
  create_opportunity boolean,
  required_fields varchar(2000)
);

-- Whose the opportunity is: its account or its contact.
ALTER TABLE opportunity ADD COLUMN customer_id uuid;
ALTER TABLE opportunity ADD COLUMN customer_id_type varchar(10);
UPDATE opportunity SET customer_id = coalesce(parent_account_id, parent_contact_id),
  customer_id_type = CASE WHEN parent_account_id IS NULL THEN 'contact' ELSE 'account' END;
ALTER TABLE opportunity ADD CONSTRAINT opportunity_customer_known CHECK (customer_id_type IN ('account', 'contact'));

-- Requests that were sent with an Idempotency-Key, with their answer.
CREATE TABLE idempotent_request (
  user_id varchar(64) NOT NULL,
  idempotency_key varchar(255) NOT NULL,
  request_hash varchar(64) NOT NULL,
  answer varchar(100000),
  answered_on timestamp with time zone NOT NULL,
  PRIMARY KEY (user_id, idempotency_key)
);
CREATE INDEX idempotent_request_by_time ON idempotent_request (answered_on);
