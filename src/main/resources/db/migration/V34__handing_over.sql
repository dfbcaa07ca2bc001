-- What came of the question who takes the lead: ASSIGNED, WAITS (the team owns it until somebody is available) or
-- TRIAGE (the lead desk decides). Null for other questions, and for answers given before this column was there.
ALTER TABLE decision ADD COLUMN outcome varchar(16);
