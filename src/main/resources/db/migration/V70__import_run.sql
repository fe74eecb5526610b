CREATE TABLE import_run (
  id                   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind                 text        NOT NULL,
  file_name            text,
  started_by           text        NOT NULL,
  status               text        NOT NULL,
  started_at           timestamptz NOT NULL,
  updated_at           timestamptz NOT NULL,
  finished_at          timestamptz,
  rows_total           bigint      NOT NULL DEFAULT 0,
  rows_used            bigint      NOT NULL DEFAULT 0,
  rows_rejected        bigint      NOT NULL DEFAULT 0,
  incidents_total      bigint      NOT NULL DEFAULT 0,
  created_started      bigint      NOT NULL DEFAULT 0,
  created_closed       bigint      NOT NULL DEFAULT 0,
  known                bigint      NOT NULL DEFAULT 0,
  -- How many incidents did not become a case, by the reason of the rule.
  not_escalated        jsonb       NOT NULL DEFAULT '{}',
  incidents_rejected   bigint      NOT NULL DEFAULT 0,
  -- The first 1,000 of them: line, incident, reason.
  rejections           jsonb       NOT NULL DEFAULT '[]'
);
