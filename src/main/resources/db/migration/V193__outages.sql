-- Mass faults of a continuous service (Ley 10/2025, arts. 4.5, 13.9, 17.2): one text for all whom one affects.
CREATE TABLE outage (
  id             bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  service        text        NOT NULL,
  area           text        NOT NULL,
  region         text,
  since          timestamptz NOT NULL,
  cause          text,
  restoration_at timestamptz,
  registered_by  text        NOT NULL,
  registered_at  timestamptz NOT NULL,
  ended_at       timestamptz,
  version        integer     NOT NULL DEFAULT 0,
  CHECK (restoration_at > since),
  CHECK (ended_at >= since)
);
COMMENT ON TABLE outage IS 'Faults that affect many customers at once.';
COMMENT ON COLUMN outage.service IS 'What does not work. Of nobody. Kept with the case.';
COMMENT ON COLUMN outage.area IS 'Where, as people say it. Of nobody. Kept with the case.';
COMMENT ON COLUMN outage.region IS 'In which region, to find complaints; empty for the whole country. Of nobody. Kept with the case.';
COMMENT ON COLUMN outage.cause IS 'Why, as customers are told. Of nobody. Kept with the case.';
COMMENT ON COLUMN outage.registered_by IS 'User id of who wrote it down. Of the staff. Kept with the case.';

CREATE TABLE outage_complaint (
  complaint_number text        PRIMARY KEY REFERENCES complaint ON DELETE CASCADE,
  outage_id        bigint      NOT NULL REFERENCES outage,
  joined_by        text        NOT NULL,
  joined_at        timestamptz NOT NULL
);
CREATE INDEX outage_complaint_outage ON outage_complaint (outage_id);
COMMENT ON TABLE outage_complaint IS 'The complaints that belong to a mass fault.';
COMMENT ON COLUMN outage_complaint.complaint_number IS 'The complaint. Of nobody. Kept with the case.';
COMMENT ON COLUMN outage_complaint.joined_by IS 'User id of who joined it. Of the staff. Kept with the case.';

CREATE TABLE outage_text (
  id             bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  outage_id      bigint      NOT NULL REFERENCES outage,
  text           text        NOT NULL,
  cause          text        NOT NULL,
  restoration_at timestamptz NOT NULL,
  written_by     text        NOT NULL,
  written_at     timestamptz NOT NULL
);
CREATE INDEX outage_text_outage ON outage_text (outage_id);
COMMENT ON TABLE outage_text IS 'What all customers of a mass fault were told, one row each time.';
COMMENT ON COLUMN outage_text.text IS 'What customers were told. Of nobody. Kept with the case.';
COMMENT ON COLUMN outage_text.cause IS 'The cause as it was known then. Of nobody. Kept with the case.';
COMMENT ON COLUMN outage_text.written_by IS 'User id of who wrote it. Of the staff. Kept with the case.';

CREATE TABLE outage_told (
  text_id          bigint      NOT NULL REFERENCES outage_text,
  complaint_number text        NOT NULL REFERENCES complaint ON DELETE CASCADE,
  told_at          timestamptz NOT NULL,
  by_call          boolean     NOT NULL,
  PRIMARY KEY (text_id, complaint_number)
);
COMMENT ON TABLE outage_told IS 'Which complaint was told which text: each once.';
COMMENT ON COLUMN outage_told.complaint_number IS 'The complaint. Of nobody. Kept with the case.';

-- Why an offer was made in the course of a continuity complaint all the same (art. 16.2).
ALTER TABLE complaint_remedy ADD COLUMN offer_exception text;
COMMENT ON COLUMN complaint_remedy.offer_exception IS 'By which exception it was offered in a continuity complaint; empty in any other. Of nobody. Kept with the case.';
