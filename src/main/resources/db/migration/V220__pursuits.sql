-- What may become a sale: a prospect is pursued until it is an opportunity, and that until it is won or lost. Both are
-- matters. Their stages are those of the model with which their process runs.
CREATE SEQUENCE prospect_pursuit_number;
CREATE SEQUENCE opportunity_number;

CREATE TABLE pursuit (
  number        text          PRIMARY KEY REFERENCES matter,
  kind          text          NOT NULL CHECK (kind IN ('PROSPECT', 'OPPORTUNITY')),
  party_kind    text          NOT NULL CHECK (party_kind IN ('PROSPECT', 'CUSTOMER')),
  party_id      bigint        NOT NULL,
  party_name    text          NOT NULL,
  customer_id   bigint,
  subject       text          NOT NULL,
  capture       text          NOT NULL,
  strategy      text          NOT NULL,
  stage         text          NOT NULL,
  stage_name    text          NOT NULL,
  stage_kind    text          NOT NULL,
  stage_since   timestamptz   NOT NULL,
  group_id      text          NOT NULL,
  owner_id      text,
  next_due      timestamptz,
  resume_at     timestamptz,
  resume_stage  text,
  deferrals     integer       NOT NULL DEFAULT 0,
  came_from     text          UNIQUE REFERENCES pursuit,
  quote         text,
  amount        numeric(14, 2) CHECK (amount > 0),
  currency      text,
  registered_by text          NOT NULL,
  began_at      timestamptz   NOT NULL,
  ended_at      timestamptz,
  search        text          NOT NULL GENERATED ALWAYS AS (search_plain(subject || ' ' || party_name)) STORED,
  CHECK ((ended_at IS NULL) = (stage_kind IN ('ACTIVE', 'WAITING'))),
  CHECK ((stage_kind = 'WAITING') = (resume_at IS NOT NULL)),
  CHECK ((resume_at IS NULL) = (resume_stage IS NULL)),
  CHECK ((amount IS NULL) = (currency IS NULL))
);
-- One pursuit of a prospect at a time.
CREATE UNIQUE INDEX pursuit_open_prospect ON pursuit (party_kind, party_id) WHERE kind = 'PROSPECT' AND ended_at IS NULL;
-- A deal is pursued once.
CREATE UNIQUE INDEX pursuit_open_deal ON pursuit (party_kind, party_id, lower(subject))
  WHERE kind = 'OPPORTUNITY' AND ended_at IS NULL;
CREATE INDEX pursuit_party ON pursuit (party_kind, party_id);
CREATE INDEX pursuit_customer ON pursuit (customer_id);
CREATE INDEX pursuit_due ON pursuit (next_due) WHERE ended_at IS NULL;
COMMENT ON TABLE pursuit IS 'Prospects and opportunities that are pursued, and how far each has got.';
COMMENT ON COLUMN pursuit.number IS 'Readable number. Of nobody. Kept with the case.';
COMMENT ON COLUMN pursuit.kind IS 'Prospect or opportunity. Of nobody. Kept with the case.';
COMMENT ON COLUMN pursuit.party_kind IS 'Whether it is about a prospect or a customer. Of nobody. Kept with the case.';
COMMENT ON COLUMN pursuit.party_name IS 'Whom it is about, as the register called them. Of the customer. Kept with the case.';
COMMENT ON COLUMN pursuit.subject IS 'What it is about, in a line. Of the customer. Kept with the case.';
COMMENT ON COLUMN pursuit.capture IS 'By which channel it came. Of nobody. Kept with the case.';
COMMENT ON COLUMN pursuit.strategy IS 'Bottom-up or top-down. Of nobody. Kept with the case.';
COMMENT ON COLUMN pursuit.stage IS 'Code of the stage in the model. Of nobody. Kept with the case.';
COMMENT ON COLUMN pursuit.stage_name IS 'What the model called the stage. Of nobody. Kept with the case.';
COMMENT ON COLUMN pursuit.stage_kind IS 'What the stage means. Of nobody. Kept with the case.';
COMMENT ON COLUMN pursuit.group_id IS 'The group that works it. Of nobody. Kept with the case.';
COMMENT ON COLUMN pursuit.owner_id IS 'Who answers for it. Of the staff. Kept with the case.';
COMMENT ON COLUMN pursuit.resume_stage IS 'Code of the stage in which it goes on after the wait. Of nobody. Kept with the case.';
COMMENT ON COLUMN pursuit.came_from IS 'The prospect that became this opportunity. Of nobody. Kept with the case.';
COMMENT ON COLUMN pursuit.quote IS 'Reference of the quote that was sent last. Of nobody. Kept with the case.';
COMMENT ON COLUMN pursuit.currency IS 'Currency of the amount, ISO 4217. Of nobody. Kept with the case.';
COMMENT ON COLUMN pursuit.registered_by IS 'Who registered it. Of the staff. Kept with the case.';
COMMENT ON COLUMN pursuit.search IS 'What it is searched by, made of its other columns. Of the customer. Kept with the case.';

