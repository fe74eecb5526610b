-- One sequence for all calendars: a version never returns, neither after a rollback nor for a
-- calendar that was deleted and created again. Parsed calendars are kept in memory by it.
CREATE SEQUENCE calendar_version;

CREATE TABLE calendar (
  code       text        PRIMARY KEY,
  name       text        NOT NULL,
  definition jsonb       NOT NULL,
  version    bigint      NOT NULL,
  -- Whether the properties escala.calendars.<code> define it: then the API leaves it alone.
  configured boolean     NOT NULL,
  updated_at timestamptz NOT NULL,
  updated_by text
);

CREATE TABLE calendar_team (
  group_id      text PRIMARY KEY,
  calendar_code text NOT NULL REFERENCES calendar
);
CREATE INDEX calendar_team_calendar ON calendar_team (calendar_code);

CREATE TABLE calendar_customer (
  customer_id   bigint PRIMARY KEY REFERENCES customer ON DELETE CASCADE,
  calendar_code text   NOT NULL REFERENCES calendar
);
CREATE INDEX calendar_customer_calendar ON calendar_customer (calendar_code);
