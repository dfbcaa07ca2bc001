-- What the console looks up among very many leads: who waits longest for a response, the best, those of a campaign.
CREATE INDEX lead_by_due ON lead (sla_due_on);
CREATE INDEX lead_by_score ON lead (score DESC NULLS LAST, created_on DESC);
CREATE INDEX lead_by_campaign ON lead (campaign_id, created_on);

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
