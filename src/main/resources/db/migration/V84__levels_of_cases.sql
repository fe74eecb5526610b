-- Each level that a case reached, once: who got it there and why.
CREATE TABLE case_level (
  case_number text        NOT NULL REFERENCES escalation,
  level       integer     NOT NULL,
  group_id    text        NOT NULL,
  person_id   text,
  because     text        NOT NULL,
  reached_at  timestamptz NOT NULL,
  PRIMARY KEY (case_number, level)
);
