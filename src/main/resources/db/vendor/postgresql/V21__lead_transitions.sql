-- New and Contacted become any reason but New again; a closed lead becomes Open for the reason it had, nothing else.
CREATE FUNCTION refuse_transition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state_code = 0 AND NEW.status_code <> 1
    OR OLD.state_code <> 0 AND NEW.state_code = 0 AND NEW.status_code = coalesce(OLD.reason_before_closing, 1) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a lead with the reason % does not become %', OLD.status_code, NEW.status_code;
END $$;

CREATE TRIGGER lead_transitions BEFORE UPDATE ON lead FOR EACH ROW
  WHEN (OLD.state_code <> NEW.state_code OR OLD.status_code <> NEW.status_code)
  EXECUTE FUNCTION refuse_transition();
