-- Holidays, people who are away or leave on a known day, and whether people are kept apart in their
-- department while a reporting line is unknown. Columns are added as in version 3. A CHECK that allows
-- more is written into the schema: a new table of people would be the last one of the file, and lost
-- first where its end is missing.

-- Days on which nobody at a site, or nobody at all, works.
CREATE TABLE holiday (
  id INTEGER PRIMARY KEY NOT NULL,
  name TEXT,
  day TEXT,
  site TEXT
) STRICT;

ALTER TABLE programme ADD COLUMN unknown_line_apart INTEGER NOT NULL DEFAULT 0
  CHECK (unknown_line_apart IN (0, 1));
ALTER TABLE scenario ADD COLUMN unknown_line_apart INTEGER NOT NULL DEFAULT 0
  CHECK (unknown_line_apart IN (0, 1));

UPDATE programme SET unknown_line_apart = 0;
UPDATE scenario SET unknown_line_apart = 0;

ALTER TABLE person ADD COLUMN leaves_on TEXT;

PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace (sql, '''left'')', '''left'', ''away'')')
  WHERE type = 'table' AND name = 'person';
PRAGMA writable_schema = RESET;
