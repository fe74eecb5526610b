-- Lessons are searched like every list. Nodes of before still write what they search by.
ALTER TABLE lesson ADD COLUMN search text NOT NULL GENERATED ALWAYS AS (search_plain(text)) STORED;
ALTER TABLE lesson ALTER COLUMN folded DROP NOT NULL;
COMMENT ON COLUMN lesson.search IS
  'What the lesson is searched by, made of its text. Of the customer and the staff. Kept without end.';
COMMENT ON COLUMN lesson.folded IS
  'What older versions searched; nothing writes it any more. Of the customer and the staff. Kept without end.';
