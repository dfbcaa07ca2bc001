-- The answer to a request about some hundred leads tells of each.
ALTER TABLE idempotent_request ALTER COLUMN answer SET DATA TYPE varchar(1000000);
