-- What belongs to a lead besides its own fields; all of it goes with the lead.
CREATE TABLE lead_note (
  note_id uuid PRIMARY KEY,
  version bigint NOT NULL,
  lead_id uuid NOT NULL REFERENCES lead (lead_id) ON DELETE CASCADE,
  subject varchar(500),
  text varchar(100000) NOT NULL,
  created_on timestamp with time zone NOT NULL,
  created_by varchar(64) NOT NULL,
  modified_on timestamp with time zone NOT NULL
);
CREATE INDEX lead_note_by_lead ON lead_note (lead_id, created_on);
