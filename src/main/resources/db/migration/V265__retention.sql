-- Customers who buy less, or no more: whom somebody calls, and what comes of it.
CREATE SEQUENCE retention_number;

CREATE TABLE retention_case (
  number         text        PRIMARY KEY REFERENCES matter,
  -- The case outlives the customer's row.
  customer_id    bigint      NOT NULL,
  customer_name  text        NOT NULL,
  subject        text        NOT NULL,
  state          text        NOT NULL CHECK (state IN ('CALLING', 'WAITING', 'ACTING', 'WATCHED', 'DECIDING', 'RECOVERED',
    'LOST', 'LET_GO')),
  group_id       text        NOT NULL,
  owner_id       text,
  due_at         timestamptz NOT NULL,
  -- Purchases of this day or later prove that they are back.
  watched_from   date        NOT NULL,
  cause          text,
  currency       text,
  yearly_cents   bigint,
  multiple       numeric(8,4),
  at_stake_cents bigint,
  silent         boolean     NOT NULL,
  opened_by      text        NOT NULL,
  opened_at      timestamptz NOT NULL,
  ended_at       timestamptz,
  search         text        NOT NULL GENERATED ALWAYS AS (search_plain(customer_name || ' ' || subject)) STORED,
  CHECK ((ended_at IS NOT NULL) = (state IN ('RECOVERED', 'LOST', 'LET_GO')))
);
-- Nobody is called for two cases at once.
CREATE UNIQUE INDEX retention_case_open ON retention_case (customer_id) WHERE ended_at IS NULL;
CREATE INDEX retention_case_customer ON retention_case (customer_id, opened_at);
CREATE INDEX retention_case_watched ON retention_case (watched_from) WHERE state = 'WATCHED';

-- Each month of a customer is asked for once, whoever asks again.
CREATE TABLE retention_month (
  customer_id bigint NOT NULL,
  month       date   NOT NULL CHECK (extract(day FROM month) = 1),
  number      text   NOT NULL REFERENCES retention_case,
  PRIMARY KEY (customer_id, month)
);
CREATE INDEX retention_month_number ON retention_month (number);

CREATE TABLE retention_reason (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number      text   NOT NULL REFERENCES retention_case,
  month       date   NOT NULL,
  signal      text   NOT NULL,
  said        text   NOT NULL,
  least_cents bigint,
  product     text,
  variety     text
);
CREATE INDEX retention_reason_number ON retention_reason (number);

CREATE TABLE retention_call (
  id       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number   text        NOT NULL REFERENCES retention_case,
  step     text        NOT NULL,
  said     text        NOT NULL,
  cause    text,
  again_on date,
  made_by  text        NOT NULL,
  made_at  timestamptz NOT NULL
);
CREATE INDEX retention_call_number ON retention_call (number);

CREATE TABLE retention_action (
  id       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number   text        NOT NULL REFERENCES retention_case,
  kind     text        NOT NULL,
  what     text        NOT NULL,
  on_day   date,
  cents    bigint,
  began    text,
  done_by  text        NOT NULL,
  done_at  timestamptz NOT NULL
);
CREATE INDEX retention_action_number ON retention_action (number);

COMMENT ON TABLE retention_case IS 'Customers who seem to be leaving, each with what was done and how it ended.';
COMMENT ON COLUMN retention_case.number IS 'Readable number. Of nobody. Kept with the case.';
COMMENT ON COLUMN retention_case.customer_name IS 'What the customer is called. Of the customer. Kept with the case.';
COMMENT ON COLUMN retention_case.subject IS 'The first reason, in a line. Of the customer. Kept with the case.';
COMMENT ON COLUMN retention_case.state IS 'Where it stands, one of a list. Of nobody. Kept with the case.';
COMMENT ON COLUMN retention_case.group_id IS 'The group that works it. Of the staff. Kept with the case.';
COMMENT ON COLUMN retention_case.owner_id IS 'User id of who answers for it. Of the staff. Kept with the case.';
COMMENT ON COLUMN retention_case.cause IS 'Why they leave, a code of the table of causes. Of nobody. Kept with the case.';
COMMENT ON COLUMN retention_case.currency IS 'Currency of the amounts, three letters. Of nobody. Kept with the case.';
COMMENT ON COLUMN retention_case.opened_by IS 'User id of who opened it. Of the staff. Kept with the case.';
COMMENT ON COLUMN retention_case.search IS 'What it is searched by, made of its other columns. Of the customer. Kept with the case.';
COMMENT ON TABLE retention_month IS 'Which case a month of a customer led to.';
COMMENT ON COLUMN retention_month.number IS 'Number of the case that it belongs to. Of nobody. Kept with the case.';
COMMENT ON TABLE retention_reason IS 'Why a customer seems to be leaving.';
COMMENT ON COLUMN retention_reason.number IS 'Number of the case that it belongs to. Of nobody. Kept with the case.';
COMMENT ON COLUMN retention_reason.signal IS 'Which signal, a code. Of nobody. Kept with the case.';
COMMENT ON COLUMN retention_reason.said IS 'The signal with its figures, in a sentence. Of the customer. Kept with the case.';
COMMENT ON COLUMN retention_reason.product IS 'Code of what they buy no more. Of nobody. Kept with the case.';
COMMENT ON COLUMN retention_reason.variety IS 'Which of its varieties. Of nobody. Kept with the case.';
COMMENT ON TABLE retention_call IS 'Calls to customers who seem to be leaving.';
COMMENT ON COLUMN retention_call.number IS 'Number of the case that it belongs to. Of nobody. Kept with the case.';
COMMENT ON COLUMN retention_call.step IS 'What follows, one of a list. Of nobody. Kept with the case.';
COMMENT ON COLUMN retention_call.said IS 'What the customer said. Of the customer. Kept with the case.';
COMMENT ON COLUMN retention_call.cause IS 'Why they leave, a code of the table of causes. Of nobody. Kept with the case.';
COMMENT ON COLUMN retention_call.made_by IS 'User id of who called. Of the staff. Kept with the case.';
COMMENT ON TABLE retention_action IS 'What is done for customers who seem to be leaving.';
COMMENT ON COLUMN retention_action.number IS 'Number of the case that it belongs to. Of nobody. Kept with the case.';
COMMENT ON COLUMN retention_action.kind IS 'What kind it is, one of a list. Of nobody. Kept with the case.';
COMMENT ON COLUMN retention_action.what IS 'What is done. Of the customer and the staff. Kept with the case.';
COMMENT ON COLUMN retention_action.began IS 'Number of the matter that it began. Of nobody. Kept with the case.';
COMMENT ON COLUMN retention_action.done_by IS 'User id of who did it. Of the staff. Kept with the case.';

