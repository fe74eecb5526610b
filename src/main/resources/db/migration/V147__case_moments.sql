-- What happened to cases and when: the panel counts from here and the list shows the same rows.
CREATE OR REPLACE VIEW case_moment AS
  SELECT number, 'CLOSED' AS moment, first_closed_at AS at FROM escalation WHERE first_closed_at IS NOT NULL
  UNION ALL
  -- Closed by whoever took it over, at once and for good (001-01).
  SELECT e.number, 'FIRST_CONTACT', e.first_closed_at FROM escalation e
  WHERE e.first_closed_at IS NOT NULL
    AND NOT EXISTS (
      SELECT 1 FROM case_level l
      WHERE l.case_number = e.number AND l.level > 1 AND l.reached_at > e.acknowledged_at)
    AND NOT EXISTS (
      SELECT 1 FROM case_note n WHERE n.case_number = e.number AND n.kind = 'REOPENING'
        AND n.written_at <= e.first_closed_at + interval '30 days')
    AND 1 >= (
      SELECT count(DISTINCT h.owner_id) FROM case_holder h
      WHERE h.case_number = e.number AND h.since <= coalesce((
        SELECT min(d.met_at) FROM deadline d WHERE d.case_number = e.number AND d.clock = 'ANSWER'), e.first_closed_at))
    AND 1 >= (
      SELECT count(DISTINCT h.group_id) FROM case_holder h
      WHERE h.case_number = e.number AND h.since <= e.first_closed_at)
  UNION ALL
  SELECT case_number, 'REOPENED', written_at FROM case_note WHERE kind = 'REOPENING'
  UNION ALL
  SELECT case_number, 'RAISED', reached_at FROM case_level WHERE level > 1
  UNION ALL
  SELECT case_number, clock, met_at FROM deadline
  WHERE run = 1 AND met_at IS NOT NULL AND clock IN ('FIRST_NOTICE', 'ACKNOWLEDGEMENT', 'ANSWER', 'RESOLUTION');
COMMENT ON VIEW case_moment IS 'What happened to cases, and when; what may happen more than once stands as often.';

-- How often each case went from one team to another (004-43); one that never did is not in it.
CREATE OR REPLACE VIEW case_passed AS
  SELECT case_number AS number, count(*) AS times
  FROM (
    SELECT case_number, group_id, lag(group_id) OVER (PARTITION BY case_number ORDER BY id) AS before
    FROM case_holder WHERE group_id IS NOT NULL) moved
  WHERE before <> group_id GROUP BY case_number;
COMMENT ON VIEW case_passed IS 'How often cases were passed on from one team to another.';
