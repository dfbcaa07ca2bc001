CREATE TRIGGER lead_transitions BEFORE UPDATE ON lead FOR EACH ROW CALL 'org.leadflow.lead.AllowedTransitions';
