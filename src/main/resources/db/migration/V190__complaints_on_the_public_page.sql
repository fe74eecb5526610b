-- Files come with a complaint on the public page, without a mail.
ALTER TABLE inbound_attachment
  ALTER COLUMN mail_id DROP NOT NULL,
  ADD COLUMN case_number text,
  ADD COLUMN sender text,
  ADD CHECK ((mail_id IS NULL) <> (case_number IS NULL));
CREATE INDEX inbound_attachment_case ON inbound_attachment (case_number, id) WHERE case_number IS NOT NULL;
COMMENT ON TABLE inbound_attachment IS 'The files that came with mails, or with complaints on the public page.';
COMMENT ON COLUMN inbound_attachment.case_number IS
  'The complaint with which it came, where it came with no mail. Of nobody. Kept with the case.';
COMMENT ON COLUMN inbound_attachment.sender IS
  'The address that whoever sent it with a complaint typed, if they did. Of the customer. Kept with the case.';
COMMENT ON COLUMN idempotency_key.result_id IS
  'Number or code of what was created; of a complaint on the public page also its key, which only the address of its confirmation opens. Of the customer and the prospect. Kept for 7 days, or escala.web.idempotency-retention.';
