-- Complaints, presented at any door. What belongs to one as a matter (letters, notes, levels, promises) refers to matter.
CREATE SEQUENCE complaint_number;
-- Customers whom nobody knew before they complained.
CREATE SEQUENCE complainant_number;

CREATE TABLE complaint (
  number          text        PRIMARY KEY REFERENCES matter,
  phase           text        NOT NULL,
  outcome         text,
  kind            text        NOT NULL,
  door            text        NOT NULL,
  channel         text        NOT NULL,
  language        text        NOT NULL,
  customer_id     bigint      NOT NULL,
  customer_text   text        NOT NULL,
  subject         text        NOT NULL,
  description     text        NOT NULL,
  wish            text,
  country         text        NOT NULL,
  region          text,
  topic           text        NOT NULL,
  consumer        boolean     NOT NULL,
  official_form   boolean     NOT NULL,
  small_supply    boolean     NOT NULL,
  presented_at    timestamptz NOT NULL,
  zone            text        NOT NULL,
  received_by     text        NOT NULL,
  received_at     timestamptz NOT NULL,
  read_back       boolean     NOT NULL DEFAULT false,
  recording       text,
  severity        text        NOT NULL,
  group_id        text,
  owner_id        text,
  reason          text,
  public_exposure boolean     NOT NULL DEFAULT false,
  vulnerable      boolean     NOT NULL DEFAULT false,
  senior          boolean     NOT NULL DEFAULT false,
  broken_promise  boolean     NOT NULL DEFAULT false,
  fault           text,
  finding         text,
  joined_to       text REFERENCES complaint,
  decision        text,
  decided_at      timestamptz,
  answered_at     timestamptz,
  proof           text,
  heard           boolean,
  solved          boolean,
  judgement       text,
  ended_at        timestamptz,
  search          text        NOT NULL GENERATED ALWAYS AS (search_plain(
    subject || ' ' || customer_text || ' ' || description || ' ' || coalesce(wish, ''))) STORED,
  CHECK ((phase = 'ENDED') = (outcome IS NOT NULL)),
  CHECK ((phase = 'ENDED') = (ended_at IS NOT NULL)),
  CHECK ((outcome = 'JOINED') = (joined_to IS NOT NULL)),
  CHECK (presented_at <= received_at)
);
CREATE INDEX complaint_customer ON complaint (customer_id);
CREATE INDEX complaint_list ON complaint (phase, severity, presented_at);
COMMENT ON TABLE complaint IS 'What customers complained about, as they said it, and what became of it.';
COMMENT ON COLUMN complaint.number IS 'Readable number. Of nobody. Kept with the case.';
COMMENT ON COLUMN complaint.phase IS 'How far it has got. Of nobody. Kept with the case.';
COMMENT ON COLUMN complaint.outcome IS 'How it ended. Of nobody. Kept with the case.';
COMMENT ON COLUMN complaint.kind IS 'Enquiry, incident, grievance or claim. Of nobody. Kept with the case.';
COMMENT ON COLUMN complaint.door IS 'By which way it came. Of nobody. Kept with the case.';
COMMENT ON COLUMN complaint.channel IS 'By which way its answer goes out. Of the customer. Kept with the case.';
COMMENT ON COLUMN complaint.language IS 'In which language it was said, ISO 639. Of the customer. Kept with the case.';
COMMENT ON COLUMN complaint.customer_text IS 'Who complains, as somebody wrote it. Of the customer. Kept with the case.';
COMMENT ON COLUMN complaint.subject IS 'The first words of it. Of the customer. Kept with the case.';
COMMENT ON COLUMN complaint.description IS 'What the customer said, word for word. Of the customer. Kept with the case.';
COMMENT ON COLUMN complaint.wish IS 'What the customer asks for. Of the customer. Kept with the case.';
COMMENT ON COLUMN complaint.country IS 'Where the customer is, ISO 3166. Of the customer. Kept with the case.';
COMMENT ON COLUMN complaint.region IS 'In which region. Of the customer. Kept with the case.';
COMMENT ON COLUMN complaint.topic IS 'What it is about, as far as a norm makes a difference. Of nobody. Kept with the case.';
COMMENT ON COLUMN complaint.zone IS 'In which zone its dates are counted. Of nobody. Kept with the case.';
COMMENT ON COLUMN complaint.received_by IS 'Who took it. Of the staff. Kept with the case.';
COMMENT ON COLUMN complaint.recording IS 'Where the recording of the call is. Of the customer. Kept with the case.';
COMMENT ON COLUMN complaint.severity IS 'How bad it is. Of nobody. Kept with the case.';
COMMENT ON COLUMN complaint.group_id IS 'The group that works it. Of nobody. Kept with the case.';
COMMENT ON COLUMN complaint.owner_id IS 'Who answers for it. Of the staff. Kept with the case.';
COMMENT ON COLUMN complaint.reason IS 'Why the customer is angry, a code of complaintReasons. Of nobody. Kept with the case.';
COMMENT ON COLUMN complaint.fault IS 'Whose fault it was. Of nobody. Kept with the case.';
COMMENT ON COLUMN complaint.finding IS 'What was found out. Of the customer. Kept with the case.';
COMMENT ON COLUMN complaint.joined_to IS 'The complaint that goes on for this one. Of nobody. Kept with the case.';
COMMENT ON COLUMN complaint.decision IS 'How it was decided. Of nobody. Kept with the case.';
COMMENT ON COLUMN complaint.proof IS 'How it is proved that the answer went out. Of the customer. Kept with the case.';
COMMENT ON COLUMN complaint.judgement IS 'What the customer said of the answer. Of the customer. Kept with the case.';
COMMENT ON COLUMN complaint.search IS 'What it is searched by, made of its other columns. Of the customer. Kept with the case.';

