CREATE TABLE deadline (
  case_number text        NOT NULL,
  clock       text        NOT NULL,
  severity    text        NOT NULL,
  tier        text        NOT NULL,
  started_at  timestamptz NOT NULL,
  warn_at     timestamptz NOT NULL,
  due_at      timestamptz NOT NULL,
  met_at      timestamptz,
  breached_at timestamptz,
  stopped_at  timestamptz,
  reason      text        NOT NULL,
  PRIMARY KEY (case_number, clock),
  CHECK (started_at < warn_at AND warn_at <= due_at)
);
-- What is overdue now, whichever case it belongs to.
CREATE INDEX deadline_open ON deadline (due_at) WHERE met_at IS NULL AND stopped_at IS NULL;
