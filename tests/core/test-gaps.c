/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/gaps/rm-gaps.h"
#include "core/scoring/rm-score.h"
#include "test-people.h"

/* Every other programme has next to no rules, so that there is some supply to count. */
static TestPeople *
new_people (guint32 seed)
{
  static const char *const categories[] = { "Web", "web", NULL };
  static const char *const cohorts[] = { "spring", "Spring ", NULL, "Autumn", "autumn" };
  TestPeople *people = test_people_new_random (seed, 5 + seed % 20, 1 + seed % 6);

  for (guint k = 0; k < people->tables[RM_TABLE_SKILL]->len; k++)
    {
      RmSkill *skill = g_ptr_array_index (people->tables[RM_TABLE_SKILL], k);

      g_free (skill->category);
      skill->category = g_strdup (categories[k % G_N_ELEMENTS (categories)]);
    }
  for (guint k = 0; k < people->tables[RM_TABLE_PERSON]->len; k++)
    {
      RmPerson *person = test_people_get (people, k);

      g_free (person->cohort);
      person->cohort = g_strdup (cohorts[(k + seed) % G_N_ELEMENTS (cohorts)]);
    }

  if (seed % 2 == 0)
    {
      g_clear_pointer (&people->settings->only_tag, g_free);
      people->settings->need_language = 0;
      people->settings->need_free_hour = 0;
      people->settings->need_other_department = 0;
      people->settings->level_gap = RM_UNKNOWN;
    }

  return people;
}

/* Counts everything again, person by person, from what the header says. */
typedef struct
{
  RmProgramme *programme;
  RmScorer *scorer;
  RmScorer *recorded; /* as if everybody had said yes who has not said no */
} Oracle;

static void
oracle_init (Oracle *self,
             TestPeople *people,
             TestPeople *twin)
{
  g_autoptr (RmProgramme) recorded = NULL;

  for (guint k = 0; k < twin->tables[RM_TABLE_PERSON]->len; k++)
    {
      RmPerson *person = test_people_get (twin, k);

      person->committed = 1;
      if (person->willing == RM_UNKNOWN)
        person->willing = 1;
    }
  recorded = test_people_build (twin);
  self->programme = test_people_build (people);
  self->scorer = rm_scorer_new (self->programme);
  self->recorded = rm_scorer_new (recorded);
}

static void
oracle_clear (Oracle *self)
{
  rm_programme_unref (self->programme);
  rm_scorer_unref (self->scorer);
  rm_scorer_unref (self->recorded);
}

/* The generator's spellings differ in their first letters only by text. */
static gboolean
is_same_text (const char *a,
              const char *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return g_ascii_tolower (*a) == g_ascii_tolower (*b);
}

static gboolean
is_in_row (const RmGaps *gaps,
           RmGapRows kind,
           guint row,
           const RmPerson *person)
{
  const char *name = rm_gaps_get_row_name (gaps, row);

  switch (kind)
    {
    case RM_GAP_ROWS_LEVEL:
      return person->level == rm_gaps_get_row_level (gaps, row);
    case RM_GAP_ROWS_PERSON:
    case RM_GAP_ROWS_MENTOR:
      return person->record.id == rm_gaps_get_row_person (gaps, row);
    case RM_GAP_ROWS_SITE:
      return is_same_text (name, person->site);
    case RM_GAP_ROWS_COHORT:
      return is_same_text (name, person->cohort);
    case RM_GAP_ROWS_DEPARTMENT:
    default:
      return is_same_text (name, person->department);
    }
}

static int
places_left (const Oracle *self,
             const RmPerson *mentor)
{
  int left = mentor->mentor_capacity;

  for (guint k = 0; k < rm_programme_count (self->programme, RM_TABLE_PAIR); k++)
    {
      const RmPair *pair = rm_programme_get (self->programme, RM_TABLE_PAIR, k);

      left -= pair->mentor == mentor->record.id && rm_pair_is_open (pair);
    }

  return MAX (left, 0);
}

static gboolean
is_needed_by (const RmStanding *standing)
{
  return standing != NULL && standing->level >= 0 && standing->target > standing->level;
}

/* What is counted: people of a row, or everybody where it is -1, and the skills of a column. */
typedef struct
{
  const RmGaps *gaps;
  RmGapRows kind;
  int row;
  GArray *skills; /* of gint64 */
} Place;

