-- What each text column about internal requests, decisions and the running of Escala holds, of whom, and for how long: see
-- operations.md, What is kept.

COMMENT ON TABLE internal_request IS 'What somebody of the house asks before committing, or tells afterwards. Nothing deletes one.';
COMMENT ON COLUMN internal_request.number IS
  'Readable number, for example SOL-2026-000123. Of nobody. Kept without end; nothing deletes a request.';
COMMENT ON COLUMN internal_request.status IS 'How far the request got. Of nobody. Kept with the request; only the latest.';
COMMENT ON COLUMN internal_request.kind IS 'What the person needs, one of a list. Of nobody. Kept with the request.';
COMMENT ON COLUMN internal_request.purpose IS 'What asking is good for, one of a list. Of nobody. Kept with the request.';
COMMENT ON COLUMN internal_request.situations IS
  'What of the policy applies, from a list; one says that something feels odd. Of the customer, the prospect and the staff. Kept with the request.';
COMMENT ON COLUMN internal_request.asked_topic IS 'What it is about, as the person says. Of nobody. Kept with the request.';
COMMENT ON COLUMN internal_request.party_kind IS 'CUSTOMER or PROSPECT. Of nobody. Kept with the request.';
COMMENT ON COLUMN internal_request.party_name IS
  'Name of the customer or prospect then. Of the customer and the prospect. Kept with the request.';
COMMENT ON COLUMN internal_request.situation IS
  'What happens and who wants it, in the words of who asks. Of the customer, the prospect, the staff and others. Kept with the request.';
COMMENT ON COLUMN internal_request.request IS
  'What is asked for. Of the customer, the prospect, the staff and others. Kept with the request.';
COMMENT ON COLUMN internal_request.assessment IS
  'What the person thinks of it. Of the customer, the prospect, the staff and others. Kept with the request.';
COMMENT ON COLUMN internal_request.standing_decision IS
  'Number of the standing decision that answers it. Of nobody. Kept with the request.';
COMMENT ON COLUMN internal_request.requested_by IS 'User id of who asks, or sistema. Of the staff. Kept with the request.';
COMMENT ON COLUMN internal_request.from_group IS 'Id of the group that asks. Of nobody. Kept with the request.';
COMMENT ON COLUMN internal_request.mode IS
  'What the policy says: before answering, before committing, or afterwards. Of nobody. Kept with the request.';
COMMENT ON COLUMN internal_request.topic IS
  'What it is about, as the policy or a transfer says. Of nobody. Kept with the request; only the latest.';
COMMENT ON COLUMN internal_request.group_id IS 'Id of the group that answers. Of nobody. Kept with the request; only the latest.';
COMMENT ON COLUMN internal_request.group_reason IS 'Why that group, in Spanish. Of the staff. Kept with the request; only the latest.';
COMMENT ON COLUMN internal_request.owner_id IS 'User id of who has it. Of the staff. Kept with the request; only the latest.';
COMMENT ON COLUMN internal_request.decision_number IS 'Number of the decision that answered it. Of nobody. Kept with the request.';
COMMENT ON COLUMN internal_request.process_instance_id IS
  'Id of the process instance that carries the request. Of nobody. Kept with the request.';

COMMENT ON TABLE internal_request_note IS 'What was said to and fro while a request was answered.';
COMMENT ON COLUMN internal_request_note.number IS 'Number of the request. Of nobody. Kept with the request.';
COMMENT ON COLUMN internal_request_note.kind IS 'What the note is, one of a list. Of nobody. Kept with the request.';
COMMENT ON COLUMN internal_request_note.author IS 'User id of who wrote it. Of the staff. Kept with the request.';
COMMENT ON COLUMN internal_request_note.text IS
  'What was said, in the words of the author. Of the customer, the prospect, the staff and others. Kept with the request.';

COMMENT ON TABLE department_rating IS 'How one department served another, once for each request.';
COMMENT ON COLUMN department_rating.number IS 'Number of the request. Of nobody. Kept with the request.';
COMMENT ON COLUMN department_rating.from_group IS 'Id of the group that rated. Of nobody. Kept with the request.';
COMMENT ON COLUMN department_rating.to_group IS 'Id of the group that was rated. Of nobody. Kept with the request.';
COMMENT ON COLUMN department_rating.comment IS 'What was good or bad, in the words of who rated. Of the staff. Kept with the request.';

COMMENT ON TABLE department_morale IS 'The morale after it, counted: who said it and about which request stands nowhere.';
COMMENT ON COLUMN department_morale.from_group IS 'Id of the group that rated. Of nobody. Kept without end.';
COMMENT ON COLUMN department_morale.to_group IS 'Id of the group that was rated. Of nobody. Kept without end.';

COMMENT ON TABLE commitment IS 'What somebody wants to commit to with a customer or prospect, and what allows it. Nothing deletes one.';
COMMENT ON COLUMN commitment.number IS
  'Readable number, for example COM-2026-000123. Of nobody. Kept without end; nothing deletes a commitment.';
COMMENT ON COLUMN commitment.status IS 'How far the commitment got. Of nobody. Kept with the commitment; only the latest.';
COMMENT ON COLUMN commitment.party_kind IS 'CUSTOMER or PROSPECT. Of nobody. Kept with the commitment.';
COMMENT ON COLUMN commitment.content IS
  'What we would commit to, as it will be said. Of the customer and the prospect. Kept with the commitment.';
