-- Two leads that turned out to be one. The merged one is closed, keeps its record and names the other as its master;
-- what belonged to it follows to the master and is listed, so that the merge can be taken back.
CREATE TABLE lead_merge (
  merge_id uuid PRIMARY KEY,
  master_id uuid NOT NULL REFERENCES lead (lead_id) ON DELETE CASCADE,
  merged_id uuid NOT NULL REFERENCES lead (lead_id) ON DELETE CASCADE,
  -- The line of the master's trail beside which the filled fields stand; null when none was filled.
  change_seq integer,
  merged_on timestamp with time zone NOT NULL,
  merged_by varchar(64) NOT NULL,
  undone_on timestamp with time zone,
  undone_by varchar(64)
);
CREATE INDEX lead_merge_by_master ON lead_merge (master_id, merged_on);
CREATE INDEX lead_merge_by_merged ON lead_merge (merged_id, merged_on);
CREATE TABLE lead_merge_item (
  merge_id uuid NOT NULL REFERENCES lead_merge (merge_id) ON DELETE CASCADE,
  kind varchar(20) NOT NULL,
  item_id uuid NOT NULL,
  PRIMARY KEY (merge_id, kind, item_id)
);
ALTER TABLE lead ADD CONSTRAINT lead_merged_has_a_master CHECK (merged = (master_id IS NOT NULL));
ALTER TABLE lead ADD CONSTRAINT lead_merged_is_a_duplicate CHECK (NOT merged OR status_code = 100000001);
CREATE INDEX lead_by_master ON lead (master_id);
