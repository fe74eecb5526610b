-- What each text column about letters, promises, analyses, messages and mail holds, of whom, and for how long: see
-- operations.md, What is kept.

COMMENT ON TABLE customer_letter IS 'What people write to customers, from the first version until it is sent.';
COMMENT ON COLUMN customer_letter.case_number IS 'Number of the case. Of nobody. Kept with the case.';
COMMENT ON COLUMN customer_letter.intent IS 'Why it is written, one of a list. Of nobody. Kept with the case.';
COMMENT ON COLUMN customer_letter.status IS 'How far the letter got. Of nobody. Kept with the case; only the latest.';
COMMENT ON COLUMN customer_letter.readers IS 'Id of the group that reads it first. Of nobody. Kept with the case; only the latest.';
COMMENT ON COLUMN customer_letter.reading_reason IS
  'Why somebody reads it first, or nobody: the annotation of the rule, in Spanish. Of nobody. Kept with the case; only the latest.';
COMMENT ON COLUMN customer_letter.step IS 'Step of the case as which it was sent. Of nobody. Kept with the case.';

COMMENT ON TABLE letter_version IS 'The versions of a letter, as they were checked.';
COMMENT ON COLUMN letter_version.author IS 'User id of who wrote it. Of the staff. Kept with the case.';
COMMENT ON COLUMN letter_version.text IS 'The letter. Of the customer and the staff. Kept with the case.';
COMMENT ON COLUMN letter_version.findings IS
  'What the checks found, a sentence on each line with words of the letter. Of the customer and the staff. Kept with the case.';
COMMENT ON COLUMN letter_version.override_reason IS
  'Why it goes out in spite of that, in the words of the author. Of the customer and the staff. Kept with the case.';

COMMENT ON TABLE letter_reading IS 'What second readers said.';
COMMENT ON COLUMN letter_reading.reader IS 'User id of the second reader. Of the staff. Kept with the case.';
COMMENT ON COLUMN letter_reading.comment IS
  'What has to change, in the words of the reader. Of the customer and the staff. Kept with the case.';

COMMENT ON TABLE promise IS 'What we promised a customer of a case, or somebody on the telephone for an internal request.';
COMMENT ON COLUMN promise.case_number IS
  'Number of the case; of a spoken promise, of the request. Of nobody. Kept with the case or request.';
COMMENT ON COLUMN promise.content IS 'What is promised. Of the customer. Kept with the case or request; only the latest.';
COMMENT ON COLUMN promise.status IS 'How far the promise got. Of nobody. Kept with the case or request; only the latest.';
COMMENT ON COLUMN promise.opened_by IS 'User id of who began it. Of the staff. Kept with the case or request.';
COMMENT ON COLUMN promise.expectation IS
  'What the customer expects, in their own words. Of the customer. Kept with the case or request; only the latest.';
COMMENT ON COLUMN promise.priority IS
  'What matters most to the customer, one of a list. Of the customer. Kept with the case or request; only the latest.';
COMMENT ON COLUMN promise.asked_by IS 'User id of who asked the customer. Of the staff. Kept with the case or request; only the latest.';
COMMENT ON COLUMN promise.accepted_by IS
  'User id of who wrote down that the customer agreed, or cliente. Of the staff. Kept with the case or request; only the latest.';
COMMENT ON COLUMN promise.owner_id IS 'User id of who answers for it. Of the staff. Kept with the case or request.';
COMMENT ON COLUMN promise.group_id IS 'Id of the group of the person who answers for it. Of nobody. Kept with the case or request.';
COMMENT ON COLUMN promise.settled_by IS 'User id of who settled it, or sistema. Of the staff. Kept with the case or request.';
COMMENT ON COLUMN promise.settled_note IS
  'What was done, or why it was withdrawn. Of the customer and the staff. Kept with the case or request.';
COMMENT ON COLUMN promise.party_name IS
  'Name of the other side of a spoken promise. Of the customer and the prospect. Kept with the case or request.';

