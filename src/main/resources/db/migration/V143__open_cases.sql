-- The questions that people ask every day are of what is open, a small part of everything after some years.
CREATE INDEX escalation_open_owner ON escalation (owner_id) WHERE phase <> 'ENDED';
CREATE INDEX escalation_open_group ON escalation (group_id) WHERE phase <> 'ENDED';
CREATE INDEX escalation_open_severity ON escalation (severity) WHERE phase <> 'ENDED';

-- Messages, mails and prospects are searched as everything else is. The number stands apart.
ALTER TABLE outbox_message ADD COLUMN search text NOT NULL GENERATED ALWAYS AS (search_plain(
  recipient_name || ' ' || recipient || ' ' || subject)) STORED;
ALTER TABLE inbound_mail ADD COLUMN search text NOT NULL GENERATED ALWAYS AS (search_plain(
  coalesce(sender, '') || ' ' || sender_name || ' ' || subject)) STORED;
ALTER TABLE prospect ADD COLUMN search text NOT NULL GENERATED ALWAYS AS (search_plain(code || ' ' || name)) STORED;
COMMENT ON COLUMN outbox_message.search IS 'What the message is searched by, made of recipient and subject. Of the customer and the staff. Kept with the message.';
COMMENT ON COLUMN inbound_mail.search IS 'What the mail is searched by, made of sender and subject. Of the customer, the staff and others. Kept with the mail.';
COMMENT ON COLUMN prospect.search IS 'What the prospect is searched by, made of code and name. Of the prospect. Kept with the prospect.';