static gint64
skill_at (const Place *place,
          guint k)
{
  return g_array_index (place->skills, gint64, k);
}

static gboolean
has_mentee (const Place *place,
            const RmPerson *person)
{
  return person->state == RM_PERSON_ACTIVE
         && (place->row < 0 || place->kind == RM_GAP_ROWS_MENTOR
             || is_in_row (place->gaps, place->kind, (guint) place->row, person));
}

/* The highest importance of what @mentor could teach @mentee of the skills, 0 where it is nothing;
 * @mentor of -1 is anybody who knows everything. */
static int
get_lesson (const Oracle *self,
            const Place *place,
            guint mentee,
            int mentor)
{
  const RmPerson *pupil = rm_scorer_get_mentee (self->scorer, mentee);
  const RmPerson *teacher = NULL;
  RmScore score = { 0 };
  int most = 0;

  if (mentor >= 0)
    {
      teacher = rm_scorer_get_mentor (self->scorer, (guint) mentor);
      rm_scorer_explain (self->recorded, mentee, (guint) mentor, &score);
    }
  if (score.rule != RM_RULE_NONE || (teacher != NULL && teacher->willing != 1))
    return 0;

  for (guint k = 0; k < place->skills->len; k++)
    {
      const RmStanding *wish = rm_person_find_standing (pupil, skill_at (place, k));
      const RmStanding *offer = teacher != NULL
                                  ? rm_person_find_standing (teacher, skill_at (place, k))
                                  : NULL;

      if (is_needed_by (wish)
          && (teacher == NULL || (offer != NULL && offer->level > wish->level)))
        most = MAX (most, wish->importance);
    }

  return most;
}

/* The only mentor who reaches what somebody wants, as index + 1; 0 where they are none or many. */
static guint
find_only_holder (const Oracle *self,
                  const RmStanding *wish)
{
  guint only = 0;

  for (guint j = 0; j < rm_scorer_get_n_mentors (self->scorer); j++)
    {
      const RmPerson *mentor = rm_scorer_get_mentor (self->scorer, j);
      const RmStanding *standing = rm_person_find_standing (mentor, wish->skill);

      if (mentor->state != RM_PERSON_ACTIVE || standing == NULL
          || standing->level < wish->target)
        continue;
      if (only != 0)
        return 0;
      only = j + 1;
    }

  return only;
}

