-- What we promised a customer of a case. At most one for each customer of a case is under way.
CREATE TABLE promise (
  id                bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_number       text        NOT NULL,
  customer_id       bigint      NOT NULL REFERENCES customer ON DELETE CASCADE,
  content           text        NOT NULL,
  status            text        NOT NULL,
  opened_by         text        NOT NULL,
  opened_at         timestamptz NOT NULL,
  expectation       text,
  priority          text,
  expected_at       timestamptz,
  asked_by          text,
  asked_at          timestamptz,
  promised_at       timestamptz,
  remind_at         timestamptz,
  accepted_at       timestamptz,
  accepted_by       text,
  reminded_at       timestamptz,
  owner_id          text,
  group_id          text,
  settled_at        timestamptz,
  settled_by        text,
  settled_note      text,
  apology_due_at    timestamptz,
  apologised_at     timestamptz,
  CHECK (status NOT IN ('ACCEPTED', 'KEPT', 'BROKEN') OR (promised_at IS NOT NULL AND accepted_at IS NOT NULL)),
  CHECK ((status IN ('KEPT', 'BROKEN', 'WITHDRAWN')) = (settled_at IS NOT NULL))
);
CREATE UNIQUE INDEX promise_under_way ON promise (case_number, customer_id)
  WHERE status IN ('ASKING', 'ESTIMATING', 'PROPOSED', 'ACCEPTED');
CREATE INDEX promise_case ON promise (case_number);
CREATE INDEX promise_customer ON promise (customer_id);
CREATE INDEX promise_settled ON promise (settled_at) WHERE status IN ('KEPT', 'BROKEN');

-- Each date that was put to the customer, with what came of it: the history of the promise.
CREATE TABLE promise_proposal (
  id             bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  promise_id     bigint      NOT NULL REFERENCES promise ON DELETE CASCADE,
  prepared_by    text        NOT NULL,
  prepared_at    timestamptz NOT NULL,
  content        text        NOT NULL,
  estimate_hours integer     NOT NULL CHECK (estimate_hours > 0),
  complexity     text        NOT NULL,
  margin_percent integer     NOT NULL CHECK (margin_percent >= 0),
  margin_reason  text        NOT NULL,
  promised_at    timestamptz NOT NULL,
  remind_at      timestamptz NOT NULL,
  former_at      timestamptz,
  reason         text,
  alternative    text,
  sent_at        timestamptz,
  answer         text,
  answered_at    timestamptz,
  answered_by    text,
  answer_text    text,
  wished_at      timestamptz,
  CHECK ((answer IS NULL) = (answered_at IS NULL))
);
CREATE INDEX promise_proposal_promise ON promise_proposal (promise_id);
CREATE UNIQUE INDEX promise_proposal_open ON promise_proposal (promise_id) WHERE answer IS NULL;
