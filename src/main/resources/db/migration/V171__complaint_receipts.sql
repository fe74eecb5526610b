-- What a customer was given as proof of a complaint, byte by byte. The digest is the database's own to check.
CREATE TABLE complaint_receipt (
  case_number text        PRIMARY KEY REFERENCES matter,
  language    text        NOT NULL CHECK (language IN ('es', 'en')),
  pdf         bytea       NOT NULL,
  digest      bytea       NOT NULL CHECK (digest = sha256(pdf)),
  mail_to     text,
  made_at     timestamptz NOT NULL
);
COMMENT ON TABLE complaint_receipt IS 'Receipts of complaints as customers have them.';
COMMENT ON COLUMN complaint_receipt.case_number IS 'The matter. Of nobody. Kept with the case.';
COMMENT ON COLUMN complaint_receipt.language IS 'Language of the receipt. Of nobody. Kept with the case.';
COMMENT ON COLUMN complaint_receipt.pdf IS 'The receipt, with what the customer said and the key. Of the customer. Kept with the case.';
COMMENT ON COLUMN complaint_receipt.digest IS 'SHA-256 of the receipt. Of nobody. Kept with the case.';
COMMENT ON COLUMN complaint_receipt.mail_to IS 'Address that the receipt was or is to be sent to. Of the customer. Kept with the case.';
CREATE INDEX complaint_receipt_mail_to ON complaint_receipt (lower(mail_to));