static gboolean
depends_on_one (const Oracle *self,
                const Place *place,
                const RmPerson *mentee)
{
  for (guint k = 0; k < place->skills->len; k++)
    {
      const RmStanding *wish = rm_person_find_standing (mentee, skill_at (place, k));
      guint holder = is_needed_by (wish) ? find_only_holder (self, wish) : 0;

      if (holder == 0)
        continue;
      if (place->kind != RM_GAP_ROWS_MENTOR || place->row < 0
          || is_in_row (place->gaps, place->kind, (guint) place->row,
                        rm_scorer_get_mentor (self->scorer, holder - 1)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_unrated (const Place *place,
            const RmPerson *person)
{
  for (guint k = 0; k < place->skills->len; k++)
    {
      const RmStanding *standing = rm_person_find_standing (person, skill_at (place, k));

      if (standing != NULL && standing->level >= 0)
        return FALSE;
    }

  return TRUE;
}

static void
count_mentors (const Oracle *self,
               const Place *place,
               RmGapCell *cell)
{
  for (guint j = 0; j < rm_scorer_get_n_mentors (self->scorer); j++)
    {
      const RmPerson *mentor = rm_scorer_get_mentor (self->scorer, j);
      gboolean teaches = FALSE;

      if (place->kind == RM_GAP_ROWS_MENTOR
          && mentor->state == RM_PERSON_ACTIVE
          && (place->row < 0 || is_in_row (place->gaps, place->kind, (guint) place->row, mentor)))
        cell->unrated += is_unrated (place, mentor);
      if (place->kind == RM_GAP_ROWS_MENTOR && place->row >= 0
          && !is_in_row (place->gaps, place->kind, (guint) place->row, mentor))
        continue;
      for (guint i = 0; i < rm_scorer_get_n_mentees (self->scorer); i++)
        if (has_mentee (place, rm_scorer_get_mentee (self->scorer, i)))
          teaches = teaches || get_lesson (self, place, i, (int) j) > 0;
      if (teaches)
        cell->supply += (guint) places_left (self, mentor);
    }
}

/* The mentor of the row, or -1. */
static int
find_row_mentor (const Oracle *self,
                 const Place *place)
{
  if (place->kind != RM_GAP_ROWS_MENTOR || place->row < 0)
    return -1;

  return rm_scorer_find_mentor (self->scorer,
                                rm_gaps_get_row_person (place->gaps, (guint) place->row));
}

static RmGapCell
count_cell (const Oracle *self,
            const Place *place)
{
  RmGapCell cell = { 0 };
  int mentor = find_row_mentor (self, place);

  for (guint i = 0; i < rm_scorer_get_n_mentees (self->scorer); i++)
    {
      const RmPerson *mentee = rm_scorer_get_mentee (self->scorer, i);
      int lesson = 0;

      if (!has_mentee (place, mentee))
        continue;
      lesson = get_lesson (self, place, i, mentor);
      if (mentor >= 0
          && places_left (self, rm_scorer_get_mentor (self->scorer, (guint) mentor)) == 0)
        lesson = 0;
      cell.need += lesson > 0;
      cell.weighted += (guint) lesson;
      cell.risk += depends_on_one (self, place, mentee);
      if (place->kind != RM_GAP_ROWS_MENTOR)
        cell.unrated += is_unrated (place, mentee);
    }
  count_mentors (self, place, &cell);
  cell.gap = cell.need > cell.supply ? cell.need - cell.supply : 0;

  return cell;
}

static gboolean
are_equal (RmGapCell a,
           RmGapCell b)
{
  return a.need == b.need
         && a.weighted == b.weighted
         && a.unrated == b.unrated
         && a.supply == b.supply
         && a.gap == b.gap
         && a.risk == b.risk;
}

/* What a cell says must be what a click on it lists. */
static void
assert_lists (const Oracle *oracle,
              const RmGaps *gaps,
              guint row,
              guint column)
{
  RmGapCell cell = rm_gaps_get_cell (gaps, row, column);
  g_autoptr (GArray) need = rm_gaps_list_people (gaps, row, column, RM_GAP_NEED);
  g_autoptr (GArray) unrated = rm_gaps_list_people (gaps, row, column, RM_GAP_UNRATED);
  g_autoptr (GArray) supply = rm_gaps_list_people (gaps, row, column, RM_GAP_SUPPLY);
  g_autoptr (GArray) risk = rm_gaps_list_people (gaps, row, column, RM_GAP_RISK);
  guint places = 0;

  for (guint k = 0; k < supply->len; k++)
    {
      gint64 id = g_array_index (supply, gint64, k);
      const RmPerson *person = rm_programme_find_person (oracle->programme, id);

      g_assert_cmpint (places_left (oracle, person), >, 0);
      places += (guint) places_left (oracle, person);
      if (k > 0)
        g_assert_cmpint (rm_scorer_find_mentor (oracle->scorer, id), >,
                         rm_scorer_find_mentor (oracle->scorer,
                                                g_array_index (supply, gint64, k - 1)));
    }
  g_assert_cmpuint (need->len, ==, cell.need);
  g_assert_cmpuint (unrated->len, ==, cell.unrated);
  g_assert_cmpuint (risk->len, ==, cell.risk);
  g_assert_cmpuint (places, ==, cell.supply);
}

/* How often there was anything to count. */
typedef struct
{
  guint n_supplied;
  guint n_risky;
  guint n_heavy;
} Worth;

/* A cell is a block of itself, and whoever is named twice is counted once. */
static void
check_block (const RmGaps *gaps,
             guint row,
             guint column,
             RmGapCell cell)
{
  g_autoptr (GArray) members = rm_gaps_list_members (gaps, row);
  g_autoptr (GArray) skills = rm_gaps_list_skills (gaps, column);
  gint64 first = 0;

  g_assert_cmpuint (members->len, ==, rm_gaps_get_row_size (gaps, row));
  first = g_array_index (members, gint64, 0);
  g_array_append_val (members, first);
  g_assert_true (are_equal (cell, rm_gaps_count_block (gaps, members, skills, RM_GAP_NEED, NULL)));
}

/* Of all people and all skills a table by category says the same, where there is one category. */
static void
test_whole_block (void)
{
  for (int kind = 0; kind < RM_N_GAP_ROWS; kind++)
    for (guint32 seed = 1; seed <= 20; seed++)
      {
        g_autoptr (TestPeople) people = new_people (2 * seed);
        g_autoptr (RmProgramme) programme = NULL;
        g_autoptr (RmScorer) scorer = NULL;
        g_autoptr (RmGaps) gaps = NULL;
        g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (gint64));
        g_autoptr (GArray) skills = NULL;
        RmGapCell total = { 0 };

        for (guint k = 0; k < people->tables[RM_TABLE_SKILL]->len; k++)
          {
            RmSkill *skill = g_ptr_array_index (people->tables[RM_TABLE_SKILL], k);

            g_clear_pointer (&skill->category, g_free);
          }
        programme = test_people_build (people);
        scorer = rm_scorer_new (programme);
        gaps = rm_gaps_new (scorer, (RmGapRows) kind, RM_GAP_COLUMNS_CATEGORY, NULL, NULL, NULL);
        skills = rm_gaps_list_skills (gaps, 0);
        for (guint r = 0; r < rm_gaps_get_n_rows (gaps); r++)
          {
            g_autoptr (GArray) some = rm_gaps_list_members (gaps, r);

            g_array_append_vals (members, some->data, some->len);
          }
        total = rm_gaps_get_total (gaps, 0);
        if (kind != RM_GAP_ROWS_MENTOR)
          g_assert_true (are_equal (total, rm_gaps_count_block (gaps, members, skills, RM_GAP_NEED,
                                                                NULL)));
        else
          g_assert_cmpuint (total.supply, ==, rm_gaps_count_block (gaps, members, skills,
                                                                   RM_GAP_NEED, NULL).supply);
      }
}

static void
check_table (const Oracle *oracle,
             RmGapRows kind,
             RmGapColumns columns,
             guint32 seed,
             Worth *worth)
{
  g_autoptr (RmGaps) gaps = rm_gaps_new (oracle->scorer, kind, columns, NULL, NULL, NULL);

  for (guint c = 0; c < rm_gaps_get_n_columns (gaps); c++)
    {
      g_autoptr (GArray) skills = rm_gaps_list_skills (gaps, c);
      Place place = { gaps, kind, -1, skills };

      if (!are_equal (rm_gaps_get_total (gaps, c), count_cell (oracle, &place)))
        g_error ("seed %u, rows %u, total of column %u", seed, kind, c);
      for (guint r = 0; r < rm_gaps_get_n_rows (gaps); r++)
        {
          RmGapCell cell = rm_gaps_get_cell (gaps, r, c);

          place.row = (int) r;
          if (!are_equal (cell, count_cell (oracle, &place)))
            g_error ("seed %u, rows %u, columns %u: row %u, column %u", seed, kind, columns, r, c);
          assert_lists (oracle, gaps, r, c);
          check_block (gaps, r, c, cell);
          worth->n_supplied += cell.supply > 0;
          worth->n_risky += cell.risk > 0;
          worth->n_heavy += cell.weighted > cell.need;
        }
    }
}

static void
test_oracle (void)
{
  for (int kind = 0; kind < RM_N_GAP_ROWS; kind++)
    {
      Worth worth = { 0 };

      for (guint32 seed = 1; seed <= 160; seed++)
        {
          g_autoptr (TestPeople) people = new_people (seed);
          g_autoptr (TestPeople) twin = new_people (seed);
          Oracle oracle;

          oracle_init (&oracle, people, twin);
          check_table (&oracle, (RmGapRows) kind, RM_GAP_COLUMNS_SKILL, seed, &worth);
          check_table (&oracle, (RmGapRows) kind, RM_GAP_COLUMNS_CATEGORY, seed, &worth);
          oracle_clear (&oracle);
        }

      /* the random programmes are worth the trouble */
      g_assert_cmpuint (worth.n_supplied, >, 50);
      g_assert_cmpuint (worth.n_risky, >, 50);
      g_assert_cmpuint (worth.n_heavy, >, 50);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/gaps/oracle", test_oracle);
  g_test_add_func ("/core/gaps/whole-block", test_whole_block);
  return g_test_run ();
}
