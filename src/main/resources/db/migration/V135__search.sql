-- One way in which every list is searched: without case, accents, ñ and kinds of dashes. Nothing but pg_catalog, so that
-- a restored dump can compute the columns again; no extension is needed.
CREATE FUNCTION search_plain(text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  AS $$ SELECT btrim(regexp_replace(replace(translate(
    -- Accents are marks of their own after NFKD; soft hyphens and blanks without width are nothing.
    lower(regexp_replace(normalize($1, NFKD), '[\u0300-\u036f\u00ad\u200b-\u200d\ufeff]', '', 'g')),
    '‐‑‒–—―−’‘“”', '-------''''""'), 'ß', 'ss'), '\s+', ' ', 'g')) $$;

-- The number stands in none of them: its year would be found in every case of that year.
ALTER TABLE escalation ADD COLUMN search text NOT NULL GENERATED ALWAYS AS (search_plain(
  subject || ' ' || customer_text || ' ' || description || ' ' || coalesce(service, '') || ' '
  || coalesce(external_ref, ''))) STORED;
ALTER TABLE case_detail ADD COLUMN search text NOT NULL GENERATED ALWAYS AS (search_plain(text)) STORED;
ALTER TABLE internal_request ADD COLUMN search text NOT NULL GENERATED ALWAYS AS (search_plain(
  request || ' ' || situation || ' ' || coalesce(party_name, ''))) STORED;
ALTER TABLE commitment ADD COLUMN search text NOT NULL GENERATED ALWAYS AS (search_plain(content)) STORED;
ALTER TABLE customer ADD COLUMN search text NOT NULL GENERATED ALWAYS AS (search_plain(code || ' ' || name)) STORED;
ALTER TABLE customer_contact ADD COLUMN search text NOT NULL GENERATED ALWAYS AS (search_plain(
  name || ' ' || coalesce(email, '') || ' ' || regexp_replace(coalesce(phone, ''), '\D', '', 'g'))) STORED;
COMMENT ON COLUMN escalation.search IS 'What the case is searched by, made of its other columns. Of the customer. Kept with the case.';
COMMENT ON COLUMN case_detail.search IS 'What the detail is searched by, made of its text. Of the customer. Kept with the case.';
COMMENT ON COLUMN internal_request.search IS 'What the request is searched by, made of its other columns. Of the customer. Kept with the request.';
COMMENT ON COLUMN commitment.search IS 'What the commitment is searched by, made of its content. Of the customer. Kept with the commitment.';
COMMENT ON COLUMN customer.search IS 'What the customer is searched by, made of code and name. Of the customer. Kept with the customer.';
COMMENT ON COLUMN customer_contact.search IS 'What the contact is searched by: name, address and the digits of the telephone. Of the customer. Kept with the contact.';

-- Everything that lists show, one line each, of whatever kind. A new kind joins here.
CREATE VIEW case_line AS
  SELECT number, 'ESCALATION' AS kind, phase <> 'ENDED' AS open, phase AS state, outcome, subject, customer_id,
    customer_text, severity, group_id, owner_id, reported_by, reported_at, ended_at, search
  FROM escalation
  UNION ALL
  SELECT number, 'REQUEST', status IN ('OPEN', 'ACKNOWLEDGED'), status, NULL, request,
    CASE WHEN party_kind = 'CUSTOMER' THEN party_id END, party_name, NULL, group_id, owner_id, requested_by,
    requested_at, coalesce(closed_at, answered_at), search
  FROM internal_request
  UNION ALL
  SELECT number, 'COMMITMENT', status = 'PREPARED', status, NULL, content,
    CASE WHEN party_kind = 'CUSTOMER' THEN party_id END,
    CASE WHEN party_kind = 'PROSPECT' THEN (SELECT name FROM prospect WHERE id = party_id) END, NULL, group_id,
    prepared_by, prepared_by, prepared_at, settled_at, search
  FROM commitment;
COMMENT ON VIEW case_line IS 'Cases, requests and commitments as lists show them.';

-- What of them is still to be done in time. Reminders among ourselves are no deadline that anybody missed.
CREATE VIEW case_due AS
  SELECT case_number AS number, clock, due_at, paused_at IS NOT NULL AS paused,
    clock IN ('FIRST_NOTICE', 'ANSWER', 'UPDATE', 'CONTACT_REPLY', 'CLOSING') AS news
  FROM deadline
  WHERE met_at IS NULL AND stopped_at IS NULL AND clock NOT IN ('INVOLVE_PARTIES', 'ACTIVITY', 'PAUSE_REVIEW')
  UNION ALL
  SELECT number, CASE WHEN status = 'OPEN' THEN 'REQUEST_ACKNOWLEDGEMENT' ELSE 'REQUEST_ANSWER' END,
    CASE WHEN status = 'OPEN' THEN acknowledge_due ELSE answer_due END, false, false
  FROM internal_request WHERE status IN ('OPEN', 'ACKNOWLEDGED') AND answer_due IS NOT NULL;
COMMENT ON VIEW case_due IS 'Deadlines of cases and requests that nobody has met yet; news: by then the customer hears from us.';
CREATE INDEX deadline_unmet ON deadline (case_number, due_at) WHERE met_at IS NULL AND stopped_at IS NULL;
