-- Beside mail, what people inside are told is also posted to endpoints, whose name is the recipient.
ALTER TABLE outbox_message DROP CONSTRAINT outbox_message_channel_check;
ALTER TABLE outbox_message ADD CONSTRAINT outbox_message_channel_check CHECK (channel IN ('EMAIL', 'WEBHOOK', 'SLACK'));
-- Each channel takes its own messages: one that is down must not stand before another.
DROP INDEX outbox_message_due;
CREATE INDEX outbox_message_due_mail ON outbox_message (due_at, id) WHERE status = 'PENDING' AND channel = 'EMAIL';
CREATE INDEX outbox_message_due_post ON outbox_message (recipient, due_at, id)
  WHERE status = 'PENDING' AND channel <> 'EMAIL';
