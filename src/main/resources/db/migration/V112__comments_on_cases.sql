-- What each text column of cases and their clocks holds, of whom, and for how long: see operations.md, What is kept.

COMMENT ON TABLE escalation IS 'Customer escalations. Nothing deletes one.';
COMMENT ON COLUMN escalation.number IS 'Readable number, for example ESC-2026-000123. Of nobody. Kept without end; nothing deletes a case.';
COMMENT ON COLUMN escalation.phase IS 'Where the case stands. Of nobody. Kept with the case; only the latest.';
COMMENT ON COLUMN escalation.outcome IS 'How the case ended. Of nobody. Kept with the case; only the latest.';
COMMENT ON COLUMN escalation.customer_text IS 'Name or code of the customer, as it was reported. Of the customer. Kept with the case.';
COMMENT ON COLUMN escalation.origin IS 'Who wanted it: CUSTOMER, AGENT or SYSTEM. Of nobody. Kept with the case.';
COMMENT ON COLUMN escalation.reason IS 'Why the ordinary queue was not enough, one of a list. Of nobody. Kept with the case.';
COMMENT ON COLUMN escalation.criterion IS 'What it is about, one of a list. Of nobody. Kept with the case.';
COMMENT ON COLUMN escalation.speciality IS 'Which speciality should help, one of a list. Of nobody. Kept with the case; only the latest.';
COMMENT ON COLUMN escalation.subject IS 'The matter in one line, as it was reported. Of the customer and the staff. Kept with the case.';
COMMENT ON COLUMN escalation.description IS
  'What happened, as it was reported; may name anybody. Of the customer, the staff and others. Kept with the case.';
COMMENT ON COLUMN escalation.impact IS 'How much is affected: LOW, MEDIUM or HIGH. Of nobody. Kept with the case; only the latest.';
COMMENT ON COLUMN escalation.urgency IS 'How soon it hurts: LOW, MEDIUM or HIGH. Of nobody. Kept with the case; only the latest.';
COMMENT ON COLUMN escalation.service IS 'Service that is affected, as it was reported. Of the customer. Kept with the case.';
COMMENT ON COLUMN escalation.severity IS 'How severe the case is, as the table decided. Of nobody. Kept with the case; only the latest.';
COMMENT ON COLUMN escalation.type IS 'FUNCTIONAL, HIERARCHICAL or AUTOMATIC. Of nobody. Kept with the case.';
COMMENT ON COLUMN escalation.group_id IS 'Id of the group that works on it. Of nobody. Kept with the case; only the latest.';
COMMENT ON COLUMN escalation.hierarchy_group_id IS
  'Id of the group of the level that it reached. Of nobody. Kept with the case; only the latest.';
COMMENT ON COLUMN escalation.owner_id IS 'User id of who owns it. Of the staff. Kept with the case; only the latest.';
COMMENT ON COLUMN escalation.reported_by IS 'User id of who reported it, or sistema. Of the staff. Kept with the case.';
COMMENT ON COLUMN escalation.duplicate_of IS 'Number of the case of which this one is a duplicate. Of nobody. Kept with the case.';
COMMENT ON COLUMN escalation.external_ref IS 'Number of the record of another system of which it was made. Of nobody. Kept with the case.';
COMMENT ON COLUMN escalation.process_instance_id IS
  'Id of the process instance that carries the case. Of nobody. Kept with the case; only the latest.';

COMMENT ON TABLE case_detail IS 'What belongs to a case: customers, services, records, issues.';
COMMENT ON COLUMN case_detail.case_number IS 'Number of the case. Of nobody. Kept with the case.';
COMMENT ON COLUMN case_detail.kind IS 'What the detail is, one of a list. Of nobody. Kept with the case.';
COMMENT ON COLUMN case_detail.text IS
  'What was written: the name of a customer or contact, a number, an issue. Of the customer and others. Kept with the case.';
COMMENT ON COLUMN case_detail.settled_by IS 'User id of who settled it. Of the staff. Kept with the case.';

COMMENT ON TABLE case_note IS 'What people wrote down while they worked on a case.';
COMMENT ON COLUMN case_note.case_number IS 'Number of the case. Of nobody. Kept with the case.';
COMMENT ON COLUMN case_note.kind IS 'What the note is about, one of a list. Of nobody. Kept with the case.';
COMMENT ON COLUMN case_note.text IS
  'The note, or what the customer wrote or said. Of the customer, the staff and others. Kept with the case.';
COMMENT ON COLUMN case_note.author IS 'User id of who wrote it, cliente or sistema. Of the staff. Kept with the case.';

