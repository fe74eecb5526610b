-- Once a request is answered it has no date any more by which it is acknowledged; whether that was kept stays.
ALTER TABLE internal_request ADD COLUMN acknowledged_in_time boolean;
UPDATE internal_request SET acknowledged_in_time = (acknowledged_at <= acknowledge_due)
WHERE acknowledged_at IS NOT NULL AND acknowledge_due IS NOT NULL;
