-- How a pool gives its turns. What a turn needs is read in one statement, so short lists are kept as text.
ALTER TABLE pool ADD COLUMN version bigint DEFAULT 0 NOT NULL;
ALTER TABLE pool ADD COLUMN strategy varchar(20) DEFAULT 'ROUND_ROBIN' NOT NULL;
ALTER TABLE pool ADD COLUMN paused boolean DEFAULT false NOT NULL;
ALTER TABLE pool ADD COLUMN nobody varchar(20) DEFAULT 'TRIAGE' NOT NULL;
ALTER TABLE pool ADD COLUMN next_team varchar(64) REFERENCES team (id);
-- null: calendars do not matter; 0: within working time now; n: within working time in n hours
ALTER TABLE pool ADD COLUMN hours_ahead integer;
ALTER TABLE pool ADD COLUMN catch_up varchar(20) DEFAULT 'NONE' NOT NULL;
ALTER TABLE pool ADD COLUMN counts_manual boolean DEFAULT false NOT NULL;
ALTER TABLE pool ADD COLUMN counts_sticky boolean DEFAULT false NOT NULL;
ALTER TABLE pool ADD COLUMN credit varchar(20) DEFAULT 'GIVE_BACK' NOT NULL;
ALTER TABLE pool ADD COLUMN time_zone varchar(64) DEFAULT 'UTC' NOT NULL;
-- such as language,product
ALTER TABLE pool ADD COLUMN required_skills varchar(700) DEFAULT '' NOT NULL;
ALTER TABLE pool ADD COLUMN preferred_skills varchar(700) DEFAULT '' NOT NULL;
-- such as A=3,B=2: what an open lead of a kind weighs; any other weighs 1
ALTER TABLE pool ADD COLUMN kind_points varchar(400) DEFAULT '' NOT NULL;
ALTER TABLE pool ADD CONSTRAINT pool_goes_to_another_team
  CHECK (nobody <> 'NEXT_POOL' OR (next_team IS NOT NULL AND next_team <> team_id));
ALTER TABLE pool ADD CONSTRAINT pool_looks_ahead CHECK (hours_ahead >= 0);

ALTER TABLE pool_member ADD COLUMN weight bigint DEFAULT 1 NOT NULL;
-- open leads he may have, from wherever, to get a turn; null: any number
ALTER TABLE pool_member ADD COLUMN capacity integer;
ALTER TABLE pool_member ADD COLUMN place integer;
ALTER TABLE pool_member ADD COLUMN paused boolean DEFAULT false NOT NULL;
-- such as DAY=3,WEEK:A=10
ALTER TABLE pool_member ADD COLUMN caps varchar(700) DEFAULT '' NOT NULL;
-- how far he is behind his share, in billionths of a lead
ALTER TABLE pool_member ADD COLUMN owed bigint DEFAULT 0 NOT NULL;
-- turns he gets back and has not had yet, and all he ever got back
ALTER TABLE pool_member ADD COLUMN credits integer DEFAULT 0 NOT NULL;
ALTER TABLE pool_member ADD COLUMN credited bigint DEFAULT 0 NOT NULL;
-- turns of others he was given as their substitute; they count as theirs
ALTER TABLE pool_member ADD COLUMN stood_in bigint DEFAULT 0 NOT NULL;
ALTER TABLE pool_member ADD COLUMN joined_on timestamp with time zone;
ALTER TABLE pool_member ADD CONSTRAINT pool_member_numbers
  CHECK (weight >= 0 AND capacity >= 0 AND credits >= 0);

-- One row per seller with a capacity: whoever gives him a turn locks it before counting his open leads, since he may
-- be in several pools.
CREATE TABLE seller (
  user_id varchar(64) NOT NULL PRIMARY KEY REFERENCES app_user (id),
  turns   bigint      NOT NULL
);
