/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/rm-gaps.h"
#include "core/rm-score.h"
#include "test-people.h"

/* Every other programme has next to no rules, so that there is some supply to count. */
static TestPeople *
new_people (guint32 seed)
{
  TestPeople *people = test_people_new_random (seed, 5 + seed % 20, 1 + seed % 6);

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
      return g_strcmp0 (person->name, name) == 0;
    case RM_GAP_ROWS_DEPARTMENT:
    default:
      break;
    }
  if (name == NULL || person->department == NULL)
    return name == person->department;

  /* the generator's spellings differ in their first letters only by department */
  return g_ascii_tolower (*name) == g_ascii_tolower (*person->department);
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

static gboolean
teaches_one (const Oracle *self,
             const RmGaps *gaps,
             RmGapRows kind,
             int row,
             gint64 skill,
             guint mentor)
{
  const RmPerson *teacher = rm_scorer_get_mentor (self->scorer, mentor);
  const RmStanding *level = rm_person_find_standing (teacher, skill);

  if (teacher->willing != 1 || level == NULL)
    return FALSE;

  for (guint i = 0; i < rm_scorer_get_n_mentees (self->scorer); i++)
    {
      const RmPerson *mentee = rm_scorer_get_mentee (self->scorer, i);
      const RmStanding *standing = rm_person_find_standing (mentee, skill);
      RmScore score = { 0 };

      if (!is_needed_by (standing) || level->level <= standing->level)
        continue;
      if (row >= 0 && !is_in_row (gaps, kind, (guint) row, mentee))
        continue;
      rm_scorer_explain (self->recorded, i, mentor, &score);
      if (score.rule == RM_RULE_NONE)
        return TRUE;
    }

  return FALSE;
}

static RmGapCell
count_cell (const Oracle *self,
            const RmGaps *gaps,
            RmGapRows kind,
            int row,
            gint64 skill)
{
  RmGapCell cell = { 0 };
  int highest = -1;
  guint holders = 0;

  for (guint i = 0; i < rm_scorer_get_n_mentees (self->scorer); i++)
    {
      const RmPerson *mentee = rm_scorer_get_mentee (self->scorer, i);
      const RmStanding *standing = rm_person_find_standing (mentee, skill);

      if (mentee->state != RM_PERSON_ACTIVE)
        continue;
      if (row >= 0 && !is_in_row (gaps, kind, (guint) row, mentee))
        continue;
      cell.unrated += standing == NULL || standing->level < 0;
      cell.need += is_needed_by (standing);
      if (is_needed_by (standing))
        highest = MAX (highest, standing->target);
    }
  for (guint j = 0; j < rm_scorer_get_n_mentors (self->scorer); j++)
    {
      const RmPerson *mentor = rm_scorer_get_mentor (self->scorer, j);
      const RmStanding *standing = rm_person_find_standing (mentor, skill);

      if (teaches_one (self, gaps, kind, row, skill, j))
        cell.supply += (guint) places_left (self, mentor);
      if (mentor->state == RM_PERSON_ACTIVE && standing != NULL && standing->level >= highest)
        holders++;
    }
  cell.gap = cell.need > cell.supply ? cell.need - cell.supply : 0;
  cell.single_holder = highest >= 0 && holders == 1;

  return cell;
}

static gboolean
are_equal (RmGapCell a,
           RmGapCell b)
{
  return a.need == b.need
         && a.unrated == b.unrated
         && a.supply == b.supply
         && a.gap == b.gap
         && a.single_holder == b.single_holder;
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
  g_assert_cmpuint (places, ==, cell.supply);
}

static void
test_oracle (void)
{
  guint n_supplied = 0;
  guint n_single = 0;

  for (guint32 seed = 1; seed <= 300; seed++)
    {
      g_autoptr (TestPeople) people = new_people (seed);
      g_autoptr (TestPeople) twin = new_people (seed);
      RmGapRows kind = (RmGapRows) (seed % 3);
      g_autoptr (RmGaps) gaps = NULL;
      Oracle oracle;

      oracle_init (&oracle, people, twin);
      gaps = rm_gaps_new (oracle.programme, kind, NULL, NULL, NULL);
      for (guint c = 0; c < rm_gaps_get_n_columns (gaps); c++)
        {
          gint64 skill = rm_gaps_get_skill (gaps, c)->record.id;

          for (guint r = 0; r < rm_gaps_get_n_rows (gaps); r++)
            {
              if (!are_equal (rm_gaps_get_cell (gaps, r, c),
                              count_cell (&oracle, gaps, kind, (int) r, skill)))
                g_error ("seed %u, row %u, column %u", seed, r, c);
              assert_lists (&oracle, gaps, r, c);
              n_supplied += rm_gaps_get_cell (gaps, r, c).supply > 0;
              n_single += rm_gaps_get_cell (gaps, r, c).single_holder;
            }
          if (!are_equal (rm_gaps_get_total (gaps, c),
                          count_cell (&oracle, gaps, kind, -1, skill)))
            g_error ("seed %u, total of column %u", seed, c);
        }
      oracle_clear (&oracle);
    }

  /* the random programmes are worth the trouble */
  g_assert_cmpuint (n_supplied, >, 50);
  g_assert_cmpuint (n_single, >, 50);
}

