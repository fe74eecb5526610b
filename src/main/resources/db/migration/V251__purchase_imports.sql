-- A file of purchases from the moment it is sent to the end of its import: it outlives the node that took it.
CREATE TABLE purchase_import (
  id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  file_name   text,
  header      text[]      NOT NULL,
  mapping     jsonb       NOT NULL,
  status      text        NOT NULL CHECK (status IN ('PREVIEW', 'RUNNING', 'DONE', 'FAILED')),
  -- The last line of the file that was read, and whether it was the last of all.
  read_to     bigint      NOT NULL DEFAULT 0,
  read_all    boolean     NOT NULL DEFAULT false,
  total       bigint      NOT NULL DEFAULT 0,
  taken       bigint      NOT NULL DEFAULT 0,
  known       bigint      NOT NULL DEFAULT 0,
  apart       bigint      NOT NULL DEFAULT 0,
  refused     bigint      NOT NULL DEFAULT 0,
  created_customers integer NOT NULL DEFAULT 0,
  sent_by     text        NOT NULL,
  sent_at     timestamptz NOT NULL,
  alive_at    timestamptz NOT NULL,
  ended_at    timestamptz
);
CREATE TABLE purchase_import_part (
  import_id bigint  NOT NULL REFERENCES purchase_import ON DELETE CASCADE,
  part      integer NOT NULL,
  content   bytea   NOT NULL,
  PRIMARY KEY (import_id, part)
);
CREATE TABLE purchase_import_line (
  import_id     bigint  NOT NULL REFERENCES purchase_import ON DELETE CASCADE,
  line          bigint  NOT NULL,
  document      text,
  customer_text text,
  bought_on     date,
  product       text,
  variety       text,
  quantity      bigint,
  cents         bigint,
  currency      text,
  channel       text,
  cancels       text,
  goods         boolean,
  outcome       text    CHECK (outcome IN ('TAKEN', 'KNOWN', 'APART', 'REFUSED')),
  reason        text,
  PRIMARY KEY (import_id, line)
);
CREATE INDEX purchase_import_line_document ON purchase_import_line (import_id, document);
CREATE INDEX purchase_import_line_waiting ON purchase_import_line (import_id, document) WHERE outcome IS NULL;

-- How files with the same header were read the last time.
CREATE TABLE purchase_mapping (
  header   text[]      PRIMARY KEY,
  mapping  jsonb       NOT NULL,
  saved_by text        NOT NULL,
  saved_at timestamptz NOT NULL
);

COMMENT ON TABLE purchase_import IS 'Files of purchases that were sent, and how far they have come.';
COMMENT ON COLUMN purchase_import.file_name IS 'Name of the file as it was sent. Of the staff. Kept for a year.';
COMMENT ON COLUMN purchase_import.header IS 'Names of its columns. Of nobody. Kept for a year.';
COMMENT ON COLUMN purchase_import.mapping IS 'How its columns are read. Of nobody. Kept for a year.';
COMMENT ON COLUMN purchase_import.status IS 'How it stands, one of a list. Of nobody. Kept for a year.';
COMMENT ON COLUMN purchase_import.sent_by IS 'User id of who sent it. Of the staff. Kept for a year.';
COMMENT ON COLUMN purchase_import_part.content IS 'A piece of the file. Of the customer. Kept until its import ends, 30 days at most.';
COMMENT ON COLUMN purchase_import_line.document IS 'Number of the document. Of nobody. Kept for a year, and only of lines with a problem.';
COMMENT ON COLUMN purchase_import_line.customer_text IS 'How the file calls the customer. Of the customer. Kept for a year, and only of lines with a problem.';
COMMENT ON COLUMN purchase_import_line.product IS 'Code of what was sold. Of nobody. Kept for a year, and only of lines with a problem.';
COMMENT ON COLUMN purchase_import_line.variety IS 'Which of its varieties. Of nobody. Kept for a year, and only of lines with a problem.';
COMMENT ON COLUMN purchase_import_line.currency IS 'Currency, three letters. Of nobody. Kept for a year, and only of lines with a problem.';
COMMENT ON COLUMN purchase_import_line.channel IS 'Where it was sold. Of nobody. Kept for a year, and only of lines with a problem.';
COMMENT ON COLUMN purchase_import_line.cancels IS 'Number of the document that it takes back. Of nobody. Kept for a year, and only of lines with a problem.';
COMMENT ON COLUMN purchase_import_line.outcome IS 'What came of the line, one of a list. Of nobody. Kept for a year, and only of lines with a problem.';
COMMENT ON COLUMN purchase_import_line.reason IS 'Why it was not taken, in Spanish. Of the customer. Kept for a year, and only of lines with a problem.';
COMMENT ON COLUMN purchase_mapping.header IS 'Names of the columns. Of nobody. Kept without end.';
COMMENT ON COLUMN purchase_mapping.mapping IS 'How they are read. Of nobody. Kept without end.';
COMMENT ON COLUMN purchase_mapping.saved_by IS 'User id of who said so last. Of the staff. Kept without end.';
