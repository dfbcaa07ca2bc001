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
