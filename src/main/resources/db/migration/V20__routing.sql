CREATE TABLE decision_record (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_number text        NOT NULL,
  decided_at  timestamptz NOT NULL,
  decision    text        NOT NULL,
  version     integer     NOT NULL,
  inputs      jsonb       NOT NULL,
  -- The matched rules: id, reason and outputs of each, as they were then.
  matches     jsonb       NOT NULL
);
CREATE INDEX decision_record_case ON decision_record (case_number, decided_at, id);
