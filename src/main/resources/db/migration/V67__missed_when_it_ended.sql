-- What ended while a lead was on offer to a partner was no deadline of anybody.
DELETE FROM deadline_event
WHERE what IN ('MET', 'LATE') AND EXISTS (
  SELECT 1 FROM lead_offer o
  WHERE o.lead_id = deadline_event.lead_id AND o.offered_on <= deadline_event.happened_on
    AND (o.answered_on IS NULL OR o.answered_on >= deadline_event.happened_on));

-- A deadline that ended too late was missed before that, also when it ended before its timer came. It was noted when
-- there is a row since it began: the qualification when the lead came or went on, the next step with every answer, each
-- other with every owner. The new row has the id of the other with a smaller version in it, so that it comes before it.
INSERT INTO deadline_event (event_id, lead_id, deadline, what, happened_on, due_on, owner_user, owner_team,
  owning_business_unit, grade, lead_source_code)
SELECT CAST(substring(CAST(l.event_id AS varchar(36)) FROM 1 FOR 14) || '6'
    || substring(CAST(l.event_id AS varchar(36)) FROM 16) AS uuid),
  l.lead_id, l.deadline, 'MISSED', l.happened_on, l.due_on, l.owner_user, l.owner_team,
  l.owning_business_unit, l.grade, l.lead_source_code
FROM deadline_event l
WHERE l.what = 'LATE' AND NOT EXISTS (
  SELECT 1 FROM deadline_event m
  WHERE m.lead_id = l.lead_id AND m.deadline = l.deadline AND m.event_id <> l.event_id
    AND m.what IN ('MISSED', 'LATE') AND m.happened_on <= l.happened_on
    AND NOT EXISTS (
      SELECT 1 FROM deadline_event b
      WHERE b.lead_id = l.lead_id AND b.happened_on >= m.happened_on AND b.happened_on < l.happened_on
        AND (l.deadline = 'QUALIFICATION' AND b.deadline = l.deadline AND b.what IN ('BEGUN', 'REROUTED')
          OR l.deadline = 'NEXT_STEP' AND b.what IN ('MET', 'LATE', 'WAITING')))
    AND NOT EXISTS (
      SELECT 1 FROM lead_audit a
      WHERE l.deadline <> 'QUALIFICATION' AND a.lead_id = l.lead_id AND a.action = 'ASSIGNED'
        AND a.at > m.happened_on AND a.at <= l.happened_on));