COMMENT ON TABLE action_plan IS 'The versions of the action plan of a case.';
COMMENT ON COLUMN action_plan.case_number IS 'Number of the case. Of nobody. Kept with the case.';
COMMENT ON COLUMN action_plan.steps IS 'What will be done, a step on each line. Of the customer and the staff. Kept with the case.';
COMMENT ON COLUMN action_plan.customer_message IS
  'What the customer was told of the plan. Of the customer and the staff. Kept with the case.';
COMMENT ON COLUMN action_plan.reason IS 'Why the plan changed. Of the customer and the staff. Kept with the case.';
COMMENT ON COLUMN action_plan.author IS 'User id of who wrote it. Of the staff. Kept with the case.';

COMMENT ON TABLE task_force IS 'People who were called in for a case.';
COMMENT ON COLUMN task_force.case_number IS 'Number of the case. Of nobody. Kept with the case.';
COMMENT ON COLUMN task_force.lead IS 'Who leads it, as it was written. Of the staff and others. Kept with the case.';
COMMENT ON COLUMN task_force.members IS
  'Who belongs to it, as it was written, a person on each line. Of the staff and others. Kept with the case.';
COMMENT ON COLUMN task_force.goal IS 'What it is for. Of the customer and the staff. Kept with the case.';

COMMENT ON TABLE case_level IS 'The levels of the hierarchy that a case reached.';
COMMENT ON COLUMN case_level.case_number IS 'Number of the case. Of nobody. Kept with the case.';
COMMENT ON COLUMN case_level.group_id IS 'Id of the group that may attend to it. Of nobody. Kept with the case.';
COMMENT ON COLUMN case_level.person_id IS 'User id of who got it. Of the staff. Kept with the case.';
COMMENT ON COLUMN case_level.wanted_person_id IS 'User id of who was meant to get it. Of the staff. Kept with the case.';
COMMENT ON COLUMN case_level.because IS 'Why it came to them, also who was away: Spanish sentences. Of the staff. Kept with the case.';

COMMENT ON TABLE case_contact IS 'Who turned to us and waits for a reply.';
COMMENT ON COLUMN case_contact.case_number IS 'Number of the case. Of nobody. Kept with the case.';

COMMENT ON TABLE case_feedback IS 'What a customer says at the end of a case.';
COMMENT ON COLUMN case_feedback.case_number IS 'Number of the case. Of nobody. Kept with the case.';
COMMENT ON COLUMN case_feedback.comment IS 'What the customer adds in their own words. Of the customer and the staff. Kept with the case.';

COMMENT ON TABLE first_notice IS 'The proof, customer by customer, that the first notice of a case was given.';
COMMENT ON COLUMN first_notice.case_number IS 'Number of the case. Of nobody. Kept with the case.';
COMMENT ON COLUMN first_notice.customer_key IS
  'Our id of the customer, or the name that was written where nobody knows which it is. Of the customer. Kept with the case.';
COMMENT ON COLUMN first_notice.name IS 'Name of the customer, or what was written. Of the customer. Kept with the case.';
COMMENT ON COLUMN first_notice.address IS 'Mail address to which the notice went. Of the customer. Kept with the case; only the latest.';
COMMENT ON COLUMN first_notice.state IS 'How far the notice got. Of the customer. Kept with the case; only the latest.';
COMMENT ON COLUMN first_notice.state_by IS 'User id of who said so, cliente or sistema. Of the staff. Kept with the case; only the latest.';
COMMENT ON COLUMN first_notice.reason IS
  'What the mail server said, how the customer knows, or why they need not be told. Of the customer and the staff. Kept with the case; only the latest.';

COMMENT ON TABLE tracking_link IS 'Links with which customers see their own case.';
COMMENT ON COLUMN tracking_link.token_hash IS 'SHA-256 of the token of the link. Of nobody. Kept until the night after the link expired.';
COMMENT ON COLUMN tracking_link.case_number IS 'Number of the case. Of nobody. Kept until the night after the link expired.';
COMMENT ON COLUMN tracking_link.language IS 'Language of the page: es or en. Of the customer. Kept until the night after the link expired.';

COMMENT ON TABLE timeline_entry IS 'What happened to a case or a request. Entries are only ever added.';
COMMENT ON COLUMN timeline_entry.case_number IS 'Number of the case or of the request. Of nobody. Kept with the case.';
COMMENT ON COLUMN timeline_entry.actor IS 'User id of who acted, cliente or sistema. Of the staff. Kept with the case.';
COMMENT ON COLUMN timeline_entry.text IS
  'What happened, one Spanish sentence; may name people. Of the customer, the staff and others. Kept with the case.';

