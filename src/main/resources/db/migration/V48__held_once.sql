-- The same, sent by a form many times at once, waits for a person once.
ALTER TABLE web_submission ADD COLUMN held_hash varchar(64);
ALTER TABLE web_submission ADD CONSTRAINT web_submission_held_once UNIQUE (form_id, held_hash);
