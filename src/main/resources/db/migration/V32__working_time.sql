-- When people work: hours of a week in a time zone, public holidays of a region, and days off of its own.
CREATE TABLE working_calendar (
  id varchar(64) NOT NULL PRIMARY KEY,
  name varchar(160) NOT NULL,
  time_zone varchar(64) NOT NULL,
  -- such as de-by; null: no public holidays
  holidays varchar(64),
  version bigint DEFAULT 0 NOT NULL
);

-- Weekdays count from 1, Monday; times are minutes after midnight.
CREATE TABLE working_hours (
  calendar_id varchar(64) NOT NULL REFERENCES working_calendar (id) ON DELETE CASCADE,
  weekday integer NOT NULL,
  begin_minute integer NOT NULL,
  end_minute integer NOT NULL,
  PRIMARY KEY (calendar_id, weekday, begin_minute),
  CONSTRAINT working_hours_on_a_weekday CHECK (weekday BETWEEN 1 AND 7),
  CONSTRAINT working_hours_within_a_day
    CHECK (begin_minute >= 0 AND begin_minute < end_minute AND end_minute <= 1440)
);

CREATE TABLE calendar_day_off (
  calendar_id varchar(64) NOT NULL REFERENCES working_calendar (id) ON DELETE CASCADE,
  day_off date NOT NULL,
  PRIMARY KEY (calendar_id, day_off)
);

-- A unit without a calendar works as the unit above it, a person without one as his unit.
ALTER TABLE business_unit ADD COLUMN calendar_id varchar(64) REFERENCES working_calendar (id);
ALTER TABLE app_user ADD COLUMN calendar_id varchar(64) REFERENCES working_calendar (id);

ALTER TABLE business_unit ADD COLUMN version bigint DEFAULT 0 NOT NULL;
ALTER TABLE channel_partner ADD COLUMN version bigint DEFAULT 0 NOT NULL;
ALTER TABLE team ADD COLUMN version bigint DEFAULT 0 NOT NULL;
ALTER TABLE app_user ADD COLUMN version bigint DEFAULT 0 NOT NULL;

-- Whole days, in the time zone of whoever is away; both days belong to it.
CREATE TABLE absence (
  absence_id uuid NOT NULL PRIMARY KEY,
  user_id varchar(64) NOT NULL REFERENCES app_user (id),
  first_day date NOT NULL,
  last_day date NOT NULL,
  substitute_id varchar(64) REFERENCES app_user (id),
  reason varchar(500),
  entered_on timestamp with time zone NOT NULL,
  entered_by varchar(64) NOT NULL,
  canceled_on timestamp with time zone,
  canceled_by varchar(64),
  CONSTRAINT absence_ends_after_its_begin CHECK (first_day <= last_day),
  CONSTRAINT absence_substitute_is_somebody_else CHECK (substitute_id <> user_id)
);
CREATE INDEX absence_by_user ON absence (user_id, last_day);
CREATE INDEX absence_by_substitute ON absence (substitute_id, last_day);

CREATE TABLE user_skill (
  user_id varchar(64) NOT NULL REFERENCES app_user (id),
  name varchar(64) NOT NULL,
  skill_value varchar(100) NOT NULL,
  PRIMARY KEY (user_id, name, skill_value)
);

-- Who looks after a team without being a manager of its unit.
CREATE TABLE team_manager (
  team_id varchar(64) NOT NULL REFERENCES team (id),
  user_id varchar(64) NOT NULL REFERENCES app_user (id),
  PRIMARY KEY (team_id, user_id)
);
CREATE INDEX team_manager_by_user ON team_manager (user_id);
