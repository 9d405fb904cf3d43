-- What a skill means, role profiles with their needs, nominations, cohorts, names of seniority
-- levels, consents, where a person is from, and whether special-category fields are used.
-- Columns are only added, so what earlier versions recorded can still be undone. A column whose
-- default is not NULL is written into the rows that are there: before 3.43 SQLite records such a
-- default as NULL, and what was recorded could not be undone.

ALTER TABLE programme ADD COLUMN special_category INTEGER NOT NULL DEFAULT 0
  CHECK (special_category IN (0, 1));

-- Who has used such fields until now goes on using them.
UPDATE programme SET special_category =
  differ_background = 1 OR EXISTS (SELECT 1 FROM person WHERE background IS NOT NULL);

ALTER TABLE person ADD COLUMN relation TEXT
  CHECK (relation IN ('employee', 'client', 'customer', 'supplier', 'other'));
ALTER TABLE person ADD COLUMN cohort TEXT;

ALTER TABLE skill ADD COLUMN description TEXT;
ALTER TABLE skill ADD COLUMN anchor_0 TEXT;
ALTER TABLE skill ADD COLUMN anchor_1 TEXT;
ALTER TABLE skill ADD COLUMN anchor_2 TEXT;
ALTER TABLE skill ADD COLUMN anchor_3 TEXT;
ALTER TABLE skill ADD COLUMN anchor_4 TEXT;
ALTER TABLE skill ADD COLUMN anchor_5 TEXT;
ALTER TABLE skill ADD COLUMN retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1));

UPDATE skill SET retired = 0;

-- People say which one they belong to by its name.
CREATE TABLE cohort (
  id INTEGER PRIMARY KEY NOT NULL,
  name TEXT,
  objective TEXT,
  starts_on TEXT,
  ends_on TEXT
) STRICT;

CREATE TABLE seniority (
  id INTEGER PRIMARY KEY NOT NULL,
  level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 10),
  name TEXT
) STRICT;

CREATE TABLE role_profile (
  id INTEGER PRIMARY KEY NOT NULL,
  name TEXT,
  job_titles TEXT,
  level_from INTEGER CHECK (level_from BETWEEN 1 AND 10)
) STRICT;

CREATE TABLE role_need (
  id INTEGER PRIMARY KEY NOT NULL,
  profile INTEGER NOT NULL REFERENCES role_profile (id) DEFERRABLE INITIALLY DEFERRED,
  skill INTEGER NOT NULL REFERENCES skill (id) DEFERRABLE INITIALLY DEFERRED,
  level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 5),
  importance INTEGER CHECK (importance BETWEEN 1 AND 5)
) STRICT;

CREATE INDEX role_need_profile ON role_need (profile);
CREATE INDEX role_need_skill ON role_need (skill);

-- "nominator" is somebody of the programme; "nominated_by" is anybody, in writing.
CREATE TABLE nomination (
  id INTEGER PRIMARY KEY NOT NULL,
  person INTEGER NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  skill INTEGER REFERENCES skill (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL CHECK (kind IN ('learn', 'teach')),
  nominator INTEGER REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  nominated_by TEXT,
  note TEXT,
  made_on TEXT
) STRICT;

CREATE INDEX nomination_person ON nomination (person);
CREATE INDEX nomination_skill ON nomination (skill) WHERE skill IS NOT NULL;
CREATE INDEX nomination_nominator ON nomination (nominator) WHERE nominator IS NOT NULL;

CREATE TABLE consent_purpose (
  id INTEGER PRIMARY KEY NOT NULL,
  name TEXT,
  text TEXT
) STRICT;

CREATE TABLE consent (
  id INTEGER PRIMARY KEY NOT NULL,
  person INTEGER NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  purpose INTEGER NOT NULL REFERENCES consent_purpose (id) DEFERRABLE INITIALLY DEFERRED,
  given INTEGER NOT NULL CHECK (given IN (0, 1)),
  recorded_on TEXT,
  note TEXT
) STRICT;

CREATE INDEX consent_person ON consent (person);
CREATE INDEX consent_purpose_of ON consent (purpose);