-- From which stage to which, who, when and with what. The first row of each is its beginning.
CREATE TABLE stage_passed (
  id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number     text        NOT NULL REFERENCES pursuit,
  from_stage text,
  to_stage   text        NOT NULL,
  to_name    text        NOT NULL,
  to_kind    text        NOT NULL,
  moved_by   text        NOT NULL,
  moved_at   timestamptz NOT NULL,
  said       text
);
CREATE INDEX stage_passed_number ON stage_passed (number, id);
COMMENT ON TABLE stage_passed IS 'Each step of a pursuit from one stage to another.';
COMMENT ON COLUMN stage_passed.number IS 'The pursuit. Of nobody. Kept with the case.';
COMMENT ON COLUMN stage_passed.from_stage IS 'Code of the stage that it left. Of nobody. Kept with the case.';
COMMENT ON COLUMN stage_passed.to_stage IS 'Code of the stage that it reached. Of nobody. Kept with the case.';
COMMENT ON COLUMN stage_passed.to_name IS 'What the model called that stage. Of nobody. Kept with the case.';
COMMENT ON COLUMN stage_passed.to_kind IS 'What that stage means. Of nobody. Kept with the case.';
COMMENT ON COLUMN stage_passed.moved_by IS 'Who moved it. Of the staff. Kept with the case.';
COMMENT ON COLUMN stage_passed.said IS 'With which data, in Spanish. Of the customer. Kept with the case.';

-- Why it was chosen, whom to speak to, and what was found out; an opportunity shares its prospect's.
CREATE TABLE pursuit_profile (
  number           text PRIMARY KEY REFERENCES pursuit,
  why_chosen       text,
  person_name     text,
  person_title    text,
  person_phone    text,
  person_email    text,
  recent_events    text,
  suitable_sectors text,
  contact_level    text,
  livelihood       text,
  need             text,
  budget           text,
  feasibility      text,
  verdict          text,
  investment       numeric(14, 2) CHECK (investment > 0),
  yearly_gain      numeric(14, 2) CHECK (yearly_gain > 0),
  years            integer CHECK (years BETWEEN 1 AND 30),
  CHECK ((investment IS NULL) = (yearly_gain IS NULL)),
  CHECK ((investment IS NULL) = (years IS NULL))
);
COMMENT ON TABLE pursuit_profile IS 'What is known of whom is pursued.';
COMMENT ON COLUMN pursuit_profile.number IS 'The pursuit. Of nobody. Kept with the case.';
COMMENT ON COLUMN pursuit_profile.why_chosen IS 'Why they were chosen. Of the customer. Kept with the case.';
COMMENT ON COLUMN pursuit_profile.person_name IS 'Whom to speak to. Of the customer. Kept with the case.';
COMMENT ON COLUMN pursuit_profile.person_title IS 'Their position. Of the customer. Kept with the case.';
COMMENT ON COLUMN pursuit_profile.person_phone IS 'Their telephone. Of the customer. Kept with the case.';
COMMENT ON COLUMN pursuit_profile.person_email IS 'Their mail address. Of the customer. Kept with the case.';
COMMENT ON COLUMN pursuit_profile.recent_events IS 'What happened there lately. Of the customer. Kept with the case.';
COMMENT ON COLUMN pursuit_profile.suitable_sectors IS 'Which sectors suit us, homework. Of the customer. Kept with the case.';
COMMENT ON COLUMN pursuit_profile.contact_level IS 'At which level to speak, homework. Of the customer. Kept with the case.';
COMMENT ON COLUMN pursuit_profile.livelihood IS 'How the company makes a living, homework. Of the customer. Kept with the case.';
COMMENT ON COLUMN pursuit_profile.need IS 'Whether they need it. Of the customer. Kept with the case.';
COMMENT ON COLUMN pursuit_profile.budget IS 'Whether they have a budget. Of the customer. Kept with the case.';
COMMENT ON COLUMN pursuit_profile.feasibility IS 'Whether it is feasible. Of the customer. Kept with the case.';
COMMENT ON COLUMN pursuit_profile.verdict IS 'What the table of qualification said of the three. Of nobody. Kept with the case.';

