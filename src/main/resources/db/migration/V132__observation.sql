-- The time after the end of a matter in which what comes back reopens it: one row for each ending.
CREATE TABLE observation (
  id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_number  text        NOT NULL REFERENCES matter,
  customer_id  bigint      REFERENCES customer ON DELETE SET NULL,
  began_at     timestamptz NOT NULL,
  observed_until timestamptz NOT NULL,
  answer_days  integer     NOT NULL CHECK (answer_days > 0),
  asked_at     timestamptz,
  answer_until timestamptz,
  ended_at     timestamptz,
  ending       text        CHECK (ending IN ('AGREED', 'UNANSWERED', 'REOPENED')),
  ended_by     text,
  CHECK ((asked_at IS NULL) = (answer_until IS NULL)),
  CHECK ((ended_at IS NULL) = (ending IS NULL) AND (ended_at IS NULL) = (ended_by IS NULL))
);
CREATE UNIQUE INDEX observation_open ON observation (case_number) WHERE ended_at IS NULL;
CREATE INDEX observation_case ON observation (case_number);
CREATE INDEX observation_customer ON observation (customer_id);
COMMENT ON TABLE observation IS 'How long a matter was observed after its end, and how that ended.';
COMMENT ON COLUMN observation.case_number IS 'Number of the case. Of nobody. Kept with the case.';
COMMENT ON COLUMN observation.ending IS 'How the observation ended, one of a list. Of nobody. Kept with the case.';
COMMENT ON COLUMN observation.ended_by IS 'User id of who ended it, sistema or cliente. Of the staff and the customer. Kept with the case.';
