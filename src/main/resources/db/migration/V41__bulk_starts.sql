-- Leads that came in by the thousand wait in a queue of their own, so that one that somebody is waiting for does not
-- stand behind them.
ALTER TABLE pending_start ADD COLUMN bulk boolean DEFAULT FALSE NOT NULL;
CREATE INDEX pending_start_bulk ON pending_start (bulk, received_on);
