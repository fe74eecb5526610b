-- Staff who were abused: they have nothing more to do with the matter, and the customer gets letters only.
CREATE TABLE complaint_abuse (
  id            bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  matter_number text        NOT NULL REFERENCES matter,
  kind          text        NOT NULL,
  what          text        NOT NULL,
  person_id     text        NOT NULL,
  group_id      text        NOT NULL,
  reported_by   text        NOT NULL,
  reported_at   timestamptz NOT NULL
);
CREATE INDEX complaint_abuse_matter ON complaint_abuse (matter_number);
COMMENT ON TABLE complaint_abuse IS 'Abuse of staff by customers.';
COMMENT ON COLUMN complaint_abuse.matter_number IS 'Number of the matter. Of nobody. Kept with the case.';
COMMENT ON COLUMN complaint_abuse.kind IS 'How, one of a list. Of nobody. Kept with the case.';
COMMENT ON COLUMN complaint_abuse.what IS 'What happened. Of the customer and the staff. Kept with the case.';
COMMENT ON COLUMN complaint_abuse.person_id IS 'User id of who was abused. Of the staff. Kept with the case.';
COMMENT ON COLUMN complaint_abuse.group_id IS 'Id of the group that goes on with the matter. Of nobody. Kept with the case.';
COMMENT ON COLUMN complaint_abuse.reported_by IS 'User id of who reported it. Of the staff. Kept with the case.';
