CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit trail is append-only';
END $$;

CREATE TRIGGER lead_audit_append_only BEFORE UPDATE OR DELETE ON lead_audit
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER lead_audit_no_truncate BEFORE TRUNCATE ON lead_audit
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
