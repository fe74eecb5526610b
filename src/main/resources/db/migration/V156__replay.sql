-- Recorded decisions of some tables in the order in which they were taken.
CREATE INDEX decision_record_decision ON decision_record (decision, id);

CREATE TABLE replay_run (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  file_name     text        NOT NULL,
  content       bytea       NOT NULL,
  decisions     text[]      NOT NULL,
  started_by    text        NOT NULL,
  started_at    timestamptz NOT NULL,
  updated_at    timestamptz NOT NULL,
  finished_at   timestamptz,
  status        text        NOT NULL,
  problem       text,
  -- Which records: between these ids, and where given between these instants.
  first_record  bigint      NOT NULL,
  last_record   bigint      NOT NULL,
  decided_from  timestamptz,
  decided_until timestamptz,
  -- Up to which record it has come.
  position      bigint      NOT NULL,
  total         bigint      NOT NULL,
  done          bigint      NOT NULL DEFAULT 0,
  differing     bigint      NOT NULL DEFAULT 0
);
CREATE INDEX replay_run_open ON replay_run (id) WHERE status = 'RUNNING';
COMMENT ON TABLE replay_run IS 'An edited decision table that is tried on decisions of the past.';
COMMENT ON COLUMN replay_run.file_name IS 'Name of the file as it was sent. Of the staff. Kept for 30 days.';
COMMENT ON COLUMN replay_run.content IS 'The edited table. Of the staff. Kept for 30 days.';
COMMENT ON COLUMN replay_run.decisions IS 'Keys of the decision tables in the file. Of nobody. Kept for 30 days.';
COMMENT ON COLUMN replay_run.started_by IS 'Id of the user who sent it. Of the staff. Kept for 30 days.';
COMMENT ON COLUMN replay_run.status IS 'RUNNING, DONE or FAILED. Of nobody. Kept for 30 days.';
COMMENT ON COLUMN replay_run.problem IS 'Why it failed, in Spanish. Of nobody. Kept for 30 days.';

CREATE TABLE replay_difference (
  run_id      bigint      NOT NULL REFERENCES replay_run ON DELETE CASCADE,
  record_id   bigint      NOT NULL,
  case_number text        NOT NULL,
  decided_at  timestamptz NOT NULL,
  decision    text        NOT NULL,
  inputs      text        NOT NULL,
  before      text        NOT NULL,
  after       text        NOT NULL,
  follow_up   text        NOT NULL,
  PRIMARY KEY (run_id, record_id)
);
COMMENT ON TABLE replay_difference IS 'A decision of the past that the edited table would take otherwise.';
COMMENT ON COLUMN replay_difference.case_number IS 'Number of the case or request. Of nobody. Kept for 30 days.';
COMMENT ON COLUMN replay_difference.decision IS 'Name of the decision table. Of nobody. Kept for 30 days.';
COMMENT ON COLUMN replay_difference.inputs IS
  'The facts that were decided about: chosen from lists, and numbers. Of the customer. Kept for 30 days.';
COMMENT ON COLUMN replay_difference.before IS 'What the table answered then. Of nobody. Kept for 30 days.';
COMMENT ON COLUMN replay_difference.after IS 'What the edited table answers. Of nobody. Kept for 30 days.';
COMMENT ON COLUMN replay_difference.follow_up IS 'What would have followed, in Spanish. Of nobody. Kept for 30 days.';
