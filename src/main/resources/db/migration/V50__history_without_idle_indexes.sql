-- A lead leaves some thirty rows in the engine's history of activities before it reaches its owner, and the engine keeps
-- eleven indexes on them, which makes them half of what the database does for a lead. These five answer what nobody asks
-- here: tenants there are none, and statistics over all processes are a report of an edition that we do not have.
DROP INDEX IF EXISTS act_idx_hi_act_inst_tenant_id;
DROP INDEX IF EXISTS act_idx_hi_act_inst_start_end;
DROP INDEX IF EXISTS act_idx_hi_act_inst_end;
DROP INDEX IF EXISTS act_idx_hi_act_inst_stats;
DROP INDEX IF EXISTS act_idx_hi_act_inst_proc_def_key;
