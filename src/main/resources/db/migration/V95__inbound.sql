-- Mail that arrives, as it came: kept first, understood afterwards.
CREATE TABLE inbound_mail (
  id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  mailbox      text        NOT NULL,
  uid_validity bigint      NOT NULL,
  uid          bigint      NOT NULL,
  received_at  timestamptz NOT NULL,
  source       bytea       NOT NULL,
  source_hash  bytea       NOT NULL,
  -- Whether the source is only the beginning, because the mail is too large.
  cut          boolean     NOT NULL,
  status       text        NOT NULL CHECK (status IN
    ('RECEIVED', 'CONTACT', 'WAITING', 'HELD', 'AUTOMATIC', 'BOUNCE', 'DUPLICATE', 'DISCARDED')),
  why          text        NOT NULL DEFAULT '',
  attempts     integer     NOT NULL DEFAULT 0,
  due_at       timestamptz NOT NULL,
  sender       text,
  sender_name  text        NOT NULL DEFAULT '',
  subject      text        NOT NULL DEFAULT '',
  sent_at      timestamptz,
  message_id   text,
  content_hash bytea,
  text         text        NOT NULL DEFAULT '',
  full_text    text        NOT NULL DEFAULT '',
  case_number  text,
  suggestions  text[]      NOT NULL DEFAULT '{}',
  -- What the server says of one mail is the same at every look, also of another node.
  UNIQUE (mailbox, uid_validity, uid)
);
CREATE INDEX inbound_mail_due ON inbound_mail (due_at, id) WHERE status = 'RECEIVED';
CREATE INDEX inbound_mail_newest ON inbound_mail (received_at DESC, id DESC);
CREATE INDEX inbound_mail_by_status ON inbound_mail (status, received_at DESC, id DESC);
CREATE INDEX inbound_mail_sender ON inbound_mail (lower(sender), received_at);
CREATE INDEX inbound_mail_source_hash ON inbound_mail (source_hash);
CREATE INDEX inbound_mail_message_id ON inbound_mail (message_id);
CREATE INDEX inbound_mail_case ON inbound_mail (case_number) WHERE case_number IS NOT NULL;

CREATE TABLE inbound_attachment (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  mail_id    bigint NOT NULL REFERENCES inbound_mail ON DELETE CASCADE,
  name       text   NOT NULL,
  media_type text   NOT NULL,
  size       bigint NOT NULL,
  content    bytea,
  -- Why there is no content, in Spanish.
  refused    text,
  CHECK ((content IS NULL) = (refused IS NOT NULL))
);
CREATE INDEX inbound_attachment_mail ON inbound_attachment (mail_id, id);

CREATE TABLE inbound_action (
  id            bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  mail_id       bigint      NOT NULL REFERENCES inbound_mail ON DELETE CASCADE,
  happened_at   timestamptz NOT NULL,
  actor         text        NOT NULL,
  action        text        NOT NULL CHECK (action IN ('ASSIGN', 'DISCARD')),
  status_before text        NOT NULL,
  reason        text        NOT NULL
);
CREATE INDEX inbound_action_mail ON inbound_action (mail_id, id);

-- Which node looks into the mailbox now, and how it went last.
CREATE TABLE inbound_mailbox (
  name          text        PRIMARY KEY,
  holder        text,
  leased_until  timestamptz NOT NULL,
  succeeded_at  timestamptz,
  failing_since timestamptz,
  failure       text
);

-- Mails that the server names and does not give; they come last and keep nothing behind them waiting.
CREATE TABLE inbound_unread (
  mailbox      text        NOT NULL,
  uid_validity bigint      NOT NULL,
  uid          bigint      NOT NULL,
  attempts     integer     NOT NULL,
  error        text        NOT NULL,
  tried_at     timestamptz NOT NULL,
  PRIMARY KEY (mailbox, uid_validity, uid)
);

-- Addresses from which mail came back.
CREATE TABLE undeliverable_address (
  address  text        PRIMARY KEY,
  since    timestamptz NOT NULL,
  reason   text        NOT NULL
);
CREATE INDEX customer_contact_email ON customer_contact (lower(email)) WHERE email IS NOT NULL;
CREATE INDEX IF NOT EXISTS case_detail_customer ON case_detail (customer_id) WHERE customer_id IS NOT NULL;
