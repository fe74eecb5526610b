-- What staff hear of the market. What they hear as a complaint is a complaint.
CREATE TABLE heard_note (
  id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  text        text        NOT NULL,
  customer    text,
  about       text,
  place       text,
  author      text        NOT NULL,
  recorded_at timestamptz NOT NULL,
  search      text        NOT NULL GENERATED ALWAYS AS (search_plain(
    text || ' ' || coalesce(customer, '') || ' ' || coalesce(about, '') || ' ' || coalesce(place, ''))) STORED
);
CREATE INDEX heard_note_newest ON heard_note (recorded_at DESC, id DESC);
COMMENT ON TABLE heard_note IS 'What staff heard of the market.';
COMMENT ON COLUMN heard_note.text IS 'What was said. Of the customer and the prospect. Kept without end.';
COMMENT ON COLUMN heard_note.customer IS 'Who said it, as it was typed. Of the customer and the prospect. Kept without end.';
COMMENT ON COLUMN heard_note.about IS 'What it is about. Of the customer. Kept without end.';
COMMENT ON COLUMN heard_note.place IS 'Where it was heard. Of the customer. Kept without end.';
COMMENT ON COLUMN heard_note.author IS 'User id of who heard it. Of the staff. Kept without end.';
COMMENT ON COLUMN heard_note.search IS 'What the note is searched by, made of its other columns. Of the customer and the prospect. Kept without end.';
