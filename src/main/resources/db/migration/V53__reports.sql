-- What reports are counted from, beside the tables in which leads live: one narrow row for each lead, written some
-- seconds after the lead by whoever holds the line of report_progress. No foreign key: a row must not hold its lead.
CREATE TABLE report_lead (
  lead_id uuid PRIMARY KEY,
  -- of the lead as it was counted
  lead_version bigint NOT NULL,
  created_on timestamp with time zone NOT NULL,
  owner_user varchar(64),
  owner_team varchar(64),
  owning_business_unit varchar(64) NOT NULL,
  owning_partner varchar(64),
  state_code integer NOT NULL,
  status_code integer NOT NULL,
  lead_source_code integer,
  campaign varchar(200),
  product varchar(200),
  channel_partner_id varchar(64),
  -- the team that has it, or whose turn gave it to its owner
  team_id varchar(64),
  -- seconds from its creation to its first owner, first contact and qualification; null while that has not happened
  assignment_seconds integer,
  assignment_work integer,
  contact_seconds integer,
  contact_work integer,
  qualification_seconds integer,
  qualification_work integer,
  -- why the rules found nobody the last time they were asked
  nobody varchar(40),
  opportunity_id uuid,
  -- how many leads share the opportunity
  opportunity_leads integer
);
CREATE INDEX report_lead_by_creation ON report_lead (created_on);
CREATE INDEX report_lead_by_opportunity ON report_lead (opportunity_id);

-- Turns of pools by hour, with the turns each member would have had by his share.
CREATE TABLE report_turn (
  team_id varchar(64) NOT NULL,
  user_id varchar(64) NOT NULL,
  turn_hour timestamp with time zone NOT NULL,
  turns bigint NOT NULL,
  target double precision NOT NULL,
  PRIMARY KEY (team_id, user_id, turn_hour)
);
CREATE INDEX report_turn_by_hour ON report_turn (turn_hour);

-- How far each part is counted. Who counts holds its row, so that of several nodes one does.
CREATE TABLE report_progress (
  part varchar(20) PRIMARY KEY,
  -- everything that was committed by then is counted; null before the first time
  counted_until timestamp with time zone,
  -- while all leads are gone through: the last one that was; null while they are not
  at_lead uuid,
  -- when all leads were gone through the last time
  gone_through_on timestamp with time zone
);
INSERT INTO report_progress (part) VALUES ('leads'), ('turns');

-- What changed lately. Rows come in the order of time, so keeping this costs next to nothing.
CREATE INDEX lead_audit_by_time ON lead_audit (at);
