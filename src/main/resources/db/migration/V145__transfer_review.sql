-- Supervision is asked once when a case was passed on more often than a limit of the table allows (004-43).
CREATE TABLE transfer_review (
  case_number text        NOT NULL REFERENCES escalation,
  allowed     integer     NOT NULL CHECK (allowed > 0),
  times       integer     NOT NULL CHECK (times > allowed),
  asked_at    timestamptz NOT NULL,
  PRIMARY KEY (case_number, allowed)
);
COMMENT ON TABLE transfer_review IS 'Limits of transfers that a case went beyond, and when supervision was asked.';
COMMENT ON COLUMN transfer_review.case_number IS 'Number of the case. Of nobody. Kept with the case.';
