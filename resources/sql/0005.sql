-- Days on which a site, or nobody at all, works.

CREATE TABLE holiday (
  id INTEGER PRIMARY KEY NOT NULL,
  name TEXT,
  day TEXT,
  site TEXT
) STRICT;
