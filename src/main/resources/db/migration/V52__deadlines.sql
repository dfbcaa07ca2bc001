-- What became of the deadlines of leads: what reports count. A row is written when something happens, none when a
-- deadline begins, so that a new lead costs nothing here.
CREATE TABLE deadline_event (
  event_id uuid PRIMARY KEY,
  lead_id uuid NOT NULL REFERENCES lead (lead_id) ON DELETE CASCADE,
  deadline varchar(20) NOT NULL,
  what varchar(20) NOT NULL,
  happened_on timestamp with time zone NOT NULL,
  -- when it was due; of WAITING until when the customer has time
  due_on timestamp with time zone,
  -- who had the lead then
  owner_user varchar(64),
  owner_team varchar(64),
  owning_business_unit varchar(64) NOT NULL,
  grade varchar(1),
  lead_source_code integer,
  -- the managers who were told, separated by commas
  told varchar(1000)
);
CREATE INDEX deadline_event_by_lead ON deadline_event (lead_id, happened_on);
CREATE INDEX deadline_event_by_time ON deadline_event (happened_on);
