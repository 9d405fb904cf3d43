/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-people.h"

#include <string.h>

TestPeople *
test_people_new (void)
{
  TestPeople *self = g_new0 (TestPeople, 1);

  self->settings = rm_settings_new ();
  for (guint t = 0; t < RM_N_TABLES; t++)
    self->tables[t] = g_ptr_array_new_with_free_func (rm_record_unref);

  return self;
}

void
test_people_free (TestPeople *self)
{
  rm_record_unref (self->settings);
  for (guint t = 0; t < RM_N_TABLES; t++)
    g_ptr_array_unref (self->tables[t]);
  g_free (self);
}

RmPerson *
test_people_get (TestPeople *self,
                 guint index)
{
  return g_ptr_array_index (self->tables[RM_TABLE_PERSON], index);
}

static void
add (TestPeople *self,
     RmTable table,
     gpointer record)
{
  RmRecord *added = record;

  if (added->id == 0)
    added->id = (gint64) self->tables[table]->len + 1;
  g_ptr_array_add (self->tables[table], record);
}

/* Ready to be paired; ordered by id. */
RmPerson *
test_people_add (TestPeople *self,
                 gint64 id,
                 RmSide side)
{
  RmPerson *person = rm_person_new ();

  person->record.id = id;
  person->staff_no = g_strdup_printf ("S%06" G_GINT64_FORMAT, id);
  person->name = g_strdup_printf ("Person %" G_GINT64_FORMAT, id);
  person->side = side;
  person->willing = 1;
  person->committed = 1;
  add (self, RM_TABLE_PERSON, person);

  return person;
}

void
test_people_take (TestPeople *self,
                  RmTable table,
                  gpointer record,
                  gint64 id)
{
  ((RmRecord *) record)->id = id;
  g_ptr_array_add (self->tables[table], record);
}

void
test_people_add_skill (TestPeople *self,
                       gint64 id,
                       const char *category,
                       const char *name)
{
  RmSkill *skill = rm_skill_new ();

  skill->record.id = id;
  skill->category = g_strdup (category);
  skill->name = g_strdup (name);
  add (self, RM_TABLE_SKILL, skill);
}

void
test_people_add_exclusion (TestPeople *self,
                           gint64 mentee,
                           gint64 mentor,
                           gboolean confidential)
{
  RmExclusion *exclusion = rm_record_new (rm_exclusion_entity ());

  exclusion->mentee = mentee;
  exclusion->mentor = mentor;
  exclusion->confidential = confidential;
  exclusion->reason = confidential ? NULL : g_strdup ("They share an office");
  add (self, RM_TABLE_EXCLUSION, exclusion);
}

void
test_people_add_acquaintance (TestPeople *self,
                              gint64 person,
                              gint64 other,
                              int type)
{
  RmAcquaintance *acquaintance = rm_record_new (rm_acquaintance_entity ());

  acquaintance->person = person;
  acquaintance->other = other;
  acquaintance->type = type;
  add (self, RM_TABLE_ACQUAINTANCE, acquaintance);
}

void
test_people_add_pair (TestPeople *self,
                      gint64 mentee,
                      gint64 mentor,
                      RmPairState state)
{
  RmPair *pair = rm_pair_new (mentee, mentor);

  pair->state = state;
  add (self, RM_TABLE_PAIR, pair);
}

void
test_person_set_standing (RmPerson *person,
                          gint64 skill,
                          int level,
                          int target,
                          int importance)
{
  RmStanding standing = { skill, (gint8) level, (gint8) target, (gint8) importance };
  RmStanding *standings = g_new (RmStanding, person->n_standings + 1);
  guint n = 0;

  while (n < person->n_standings && person->standings[n].skill < skill)
    n++;
  if (n > 0)
    memcpy (standings, person->standings, n * sizeof (RmStanding));
  standings[n] = standing;
  for (guint k = n; k < person->n_standings; k++)
    standings[k + 1] = person->standings[k];
  rm_person_take_standings (person, standings, person->n_standings + 1);
}

RmProgramme *
test_people_build (TestPeople *self)
{
  return rm_programme_new_changed (NULL, self->settings, self->tables, NULL);
}

static int
pick (GRand *rand,
      int n)
{
  return g_rand_int_range (rand, 0, n);
}

static gboolean
one_in (GRand *rand,
        int n)
{
  return pick (rand, n) == 0;
}

static char *
pick_word (GRand *rand,
           const char *const *words,
           int n)
{
  return one_in (rand, 6) ? NULL : g_strdup (words[pick (rand, n)]);
}

/* Some of @words, in another spelling now and then. */
static char *
pick_list (GRand *rand,
           const char *const *words,
           int n)
{
  GString *list = g_string_new (NULL);

  for (int k = 0; k < n; k++)
    if (one_in (rand, 3))
      {
        g_autofree char *upper = g_ascii_strup (words[k], -1);

        if (list->len > 0)
          g_string_append (list, "; ");
        g_string_append (list, one_in (rand, 4) ? upper : words[k]);
      }

  return g_string_free (list, list->len == 0);
}

