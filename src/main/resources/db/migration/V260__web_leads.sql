-- What came by the public page and by the forms of other sites; words stay only where nobody was pursued for them.
CREATE TABLE web_lead (
  id             bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  received_at    timestamptz NOT NULL,
  capture        text        NOT NULL CHECK (capture IN ('WEB', 'NETWORKS')),
  digest         text        NOT NULL,
  suspicion      text        CHECK (suspicion IN ('HONEYPOT', 'LINKS', 'REPEATED')),
  person_name    text,
  company        text,
  email          text,
  phone          text,
  words          text,
  pursued_as text,
  CHECK (suspicion IS NOT NULL OR pursued_as IS NOT NULL),
  CHECK (pursued_as IS NULL OR (person_name IS NULL AND company IS NULL AND email IS NULL AND phone IS NULL AND words IS NULL))
);
CREATE INDEX web_lead_digest ON web_lead (digest, received_at);
CREATE INDEX web_lead_received ON web_lead (received_at);
COMMENT ON TABLE web_lead IS 'Whoever left word on the web that they are interested; those taken for spam wait there without a pursuit.';
COMMENT ON COLUMN web_lead.capture IS 'By which channel. Of nobody. Kept for 30 days.';
COMMENT ON COLUMN web_lead.digest IS 'SHA-256 of who sent it and what: equal ones are known by it. Of nobody. Kept for 30 days.';
COMMENT ON COLUMN web_lead.suspicion IS 'Why it was taken for spam. Of nobody. Kept for 30 days.';
COMMENT ON COLUMN web_lead.person_name IS 'Their name. Of the customer. Kept for 30 days.';
COMMENT ON COLUMN web_lead.company IS 'Their company. Of the customer. Kept for 30 days.';
COMMENT ON COLUMN web_lead.email IS 'Their mail address. Of the customer. Kept for 30 days.';
COMMENT ON COLUMN web_lead.phone IS 'Their telephone. Of the customer. Kept for 30 days.';
COMMENT ON COLUMN web_lead.words IS 'What they wrote. Of the customer. Kept for 30 days.';
COMMENT ON COLUMN web_lead.pursued_as IS 'Number of the pursuit in which they are called back. Of nobody. Kept for 30 days.';
