CREATE TABLE outbox_message (
  id             bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_number    text        NOT NULL,
  step           text        NOT NULL,
  channel        text        NOT NULL CHECK (channel IN ('EMAIL')),
  recipient      text        NOT NULL,
  recipient_name text        NOT NULL,
  locale         text        NOT NULL,
  template       text        NOT NULL,
  subject        text        NOT NULL,
  text_body      text        NOT NULL,
  html_body      text        NOT NULL,
  status         text        NOT NULL CHECK (status IN ('PENDING', 'SENDING', 'SENT', 'FAILED', 'UNKNOWN')),
  created_at     timestamptz NOT NULL,
  due_at         timestamptz NOT NULL,
  attempts       integer     NOT NULL DEFAULT 0,
  claimed_at     timestamptz,
  claimed_by     text,
  sent_at        timestamptz,
  error          text
);
-- The same thing is told to the same mailbox only once, whoever asks and how often.
CREATE UNIQUE INDEX outbox_message_once ON outbox_message (case_number, step, channel, lower(recipient));
CREATE INDEX outbox_message_due ON outbox_message (due_at, id) WHERE status = 'PENDING';
CREATE INDEX outbox_message_claimed ON outbox_message (claimed_at) WHERE status = 'SENDING';
