-- The list of cases is asked by reason, too. Requests and commitments have none.
CREATE OR REPLACE VIEW case_line AS
  SELECT number, 'ESCALATION' AS kind, phase <> 'ENDED' AS open, phase AS state, outcome, subject, customer_id,
    customer_text, severity, group_id, owner_id, reported_by, reported_at, ended_at, search, reason
  FROM escalation
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
