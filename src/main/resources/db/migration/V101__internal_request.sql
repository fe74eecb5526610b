-- What somebody of the house asks before committing, or tells afterwards, and what came of it.
CREATE SEQUENCE internal_request_number;
CREATE TABLE internal_request (
  id                  bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number              text        NOT NULL UNIQUE,
  status              text        NOT NULL,
  kind                text        NOT NULL,
  purpose             text        NOT NULL,
  situations          text[]      NOT NULL,
  asked_topic         text,
  party_kind          text,
  party_id            bigint,
  party_name          text,
  situation           text        NOT NULL,
  request             text        NOT NULL,
  assessment          text,
  needed_by           timestamptz,
  customer_date       timestamptz,
  standing_decision   text,
  requested_by        text        NOT NULL,
  from_group          text        NOT NULL,
  requested_at        timestamptz NOT NULL,
  mode                text        NOT NULL,
  topic               text        NOT NULL,
  senior              boolean     NOT NULL,
  caution             boolean     NOT NULL,
  group_id            text        NOT NULL,
  group_reason        text        NOT NULL,
  level               integer     NOT NULL DEFAULT 1,
  acknowledge_due     timestamptz,
  warn_at             timestamptz,
  answer_due          timestamptz,
  next_level_at       timestamptz,
  acknowledged_at     timestamptz,
  owner_id            text,
  answered_at         timestamptz,
  decision_number     text,
  worked_together     boolean     NOT NULL DEFAULT false,
  closed_at           timestamptz,
  process_instance_id text,
  CHECK ((status IN ('OPEN', 'ACKNOWLEDGED')) = (acknowledge_due IS NOT NULL AND answered_at IS NULL AND closed_at IS NULL)),
  CHECK ((party_kind IS NULL) = (party_name IS NULL))
);
CREATE INDEX internal_request_requester ON internal_request (requested_by, requested_at);
CREATE INDEX internal_request_open ON internal_request (answer_due) WHERE status IN ('OPEN', 'ACKNOWLEDGED');
CREATE INDEX internal_request_party ON internal_request (party_kind, party_id);

-- What was said to and fro while it was answered.
CREATE TABLE internal_request_note (
  id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number      text        NOT NULL REFERENCES internal_request (number) ON DELETE CASCADE,
  kind        text        NOT NULL,
  author      text        NOT NULL,
  written_at  timestamptz NOT NULL,
  text        text        NOT NULL
);
CREATE INDEX internal_request_note_number ON internal_request_note (number);

-- How one department served another, once for each request.
CREATE TABLE department_rating (
  number         text        PRIMARY KEY REFERENCES internal_request (number) ON DELETE CASCADE,
  from_group     text        NOT NULL,
  to_group       text        NOT NULL,
  rated_at       timestamptz NOT NULL,
  responsiveness integer     NOT NULL CHECK (responsiveness BETWEEN 1 AND 5),
  quality        integer     NOT NULL CHECK (quality BETWEEN 1 AND 5),
  communication  integer     NOT NULL CHECK (communication BETWEEN 1 AND 5),
  teamwork       integer     NOT NULL CHECK (teamwork BETWEEN 1 AND 5),
  comment        text
);
CREATE INDEX department_rating_pair ON department_rating (from_group, to_group);

-- The morale after it, counted: who said it and about which request stands nowhere.
CREATE TABLE department_morale (
  from_group text    NOT NULL,
  to_group   text    NOT NULL,
  quarter    date    NOT NULL,
  grade      integer NOT NULL CHECK (grade BETWEEN 1 AND 5),
  ratings    integer NOT NULL CHECK (ratings > 0),
  PRIMARY KEY (from_group, to_group, quarter, grade)
);