static void
fill_skills (RmPerson *person,
             GRand *rand,
             guint n_skills,
             guint n_standings)
{
  RmStanding *standings = g_new0 (RmStanding, n_skills + 1);
  guint n = 0;

  /* One draw a statement: the same people come out of every compiler. */
  for (guint k = 0; k < n_skills; k++)
    if ((guint) pick (rand, (int) n_skills) < n_standings)
      {
        RmStanding *standing = &standings[n++];

        standing->skill = 100 + (gint64) k;
        standing->level = (gint8) (pick (rand, 7) - 1);
        standing->target = (gint8) (one_in (rand, 3) ? pick (rand, 7) - 1 : -1);
        standing->importance = (gint8) (1 + pick (rand, 5));
      }
  rm_person_take_standings (person, standings, n);
}

/* A quarter of all hours. */
static gint64
pick_week (GRand *rand)
{
  guint64 bits[4];

  for (guint k = 0; k < G_N_ELEMENTS (bits); k++)
    bits[k] = g_rand_int (rand);

  return (gint64) ((bits[0] << 31 | bits[1]) & (bits[2] << 32 | bits[3]) & G_MAXINT64);
}

static void
fill_person (RmPerson *person,
             GRand *rand)
{
  static const char *const departments[] = { "Sales", "sales ", "IT", "Legal", "Lëgal" };
  static const char *const sites[] = { "Bonn", "Lyon", "Cádiz" };
  static const char *const languages[] = { "en", "de", "fr", "es" };
  static const char *const tags[] = { "AI", "C++", "C", "chess", "green", "pilot" };
  static const char *const backgrounds[] = { "first generation", "parent", "veteran" };
  const int blank = RM_UNKNOWN;

  person->department = pick_word (rand, departments, 5);
  person->site = pick_word (rand, sites, 3);
  person->business_function = pick_word (rand, departments, 5);
  person->employer = one_in (rand, 4) ? g_strdup ("Partner AG") : NULL;
  person->languages = pick_list (rand, languages, 4);
  person->tags = pick_list (rand, tags, 6);
  person->background = pick_list (rand, backgrounds, 3);
  person->level = one_in (rand, 8) ? blank : 1 + pick (rand, 10);
  person->week = one_in (rand, 6) ? -1 : pick_week (rand);
  person->style = one_in (rand, 6) ? blank : pick (rand, 4);
  person->sociability = one_in (rand, 6) ? blank : pick (rand, 6);
  person->aspiration = one_in (rand, 6) ? blank : pick (rand, 6);
  person->eagerness = one_in (rand, 6) ? blank : pick (rand, 6);
}

static void
fill_settings (RmSettings *settings,
               GRand *rand)
{
  for (guint c = 0; c < RM_N_CRITERIA; c++)
    settings->weights[c] = one_in (rand, 4) ? 0 : pick (rand, 34);
  settings->line_levels = pick (rand, 4);
  settings->level_gap = pick (rand, 3);
  settings->need_language = pick (rand, 2);
  settings->need_free_hour = pick (rand, 2);
  settings->need_other_department = pick (rand, 2);
  settings->only_tag = one_in (rand, 4) ? g_strdup ("Pilot") : NULL;
  settings->differ_department = pick (rand, 2);
  settings->differ_site = pick (rand, 2);
  settings->differ_function = pick (rand, 2);
  settings->differ_employer = pick (rand, 2);
  settings->differ_background = pick (rand, 2);
  settings->prefer_complement = pick (rand, 2);
  settings->meeting_minutes = 15 + pick (rand, 466);
  settings->unknown_line_apart = settings->meeting_minutes % 3 == 0;
  settings->special_category = settings->meeting_minutes % 4 != 0;
}

/* Everything that can go wrong in a programme does so here: managers in circles and missing ones,
 * people of both sides, of none, and gone ones. */
static void
fill_links (TestPeople *self,
            GRand *rand,
            guint n_people)
{
  for (guint k = 0; k < n_people; k++)
    {
      gint64 one = test_people_get (self, (guint) pick (rand, (int) n_people))->record.id;
      gint64 other = test_people_get (self, (guint) pick (rand, (int) n_people))->record.id;
      RmPerson *person = test_people_get (self, k);

      if (one_in (rand, 6))
        person->manager = 999999;
      else if (!one_in (rand, 3))
        person->manager = one;
      if (one_in (rand, 2))
        test_people_add_exclusion (self, one, other, one_in (rand, 2));
      if (one_in (rand, 2))
        test_people_add_acquaintance (self, other, person->record.id,
                                      one_in (rand, 5) ? RM_UNKNOWN : pick (rand, 4));
      if (one_in (rand, 2))
        test_people_add_pair (self, one, other, (RmPairState) pick (rand, 8));
    }
}

