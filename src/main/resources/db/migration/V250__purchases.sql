-- What customers bought, document by document, and what of it counts in each month.
CREATE TABLE purchase (
  id            bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  document      text        NOT NULL UNIQUE,
  -- Empty while nobody said whose it is: then it is kept apart and counts nowhere.
  customer_id   bigint,
  customer_text text        NOT NULL,
  bought_on     date        NOT NULL,
  currency      text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  channel       text,
  cancels       text,
  cancelled_by  text,
  -- Whether it is a purchase by itself: it has goods of some value and was not taken back as a whole.
  counts        boolean     NOT NULL,
  lines         integer     NOT NULL,
  cents         bigint      NOT NULL,
  digest        text        NOT NULL,
  mirror        text        NOT NULL,
  taken_at      timestamptz NOT NULL,
  taken_by      text        NOT NULL
);
CREATE INDEX purchase_customer ON purchase (customer_id, bought_on);
CREATE INDEX purchase_mirrored ON purchase (customer_id, digest) WHERE cancelled_by IS NULL;
CREATE INDEX purchase_apart ON purchase (customer_text) WHERE customer_id IS NULL;
CREATE INDEX purchase_day ON purchase (bought_on);
CREATE INDEX purchase_cancelled ON purchase (cancelled_by) WHERE cancelled_by IS NOT NULL;
CREATE INDEX purchase_taking_back ON purchase (customer_id) WHERE cents < 0;

CREATE TABLE purchase_line (
  purchase_id bigint  NOT NULL REFERENCES purchase ON DELETE CASCADE,
  position    integer NOT NULL,
  product     text    NOT NULL,
  variety     text    NOT NULL,
  quantity    bigint  NOT NULL,
  cents       bigint  NOT NULL,
  goods       boolean NOT NULL,
  PRIMARY KEY (purchase_id, position)
);

-- Always what the lines say: written anew, customer by customer and month by month, with the lines.
CREATE TABLE purchase_month (
  customer_id bigint  NOT NULL,
  month       date    NOT NULL,
  currency    text    NOT NULL,
  cents       bigint  NOT NULL,
  documents   integer NOT NULL,
  lines       integer NOT NULL,
  last_on     date,
  PRIMARY KEY (customer_id, month, currency)
);
CREATE INDEX purchase_month_month ON purchase_month (month, customer_id);

CREATE TABLE purchase_month_product (
  customer_id bigint  NOT NULL,
  month       date    NOT NULL,
  currency    text    NOT NULL,
  product     text    NOT NULL,
  variety     text    NOT NULL,
  quantity    bigint  NOT NULL,
  cents       bigint  NOT NULL,
  documents   integer NOT NULL,
  lines       integer NOT NULL,
  last_on     date,
  PRIMARY KEY (customer_id, month, currency, product, variety)
);

-- By what else than their code senders call a customer: said once by a person.
CREATE TABLE purchase_called (
  called      text        PRIMARY KEY,
  customer_id bigint      NOT NULL,
  said_by     text        NOT NULL,
  said_at     timestamptz NOT NULL
);
CREATE INDEX purchase_called_customer ON purchase_called (customer_id);

COMMENT ON TABLE purchase IS 'Documents of sale: invoices and what takes them back. Kept as long as escala.purchases.keep says.';
COMMENT ON COLUMN purchase.document IS 'Number of the document. Of nobody. Kept for the time of purchases.';
COMMENT ON COLUMN purchase.customer_text IS 'How the sender calls the customer. Of the customer. Kept for the time of purchases.';
COMMENT ON COLUMN purchase.currency IS 'Currency, three letters. Of nobody. Kept for the time of purchases.';
COMMENT ON COLUMN purchase.channel IS 'Where it was sold. Of nobody. Kept for the time of purchases.';
COMMENT ON COLUMN purchase.cancels IS 'Number of the document that it takes back. Of nobody. Kept for the time of purchases.';
COMMENT ON COLUMN purchase.cancelled_by IS 'Number of the document that takes it back as a whole. Of nobody. Kept for the time of purchases.';
COMMENT ON COLUMN purchase.digest IS 'Digest of its lines: equal lines, equal digest. Of nobody. Kept for the time of purchases.';
COMMENT ON COLUMN purchase.mirror IS 'Digest of its lines with opposite signs. Of nobody. Kept for the time of purchases.';
COMMENT ON COLUMN purchase.taken_by IS 'User id of who sent it. Of the staff. Kept for the time of purchases.';
COMMENT ON COLUMN purchase_line.product IS 'Code of what was sold. Of nobody. Kept for the time of purchases.';
COMMENT ON COLUMN purchase_line.variety IS 'Which of its varieties, empty where there are none. Of nobody. Kept for the time of purchases.';
COMMENT ON COLUMN purchase_month.currency IS 'Currency, three letters. Of nobody. Kept for the time of purchases.';
COMMENT ON COLUMN purchase_month_product.currency IS 'Currency, three letters. Of nobody. Kept for the time of purchases.';
COMMENT ON COLUMN purchase_month_product.product IS 'Code of what was sold. Of nobody. Kept for the time of purchases.';
COMMENT ON COLUMN purchase_month_product.variety IS 'Which of its varieties. Of nobody. Kept for the time of purchases.';
COMMENT ON COLUMN purchase_called.called IS 'How a sender calls the customer. Of the customer. Kept with the customer.';
COMMENT ON COLUMN purchase_called.said_by IS 'User id of who said whose it is. Of the staff. Kept with the customer.';
