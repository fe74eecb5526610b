CREATE SEQUENCE escalation_number;

CREATE TABLE escalation (
  number              text PRIMARY KEY,
  phase               text        NOT NULL,
  outcome             text,
  customer_text       text        NOT NULL,
  customer_id         bigint,
  origin              text        NOT NULL,
  reason              text        NOT NULL,
  criterion           text        NOT NULL,
  speciality          text        NOT NULL,
  subject             text        NOT NULL,
  description         text        NOT NULL,
  impact              text        NOT NULL,
  urgency             text        NOT NULL,
  service             text,
  major               boolean     NOT NULL,
  severity            text        NOT NULL,
  type                text        NOT NULL,
  level               integer     NOT NULL DEFAULT 1,
  group_id            text,
  hierarchy_group_id  text,
  hierarchy_due_at    timestamptz,
  owner_id            text,
  reported_by         text        NOT NULL,
  reported_at         timestamptz NOT NULL,
  acknowledged_at     timestamptz,
  resolved_at         timestamptz,
  ended_at            timestamptz,
  updates             integer     NOT NULL DEFAULT 0,
  satisfaction        integer,
  rca_requested       boolean     NOT NULL DEFAULT false,
  duplicate_of        text REFERENCES escalation,
  external_ref        text UNIQUE,
  process_instance_id text UNIQUE
);
CREATE INDEX escalation_list ON escalation (phase, severity, reported_at);
CREATE INDEX escalation_customer ON escalation (customer_id);

CREATE TABLE case_detail (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_number text        NOT NULL REFERENCES escalation,
  kind        text        NOT NULL,
  text        text        NOT NULL,
  customer_id bigint,
  settled_at  timestamptz,
  settled_by  text,
  UNIQUE (case_number, kind, text)
);

CREATE TABLE case_note (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_number text        NOT NULL REFERENCES escalation,
  kind        text        NOT NULL,
  text        text        NOT NULL,
  author      text        NOT NULL,
  written_at  timestamptz NOT NULL
);
CREATE INDEX case_note_case ON case_note (case_number, id);

CREATE TABLE action_plan (
  case_number      text        NOT NULL REFERENCES escalation,
  version          integer     NOT NULL,
  steps            text        NOT NULL,
  working_days     integer     NOT NULL,
  customer_message text,
  reason           text,
  author           text        NOT NULL,
  written_at       timestamptz NOT NULL,
  PRIMARY KEY (case_number, version)
);

CREATE TABLE task_force (
  case_number  text        NOT NULL REFERENCES escalation,
  number       integer     NOT NULL,
  lead         text        NOT NULL,
  members      text        NOT NULL,
  goal         text        NOT NULL,
  formed_at    timestamptz NOT NULL,
  disbanded_at timestamptz,
  PRIMARY KEY (case_number, number)
);