TestPeople *
test_people_new_two (void)
{
  TestPeople *people = test_people_new ();
  RmPerson *senior = test_people_add (people, 1, RM_SIDE_MENTEE);
  RmPerson *junior = test_people_add (people, 2, RM_SIDE_MENTOR);

  senior->level = 8;
  junior->level = 3;
  senior->languages = g_strdup ("English; Deutsch");
  junior->languages = g_strdup ("ENGLISH");
  senior->week = rm_week_bit (0, 8);
  junior->week = rm_week_bit (0, 8) | rm_week_bit (4, 16);
  senior->department = g_strdup ("Board");
  junior->department = g_strdup ("IT");
  people->settings->need_free_hour = 1;
  people->settings->need_other_department = 1;

  return people;
}

TestPeople *
test_people_new_random (guint32 seed,
                        guint n_people,
                        guint n_skills)
{
  static const int sides[] = { RM_SIDE_NONE, RM_SIDE_MENTEE, RM_SIDE_MENTEE, RM_SIDE_MENTEE,
                               RM_SIDE_MENTOR, RM_SIDE_MENTOR, RM_SIDE_MENTOR, RM_SIDE_BOTH };
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  TestPeople *self = test_people_new ();

  fill_settings (self->settings, rand);
  for (guint k = 0; k < n_skills; k++)
    {
      g_autofree char *name = g_strdup_printf ("Skill %d", pick (rand, 100));

      test_people_add_skill (self, 100 + k, one_in (rand, 3) ? NULL : "Tools", name);
    }
  for (guint k = 0; k < n_people; k++)
    {
      gint64 id = 1 + (gint64) ((k * 37 + seed) % 101);
      RmPerson *person = test_people_add (self, id, (RmSide) sides[pick (rand, 8)]);

      fill_person (person, rand);
      fill_skills (person, rand, n_skills, n_skills / 2 + 1);
      person->state = one_in (rand, 8) ? pick (rand, 3) : RM_PERSON_ACTIVE;
      if (person->state == RM_PERSON_LEFT && person->record.id % 2 == 0)
        person->state = RM_PERSON_AWAY;
      person->willing = one_in (rand, 5) ? pick (rand, 2) : 1;
      person->willing = one_in (rand, 8) ? RM_UNKNOWN : person->willing;
      person->committed = one_in (rand, 5) ? RM_UNKNOWN : pick (rand, 6) > 0;
      person->override_reason = one_in (rand, 5) ? g_strdup ("asked by the board") : NULL;
      person->mentor_capacity = pick (rand, 5);
    }
  fill_links (self, rand, n_people);

  return self;
}

static char *
pick_terms (GRand *rand,
            int n_terms)
{
  GString *list = g_string_new (NULL);

  for (int k = pick (rand, 40); k > 0; k--)
    g_string_append_printf (list, " Term %d%s", pick (rand, n_terms),
                            k % 3 == 0 ? " ;" : ",;\n|");

  return g_string_free (list, list->len == 0);
}

/* More terms than fit into a word, repeated and badly separated; longer lines than are usual. */
void
test_people_widen (TestPeople *self,
                   guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  self->settings->line_levels = (int) (seed % 7);
  for (guint k = 0; k < self->tables[RM_TABLE_PERSON]->len; k++)
    {
      RmPerson *person = test_people_get (self, k);

      g_free (person->languages);
      g_free (person->tags);
      g_free (person->background);
      person->languages = pick_terms (rand, 500);
      person->tags = pick_terms (rand, 90);
      person->background = pick_terms (rand, 300);
    }
}

/* A large programme in which most pairs are candidates. */
TestPeople *
test_people_new_sides (guint32 seed,
                       guint n_mentees,
                       guint n_mentors,
                       guint n_skills,
                       guint n_standings)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  TestPeople *self = test_people_new ();

  for (guint k = 0; k < n_skills; k++)
    {
      g_autofree char *name = g_strdup_printf ("Skill %u", k);

      test_people_add_skill (self, 100 + k, "Tools", name);
    }
  for (guint k = 0; k < n_mentees + n_mentors; k++)
    {
      gboolean mentee = k < n_mentees;
      RmPerson *person = test_people_add (self, 1000 + k,
                                          mentee ? RM_SIDE_MENTEE : RM_SIDE_MENTOR);

      fill_person (person, rand);
      fill_skills (person, rand, n_skills, n_standings);
      person->level = mentee ? 6 + pick (rand, 5) : 1 + pick (rand, 5);
      person->mentor_capacity = 1 + pick (rand, 3);
      if (k > 0)
        person->manager = 1000 + (k - 1) / 8;
    }

  return self;
}
