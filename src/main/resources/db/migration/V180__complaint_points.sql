-- What a customer complains of, point by point: each is ruled on before the decision leaves (Ley 10/2025, art. 13).
CREATE TABLE complaint_point (
  id            bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  matter_number text        NOT NULL REFERENCES matter,
  position      integer     NOT NULL,
  words         text        NOT NULL,
  ruling        text        CHECK (ruling IN ('GRANTED', 'PARTLY', 'REFUSED')),
  reason        text,
  norm          text,
  decided_by    text,
  decided_at    timestamptz,
  version       integer     NOT NULL DEFAULT 0,
  UNIQUE (matter_number, position),
  CHECK ((ruling IS NULL) = (reason IS NULL)),
  CHECK (ruling IN ('GRANTED') OR ruling IS NULL OR norm IS NOT NULL)
);
COMMENT ON TABLE complaint_point IS 'The points of a complaint, each with its ruling.';
COMMENT ON COLUMN complaint_point.matter_number IS 'Number of the complaint. Of nobody. Kept with the case.';
COMMENT ON COLUMN complaint_point.words IS 'What the customer complains of, in their words. Of the customer. Kept with the case; only the latest.';
COMMENT ON COLUMN complaint_point.ruling IS 'GRANTED, PARTLY or REFUSED; empty while nobody has decided. Of nobody. Kept with the case.';
COMMENT ON COLUMN complaint_point.reason IS 'Why, as the customer reads it. Of the customer. Kept with the case; only the latest.';
COMMENT ON COLUMN complaint_point.norm IS 'The norm, clause or policy that it rests on. Of nobody. Kept with the case; only the latest.';
COMMENT ON COLUMN complaint_point.decided_by IS 'User id of who decided. Of the staff. Kept with the case; only the latest.';

-- What else the decision of a complaint says: kept, so that a corrected letter is held to the same.
CREATE TABLE complaint_decision (
  matter_number text        PRIMARY KEY REFERENCES matter,
  language      text        NOT NULL,
  country       text        NOT NULL,
  sector        text        NOT NULL,
  consumer      boolean     NOT NULL,
  benefits      text[]      NOT NULL,
  action        text,
  recording     text,
  recourse      text,
  written_by    text        NOT NULL,
  written_at    timestamptz NOT NULL
);
COMMENT ON TABLE complaint_decision IS 'What the letter with the decision of a complaint says besides its points.';
COMMENT ON COLUMN complaint_decision.matter_number IS 'Number of the complaint. Of nobody. Kept with the case.';
COMMENT ON COLUMN complaint_decision.language IS 'Language of the complaint: ES, EN and so on. Of nobody. Kept with the case.';
COMMENT ON COLUMN complaint_decision.country IS 'Country whose bodies the customer can turn to, ISO 3166. Of nobody. Kept with the case.';
COMMENT ON COLUMN complaint_decision.sector IS 'What the organisation sells. Of nobody. Kept with the case.';
COMMENT ON COLUMN complaint_decision.benefits IS 'What the customer gets, one line each. Of the customer. Kept with the case.';
COMMENT ON COLUMN complaint_decision.action IS 'What the customer can do now; empty for the usual. Of the customer. Kept with the case.';
COMMENT ON COLUMN complaint_decision.recording IS 'How to get the recording; empty where there is none. Of the customer. Kept with the case.';
COMMENT ON COLUMN complaint_decision.recourse IS 'Another way that the author names, where the table knows no body. Of the customer. Kept with the case.';
COMMENT ON COLUMN complaint_decision.written_by IS 'User id of who wrote it. Of the staff. Kept with the case.';
