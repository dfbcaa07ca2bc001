CREATE TRIGGER rule_set_activation_append_only BEFORE UPDATE, DELETE ON rule_set_activation FOR EACH ROW
  CALL 'org.leadflow.lead.AppendOnly';
