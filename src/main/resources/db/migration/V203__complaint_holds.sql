-- The body outside to which a customer went with a complaint.
CREATE TABLE complaint_dispute (
  id               bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  complaint_number text        NOT NULL REFERENCES complaint,
  body             text        NOT NULL,
  opened_on        date        NOT NULL,
  recorded_by      text        NOT NULL,
  recorded_at      timestamptz NOT NULL,
  outcome          text,
  ended_by         text,
  ended_at         timestamptz,
  CHECK ((ended_at IS NULL) = (outcome IS NULL) AND (ended_at IS NULL) = (ended_by IS NULL))
);
CREATE UNIQUE INDEX complaint_dispute_open ON complaint_dispute (complaint_number) WHERE ended_at IS NULL;
COMMENT ON TABLE complaint_dispute IS 'Bodies outside to which customers went with their complaints.';
COMMENT ON COLUMN complaint_dispute.complaint_number IS 'The complaint. Of nobody. Kept with the case.';
COMMENT ON COLUMN complaint_dispute.body IS 'Name of the body, as somebody wrote it. Of the customer. Kept with the case.';
COMMENT ON COLUMN complaint_dispute.recorded_by IS 'Who wrote it down. Of the staff. Kept with the case.';
COMMENT ON COLUMN complaint_dispute.outcome IS 'How it ended there, as somebody wrote it. Of the customer. Kept with the case.';
COMMENT ON COLUMN complaint_dispute.ended_by IS 'Who wrote down that it ended. Of the staff. Kept with the case.';

-- What must not be done to a customer's service or account because of a complaint. Other systems are told of each by its id.
CREATE TABLE complaint_hold (
  id               bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  complaint_number text        NOT NULL REFERENCES complaint,
  kind             text        NOT NULL CHECK (kind IN ('SUSPENSION', 'COLLECTION')),
  until            text        NOT NULL CHECK (until IN ('DECISION', 'BODY')),
  norm             text        NOT NULL,
  because          text        NOT NULL,
  placed_at        timestamptz NOT NULL,
  released_at      timestamptz,
  released_by      text,
  release          text        CHECK (release IN ('ANSWERED', 'BODY_ENDED', 'NOT_DUE', 'SAFETY')),
  note             text        CHECK (note IS NOT NULL OR release IS DISTINCT FROM 'SAFETY'),
  CHECK ((released_at IS NULL) = (release IS NULL) AND (released_at IS NULL) = (released_by IS NULL))
);
CREATE UNIQUE INDEX complaint_hold_placed ON complaint_hold (complaint_number, kind) WHERE released_at IS NULL;
CREATE INDEX complaint_hold_number ON complaint_hold (complaint_number, id);
COMMENT ON TABLE complaint_hold IS 'What must not be done to a customer''s service or account because of a complaint.';
COMMENT ON COLUMN complaint_hold.complaint_number IS 'The complaint. Of nobody. Kept with the case.';
COMMENT ON COLUMN complaint_hold.kind IS 'Suspension of the service, or collection. Of nobody. Kept with the case.';
COMMENT ON COLUMN complaint_hold.until IS 'Until the decision is told, or until the body has ended. Of nobody. Kept with the case.';
COMMENT ON COLUMN complaint_hold.norm IS 'The norm, as the table said it. Of nobody. Kept with the case.';
COMMENT ON COLUMN complaint_hold.because IS 'Why, as the table said it. Of nobody. Kept with the case.';
COMMENT ON COLUMN complaint_hold.released_by IS 'Who released it, or the system. Of the staff. Kept with the case.';
COMMENT ON COLUMN complaint_hold.release IS 'Why it was released, one of a list. Of nobody. Kept with the case.';
COMMENT ON COLUMN complaint_hold.note IS 'The danger for which it was released, as somebody wrote it. Of the customer and the staff. Kept with the case.';
