-- The page of a case names the cases to which it was linked, which only they say.
CREATE INDEX case_detail_our_case ON case_detail (text) WHERE kind = 'LINKED_RECORD' AND text LIKE 'ESC-%';
