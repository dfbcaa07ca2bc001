CREATE TRIGGER opportunity_audit_append_only BEFORE UPDATE OR DELETE ON opportunity_audit
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER opportunity_audit_no_truncate BEFORE TRUNCATE ON opportunity_audit
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
