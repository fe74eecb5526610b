-- The page of a case names the cases to which it was linked, which only they say.
CREATE INDEX case_detail_our_case ON case_detail (text) WHERE kind = 'LINKED_RECORD' AND text LIKE 'ESC-%';

-- The page of decisions names the exceptions that were decided in cases, which only their notes keep.
CREATE INDEX case_note_exception ON case_note (written_at, id) WHERE kind = 'EXCEPTION_DECISION';

-- The panel asks what is open by these alone, and what came of a customer in some weeks; cases are wide rows.
CREATE INDEX escalation_open ON escalation (number)
  INCLUDE (group_id, owner_id, severity, reason, customer_id, reported_at) WHERE phase <> 'ENDED';
CREATE INDEX escalation_customer_reported ON escalation (customer_id, reported_at);
DROP INDEX escalation_customer;
CREATE INDEX case_contact_customer_contacted ON case_contact (customer_id, contacted_at);
DROP INDEX case_contact_customer;
CREATE INDEX deadline_unmet_due ON deadline (case_number, due_at) INCLUDE (clock, paused_at)
  WHERE met_at IS NULL AND stopped_at IS NULL;
DROP INDEX deadline_unmet;
