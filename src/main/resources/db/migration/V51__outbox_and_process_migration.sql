-- Messages to other systems: written with what they tell, sent afterwards. They hold ids only.
CREATE TABLE outbox_message (
  message_id uuid PRIMARY KEY,
  target varchar(40) NOT NULL,
  event varchar(60) NOT NULL,
  payload varchar(2000) NOT NULL,
  state varchar(10) NOT NULL CHECK (state IN ('WAITING', 'SENT', 'GIVEN_UP')),
  created_on timestamp with time zone NOT NULL,
  due_on timestamp with time zone,
  attempts integer NOT NULL,
  sent_on timestamp with time zone,
  fault varchar(200)
);
CREATE INDEX outbox_message_due ON outbox_message (state, due_on);
CREATE INDEX outbox_message_age ON outbox_message (state, created_on);
-- Who moved running processes from one version of a diagram to another, and which: they can be moved back.
CREATE TABLE process_migration (
  migration_id uuid PRIMARY KEY,
  process varchar(255) NOT NULL,
  from_version integer NOT NULL,
  to_version integer NOT NULL,
  mapping varchar(4000) NOT NULL,
  begun_on timestamp with time zone NOT NULL,
  begun_by varchar(64) NOT NULL
);
CREATE TABLE process_migration_instance (
  migration_id uuid NOT NULL REFERENCES process_migration (migration_id) ON DELETE CASCADE,
  process_instance_id varchar(64) NOT NULL,
  undone boolean DEFAULT FALSE NOT NULL,
  PRIMARY KEY (migration_id, process_instance_id)
);
