CREATE TRIGGER rule_set_activation_append_only BEFORE UPDATE OR DELETE ON rule_set_activation
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER rule_set_activation_no_truncate BEFORE TRUNCATE ON rule_set_activation
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