CREATE FUNCTION case_party_of_retention() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  PERFORM add_case_party(NEW.number, ARRAY[NEW.group_id], ARRAY[NEW.owner_id, NEW.opened_by]);
  RETURN NULL; END $$;
CREATE TRIGGER case_party_kept AFTER INSERT OR UPDATE OF group_id, owner_id
  ON retention_case FOR EACH ROW EXECUTE FUNCTION case_party_of_retention();

CREATE OR REPLACE VIEW case_line AS
  SELECT number, 'ESCALATION' AS kind, phase <> 'ENDED' AS open, phase AS state, outcome, subject, customer_id,
    customer_text, severity, group_id, owner_id, reported_by, reported_at, ended_at, search, reason
  FROM escalation
  UNION ALL
  SELECT number, 'COMPLAINT', phase <> 'ENDED', phase, outcome, subject, customer_id,
    customer_text, severity, group_id, owner_id, received_by, presented_at, ended_at, search, NULL
  FROM complaint
  UNION ALL
  SELECT number, kind, ended_at IS NULL, stage_name, NULL, subject, customer_id, party_name, NULL, group_id, owner_id,
    registered_by, began_at, ended_at, search, NULL
  FROM pursuit
  UNION ALL
  SELECT number, 'REQUEST', status IN ('OPEN', 'ACKNOWLEDGED'), status, NULL, request,
    CASE WHEN party_kind = 'CUSTOMER' THEN party_id END, party_name, NULL, group_id, owner_id, requested_by,
    requested_at, coalesce(closed_at, answered_at), search, NULL
  FROM internal_request
  UNION ALL
  SELECT number, 'COMMITMENT', status = 'PREPARED', status, NULL, content,
    CASE WHEN party_kind = 'CUSTOMER' THEN party_id END,
    CASE WHEN party_kind = 'PROSPECT' THEN (SELECT name FROM prospect WHERE id = party_id) END, NULL, group_id,
    prepared_by, prepared_by, prepared_at, settled_at, search, NULL
  FROM commitment
  UNION ALL
  SELECT number, 'IMPROVEMENT', ended_at IS NULL, state, NULL, subject, NULL, NULL, severity, 'problem-coordinators',
    owner, registered_by, registered_at, ended_at, search, NULL
  FROM improvement_line
  UNION ALL
  SELECT number, 'RETENTION', ended_at IS NULL, state, NULL, subject, customer_id, customer_name, NULL, group_id,
    owner_id, opened_by, opened_at, ended_at, search, NULL
  FROM retention_case;

CREATE OR REPLACE VIEW case_due AS
  SELECT case_number AS number, clock, due_at, paused_at IS NOT NULL AS paused,
    clock IN ('FIRST_NOTICE', 'ANSWER', 'UPDATE', 'CONTACT_REPLY', 'CLOSING') AS news
  FROM deadline
  WHERE met_at IS NULL AND stopped_at IS NULL AND clock NOT IN ('INVOLVE_PARTIES', 'ACTIVITY', 'PAUSE_REVIEW')
  UNION ALL
  SELECT complaint_number, 'COMPLAINT_TERM', due_at, false, true
  FROM complaint_term WHERE binding AND met_at IS NULL AND due_at IS NOT NULL
  UNION ALL
  SELECT number, 'NEXT_CONTACT', coalesce(resume_at, next_due), false, false
  FROM pursuit WHERE ended_at IS NULL AND coalesce(resume_at, next_due) IS NOT NULL
  UNION ALL
  SELECT number, CASE WHEN status = 'OPEN' THEN 'REQUEST_ACKNOWLEDGEMENT' ELSE 'REQUEST_ANSWER' END,
    CASE WHEN status = 'OPEN' THEN acknowledge_due ELSE answer_due END, false, false
  FROM internal_request WHERE status IN ('OPEN', 'ACKNOWLEDGED') AND answer_due IS NOT NULL
  UNION ALL
  SELECT number, 'ACTION', due_at, false, false
  FROM improvement_line WHERE ended_at IS NULL AND state = 'OPEN'
  UNION ALL
  SELECT number, CASE WHEN state = 'WATCHED' THEN 'NEXT_PURCHASE' ELSE 'NEXT_CONTACT' END, due_at, false, false
  FROM retention_case WHERE ended_at IS NULL;
