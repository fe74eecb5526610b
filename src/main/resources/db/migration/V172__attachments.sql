-- A mail may carry a file, which lies with whoever made it.
ALTER TABLE outbox_message ADD COLUMN attachment text;
COMMENT ON COLUMN outbox_message.attachment IS 'Which file the mail carries, as its maker calls it. Of nobody. Kept with the case.';
