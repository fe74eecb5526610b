-- Who had each case, one after the other: how often it was passed on is counted from here (004-43).
CREATE TABLE case_holder (
  id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_number text        NOT NULL REFERENCES escalation,
  group_id    text,
  owner_id    text,
  since       timestamptz NOT NULL
);
COMMENT ON TABLE case_holder IS 'Groups and persons that had a case, in their order.';
COMMENT ON COLUMN case_holder.case_number IS 'Number of the case. Of nobody. Kept with the case.';
COMMENT ON COLUMN case_holder.group_id IS 'Group that had it from then on; empty where nobody was found. Of nobody. Kept with the case.';
COMMENT ON COLUMN case_holder.owner_id IS 'User id of who answered for it from then on; empty while nobody did. Of the staff. Kept with the case.';
CREATE INDEX case_holder_case ON case_holder (case_number, id);

-- How cases from before were passed on is not known; they begin with who has them.
INSERT INTO case_holder (case_number, group_id, owner_id, since)
  SELECT number, group_id, owner_id, coalesce(acknowledged_at, reported_at) FROM escalation;

-- A case that comes back is closed once more later; the first time is what figures count.
ALTER TABLE escalation ADD COLUMN first_closed_at timestamptz;
UPDATE escalation SET first_closed_at = ended_at WHERE outcome IN ('CLOSED', 'CLOSED_WITHOUT_RCA');

-- Figures of a stretch of weeks read only those weeks.
CREATE INDEX escalation_reported ON escalation (reported_at);
CREATE INDEX escalation_first_closed ON escalation (first_closed_at) WHERE first_closed_at IS NOT NULL;
CREATE INDEX deadline_met ON deadline (met_at) WHERE run = 1 AND met_at IS NOT NULL;
