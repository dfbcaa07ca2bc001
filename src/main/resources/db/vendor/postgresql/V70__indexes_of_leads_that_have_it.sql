-- A new lead has no owner, partner, customer or opportunity yet, and later one of each at most. What nobody looks up by its
-- absence need not be kept: an index of those that have it costs the others nothing, neither when a lead comes in nor with
-- every change of it.
DROP INDEX lead_by_owner_user;
CREATE INDEX lead_by_owner_user ON lead (owner_user, state_code, created_on) WHERE owner_user IS NOT NULL;
DROP INDEX lead_by_owner_team;
CREATE INDEX lead_by_owner_team ON lead (owner_team, state_code, created_on) WHERE owner_team IS NOT NULL;
DROP INDEX lead_by_partner;
CREATE INDEX lead_by_partner ON lead (owning_partner, state_code, created_on) WHERE owning_partner IS NOT NULL;
DROP INDEX lead_by_master;
CREATE INDEX lead_by_master ON lead (master_id) WHERE master_id IS NOT NULL;
DROP INDEX lead_by_qualifying_opportunity;
CREATE INDEX lead_by_qualifying_opportunity ON lead (qualifying_opportunity_id) WHERE qualifying_opportunity_id IS NOT NULL;
DROP INDEX lead_by_parent_account;
CREATE INDEX lead_by_parent_account ON lead (parent_account_id, state_code) WHERE parent_account_id IS NOT NULL;
DROP INDEX lead_by_parent_contact;
CREATE INDEX lead_by_parent_contact ON lead (parent_contact_id, state_code) WHERE parent_contact_id IS NOT NULL;
