-- What the console looks up among very many leads: who waits longest for a response, the best, those of a campaign.
-- Each holds only the leads it is asked about, so that the others cost nothing.
CREATE INDEX lead_by_due ON lead (sla_due_on)
  WHERE state_code = 0 AND first_responded_on IS NULL AND sla_due_on IS NOT NULL;
CREATE INDEX lead_by_score ON lead (score DESC NULLS LAST, created_on DESC);
CREATE INDEX lead_by_campaign ON lead (campaign_id, created_on) WHERE campaign_id IS NOT NULL;

-- The beginning of a word is a span of an index only where letters are in the order of their numbers.
ALTER TABLE lead_key ALTER COLUMN content TYPE varchar(120) COLLATE "C";

-- Which nodes there are: each says from time to time that it is there and with which rules it decides.
CREATE TABLE node (
  node_id uuid PRIMARY KEY,
  name varchar(200) NOT NULL,
  role varchar(20) NOT NULL,
  build varchar(60),
  started_on timestamp with time zone NOT NULL,
  seen_on timestamp with time zone NOT NULL,
  rules varchar(20000) NOT NULL
);
