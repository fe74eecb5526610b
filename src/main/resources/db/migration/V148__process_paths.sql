-- Which flows processes took and how long their tasks waited: the engine keeps no flows, and its clean-up takes the rest.
-- One row for each transaction in which something happened.
CREATE TABLE process_path (
  id    bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at    timestamptz NOT NULL,
  flows text[]      NOT NULL,
  steps text[]      NOT NULL,
  waits bigint[]    NOT NULL,
  CHECK (cardinality(steps) = cardinality(waits))
);
COMMENT ON TABLE process_path IS 'What processes did, a row for each transaction; of which case is not kept.';
COMMENT ON COLUMN process_path.flows IS 'Flows that were taken, as model:flow. Of nobody. Kept without end.';
COMMENT ON COLUMN process_path.steps IS 'User tasks that were completed, as model:task. Of nobody. Kept without end.';
COMMENT ON COLUMN process_path.waits IS 'How long each of them was there, in milliseconds. Of nobody. Kept without end.';
CREATE INDEX process_path_at ON process_path (at);
