-- How many messages of webhooks wait to be taken in again is counted for operators.
CREATE INDEX webhook_delivery_by_outcome ON webhook_delivery (outcome, received_on);
