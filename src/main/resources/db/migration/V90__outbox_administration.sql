-- A supervisor may give up a message, and may have one sent again.
ALTER TABLE outbox_message DROP CONSTRAINT outbox_message_status_check;
ALTER TABLE outbox_message ADD CONSTRAINT outbox_message_status_check
  CHECK (status IN ('PENDING', 'SENDING', 'SENT', 'FAILED', 'UNKNOWN', 'CANCELLED'));
-- Attempts before the last resending: the waiting times begin anew, the count never does.
ALTER TABLE outbox_message ADD COLUMN attempts_before integer NOT NULL DEFAULT 0;
CREATE INDEX outbox_message_newest ON outbox_message (created_at DESC, id DESC);
CREATE INDEX outbox_message_by_status ON outbox_message (status, created_at DESC, id DESC);

CREATE TABLE outbox_action (
  id               bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  message_id       bigint      NOT NULL REFERENCES outbox_message ON DELETE CASCADE,
  happened_at      timestamptz NOT NULL,
  actor            text        NOT NULL,
  action           text        NOT NULL CHECK (action IN ('RESEND', 'CANCEL')),
  status_before    text        NOT NULL,
  recipient_before text        NOT NULL,
  reason           text        NOT NULL
);
CREATE INDEX outbox_action_message ON outbox_action (message_id, id);
