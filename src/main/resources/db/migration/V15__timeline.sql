CREATE TABLE timeline_entry (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_number text        NOT NULL,
  happened_at timestamptz NOT NULL,
  actor       text        NOT NULL,
  text        text        NOT NULL
);
CREATE INDEX timeline_entry_case ON timeline_entry (case_number, happened_at, id);
