-- Calls some days after something ended, to ask how it goes: planned in the transaction of the end, one for each source.
CREATE TABLE follow_up (
  id                   bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind                 text        NOT NULL CHECK (kind IN ('COMPLAINT', 'ESCALATION', 'SALE', 'PURCHASE')),
  source               text        NOT NULL,
  case_number          text        REFERENCES matter,
  customer_id          bigint      NOT NULL,
  customer_name        text        NOT NULL,
  state                text        NOT NULL CHECK (state IN ('PLANNED', 'CALLING', 'SPOKEN', 'UNREACHED', 'LEFT_ALONE',
    'SKIPPED')),
  reason               text        NOT NULL,
  caller               text        NOT NULL,
  channel              text        NOT NULL,
  attempts_allowed     integer     NOT NULL CHECK (attempts_allowed > 0),
  retry                text        NOT NULL,
  retry_counting       text        NOT NULL,
  happened_at          timestamptz NOT NULL,
  planned_at           timestamptz NOT NULL,
  due_at               timestamptz NOT NULL,
  attempts             integer     NOT NULL DEFAULT 0,
  next_at              timestamptz,
  ended_at             timestamptz,
  called_by            text,
  is_right             boolean,
  as_wanted            boolean,
  trouble              text,
  advice               text,
  question             text,
  question_answer      text,
  question_answered_by text,
  question_answered_at timestamptz,
  recommends           boolean,
  recommended_to       text,
  wants_club           boolean,
  note                 text,
  complaint            text        REFERENCES matter,
  emptied_at           timestamptz,
  search               text        NOT NULL GENERATED ALWAYS AS (search_plain(source || ' ' || customer_name)) STORED,
  UNIQUE (kind, source)
);
CREATE INDEX follow_up_due ON follow_up (due_at) WHERE state = 'PLANNED';
CREATE INDEX follow_up_customer ON follow_up (customer_id);
CREATE INDEX follow_up_case ON follow_up (case_number);
CREATE INDEX follow_up_complaint ON follow_up (complaint);
CREATE INDEX follow_up_listed ON follow_up (due_at DESC, id DESC);
CREATE INDEX follow_up_ended ON follow_up (ended_at);
COMMENT ON TABLE follow_up IS 'Calls some days after something ended, to ask how it goes.';
COMMENT ON COLUMN follow_up.kind IS 'After what, one of a list. Of nobody. Kept with the case.';
COMMENT ON COLUMN follow_up.source IS 'Number of the matter, or of the document of a purchase. Of nobody. Kept with the case.';
COMMENT ON COLUMN follow_up.case_number IS 'The matter after which it is made. Of nobody. Kept with the case.';
COMMENT ON COLUMN follow_up.customer_name IS 'Name of the customer when it was planned. Of the customer. Kept for a year after the call.';
COMMENT ON COLUMN follow_up.state IS 'How far it got, one of a list. Of nobody. Kept with the case.';
COMMENT ON COLUMN follow_up.reason IS 'Why it is made or not, as the table or Escala says it. Of nobody. Kept with the case.';
COMMENT ON COLUMN follow_up.caller IS 'Who calls, one of a list. Of nobody. Kept with the case.';
COMMENT ON COLUMN follow_up.channel IS 'By which way, one of a list. Of nobody. Kept with the case.';
COMMENT ON COLUMN follow_up.retry IS 'How long one waits before the next try. Of nobody. Kept with the case.';
COMMENT ON COLUMN follow_up.retry_counting IS 'How that counts, one of a list. Of nobody. Kept with the case.';
COMMENT ON COLUMN follow_up.called_by IS 'User id of who spoke with them. Of the staff. Kept with the case.';
COMMENT ON COLUMN follow_up.trouble IS 'What is wrong, in their words. Of the customer. Kept for a year after the call.';
COMMENT ON COLUMN follow_up.advice IS 'What they advise us. Of the customer. Kept for a year after the call.';
COMMENT ON COLUMN follow_up.question IS 'What they ask. Of the customer. Kept for a year after the call.';
COMMENT ON COLUMN follow_up.question_answer IS 'What a colleague answered. Of the customer and the staff. Kept for a year after the call.';
COMMENT ON COLUMN follow_up.question_answered_by IS 'User id of who answered. Of the staff. Kept with the case.';
COMMENT ON COLUMN follow_up.recommended_to IS 'To whom they recommend us, with consent. Of the customer and others. Kept for a year after the call.';
COMMENT ON COLUMN follow_up.note IS 'What else they said. Of the customer. Kept for a year after the call.';
COMMENT ON COLUMN follow_up.complaint IS 'The complaint that came of it. Of nobody. Kept with the case.';
COMMENT ON COLUMN follow_up.search IS 'What it is searched by, made of its other columns. Of the customer. Kept for a year after the call.';

CREATE TABLE follow_up_attempt (
  id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  follow_up_id bigint      NOT NULL REFERENCES follow_up,
  attempted_at timestamptz NOT NULL,
  attempted_by text        NOT NULL,
  note         text
);
CREATE INDEX follow_up_attempt_of ON follow_up_attempt (follow_up_id);
COMMENT ON TABLE follow_up_attempt IS 'Tries of a call that nobody answered.';
COMMENT ON COLUMN follow_up_attempt.attempted_by IS 'User id of who tried. Of the staff. Kept with the case.';
COMMENT ON COLUMN follow_up_attempt.note IS 'What happened. Of the customer and the staff. Kept for a year after the call.';

-- Two ends of one customer at once are planned one after the other.
CREATE TABLE follow_up_turn (
  customer_id bigint      PRIMARY KEY,
  taken_at    timestamptz NOT NULL
);
COMMENT ON TABLE follow_up_turn IS 'Whose calls are being planned: one row for each customer is the lock.';