-- The terms that norms set for it; counted anew from its course whenever that changes.
CREATE TABLE complaint_term (
  complaint_number text        NOT NULL REFERENCES complaint,
  code             text        NOT NULL,
  position         integer     NOT NULL,
  binding          boolean     NOT NULL,
  norm             text        NOT NULL,
  told             text        NOT NULL,
  because          text[]      NOT NULL,
  started_at       timestamptz,
  warn_at          timestamptz,
  due_at           timestamptz,
  warned_at        timestamptz,
  missed_at        timestamptz,
  met_at           timestamptz,
  PRIMARY KEY (complaint_number, code),
  CHECK ((due_at IS NULL) = (started_at IS NULL)),
  CHECK ((due_at IS NULL) = (warn_at IS NULL))
);
COMMENT ON TABLE complaint_term IS 'The terms of a complaint: all that run at the same time, and which of them obliges.';
COMMENT ON COLUMN complaint_term.complaint_number IS 'The complaint. Of nobody. Kept with the case.';
COMMENT ON COLUMN complaint_term.code IS 'Code of the term in complaintDeadlines. Of nobody. Kept with the case.';
COMMENT ON COLUMN complaint_term.norm IS 'The norm, as the table said it. Of nobody. Kept with the case.';
COMMENT ON COLUMN complaint_term.told IS 'By when, in Spanish. Of nobody. Kept with the case.';
COMMENT ON COLUMN complaint_term.because IS 'How it came to its date, in Spanish. Of nobody. Kept with the case.';

-- What the customer was asked to complete, and when it had come.
CREATE TABLE complaint_cure (
  id               bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  complaint_number text        NOT NULL REFERENCES complaint,
  missing          text        NOT NULL,
  until            date        NOT NULL,
  requested_by     text        NOT NULL,
  requested_at     timestamptz NOT NULL,
  completion       text,
  completed_at     timestamptz,
  CHECK (completed_at >= requested_at)
);
-- One thing is asked at a time.
CREATE UNIQUE INDEX complaint_cure_open ON complaint_cure (complaint_number) WHERE completed_at IS NULL;
COMMENT ON TABLE complaint_cure IS 'What a customer was asked to complete before a complaint could be worked.';
COMMENT ON COLUMN complaint_cure.complaint_number IS 'The complaint. Of nobody. Kept with the case.';
COMMENT ON COLUMN complaint_cure.missing IS 'What was missing, as the customer read it. Of the customer. Kept with the case.';
COMMENT ON COLUMN complaint_cure.requested_by IS 'Who asked for it. Of the staff. Kept with the case.';
COMMENT ON COLUMN complaint_cure.completion IS 'What the customer gave. Of the customer. Kept with the case.';

CREATE FUNCTION case_party_of_complaint() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  PERFORM add_case_party(NEW.number, ARRAY[NEW.group_id], ARRAY[NEW.owner_id, NEW.received_by]);
  RETURN NULL; END $$;
CREATE TRIGGER case_party_kept AFTER INSERT OR UPDATE OF group_id, owner_id
  ON complaint FOR EACH ROW EXECUTE FUNCTION case_party_of_complaint();

CREATE OR REPLACE VIEW case_line AS
  SELECT number, 'ESCALATION' AS kind, phase <> 'ENDED' AS open, phase AS state, outcome, subject, customer_id,
    customer_text, severity, group_id, owner_id, reported_by, reported_at, ended_at, search, reason
  FROM escalation
  UNION ALL
  SELECT number, 'COMPLAINT', phase <> 'ENDED', phase, outcome, subject, customer_id,
    customer_text, severity, group_id, owner_id, received_by, presented_at, ended_at, search, NULL
  FROM complaint
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
  FROM commitment;

CREATE OR REPLACE VIEW case_due AS
  SELECT case_number AS number, clock, due_at, paused_at IS NOT NULL AS paused,
    clock IN ('FIRST_NOTICE', 'ANSWER', 'UPDATE', 'CONTACT_REPLY', 'CLOSING') AS news
  FROM deadline
  WHERE met_at IS NULL AND stopped_at IS NULL AND clock NOT IN ('INVOLVE_PARTIES', 'ACTIVITY', 'PAUSE_REVIEW')
  UNION ALL
  SELECT complaint_number, 'COMPLAINT_TERM', due_at, false, true
  FROM complaint_term WHERE binding AND met_at IS NULL AND due_at IS NOT NULL
  UNION ALL
  SELECT number, CASE WHEN status = 'OPEN' THEN 'REQUEST_ACKNOWLEDGEMENT' ELSE 'REQUEST_ANSWER' END,
    CASE WHEN status = 'OPEN' THEN acknowledge_due ELSE answer_due END, false, false
  FROM internal_request WHERE status IN ('OPEN', 'ACKNOWLEDGED') AND answer_due IS NOT NULL;
