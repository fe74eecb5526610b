-- What law and letters on complaints still lacked. First: where an answer on paper goes, and the answers as they were printed, byte by byte. The digest is the database's own to check.
ALTER TABLE complaint ADD COLUMN postal_address text;
COMMENT ON COLUMN complaint.postal_address IS 'Where the answer is posted to. Of the customer. Kept with the case.';

ALTER TABLE complaint_decision ADD COLUMN on_paper boolean NOT NULL DEFAULT false;
UPDATE complaint_decision d SET on_paper = true FROM complaint c WHERE c.number = d.matter_number AND c.channel <> 'MAIL';

CREATE TABLE complaint_answer_sheet (
  id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_number text        NOT NULL REFERENCES matter,
  letter_id   bigint      NOT NULL,
  language    text        NOT NULL CHECK (language IN ('es', 'en')),
  pdf         bytea       NOT NULL,
  digest      bytea       NOT NULL CHECK (digest = sha256(pdf)),
  made_at     timestamptz NOT NULL
);
COMMENT ON TABLE complaint_answer_sheet IS 'Answers to complaints as they were printed.';
COMMENT ON COLUMN complaint_answer_sheet.case_number IS 'The complaint. Of nobody. Kept with the case.';
COMMENT ON COLUMN complaint_answer_sheet.language IS 'Language of the letterhead. Of nobody. Kept with the case.';
COMMENT ON COLUMN complaint_answer_sheet.pdf IS 'The answer, with name and address. Of the customer. Kept with the case.';
COMMENT ON COLUMN complaint_answer_sheet.digest IS 'SHA-256 of the answer. Of nobody. Kept with the case.';
CREATE INDEX complaint_answer_sheet_case ON complaint_answer_sheet (case_number, id);

-- Supervision is asked once about a complaint of which no norm is known.
CREATE TABLE norm_search (
  case_number text        PRIMARY KEY REFERENCES matter,
  asked_at    timestamptz NOT NULL
);
COMMENT ON TABLE norm_search IS 'Complaints of which no norm was known, and when supervision was asked.';
COMMENT ON COLUMN norm_search.case_number IS 'The complaint. Of nobody. Kept with the case.';

-- Who recorded a call did so with the express consent of the customer (Ley 10/2025, arts. 12.1 and 13.5).
ALTER TABLE complaint ADD COLUMN recording_consent boolean NOT NULL DEFAULT false;

-- Which product a mass fault is of: who has contracted another one only does not belong to it.
ALTER TABLE outage ADD COLUMN product text;
COMMENT ON COLUMN outage.product IS 'Product that fails; empty where it is not one alone. Of nobody. Kept with the case.';
