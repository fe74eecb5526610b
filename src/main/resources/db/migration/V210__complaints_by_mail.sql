-- A mail becomes a complaint: what counts is when it arrived, not when it was fetched.
ALTER TABLE inbound_mail
  ADD COLUMN arrived_at timestamptz,
  ADD COLUMN opened_number text;
CREATE INDEX inbound_mail_opened ON inbound_mail (opened_number) WHERE opened_number IS NOT NULL;
COMMENT ON COLUMN inbound_mail.arrived_at IS 'When the mail server says to have got it.';
COMMENT ON COLUMN inbound_mail.opened_number IS
  'Number of the matter that a person began with it. Of nobody. Kept without end.';
ALTER TABLE inbound_action DROP CONSTRAINT inbound_action_action_check;
ALTER TABLE inbound_action ADD CONSTRAINT inbound_action_action_check
  CHECK (action IN ('ASSIGN', 'DISCARD', 'OPEN'));
COMMENT ON COLUMN inbound_action.action IS 'ASSIGN, DISCARD or OPEN. Of nobody. Kept with the mail.';
