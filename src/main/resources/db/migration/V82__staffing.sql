-- A row without a manager says that somebody decided so; no row says that nobody decided.
CREATE TABLE reporting_line (
  person_id  text PRIMARY KEY,
  manager_id text CHECK (manager_id <> person_id),
  changed_by text        NOT NULL,
  changed_at timestamptz NOT NULL
);
CREATE INDEX reporting_line_manager ON reporting_line (manager_id);

-- Who has no row is always on duty.
CREATE TABLE on_duty (
  person_id     text PRIMARY KEY,
  calendar_code text        NOT NULL REFERENCES calendar,
  changed_by    text        NOT NULL,
  changed_at    timestamptz NOT NULL
);
CREATE INDEX on_duty_calendar ON on_duty (calendar_code);

-- Lets an exclusion constraint compare people without the extension btree_gist,
-- which the user of the database may not be allowed to create.
CREATE TYPE person_range AS RANGE (subtype = text, collation = "C");

CREATE TABLE absence (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  person_id  text        NOT NULL,
  starts_at  timestamptz NOT NULL,
  -- The first instant at which the person is back.
  ends_at    timestamptz NOT NULL,
  deputy_id  text CHECK (deputy_id <> person_id),
  reason     text,
  created_by text        NOT NULL,
  created_at timestamptz NOT NULL,
  -- Who ended it before its time.
  ended_by   text,
  CHECK (starts_at < ends_at),
  CONSTRAINT absence_once EXCLUDE USING gist (
    person_range(person_id, person_id, '[]') WITH &&,
    tstzrange(starts_at, ends_at) WITH &&)
);
CREATE INDEX absence_person ON absence (person_id, starts_at);
CREATE INDEX absence_ends_at ON absence (ends_at);
