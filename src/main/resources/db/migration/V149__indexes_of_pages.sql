-- The page of a case names the cases to which it was linked, which only they say.
CREATE INDEX case_detail_our_case ON case_detail (text) WHERE kind = 'LINKED_RECORD' AND text LIKE 'ESC-%';

-- The page of decisions names the exceptions that were decided in cases, which only their notes keep.
CREATE INDEX case_note_exception ON case_note (written_at, id) WHERE kind = 'EXCEPTION_DECISION';
