-- Years whose holidays somebody compared with the official calendar, for each calendar as it then was: where its
-- country or region changes, the comparison counts no longer.
CREATE TABLE calendar_year (
  calendar_code text        NOT NULL REFERENCES calendar ON DELETE CASCADE,
  year          integer     NOT NULL,
  country       text        NOT NULL,
  region        text,
  basis         text        NOT NULL,
  confirmed_at  timestamptz NOT NULL,
  confirmed_by  text        NOT NULL,
  PRIMARY KEY (calendar_code, year)
);
COMMENT ON TABLE calendar_year IS 'Which years of a calendar were compared with the official one.';
COMMENT ON COLUMN calendar_year.calendar_code IS 'Code of the calendar. Of nobody. Kept with the calendar.';
COMMENT ON COLUMN calendar_year.country IS 'Country that the calendar followed then. Of nobody. Kept with the calendar.';
COMMENT ON COLUMN calendar_year.region IS 'Region that the calendar followed then. Of nobody. Kept with the calendar.';
COMMENT ON COLUMN calendar_year.basis IS 'With what it was compared, in words. Of the staff. Kept with the calendar.';
COMMENT ON COLUMN calendar_year.confirmed_by IS 'User id of who did. Of the staff. Kept with the calendar.';
