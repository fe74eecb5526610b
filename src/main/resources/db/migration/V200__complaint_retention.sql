-- When the texts and files of a complaint were removed, because its retention was over or its person was erased.
ALTER TABLE complaint
  ADD COLUMN emptied_at timestamptz,
  ADD CONSTRAINT complaint_emptied_ended CHECK (emptied_at IS NULL OR phase = 'ENDED');
CREATE INDEX complaint_kept ON complaint (ended_at, number) WHERE phase = 'ENDED' AND emptied_at IS NULL;
CREATE INDEX case_contact_case ON case_contact (case_number);
