-- What each clock of a case has to reach, decided once and again only when severity or tier change.
CREATE TABLE agreed_level (
  case_number text        NOT NULL,
  clock       text        NOT NULL,
  severity    text        NOT NULL,
  tier        text        NOT NULL,
  duration    text        NOT NULL,
  counting    text        NOT NULL,
  warn_after  integer     NOT NULL,
  may_pause   boolean     NOT NULL,
  reason      text        NOT NULL,
  PRIMARY KEY (case_number, clock)
);

-- A clock may run more than once, and carries the service level that it measures.
ALTER TABLE deadline DROP CONSTRAINT deadline_pkey;
ALTER TABLE deadline ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY;
ALTER TABLE deadline ADD COLUMN run integer NOT NULL DEFAULT 1;
ALTER TABLE deadline ADD COLUMN duration text;
ALTER TABLE deadline ADD COLUMN counting text NOT NULL DEFAULT 'ELAPSED';
ALTER TABLE deadline ADD COLUMN warn_after integer NOT NULL DEFAULT 75;
ALTER TABLE deadline ADD COLUMN may_pause boolean NOT NULL DEFAULT false;
ALTER TABLE deadline ADD COLUMN calendar_code text NOT NULL DEFAULT 'organizacion';
ALTER TABLE deadline ADD COLUMN fixed_at timestamptz;
ALTER TABLE deadline ADD COLUMN fixed_until timestamptz;
ALTER TABLE deadline ADD COLUMN paused_at timestamptz;
ALTER TABLE deadline ADD COLUMN warned_at timestamptz;
ALTER TABLE deadline ADD COLUMN watch_id text;

-- Clocks that run already keep their dates: they count on as elapsed time.
UPDATE deadline SET duration = 'PT' || greatest(60, extract(epoch FROM due_at - started_at)::bigint) || 'S';
INSERT INTO agreed_level (case_number, clock, severity, tier, duration, counting, warn_after, may_pause, reason)
  SELECT case_number, clock, severity, tier, duration, counting, warn_after, may_pause, reason FROM deadline;
ALTER TABLE deadline DROP COLUMN severity;
ALTER TABLE deadline DROP COLUMN tier;

ALTER TABLE deadline ALTER COLUMN duration SET NOT NULL;
ALTER TABLE deadline ALTER COLUMN run DROP DEFAULT;
ALTER TABLE deadline ALTER COLUMN counting DROP DEFAULT;
ALTER TABLE deadline ALTER COLUMN warn_after DROP DEFAULT;
ALTER TABLE deadline ALTER COLUMN may_pause DROP DEFAULT;
ALTER TABLE deadline ALTER COLUMN calendar_code DROP DEFAULT;
ALTER TABLE deadline ADD UNIQUE (case_number, clock, run);
CREATE INDEX deadline_calendar ON deadline (calendar_code)
  WHERE met_at IS NULL AND stopped_at IS NULL AND breached_at IS NULL;

-- The ledger of pauses: at most one of a case is open.
CREATE TABLE clock_pause (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_number text        NOT NULL,
  reason      text        NOT NULL,
  note        text,
  started_at  timestamptz NOT NULL,
  started_by  text        NOT NULL,
  ended_at    timestamptz,
  ended_by    text,
  CHECK (ended_at >= started_at)
);
CREATE UNIQUE INDEX clock_pause_open ON clock_pause (case_number) WHERE ended_at IS NULL;
CREATE INDEX clock_pause_case ON clock_pause (case_number, started_at);

-- Every change of a deadline with its reason.
CREATE TABLE deadline_change (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  deadline_id bigint      NOT NULL REFERENCES deadline,
  changed_at  timestamptz NOT NULL,
  actor       text        NOT NULL,
  due_before  timestamptz NOT NULL,
  due_after   timestamptz NOT NULL,
  reason      text        NOT NULL
);
CREATE INDEX deadline_change_deadline ON deadline_change (deadline_id, id);

-- Cases whose deadlines have to be computed again, written where the cause is written.
CREATE TABLE recalculation (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_number text        NOT NULL,
  reason      text        NOT NULL,
  wanted_at   timestamptz NOT NULL,
  failed_at   timestamptz,
  failure     text
);
CREATE INDEX recalculation_waiting ON recalculation (id) WHERE failed_at IS NULL;
