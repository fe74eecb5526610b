-- Which mail is next: those that somebody waits for first, and of one matter or one reader one after the other, each
-- a second behind the one before, so that ten thousand of one do not stand before the first of another.
ALTER TABLE outbox_message ADD COLUMN urgent boolean NOT NULL DEFAULT false;
ALTER TABLE outbox_message ADD COLUMN place timestamptz;
UPDATE outbox_message SET place = due_at;
ALTER TABLE outbox_message ALTER COLUMN place SET NOT NULL, ALTER COLUMN place SET DEFAULT now();
DROP INDEX outbox_message_due_mail;
CREATE INDEX outbox_message_next_mail ON outbox_message (urgent DESC, place, id, due_at)
  WHERE status = 'PENDING' AND channel = 'EMAIL';
CREATE INDEX outbox_message_place_of_case ON outbox_message (case_number, place)
  WHERE status = 'PENDING' AND channel = 'EMAIL';
CREATE INDEX outbox_message_place_of_reader ON outbox_message (lower(recipient), place)
  WHERE status = 'PENDING' AND channel = 'EMAIL';