static void
test_order (void)
{
  g_autoptr (TestPeople) people = test_people_new ();
  g_autoptr (RmProgramme) programme = NULL;
  g_autoptr (RmGaps) gaps = NULL;
  g_autoptr (RmGaps) levels = NULL;
  static const char *const departments[] = { "Ökologie", NULL, "sales", "Legal", "SALES " };
  static const int ranks[] = { 3, 9, RM_UNKNOWN, 9, 10 };

  for (guint k = 0; k < G_N_ELEMENTS (departments); k++)
    {
      RmPerson *person = test_people_add (people, 1 + k, RM_SIDE_MENTEE);

      person->department = g_strdup (departments[k]);
      person->level = ranks[k];
    }
  test_people_add_skill (people, 1, NULL, "Alpha");
  test_people_add_skill (people, 2, "web", "Über");
  test_people_add_skill (people, 3, "Web", "html");
  programme = test_people_build (people);

  gaps = rm_gaps_new (programme, RM_GAP_ROWS_DEPARTMENT, NULL, NULL, NULL);
  g_assert_cmpuint (rm_gaps_get_n_rows (gaps), ==, 4);
  g_assert_cmpstr (rm_gaps_get_row_name (gaps, 0), ==, "Legal");
  g_assert_cmpstr (rm_gaps_get_row_name (gaps, 1), ==, "Ökologie");
  g_assert_cmpstr (rm_gaps_get_row_name (gaps, 2), ==, "sales");
  g_assert_null (rm_gaps_get_row_name (gaps, 3));
  g_assert_cmpint (rm_gaps_get_skill (gaps, 0)->record.id, ==, 3);
  g_assert_cmpint (rm_gaps_get_skill (gaps, 1)->record.id, ==, 2);
  g_assert_cmpint (rm_gaps_get_skill (gaps, 2)->record.id, ==, 1);
  g_assert_cmpuint (rm_gaps_get_cell (gaps, 2, 0).unrated, ==, 2);

  levels = rm_gaps_new (programme, RM_GAP_ROWS_LEVEL, NULL, NULL, NULL);
  g_assert_cmpuint (rm_gaps_get_n_rows (levels), ==, 4);
  g_assert_cmpint (rm_gaps_get_row_level (levels, 0), ==, 10);
  g_assert_cmpint (rm_gaps_get_row_level (levels, 1), ==, 9);
  g_assert_cmpint (rm_gaps_get_row_level (levels, 3), ==, RM_UNKNOWN);
}

static gboolean
stop (double fraction,
      gpointer data)
{
  return FALSE;
}

static void
test_scale (void)
{
  static const guint sizes[][4] = { { 122, 200, 40, 20 }, { 500, 5000, 300, 40 } };

  for (gsize k = 0; k < G_N_ELEMENTS (sizes); k++)
    for (int kind = RM_GAP_ROWS_DEPARTMENT; kind <= RM_GAP_ROWS_PERSON; kind++)
      {
        const guint *size = sizes[k];
        g_autoptr (TestPeople) people = NULL;
        g_autoptr (RmProgramme) programme = NULL;
        g_autoptr (RmGaps) gaps = NULL;
        g_autoptr (GError) error = NULL;

        if (k > 0 && kind != RM_GAP_ROWS_PERSON)
          continue;
        people = test_people_new_sides (5, size[0], size[1], size[2], size[3]);
        programme = test_people_build (people);
        g_test_timer_start ();
        gaps = rm_gaps_new (programme, (RmGapRows) kind, NULL, NULL, NULL);
        g_test_message ("%u mentees, %u mentors, %u skills, rows %d: %.1f ms", size[0], size[1],
                        size[2], kind, g_test_timer_elapsed () * 1000);
        if (k == 0)
          continue;
        g_assert_null (rm_gaps_new (programme, (RmGapRows) kind, stop, NULL, &error));
        g_assert_error (error, RM_CORE_ERROR, RM_CORE_ERROR_CANCELLED);
      }
}

static void
test_empty (void)
{
  g_autoptr (TestPeople) people = test_people_new ();
  g_autoptr (RmProgramme) nobody = test_people_build (people);

  for (int kind = RM_GAP_ROWS_DEPARTMENT; kind <= RM_GAP_ROWS_PERSON; kind++)
    {
      g_autoptr (RmGaps) gaps = rm_gaps_new (nobody, (RmGapRows) kind, NULL, NULL, NULL);

      g_assert_cmpuint (rm_gaps_get_n_rows (gaps), ==, 0);
      g_assert_cmpuint (rm_gaps_get_n_columns (gaps), ==, 0);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/gaps/oracle", test_oracle);
  g_test_add_func ("/core/gaps/order", test_order);
  g_test_add_func ("/core/gaps/scale", test_scale);
  g_test_add_func ("/core/gaps/empty", test_empty);
  return g_test_run ();
}
