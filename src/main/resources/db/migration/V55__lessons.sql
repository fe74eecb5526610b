CREATE TABLE lesson (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_number text        NOT NULL,
  text        text        NOT NULL,
  folded      text        NOT NULL,
  author      text        NOT NULL,
  recorded_at timestamptz NOT NULL
);
-- The same words once for a case, however often a job that records them is tried again.
CREATE UNIQUE INDEX lesson_once ON lesson (case_number, md5(text));
CREATE INDEX lesson_newest ON lesson (recorded_at DESC, id DESC);
