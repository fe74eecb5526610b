-- Escalations that began with a complaint. A complaint has one that runs at a time.
CREATE TABLE complaint_escalation (
  escalation_number text        PRIMARY KEY REFERENCES matter ON DELETE CASCADE,
  complaint_number  text        NOT NULL REFERENCES complaint ON DELETE CASCADE,
  started_by        text        NOT NULL,
  started_at        timestamptz NOT NULL,
  awaited           boolean     NOT NULL,
  ending            text,
  ended_at          timestamptz,
  CHECK ((ending IS NULL) = (ended_at IS NULL)),
  CHECK (NOT awaited OR ended_at IS NULL)
);
CREATE UNIQUE INDEX complaint_escalation_running ON complaint_escalation (complaint_number) WHERE ended_at IS NULL;
CREATE INDEX complaint_escalation_complaint ON complaint_escalation (complaint_number);
COMMENT ON TABLE complaint_escalation IS 'Which escalation began with which complaint, and whether the complaint waits for it.';
COMMENT ON COLUMN complaint_escalation.escalation_number IS 'The escalation. Of nobody. Kept with the case.';
COMMENT ON COLUMN complaint_escalation.complaint_number IS 'The complaint. Of nobody. Kept with the case.';
COMMENT ON COLUMN complaint_escalation.started_by IS 'User id of who escalated. Of the staff. Kept with the case.';
COMMENT ON COLUMN complaint_escalation.ending IS 'What the complaint waited for came like this: resolved, closed, withdrawn. Of nobody. Kept with the case.';
