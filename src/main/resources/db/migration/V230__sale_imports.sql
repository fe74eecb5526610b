-- What other systems export of prospects and opportunities, taken over row by row. The file stays until its import
-- has ended, so that whoever confirms it sends it once, and any node goes on where another stopped.
CREATE TABLE sale_import (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  file_name   text        NOT NULL,
  started_by  text        NOT NULL,
  status      text        NOT NULL CHECK (status IN ('UPLOADED', 'RUNNING', 'DONE', 'FAILED')),
  choices     jsonb       NOT NULL,
  preview     jsonb,
  created_at  timestamptz NOT NULL,
  updated_at  timestamptz NOT NULL,
  finished_at timestamptz,
  -- The last line of the file that was dealt with, counted in the transaction that did.
  at_line     bigint      NOT NULL DEFAULT 0,
  fresh       bigint      NOT NULL DEFAULT 0,
  changed     bigint      NOT NULL DEFAULT 0,
  same        bigint      NOT NULL DEFAULT 0,
  doubled     bigint      NOT NULL DEFAULT 0,
  refused     bigint      NOT NULL DEFAULT 0,
  -- A node works on it until then; by the clock of the database, which all nodes share.
  held_until  timestamptz
);
CREATE INDEX sale_import_running ON sale_import (id) WHERE status = 'RUNNING';
COMMENT ON TABLE sale_import IS 'Exports of other systems that become prospects and opportunities.';
COMMENT ON COLUMN sale_import.file_name IS 'Name of the file as it was sent. Of the staff. Kept for 30 days.';
COMMENT ON COLUMN sale_import.started_by IS 'Who sent it. Of the staff. Kept for 30 days.';
COMMENT ON COLUMN sale_import.status IS 'How far it is. Of nobody. Kept for 30 days.';
COMMENT ON COLUMN sale_import.choices IS 'How it is read where it does not tell. Of nobody. Kept for 30 days.';
COMMENT ON COLUMN sale_import.preview IS 'What the file is, with its first rows. Of the customer. Kept for 30 days.';

CREATE TABLE sale_import_part (
  import_id bigint  NOT NULL REFERENCES sale_import ON DELETE CASCADE,
  part      integer NOT NULL,
  content   bytea   NOT NULL,
  PRIMARY KEY (import_id, part)
);
COMMENT ON TABLE sale_import_part IS 'The file of an import in pieces, until the import has ended.';
COMMENT ON COLUMN sale_import_part.content IS 'A piece of the file. Of the customer. Kept for 7 days.';

-- What a look through the whole file has met so far: two rows that mean the same are told before anything is taken.
CREATE TABLE sale_import_seen (
  import_id bigint NOT NULL REFERENCES sale_import ON DELETE CASCADE,
  mark      text   NOT NULL,
  PRIMARY KEY (import_id, mark)
);
COMMENT ON TABLE sale_import_seen IS 'Digests of what a file names, while its preview is made.';
COMMENT ON COLUMN sale_import_seen.mark IS 'Digest of what a row is about. Of nobody. Kept for 7 days.';

CREATE TABLE sale_import_note (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  import_id bigint NOT NULL REFERENCES sale_import ON DELETE CASCADE,
  line      bigint NOT NULL,
  kind      text   NOT NULL CHECK (kind IN ('REFUSED', 'DOUBLED', 'PARTLY')),
  who       text,
  reason    text   NOT NULL,
  number    text
);
CREATE INDEX sale_import_note_import ON sale_import_note (import_id, id);
COMMENT ON TABLE sale_import_note IS 'Rows of an import that were not taken, or not as they stood.';
COMMENT ON COLUMN sale_import_note.kind IS 'Refused, already there, or taken in part. Of nobody. Kept for 30 days.';
COMMENT ON COLUMN sale_import_note.who IS 'Whom the row is about. Of the customer. Kept for 30 days.';
COMMENT ON COLUMN sale_import_note.reason IS 'Why, in Spanish. Of the customer. Kept for 30 days.';
COMMENT ON COLUMN sale_import_note.number IS 'The prospect or opportunity that it concerns. Of nobody. Kept for 30 days.';

-- Which row of which system is which of ours, and a digest of each thing that it said: what changed there is told from
-- what changed here without keeping either.
CREATE TABLE sale_taken (
  system     text        NOT NULL,
  kind       text        NOT NULL,
  own_id     text        NOT NULL,
  party_kind text        NOT NULL,
  party_id   bigint      NOT NULL,
  number     text,
  stage      text,
  said       jsonb       NOT NULL,
  taken_at   timestamptz NOT NULL,
  PRIMARY KEY (system, kind, own_id)
);
CREATE INDEX sale_taken_number ON sale_taken (number);
COMMENT ON TABLE sale_taken IS 'Rows of other systems that are ours now.';
COMMENT ON COLUMN sale_taken.system IS 'The other system. Of nobody. Kept with the case.';
COMMENT ON COLUMN sale_taken.kind IS 'Prospect or opportunity. Of nobody. Kept with the case.';
COMMENT ON COLUMN sale_taken.own_id IS 'Its id there, or a digest of what it is about. Of the customer. Kept with the case.';
COMMENT ON COLUMN sale_taken.party_kind IS 'Prospect or customer. Of nobody. Kept with the case.';
COMMENT ON COLUMN sale_taken.number IS 'The prospect or opportunity. Of nobody. Kept with the case.';
COMMENT ON COLUMN sale_taken.stage IS 'Code of the stage in which the import left it. Of nobody. Kept with the case.';
COMMENT ON COLUMN sale_taken.said IS 'Digests of what it said, by field. Of nobody. Kept with the case.';

-- By which number the tax office knows a prospect or customer; only imports tell it so far.
CREATE TABLE party_tax_id (
  tax_id     text   NOT NULL,
  party_kind text   NOT NULL,
  party_id   bigint NOT NULL,
  PRIMARY KEY (tax_id, party_kind, party_id)
);
COMMENT ON TABLE party_tax_id IS 'Tax ids of prospects and customers, without blanks and signs.';
COMMENT ON COLUMN party_tax_id.tax_id IS 'The tax id. Of the customer. Kept with the customer.';
COMMENT ON COLUMN party_tax_id.party_kind IS 'Prospect or customer. Of nobody. Kept with the customer.';

-- Whoever writes from the same domain is of the same company.
CREATE INDEX customer_contact_domain ON customer_contact (split_part(lower(email), '@', 2)) WHERE email IS NOT NULL;
CREATE INDEX pursuit_profile_domain ON pursuit_profile (split_part(lower(person_email), '@', 2))
  WHERE person_email IS NOT NULL;
CREATE INDEX pursuit_profile_email ON pursuit_profile (lower(person_email)) WHERE person_email IS NOT NULL;
CREATE INDEX customer_search_name_start ON customer (search_name text_pattern_ops);