COMMENT ON TABLE promise_proposal IS 'Each date that was put to the customer, with what came of it.';
COMMENT ON COLUMN promise_proposal.prepared_by IS 'User id of who estimated. Of the staff. Kept with the promise.';
COMMENT ON COLUMN promise_proposal.content IS 'What would be promised. Of the customer. Kept with the promise.';
COMMENT ON COLUMN promise_proposal.complexity IS 'How well we know the work, one of a list. Of nobody. Kept with the promise.';
COMMENT ON COLUMN promise_proposal.margin_reason IS
  'Why a margin was added: the annotation of the rule, in Spanish. Of nobody. Kept with the promise.';
COMMENT ON COLUMN promise_proposal.reason IS
  'Why a date that was agreed has to change. Of the customer and the staff. Kept with the promise.';
COMMENT ON COLUMN promise_proposal.alternative IS 'Another option for the customer. Of the customer. Kept with the promise.';
COMMENT ON COLUMN promise_proposal.answer IS 'What came of it: ACCEPTED, DECLINED or LAPSED. Of the customer. Kept with the promise.';
COMMENT ON COLUMN promise_proposal.answered_by IS
  'User id of who wrote the answer down, cliente or sistema. Of the staff. Kept with the promise.';
COMMENT ON COLUMN promise_proposal.answer_text IS 'The answer in the customer''s own words. Of the customer. Kept with the promise.';

COMMENT ON TABLE promise_spoken_date IS 'Each date that the other side accepted by word.';
COMMENT ON COLUMN promise_spoken_date.accepted_by IS 'User id of who heard it. Of the staff. Kept with the promise.';
COMMENT ON COLUMN promise_spoken_date.reason IS 'Why the date changed. Of the customer, the prospect and the staff. Kept with the promise.';

COMMENT ON TABLE rca IS 'Root-cause analyses, at most one for each case.';
COMMENT ON COLUMN rca.case_number IS 'Number of the case. Of nobody. Kept with the case.';
COMMENT ON COLUMN rca.status IS 'How far the analysis got. Of nobody. Kept with the case; only the latest.';
COMMENT ON COLUMN rca.requested_by IS 'User id of who asked for it, cliente or sistema. Of the staff. Kept with the case.';
COMMENT ON COLUMN rca.request_reason IS
  'Why, in the words of who asked, or the annotation of the rule. Of the customer and the staff. Kept with the case.';
COMMENT ON COLUMN rca.author IS 'User id of who wrote it. Of the staff. Kept with the case; only the latest.';
COMMENT ON COLUMN rca.summary IS 'What happened and why, for inside. Of the customer and the staff. Kept with the case; only the latest.';
COMMENT ON COLUMN rca.lessons IS 'What is learned from it, for inside. Of the customer and the staff. Kept with the case; only the latest.';
COMMENT ON COLUMN rca.customer_text IS
  'The version that the customer reads. Of the customer and the staff. Kept with the case; only the latest.';
COMMENT ON COLUMN rca.customer_language IS 'Language of that version: es or en. Of the customer. Kept with the case; only the latest.';
COMMENT ON COLUMN rca.worded_by IS 'User id of who worded or corrected that version. Of the staff. Kept with the case; only the latest.';
COMMENT ON COLUMN rca.reviewer IS 'User id of who reviewed it. Of the staff. Kept with the case; only the latest.';
COMMENT ON COLUMN rca.verdict IS 'What the reviewer said, one of a list. Of the staff. Kept with the case; only the latest.';
COMMENT ON COLUMN rca.review_note IS
  'What has to change, in the words of the reviewer. Of the customer and the staff. Kept with the case; only the latest.';
COMMENT ON COLUMN rca.released_by IS 'User id of who released it. Of the staff. Kept with the case.';
COMMENT ON COLUMN rca.share_note IS 'A note of who released it, for the case. Of the customer and the staff. Kept with the case.';

COMMENT ON TABLE rca_cause IS 'The causes that an analysis found.';
COMMENT ON COLUMN rca_cause.case_number IS 'Number of the case. Of nobody. Kept with the case.';
COMMENT ON COLUMN rca_cause.text IS
  'One of the causes. Of the customer, the staff and others. Kept with the case, until the analysis is saved without it.';

