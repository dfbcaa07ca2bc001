-- Who had a lead and declined it or let it lapse: he does not get it again.
CREATE TABLE turned_down (
  lead_id   uuid        NOT NULL REFERENCES lead (lead_id) ON DELETE CASCADE,
  user_id   varchar(64) NOT NULL REFERENCES app_user (id),
  answer    varchar(20) NOT NULL,
  turned_on timestamp with time zone NOT NULL,
  PRIMARY KEY (lead_id, user_id)
);

-- Turns that were given back because the lead was none: once for each lead.
CREATE TABLE pool_credit (
  lead_id     uuid        NOT NULL REFERENCES lead (lead_id) ON DELETE CASCADE,
  team_id     varchar(64) NOT NULL REFERENCES pool (team_id),
  user_id     varchar(64) NOT NULL REFERENCES app_user (id),
  credited_on timestamp with time zone NOT NULL,
  PRIMARY KEY (lead_id, team_id, user_id)
);

-- Leads a member was given past the turn that count as one.
CREATE TABLE pool_count (
  team_id    varchar(64) NOT NULL REFERENCES pool (team_id),
  user_id    varchar(64) NOT NULL REFERENCES app_user (id),
  way        varchar(20) NOT NULL,
  counted_on timestamp with time zone NOT NULL
);
CREATE INDEX pool_count_by_pool ON pool_count (team_id, counted_on);