-- Each try to reach somebody: nobody answered, one talked, or an appointment was made.
CREATE TABLE pursuit_call (
  id        bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number    text        NOT NULL REFERENCES pursuit,
  result    text        NOT NULL CHECK (result IN ('ATTEMPT', 'CONVERSATION', 'APPOINTMENT')),
  channel   text        NOT NULL CHECK (channel IN ('PHONE', 'MAIL', 'NETWORKS')),
  minutes   integer     NOT NULL CHECK (minutes BETWEEN 0 AND 600),
  note      text,
  called_by text        NOT NULL,
  called_at timestamptz NOT NULL
);
CREATE INDEX pursuit_call_number ON pursuit_call (number, id);
COMMENT ON TABLE pursuit_call IS 'Attempts, conversations and appointments of a pursuit.';
COMMENT ON COLUMN pursuit_call.number IS 'The pursuit. Of nobody. Kept with the case.';
COMMENT ON COLUMN pursuit_call.result IS 'Attempt, conversation or appointment. Of nobody. Kept with the case.';
COMMENT ON COLUMN pursuit_call.channel IS 'By which way. Of nobody. Kept with the case.';
COMMENT ON COLUMN pursuit_call.note IS 'What was said. Of the customer. Kept with the case.';
COMMENT ON COLUMN pursuit_call.called_by IS 'Who called or wrote. Of the staff. Kept with the case.';

-- Why it was lost and what that teaches; one lesson for each no.
CREATE TABLE pursuit_loss (
  number      text        PRIMARY KEY REFERENCES pursuit,
  reason      text        NOT NULL,
  note        text,
  lesson      text        NOT NULL,
  competitor  text,
  weak_points text,
  analyst     text,
  cause       text,
  change      text,
  lost_by     text        NOT NULL,
  lost_at     timestamptz NOT NULL,
  analysed_at timestamptz,
  CHECK ((competitor IS NULL) = (weak_points IS NULL)),
  CHECK ((competitor IS NULL) = (analyst IS NULL)),
  CHECK ((analysed_at IS NULL) = (cause IS NULL)),
  CHECK ((analysed_at IS NULL) = (change IS NULL))
);
COMMENT ON TABLE pursuit_loss IS 'Why prospects and opportunities were lost.';
COMMENT ON COLUMN pursuit_loss.number IS 'The pursuit. Of nobody. Kept with the case.';
COMMENT ON COLUMN pursuit_loss.reason IS 'Code of a row of lossReasons. Of nobody. Kept with the case.';
COMMENT ON COLUMN pursuit_loss.note IS 'Why, in their words. Of the customer. Kept with the case.';
COMMENT ON COLUMN pursuit_loss.lesson IS 'What it teaches. Of the customer. Kept with the case.';
COMMENT ON COLUMN pursuit_loss.competitor IS 'Who got it. Of the customer. Kept with the case.';
COMMENT ON COLUMN pursuit_loss.weak_points IS 'What was weak in our proposal. Of the customer. Kept with the case.';
COMMENT ON COLUMN pursuit_loss.analyst IS 'Who analyses it. Of the staff. Kept with the case.';
COMMENT ON COLUMN pursuit_loss.cause IS 'Why that was weak. Of the customer. Kept with the case.';
COMMENT ON COLUMN pursuit_loss.change IS 'What changes. Of the customer. Kept with the case.';
COMMENT ON COLUMN pursuit_loss.lost_by IS 'Who wrote it down. Of the staff. Kept with the case.';

-- Whom nobody calls any more, because they asked for it.
CREATE TABLE left_alone (
  party_kind text        NOT NULL CHECK (party_kind IN ('PROSPECT', 'CUSTOMER')),
  party_id   bigint      NOT NULL,
  asked_by   text        NOT NULL,
  asked_at   timestamptz NOT NULL,
  PRIMARY KEY (party_kind, party_id)
);
COMMENT ON TABLE left_alone IS 'Prospects and customers that asked not to be called any more.';
COMMENT ON COLUMN left_alone.party_kind IS 'Prospect or customer. Of nobody. Kept with the case.';
COMMENT ON COLUMN left_alone.asked_by IS 'Who wrote it down. Of the staff. Kept with the case.';

CREATE FUNCTION case_party_of_pursuit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  PERFORM add_case_party(NEW.number, ARRAY[NEW.group_id], ARRAY[NEW.owner_id, NEW.registered_by]);
  RETURN NULL; END $$;
CREATE TRIGGER case_party_kept AFTER INSERT OR UPDATE OF group_id, owner_id
  ON pursuit FOR EACH ROW EXECUTE FUNCTION case_party_of_pursuit();

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
  SELECT number, 'NEXT_CONTACT', coalesce(resume_at, next_due), false, false
  FROM pursuit WHERE ended_at IS NULL AND coalesce(resume_at, next_due) IS NOT NULL
  UNION ALL
  SELECT number, CASE WHEN status = 'OPEN' THEN 'REQUEST_ACKNOWLEDGEMENT' ELSE 'REQUEST_ANSWER' END,
    CASE WHEN status = 'OPEN' THEN acknowledge_due ELSE answer_due END, false, false
  FROM internal_request WHERE status IN ('OPEN', 'ACKNOWLEDGED') AND answer_due IS NOT NULL;