COMMENT ON TABLE rca_action IS 'What is done so that it does not happen again.';
COMMENT ON COLUMN rca_action.case_number IS 'Number of the case. Of nobody. Kept with the case.';
COMMENT ON COLUMN rca_action.text IS
  'One corrective action. Of the customer, the staff and others. Kept with the case, until the analysis is saved without it.';
COMMENT ON COLUMN rca_action.owner IS
  'Who answers for it inside, as it was written. Of the staff. Kept with the case, until the analysis is saved without it.';

COMMENT ON TABLE lesson IS 'What was learned from cases. Nothing deletes a lesson.';
COMMENT ON COLUMN lesson.case_number IS 'Number of the case that taught it. Of nobody. Kept without end.';
COMMENT ON COLUMN lesson.text IS 'The lesson, in the words of the author. Of the customer and the staff. Kept without end.';
COMMENT ON COLUMN lesson.folded IS
  'The same in lower case and without accents, to find it. Of the customer and the staff. Kept without end.';
COMMENT ON COLUMN lesson.author IS 'User id of who wrote it. Of the staff. Kept without end.';

COMMENT ON TABLE outbox_message IS 'Every message that was to be sent. Nothing deletes one.';
COMMENT ON COLUMN outbox_message.case_number IS
  'Number of the case or request that it is about, or Autocontrol. Of nobody. Kept without end.';
COMMENT ON COLUMN outbox_message.step IS 'What it is about, for example firstNotice. Of nobody. Kept without end.';
COMMENT ON COLUMN outbox_message.channel IS 'EMAIL, WEBHOOK or SLACK. Of nobody. Kept without end.';
COMMENT ON COLUMN outbox_message.recipient IS
  'Mail address, or name of an endpoint. Of the customer and the staff. Kept without end; only the latest.';
COMMENT ON COLUMN outbox_message.recipient_name IS 'Name of the reader. Of the customer and the staff. Kept without end.';
COMMENT ON COLUMN outbox_message.locale IS 'Language of the message. Of the customer and the staff. Kept without end.';
COMMENT ON COLUMN outbox_message.template IS 'Name of the template. Of nobody. Kept without end.';
COMMENT ON COLUMN outbox_message.subject IS 'Subject as it is sent. Of the customer and the staff. Kept without end.';
COMMENT ON COLUMN outbox_message.text_body IS
  'What is sent, text or JSON, with the link to the customer''s page. Of the customer, the staff and others. Kept without end, also after the link expired.';
COMMENT ON COLUMN outbox_message.html_body IS
  'The same as HTML. Of the customer, the staff and others. Kept without end, also after the link expired.';
COMMENT ON COLUMN outbox_message.status IS 'How far the message got. Of nobody. Kept without end; only the latest.';
COMMENT ON COLUMN outbox_message.claimed_by IS 'Random id of the node that took it last. Of nobody. Kept without end; only the latest.';
COMMENT ON COLUMN outbox_message.error IS
  'What the server or the network said last, also with the address. Of the customer and the staff. Kept without end; only the latest.';

COMMENT ON TABLE outbox_action IS 'What supervisors did with messages in trouble.';
COMMENT ON COLUMN outbox_action.actor IS 'User id of who did it. Of the staff. Kept with the message.';
COMMENT ON COLUMN outbox_action.action IS 'RESEND or CANCEL. Of nobody. Kept with the message.';
COMMENT ON COLUMN outbox_action.status_before IS 'State that the message had. Of nobody. Kept with the message.';
COMMENT ON COLUMN outbox_action.recipient_before IS
  'Mail address that the message had, or name of an endpoint. Of the customer and the staff. Kept with the message.';
COMMENT ON COLUMN outbox_action.reason IS 'Why, in the words of who did it. Of the customer and the staff. Kept with the message.';

