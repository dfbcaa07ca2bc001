-- Leads that are accepted and whose process has not started yet. The row goes in the transaction in which the process
-- starts, so a lead is started once, and a crash leaves a row that is swept up.
CREATE TABLE pending_start (
  lead_id uuid PRIMARY KEY REFERENCES lead (lead_id) ON DELETE CASCADE,
  received_on timestamp with time zone NOT NULL
);
CREATE INDEX pending_start_by_time ON pending_start (received_on);

-- Every completion of a task asks for its subtasks, and the engine has no index for that: without one, completing slows
-- down with the number of open tasks.
CREATE INDEX act_idx_task_parent ON act_ru_task (parent_task_id_);
-- Jobs are acquired by due date.
CREATE INDEX act_idx_job_duedate ON act_ru_job (duedate_);
