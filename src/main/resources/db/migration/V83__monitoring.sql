CREATE TABLE finding (
  id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind         text        NOT NULL,
  subject      text        NOT NULL,
  text         text        NOT NULL,
  found_at     timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  told_at      timestamptz,
  gone_at      timestamptz
);
-- What is wrong is one finding until it is gone.
CREATE UNIQUE INDEX finding_open_once ON finding (kind, subject) WHERE gone_at IS NULL;
CREATE INDEX finding_gone ON finding (gone_at) WHERE gone_at IS NOT NULL;

-- The few messages in trouble are counted every few seconds among millions that were sent.
CREATE INDEX outbox_message_trouble ON outbox_message (status) WHERE status IN ('FAILED', 'UNKNOWN');
