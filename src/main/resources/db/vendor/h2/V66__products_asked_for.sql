-- Who asked for products lately.
CREATE INDEX customer_request_by_time ON customer_request (created_on);
