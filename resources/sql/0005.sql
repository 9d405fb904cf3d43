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

-- How the columns of files were read, for the next file with the same ones.
CREATE TABLE mapping (
  id INTEGER PRIMARY KEY NOT NULL,
  headers TEXT,
  answers TEXT,
  used INTEGER
) STRICT;

ALTER TABLE programme ADD COLUMN unknown_line_apart INTEGER NOT NULL DEFAULT 0
  CHECK (unknown_line_apart IN (0, 1));
ALTER TABLE scenario ADD COLUMN unknown_line_apart INTEGER NOT NULL DEFAULT 0
  CHECK (unknown_line_apart IN (0, 1));

UPDATE programme SET unknown_line_apart = 0;
UPDATE scenario SET unknown_line_apart = 0;

ALTER TABLE person ADD COLUMN leaves_on TEXT;

-- Three values or more in an IN cost a table of their own for each row that is written: OR does not.
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace (sql,
  'CHECK (state IN (''active'', ''withdrawn'', ''left''))',
  'CHECK (state = ''active'' OR state = ''withdrawn'' OR state = ''left'' OR state = ''away'')')
  WHERE type = 'table' AND name = 'person';
UPDATE sqlite_schema SET sql = replace (sql,
  'CHECK (side IN (''none'', ''mentee'', ''mentor'', ''both''))',
  'CHECK (side = ''none'' OR side = ''mentee'' OR side = ''mentor'' OR side = ''both'')')
  WHERE type = 'table' AND name = 'person';
UPDATE sqlite_schema SET sql = replace (sql,
  'CHECK (style IN (''direct'', ''analytical'', ''expressive'', ''supportive''))',
  'CHECK (style = ''direct'' OR style = ''analytical'' OR style = ''expressive'' OR style = ''supportive'')')
  WHERE type = 'table' AND name = 'person';
UPDATE sqlite_schema SET sql = replace (sql,
  'CHECK (relation IN (''employee'', ''client'', ''customer'', ''supplier'', ''other''))',
  'CHECK (relation = ''employee'' OR relation = ''client'' OR relation = ''customer'' OR relation = ''supplier'' OR relation = ''other'')')
  WHERE type = 'table' AND name = 'person';
UPDATE sqlite_schema SET sql = replace (sql,
  'CHECK (source IN (''self'', ''peer'', ''manager'', ''after''))',
  'CHECK (source = ''self'' OR source = ''peer'' OR source = ''manager'' OR source = ''after'')')
  WHERE type = 'table' AND name = 'rating';
PRAGMA writable_schema = RESET;
