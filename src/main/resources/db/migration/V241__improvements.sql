-- What is looked at or changed although no case asks for it: each is carried by corrective actions, and may come again.
CREATE SEQUENCE improvement_number;

CREATE TABLE improvement (
  number        text        PRIMARY KEY REFERENCES matter,
  kind          text        NOT NULL CHECK (kind IN ('QUALITY_CHECK', 'OPENING_HOURS', 'PHONE_PROMPTNESS', 'MYSTERY_CALL',
    'PUBLIC_PROMISE', 'PROACTIVE')),
  subject       text        NOT NULL,
  what          text        NOT NULL,
  why           text,
  severity      text        NOT NULL,
  repeat_months integer     CHECK (repeat_months BETWEEN 1 AND 24),
  source        text        REFERENCES matter,
  follows       text        UNIQUE REFERENCES improvement,
  sample        text[]      NOT NULL DEFAULT '{}',
  registered_by text        NOT NULL,
  registered_at timestamptz NOT NULL,
  ended_at      timestamptz,
  search        text        NOT NULL GENERATED ALWAYS AS (search_plain(what || ' ' || coalesce(why, ''))) STORED
);
CREATE INDEX improvement_source ON improvement (source);
CREATE INDEX improvement_open ON improvement (registered_at) WHERE ended_at IS NULL;
COMMENT ON TABLE improvement IS 'Improvements: checks of how we work, and what is done before a problem grows.';
COMMENT ON COLUMN improvement.number IS 'Readable number. Of nobody. Kept with the case.';
COMMENT ON COLUMN improvement.kind IS 'What kind it is, one of a list. Of nobody. Kept with the case.';
COMMENT ON COLUMN improvement.subject IS 'The beginning of what is done. Of the customer and the staff. Kept with the case.';
COMMENT ON COLUMN improvement.what IS 'What is done. Of the customer and the staff. Kept with the case.';
COMMENT ON COLUMN improvement.why IS 'What it is for. Of the customer and the staff. Kept with the case.';
COMMENT ON COLUMN improvement.severity IS 'How closely it is followed, one of a list. Of nobody. Kept with the case.';
COMMENT ON COLUMN improvement.source IS 'The matter in which it was found. Of nobody. Kept with the case.';
COMMENT ON COLUMN improvement.follows IS 'The improvement that it repeats. Of nobody. Kept with the case.';
COMMENT ON COLUMN improvement.sample IS 'Numbers of the matters that were drawn for a check. Of nobody. Kept with the case.';
COMMENT ON COLUMN improvement.registered_by IS 'User id of who wrote it down. Of the staff. Kept with the case.';
COMMENT ON COLUMN improvement.search IS 'What it is searched by, made of its other columns. Of the customer and the staff. Kept with the case.';

-- Each with the action that stands now.
CREATE VIEW improvement_line AS
  SELECT improvement.*, action.state, action.owner, action.due_on, action.due_at
  FROM improvement LEFT JOIN LATERAL (SELECT state, owner, due_on, due_at FROM corrective_action
    WHERE case_number = improvement.number ORDER BY id DESC LIMIT 1) action ON true;

CREATE FUNCTION case_party_of_improvement() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  PERFORM add_case_party(NEW.number, ARRAY['problem-coordinators', 'supervisors'], ARRAY[NEW.registered_by]);
  RETURN NULL; END $$;
CREATE TRIGGER case_party_kept AFTER INSERT ON improvement
  FOR EACH ROW EXECUTE FUNCTION case_party_of_improvement();

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
  FROM improvement_line;

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
  FROM improvement_line WHERE ended_at IS NULL AND state = 'OPEN';
