-- Which turns of the last hour are added up, so that one whose transaction ended late is found.
CREATE TABLE report_turn_counted (
  decision_id uuid PRIMARY KEY,
  decided_on timestamp with time zone NOT NULL
);
CREATE INDEX report_turn_counted_by_time ON report_turn_counted (decided_on);

INSERT INTO report_turn_counted (decision_id, decided_on)
SELECT d.decision_id, d.decided_on FROM decision d, report_progress p
WHERE p.part = 'turns' AND d.pool_id IS NOT NULL AND d.owner_user IS NOT NULL
  AND d.decided_on < p.counted_until AND d.decided_on >= p.counted_until - INTERVAL '1' HOUR;
