-- A third mode, "weakest", and scenarios.
-- A CHECK cannot be altered, so two tables are made anew: under their old names and with the same
-- columns in the same order, so that what version 1 recorded of them can still be undone.

ALTER TABLE programme RENAME TO programme_before;

CREATE TABLE programme (
  id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
  name TEXT,
  objective TEXT,
  starts_on TEXT,
  ends_on TEXT,
  mentor_word TEXT,
  mentee_word TEXT,
  mode TEXT NOT NULL CHECK (mode IN ('people', 'total', 'weakest')),
  weight_skills INTEGER NOT NULL CHECK (weight_skills BETWEEN 0 AND 100),
  weight_back INTEGER NOT NULL CHECK (weight_back BETWEEN 0 AND 100),
  weight_difference INTEGER NOT NULL CHECK (weight_difference BETWEEN 0 AND 100),
  weight_sociability INTEGER NOT NULL CHECK (weight_sociability BETWEEN 0 AND 100),
  weight_style INTEGER NOT NULL CHECK (weight_style BETWEEN 0 AND 100),
  weight_acquaintance INTEGER NOT NULL CHECK (weight_acquaintance BETWEEN 0 AND 100),
  weight_availability INTEGER NOT NULL CHECK (weight_availability BETWEEN 0 AND 100),
  weight_interests INTEGER NOT NULL CHECK (weight_interests BETWEEN 0 AND 100),
  weight_aspiration INTEGER NOT NULL CHECK (weight_aspiration BETWEEN 0 AND 100),
  line_levels INTEGER NOT NULL CHECK (line_levels BETWEEN 0 AND 20),
  level_gap INTEGER NOT NULL CHECK (level_gap BETWEEN 0 AND 9),
  need_language INTEGER NOT NULL CHECK (need_language IN (0, 1)),
  need_free_hour INTEGER NOT NULL CHECK (need_free_hour IN (0, 1)),
  need_other_department INTEGER NOT NULL CHECK (need_other_department IN (0, 1)),
  only_tag TEXT,
  differ_department INTEGER NOT NULL CHECK (differ_department IN (0, 1)),
  differ_site INTEGER NOT NULL CHECK (differ_site IN (0, 1)),
  differ_function INTEGER NOT NULL CHECK (differ_function IN (0, 1)),
  differ_employer INTEGER NOT NULL CHECK (differ_employer IN (0, 1)),
  differ_background INTEGER NOT NULL CHECK (differ_background IN (0, 1)),
  prefer_complement INTEGER NOT NULL CHECK (prefer_complement IN (0, 1)),
  meeting_minutes INTEGER NOT NULL CHECK (meeting_minutes BETWEEN 15 AND 480)
) STRICT;

INSERT INTO programme SELECT * FROM programme_before;
DROP TABLE programme_before;

ALTER TABLE proposal RENAME TO proposal_before;

-- The last proposal with its proof; "pairs" holds what has become of it since.
CREATE TABLE proposal (
  id INTEGER PRIMARY KEY NOT NULL,
  made INTEGER NOT NULL,
  mode TEXT NOT NULL CHECK (mode IN ('people', 'total', 'weakest')),
  paired INTEGER NOT NULL,
  total INTEGER NOT NULL,
  lowest INTEGER NOT NULL,
  certificate TEXT NOT NULL
) STRICT;

INSERT INTO proposal SELECT * FROM proposal_before;
DROP TABLE proposal_before;

-- Weights and rules under a name, with the pairing they gave. Pairs are people's ids in text, not
-- references: a scenario says what was, and people may have gone since.
CREATE TABLE scenario (
  id INTEGER PRIMARY KEY NOT NULL,
  name TEXT,
  made INTEGER,
  mode TEXT NOT NULL CHECK (mode IN ('people', 'total', 'weakest')),
  weight_skills INTEGER NOT NULL CHECK (weight_skills BETWEEN 0 AND 100),
  weight_back INTEGER NOT NULL CHECK (weight_back BETWEEN 0 AND 100),
  weight_difference INTEGER NOT NULL CHECK (weight_difference BETWEEN 0 AND 100),
  weight_sociability INTEGER NOT NULL CHECK (weight_sociability BETWEEN 0 AND 100),
  weight_style INTEGER NOT NULL CHECK (weight_style BETWEEN 0 AND 100),
  weight_acquaintance INTEGER NOT NULL CHECK (weight_acquaintance BETWEEN 0 AND 100),
  weight_availability INTEGER NOT NULL CHECK (weight_availability BETWEEN 0 AND 100),
  weight_interests INTEGER NOT NULL CHECK (weight_interests BETWEEN 0 AND 100),
  weight_aspiration INTEGER NOT NULL CHECK (weight_aspiration BETWEEN 0 AND 100),
  line_levels INTEGER NOT NULL CHECK (line_levels BETWEEN 0 AND 20),
  level_gap INTEGER NOT NULL CHECK (level_gap BETWEEN 0 AND 9),
  need_language INTEGER NOT NULL CHECK (need_language IN (0, 1)),
  need_free_hour INTEGER NOT NULL CHECK (need_free_hour IN (0, 1)),
  need_other_department INTEGER NOT NULL CHECK (need_other_department IN (0, 1)),
  only_tag TEXT,
  differ_department INTEGER NOT NULL CHECK (differ_department IN (0, 1)),
  differ_site INTEGER NOT NULL CHECK (differ_site IN (0, 1)),
  differ_function INTEGER NOT NULL CHECK (differ_function IN (0, 1)),
  differ_employer INTEGER NOT NULL CHECK (differ_employer IN (0, 1)),
  differ_background INTEGER NOT NULL CHECK (differ_background IN (0, 1)),
  prefer_complement INTEGER NOT NULL CHECK (prefer_complement IN (0, 1)),
  meeting_minutes INTEGER NOT NULL CHECK (meeting_minutes BETWEEN 15 AND 480),
  paired INTEGER NOT NULL CHECK (paired >= 0),
  total INTEGER NOT NULL CHECK (total >= 0),
  lowest INTEGER NOT NULL CHECK (lowest >= 0),
  pairs TEXT
) STRICT;
