CREATE TRIGGER lead_audit_append_only BEFORE UPDATE, DELETE ON lead_audit FOR EACH ROW CALL 'org.leadflow.lead.AppendOnly';
