CREATE TRIGGER opportunity_audit_append_only BEFORE UPDATE, DELETE ON opportunity_audit FOR EACH ROW
  CALL 'org.leadflow.lead.AppendOnly';
