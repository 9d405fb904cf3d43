-- The first schema. Frozen once released: later changes are files of their own.
-- Rules that keep undo exact: STRICT, explicit NOT NULL keys, no triggers, no generated columns,
-- deferred foreign keys without actions, no UNIQUE on values that people swap.

CREATE TABLE document (
  id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
  uid INTEGER NOT NULL,
  created INTEGER NOT NULL
) STRICT;

CREATE TABLE programme (
  id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
  name TEXT,
  objective TEXT,
  starts_on TEXT,
  ends_on TEXT,
  mentor_word TEXT,
  mentee_word TEXT,
  mode TEXT NOT NULL CHECK (mode IN ('people', 'total')),
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

CREATE TABLE person (
  id INTEGER PRIMARY KEY NOT NULL,
  staff_no TEXT,
  name TEXT,
  email TEXT,
  job_title TEXT,
  department TEXT,
  site TEXT,
  business_function TEXT,
  employer TEXT,
  level INTEGER CHECK (level BETWEEN 1 AND 10),
  manager INTEGER REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  manager_ref TEXT,
  joined TEXT,
  state TEXT CHECK (state IN ('active', 'withdrawn', 'left')),
  side TEXT CHECK (side IN ('none', 'mentee', 'mentor', 'both')),
  mentee_capacity INTEGER CHECK (mentee_capacity BETWEEN 0 AND 100),
  mentor_capacity INTEGER CHECK (mentor_capacity BETWEEN 0 AND 100),
  willing INTEGER CHECK (willing IN (0, 1)),
  committed INTEGER CHECK (committed IN (0, 1)),
  committed_on TEXT,
  hours INTEGER CHECK (hours BETWEEN 0 AND 200),
  override_reason TEXT,
  languages TEXT,
  week INTEGER CHECK (week >= 0),
  style TEXT CHECK (style IN ('direct', 'analytical', 'expressive', 'supportive')),
  sociability INTEGER CHECK (sociability BETWEEN 0 AND 5),
  aspiration INTEGER CHECK (aspiration BETWEEN 0 AND 5),
  eagerness INTEGER CHECK (eagerness BETWEEN 0 AND 5),
  tags TEXT,
  background TEXT,
  notes TEXT
) STRICT;

CREATE INDEX person_manager ON person (manager) WHERE manager IS NOT NULL;

CREATE TABLE skill (
  id INTEGER PRIMARY KEY NOT NULL,
  name TEXT,
  category TEXT,
  aliases TEXT,
  context TEXT
) STRICT;

CREATE TABLE rating (
  id INTEGER PRIMARY KEY NOT NULL,
  person INTEGER NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  skill INTEGER NOT NULL REFERENCES skill (id) DEFERRABLE INITIALLY DEFERRED,
  source TEXT NOT NULL CHECK (source IN ('self', 'peer', 'manager', 'after')),
  level INTEGER CHECK (level BETWEEN 0 AND 5),
  target INTEGER CHECK (target BETWEEN 0 AND 5),
  importance INTEGER CHECK (importance BETWEEN 1 AND 5),
  rated_on TEXT
) STRICT;

CREATE INDEX rating_person ON rating (person, skill);
CREATE INDEX rating_skill ON rating (skill);

CREATE TABLE pair (
  id INTEGER PRIMARY KEY NOT NULL,
  mentee INTEGER NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  mentor INTEGER NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  state TEXT NOT NULL CHECK (state IN ('proposed', 'offered', 'accepted', 'kick-off', 'active',
                                       'paused', 'completed', 'ended')),
  locked INTEGER NOT NULL CHECK (locked IN (0, 1)),
  reason TEXT
) STRICT;

CREATE INDEX pair_mentee ON pair (mentee);
CREATE INDEX pair_mentor ON pair (mentor);

CREATE TABLE exclusion (
  id INTEGER PRIMARY KEY NOT NULL,
  mentee INTEGER NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  mentor INTEGER NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  confidential INTEGER NOT NULL CHECK (confidential IN (0, 1)),
  reason TEXT
) STRICT;

CREATE INDEX exclusion_mentee ON exclusion (mentee);
CREATE INDEX exclusion_mentor ON exclusion (mentor);

CREATE TABLE acquaintance (
  id INTEGER PRIMARY KEY NOT NULL,
  person INTEGER NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  other INTEGER NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  type TEXT NOT NULL CHECK (type IN ('interviewed', 'worked', 'event', 'other')),
  met_on TEXT
) STRICT;

CREATE INDEX acquaintance_person ON acquaintance (person);
CREATE INDEX acquaintance_other ON acquaintance (other);

-- The last proposal with its proof; "pairs" holds what has become of it since.
CREATE TABLE proposal (
  id INTEGER PRIMARY KEY NOT NULL,
  made INTEGER NOT NULL,
  mode TEXT NOT NULL CHECK (mode IN ('people', 'total')),
  paired INTEGER NOT NULL,
  total INTEGER NOT NULL,
  lowest INTEGER NOT NULL,
  certificate TEXT NOT NULL
) STRICT;

-- The history only grows: taking something back is a row of its own. Not recorded by itself.
CREATE TABLE history (
  seq INTEGER PRIMARY KEY NOT NULL,
  id INTEGER NOT NULL,
  parent INTEGER NOT NULL,
  made INTEGER NOT NULL,
  author TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('edit', 'barrier', 'undo', 'redo')),
  target INTEGER NOT NULL,
  label TEXT NOT NULL,
  size INTEGER NOT NULL
) STRICT;

CREATE TABLE history_blob (
  id INTEGER PRIMARY KEY NOT NULL,
  history INTEGER NOT NULL,
  part INTEGER NOT NULL,
  packed INTEGER NOT NULL CHECK (packed IN (0, 1)),
  data BLOB NOT NULL
) STRICT;

CREATE INDEX history_blob_history ON history_blob (history, part);
