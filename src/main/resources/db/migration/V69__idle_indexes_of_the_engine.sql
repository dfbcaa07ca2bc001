-- Of some hundred index entries that a new lead costs the engine, these answer nothing that is asked here. There are no
-- tenants and no cases; an index whose columns begin another one is that one over again; and history is cleaned by the time
-- at which it may go and deleted by process, never by root process or execution.
DROP INDEX IF EXISTS act_idx_hi_actinst_root_pi;
DROP INDEX IF EXISTS act_idx_hi_act_inst_comp;
DROP INDEX IF EXISTS act_idx_hi_pro_inst_tenant_id;
DROP INDEX IF EXISTS act_idx_hi_pro_rst_pro_inst_id;
DROP INDEX IF EXISTS act_idx_hi_task_inst_tenant_id;
DROP INDEX IF EXISTS act_idx_exec_tenant_id;
DROP INDEX IF EXISTS act_idx_variable_tenant_id;
DROP INDEX IF EXISTS act_idx_variable_task_id;
DROP INDEX IF EXISTS act_idx_task_tenant_id;
DROP INDEX IF EXISTS act_idx_task_owner;
DROP INDEX IF EXISTS act_idx_job_tenant_id;
DROP INDEX IF EXISTS act_idx_job_handler_type;
DROP INDEX IF EXISTS act_idx_event_subscr_tenant_id;
