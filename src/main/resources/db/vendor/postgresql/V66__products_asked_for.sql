-- Who asked for products lately. What a lead came in with names none, so taking leads in costs nothing more.
CREATE INDEX customer_request_by_time ON customer_request (created_on) WHERE product_interest IS NOT NULL;
