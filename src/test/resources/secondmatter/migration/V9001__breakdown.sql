-- The second kind of matter, which lives in a test only.
CREATE SEQUENCE breakdown_number;
CREATE TABLE breakdown (
  number      text        PRIMARY KEY REFERENCES matter,
  subject     text        NOT NULL,
  customer_id bigint      NOT NULL REFERENCES customer,
  severity    text        NOT NULL,
  owner_id    text,
  phase       text        NOT NULL,
  rca_wanted  boolean     NOT NULL DEFAULT false,
  score       integer,
  began_at    timestamptz NOT NULL
);
COMMENT ON COLUMN breakdown.number IS 'Readable number of the matter. Of nobody. Kept without end.';
COMMENT ON COLUMN breakdown.subject IS 'What broke, in a line. Of nobody. Kept without end.';
COMMENT ON COLUMN breakdown.severity IS 'Name of a Severity. Of nobody. Kept without end.';
COMMENT ON COLUMN breakdown.owner_id IS 'User id of who answers for it. Of the staff. Kept without end.';
COMMENT ON COLUMN breakdown.phase IS 'Name of a phase. Of nobody. Kept without end.';
