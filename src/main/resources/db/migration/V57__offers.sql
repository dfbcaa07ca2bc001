-- Leads that were offered to channel partners. A lead of one's own people has no row here and costs nothing.
CREATE TABLE lead_offer (
  offer_id uuid PRIMARY KEY,
  lead_id uuid NOT NULL REFERENCES lead (lead_id) ON DELETE CASCADE,
  partner_id varchar(64) NOT NULL REFERENCES channel_partner (id),
  -- the team or the person of the partner it was offered to, one of the two
  team_id varchar(64),
  user_id varchar(64),
  state varchar(12) NOT NULL,
  offered_on timestamp with time zone NOT NULL,
  lapses_on timestamp with time zone NOT NULL,
  answered_on timestamp with time zone,
  answered_by varchar(64),
  -- until when the accepted lead stays theirs, as promised then; the lead itself says whether it still does
  protected_until timestamp with time zone
);
CREATE INDEX lead_offer_by_lead ON lead_offer (lead_id, offered_on);
CREATE INDEX lead_offer_by_state ON lead_offer (state, lapses_on);

-- Until when the lead stays with the partner who has it.
ALTER TABLE lead ADD COLUMN protected_until timestamp with time zone;