COMMENT ON TABLE inbound_mail IS 'Mail that arrived, as it came. Nothing deletes one.';
COMMENT ON COLUMN inbound_mail.mailbox IS 'Name of the mailbox from which it was fetched. Of nobody. Kept without end.';
COMMENT ON COLUMN inbound_mail.source IS
  'The whole mail as it came, with everything in it. Of the customer, the staff and others. Kept without end.';
COMMENT ON COLUMN inbound_mail.source_hash IS 'SHA-256 of the mail. Of nobody. Kept without end.';
COMMENT ON COLUMN inbound_mail.status IS 'What became of the mail. Of nobody. Kept without end; only the latest.';
COMMENT ON COLUMN inbound_mail.why IS 'Why, in Spanish. Of the customer, the staff and others. Kept without end; only the latest.';
COMMENT ON COLUMN inbound_mail.sender IS
  'Address that the mail names as its sender. Of the customer, the staff and others. Kept without end.';
COMMENT ON COLUMN inbound_mail.sender_name IS 'Name beside it. Of the customer, the staff and others. Kept without end.';
COMMENT ON COLUMN inbound_mail.subject IS 'Subject of the mail. Of the customer, the staff and others. Kept without end.';
COMMENT ON COLUMN inbound_mail.message_id IS 'Message-ID that the mail has. Of nobody. Kept without end.';
COMMENT ON COLUMN inbound_mail.content_hash IS 'SHA-256 of Message-ID and content, to know the mail again. Of nobody. Kept without end.';
COMMENT ON COLUMN inbound_mail.text IS
  'What its sender wrote, without what it quotes. Of the customer, the staff and others. Kept without end.';
COMMENT ON COLUMN inbound_mail.full_text IS 'The whole text. Of the customer, the staff and others. Kept without end.';
COMMENT ON COLUMN inbound_mail.case_number IS 'Number of the case that it belongs to. Of nobody. Kept without end; only the latest.';
COMMENT ON COLUMN inbound_mail.suggestions IS 'Numbers of cases that it may belong to. Of nobody. Kept without end; only the latest.';

COMMENT ON TABLE inbound_attachment IS 'The files that came with mails.';
COMMENT ON COLUMN inbound_attachment.name IS 'Name of the file. Of the customer, the staff and others. Kept with the mail.';
COMMENT ON COLUMN inbound_attachment.media_type IS 'What the file is, by its content. Of nobody. Kept with the mail.';
COMMENT ON COLUMN inbound_attachment.content IS
  'The file; empty where it was refused. Of the customer, the staff and others. Kept with the mail.';
COMMENT ON COLUMN inbound_attachment.refused IS 'Why it was refused, in Spanish. Of nobody. Kept with the mail.';

COMMENT ON TABLE inbound_action IS 'What people decided about mails.';
COMMENT ON COLUMN inbound_action.actor IS 'User id of who decided. Of the staff. Kept with the mail.';
COMMENT ON COLUMN inbound_action.action IS 'ASSIGN or DISCARD. Of nobody. Kept with the mail.';
COMMENT ON COLUMN inbound_action.status_before IS 'Status that the mail had. Of nobody. Kept with the mail.';
COMMENT ON COLUMN inbound_action.reason IS 'Why, in the words of who decided. Of the customer, the staff and others. Kept with the mail.';

COMMENT ON TABLE inbound_mailbox IS 'Which node looks into the mailbox now, and how it went last.';
COMMENT ON COLUMN inbound_mailbox.name IS 'Login, server and folder of the mailbox. Of nobody. Kept without end.';
COMMENT ON COLUMN inbound_mailbox.holder IS 'Random id of the node that looks into it. Of nobody. Kept until the node has looked.';
COMMENT ON COLUMN inbound_mailbox.failure IS
  'What the server or the network said last. Of nobody. Kept until the mailbox can be read again.';

COMMENT ON TABLE inbound_unread IS 'Mails that the server names and does not give.';
COMMENT ON COLUMN inbound_unread.mailbox IS 'Name of the mailbox. Of nobody. Kept until the server gives the mail.';
COMMENT ON COLUMN inbound_unread.error IS 'What the server or the network said last. Of nobody. Kept until the server gives the mail.';