COMMENT ON TABLE decision_record IS 'Which rule of which table answered what, for each case or request.';
COMMENT ON COLUMN decision_record.case_number IS 'Number of the case or of the request. Of nobody. Kept with the case.';
COMMENT ON COLUMN decision_record.decision IS 'Key of the decision table. Of nobody. Kept with the case.';
COMMENT ON COLUMN decision_record.inputs IS
  'The facts that were decided about, as JSON: chosen from lists, and numbers. Of the customer. Kept with the case.';
COMMENT ON COLUMN decision_record.matches IS 'The rules that matched, with reason and outputs, as JSON. Of nobody. Kept with the case.';

COMMENT ON TABLE agreed_level IS 'The service level that a case has for each clock.';
COMMENT ON COLUMN agreed_level.case_number IS 'Number of the case. Of nobody. Kept with the case.';
COMMENT ON COLUMN agreed_level.clock IS 'Which clock, one of a list. Of nobody. Kept with the case.';
COMMENT ON COLUMN agreed_level.severity IS 'Severity for which it was decided. Of nobody. Kept with the case; only the latest.';
COMMENT ON COLUMN agreed_level.tier IS
  'Tier of the customer for which it was decided. Of the customer. Kept with the case; only the latest.';
COMMENT ON COLUMN agreed_level.duration IS 'How long it may take, in ISO 8601. Of nobody. Kept with the case; only the latest.';
COMMENT ON COLUMN agreed_level.counting IS
  'How time counts: WORKING, WORKING_DAYS or ELAPSED. Of nobody. Kept with the case; only the latest.';
COMMENT ON COLUMN agreed_level.reason IS 'Why: the annotation of the rule, in Spanish. Of nobody. Kept with the case; only the latest.';

COMMENT ON TABLE deadline IS 'The clocks of cases, each run of each.';
COMMENT ON COLUMN deadline.case_number IS 'Number of the case. Of nobody. Kept with the case.';
COMMENT ON COLUMN deadline.clock IS 'Which clock, one of a list. Of nobody. Kept with the case.';
COMMENT ON COLUMN deadline.reason IS
  'Why this long: the annotation of the rule, in Spanish. Of nobody. Kept with the case; only the latest.';
COMMENT ON COLUMN deadline.duration IS 'How long it may take, in ISO 8601. Of nobody. Kept with the case; only the latest.';
COMMENT ON COLUMN deadline.counting IS 'How time counts: WORKING, WORKING_DAYS or ELAPSED. Of nobody. Kept with the case; only the latest.';
COMMENT ON COLUMN deadline.calendar_code IS 'Code of the calendar that counted last. Of nobody. Kept with the case; only the latest.';
COMMENT ON COLUMN deadline.watch_id IS
  'Id of the process instance that waits for its dates. Of nobody. Kept with the case; only the latest.';

COMMENT ON TABLE deadline_change IS 'Every change of a deadline.';
COMMENT ON COLUMN deadline_change.actor IS 'User id of who changed it, or sistema. Of the staff. Kept with the case.';
COMMENT ON COLUMN deadline_change.reason IS
  'Why, in Spanish; may name a customer, a team or what a supervisor wrote. Of the customer and the staff. Kept with the case.';

COMMENT ON TABLE clock_pause IS 'The ledger of pauses.';
COMMENT ON COLUMN clock_pause.case_number IS 'Number of the case. Of nobody. Kept with the case.';
COMMENT ON COLUMN clock_pause.reason IS 'What the case waits for, one of a list. Of nobody. Kept with the case.';
COMMENT ON COLUMN clock_pause.note IS 'What exactly is awaited. Of the customer, the staff and others. Kept with the case.';
COMMENT ON COLUMN clock_pause.started_by IS 'User id of who paused, or sistema. Of the staff. Kept with the case.';
COMMENT ON COLUMN clock_pause.ended_by IS 'User id of who resumed, or sistema. Of the staff. Kept with the case.';

COMMENT ON TABLE recalculation IS 'Cases whose deadlines have to be computed again.';
COMMENT ON COLUMN recalculation.case_number IS 'Number of the case. Of nobody. Kept until the dates are computed.';
COMMENT ON COLUMN recalculation.reason IS
  'Why, in Spanish; may name a customer or a team. Of the customer. Kept until the dates are computed.';
COMMENT ON COLUMN recalculation.failure IS 'Why they could not be computed, in Spanish. Of nobody. Kept until the dates are computed.';