COMMENT ON COLUMN commitment.situations IS
  'What of the policy applies, from a list. Of the customer and the prospect. Kept with the commitment.';
COMMENT ON COLUMN commitment.request_number IS
  'Number of the request that allows it. Of nobody. Kept with the commitment; only the latest.';
COMMENT ON COLUMN commitment.prepared_by IS 'User id of who prepared it, or sistema. Of the staff. Kept with the commitment.';
COMMENT ON COLUMN commitment.group_id IS 'Id of the group of that person. Of nobody. Kept with the commitment.';
COMMENT ON COLUMN commitment.settled_note IS
  'What was said to the customer, or why not. Of the customer, the prospect and the staff. Kept with the commitment.';
COMMENT ON COLUMN commitment.decision_number IS 'Number of the decision that allowed it. Of nobody. Kept with the commitment.';
COMMENT ON COLUMN commitment.process_instance_id IS
  'Id of the process instance that carries the commitment. Of nobody. Kept with the commitment.';

COMMENT ON TABLE ruling IS 'Internal decisions with their reasons, for the next similar question. Nothing deletes one.';
COMMENT ON COLUMN ruling.number IS 'Readable number, for example DEC-2026-000123. Of nobody. Kept without end; nothing deletes a decision.';
COMMENT ON COLUMN ruling.request_number IS 'Number of the request that it answers. Of nobody. Kept with the decision.';
COMMENT ON COLUMN ruling.party IS
  'Name of the customer or prospect that it was about. Of the customer and the prospect. Kept with the decision.';
COMMENT ON COLUMN ruling.topic IS 'What it is about, one of a list. Of nobody. Kept with the decision.';
COMMENT ON COLUMN ruling.situations IS 'What of the policy it is about, from a list. Of nobody. Kept with the decision.';
COMMENT ON COLUMN ruling.subject IS 'The decision in one line. Of the customer, the prospect and the staff. Kept with the decision.';
COMMENT ON COLUMN ruling.question IS 'What was asked. Of the customer, the prospect, the staff and others. Kept with the decision.';
COMMENT ON COLUMN ruling.outcome IS 'GRANTED, CONDITIONAL, REFUSED or ANSWERED. Of nobody. Kept with the decision.';
COMMENT ON COLUMN ruling.decision IS
  'What was decided, in words. Of the customer, the prospect, the staff and others. Kept with the decision.';
COMMENT ON COLUMN ruling.conditions IS
  'Under which conditions. Of the customer, the prospect, the staff and others. Kept with the decision.';
COMMENT ON COLUMN ruling.reasoning IS
  'Why, for whoever asks something similar. Of the customer, the prospect, the staff and others. Kept with the decision.';
COMMENT ON COLUMN ruling.supersedes IS 'Number of the decision that it took the place of. Of nobody. Kept with the decision.';
COMMENT ON COLUMN ruling.superseded_by IS 'Number of the decision that took its place. Of nobody. Kept with the decision.';
COMMENT ON COLUMN ruling.decided_by IS 'User id of who decided. Of the staff. Kept with the decision.';
COMMENT ON COLUMN ruling.group_id IS 'Id of the group that decided. Of nobody. Kept with the decision.';
COMMENT ON COLUMN ruling.revoked_by IS 'User id of who revoked it. Of the staff. Kept with the decision.';
COMMENT ON COLUMN ruling.revoked_reason IS 'Why it was revoked. Of the customer, the prospect and the staff. Kept with the decision.';
COMMENT ON COLUMN ruling.search IS
  'The stems of the words of all these texts, to find them. Of the customer, the prospect, the staff and others. Kept with the decision.';

COMMENT ON TABLE import_run IS 'Imports of files of other systems. Nothing deletes one.';
COMMENT ON COLUMN import_run.kind IS 'Where the file comes from: servicenow. Of nobody. Kept without end.';
COMMENT ON COLUMN import_run.file_name IS 'Name of the file, as it was sent. Of the staff. Kept without end.';
COMMENT ON COLUMN import_run.started_by IS 'User id of who sent it. Of the staff. Kept without end.';
COMMENT ON COLUMN import_run.status IS 'How the import stands. Of nobody. Kept without end; only the latest.';
COMMENT ON COLUMN import_run.not_escalated IS 'How many incidents did not become a case, by reason, as JSON. Of nobody. Kept without end.';
COMMENT ON COLUMN import_run.rejections IS
  'Line, incident and reason of what was refused, as JSON; a reason may quote the file. Of the customer and others. Kept without end.';

COMMENT ON TABLE finding IS 'What the self-audit found wrong, until a year after it is gone.';
COMMENT ON COLUMN finding.kind IS 'The check that found it. Of nobody. Kept for a year after it is gone.';
COMMENT ON COLUMN finding.subject IS
  'What it is about: a case, a job, a calendar, a group or a person. Of the staff. Kept for a year after it is gone.';
COMMENT ON COLUMN finding.text IS
  'What is wrong and what to do, in Spanish. Of the customer and the staff. Kept for a year after it is gone; only the latest.';
