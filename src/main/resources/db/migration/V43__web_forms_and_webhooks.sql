-- Forms on web sites, by which anybody leaves a lead.
CREATE TABLE web_form (
  form_id varchar(30) PRIMARY KEY,
  version bigint NOT NULL,
  title varchar(200) NOT NULL,
  introduction varchar(2000),
  active boolean NOT NULL,
  -- null: as the browser of the visitor asks
  language varchar(8),
  -- names, separated by commas
  fields varchar(1000) NOT NULL,
  required varchar(1000) NOT NULL,
  subject varchar(200),
  lead_source_code integer,
  campaign_id varchar(100),
  consent_text varchar(2000),
  -- addresses, one a line
  return_urls varchar(10000) NOT NULL,
  -- signs the tokens
  secret varchar(64) NOT NULL,
  owner_user varchar(64) NOT NULL REFERENCES app_user (id),
  owner_team varchar(64) REFERENCES team (id),
  owning_business_unit varchar(64) NOT NULL REFERENCES business_unit (id),
  owning_partner varchar(64) REFERENCES channel_partner (id),
  created_on timestamp with time zone NOT NULL,
  modified_on timestamp with time zone NOT NULL
);

-- What came in by a form. Only what is held for a person, or was discarded by one, keeps what was typed.
CREATE TABLE web_submission (
  submission_id uuid PRIMARY KEY,
  form_id varchar(30) NOT NULL REFERENCES web_form (form_id),
  nonce varchar(40),
  content_hash varchar(64) NOT NULL,
  state varchar(12) NOT NULL,
  -- why it is held, separated by commas
  suspicions varchar(200),
  typed varchar(100000),
  lead_id uuid,
  reason varchar(500),
  owner_user varchar(64) NOT NULL REFERENCES app_user (id),
  owner_team varchar(64) REFERENCES team (id),
  owning_business_unit varchar(64) NOT NULL REFERENCES business_unit (id),
  owning_partner varchar(64) REFERENCES channel_partner (id),
  received_on timestamp with time zone NOT NULL,
  decided_on timestamp with time zone,
  decided_by varchar(64),
  CONSTRAINT web_submission_counts_once UNIQUE (form_id, nonce),
  CONSTRAINT web_submission_state_known CHECK (state IN ('TAKEN', 'HELD', 'RELEASED', 'DISCARDED'))
);
CREATE INDEX web_submission_same ON web_submission (form_id, content_hash);
CREATE INDEX web_submission_by_state ON web_submission (state, received_on);
CREATE INDEX web_submission_by_time ON web_submission (received_on);

-- Other systems that send leads in a JSON of their own and sign it.
CREATE TABLE webhook (
  webhook_id varchar(30) PRIMARY KEY,
  version bigint NOT NULL,
  title varchar(200) NOT NULL,
  kind varchar(12) NOT NULL,
  active boolean NOT NULL,
  secret varchar(64) NOT NULL,
  -- JSON
  mapping varchar(100000) NOT NULL,
  owner_user varchar(64) NOT NULL REFERENCES app_user (id),
  owner_team varchar(64) REFERENCES team (id),
  owning_business_unit varchar(64) NOT NULL REFERENCES business_unit (id),
  owning_partner varchar(64) REFERENCES channel_partner (id),
  created_on timestamp with time zone NOT NULL,
  modified_on timestamp with time zone NOT NULL,
  CONSTRAINT webhook_kind_known CHECK (kind IN ('GENERIC', 'MARKETPLACE'))
);

-- What came in, with what became of it. Only of what was rejected the body is kept, to be taken in when that is mended.
CREATE TABLE webhook_delivery (
  delivery_id uuid PRIMARY KEY,
  webhook_id varchar(30) NOT NULL REFERENCES webhook (webhook_id),
  outcome varchar(12) NOT NULL,
  code varchar(60),
  detail varchar(4000),
  lead_id uuid,
  body varchar(1048576),
  owner_user varchar(64) NOT NULL REFERENCES app_user (id),
  owner_team varchar(64) REFERENCES team (id),
  owning_business_unit varchar(64) NOT NULL REFERENCES business_unit (id),
  owning_partner varchar(64) REFERENCES channel_partner (id),
  received_on timestamp with time zone NOT NULL,
  CONSTRAINT webhook_delivery_outcome_known
    CHECK (outcome IN ('CREATED', 'UPDATED', 'UNCHANGED', 'CLOSED', 'REJECTED', 'UNSIGNED'))
);
CREATE INDEX webhook_delivery_by_source ON webhook_delivery (webhook_id, received_on);
CREATE INDEX webhook_delivery_by_time ON webhook_delivery (received_on);
