/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/rm-fold.h"
#include "core/scoring/rm-score.h"
#include "test-people.h"

#include <string.h>

/* A second, slow implementation of the scores: strings compared as strings, ratings looked up one
 * by one, from matching rules alone. */

static gboolean
same_term (const char *a,
           const char *b)
{
  g_autofree char *first = rm_fold (a);
  g_autofree char *second = rm_fold (b);

  return g_str_equal (first, second);
}

static int
count_shared (const char *a,
              const char *b)
{
  g_auto (GStrv) first = rm_list_split (a);
  g_auto (GStrv) second = rm_list_split (b);
  int shared = 0;

  for (guint i = 0; first[i] != NULL; i++)
    for (guint j = 0; second[j] != NULL; j++)
      if (same_term (first[i], second[j]))
        {
          shared++;
          break;
        }

  return shared;
}

static gboolean
is_above (const RmProgramme *programme,
          const RmPerson *person,
          gint64 manager,
          int levels)
{
  for (int k = 0; k < levels && person != NULL; k++)
    {
      if (person->manager != 0 && person->manager == manager)
        return TRUE;
      person = rm_programme_find_person (programme, person->manager);
    }

  return FALSE;
}

static gboolean
is_line_unknown (const RmProgramme *programme,
                 const RmPerson *person,
                 int levels)
{
  g_autoptr (GHashTable) met = g_hash_table_new (NULL, NULL);

  for (int k = 0; k < levels && g_hash_table_add (met, (gpointer) person); k++)
    {
      if (person->manager == 0)
        return person->manager_ref != NULL;
      person = rm_programme_find_person (programme, person->manager);
      if (person == NULL)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_excluded (const RmProgramme *programme,
             const RmPerson *a,
             const RmPerson *b,
             gboolean told)
{
  for (guint k = 0; k < rm_programme_count (programme, RM_TABLE_EXCLUSION); k++)
    {
      const RmExclusion *e = rm_programme_get (programme, RM_TABLE_EXCLUSION, k);

      if ((e->confidential == 0 && e->reason != NULL) == told
          && ((e->mentee == a->record.id && e->mentor == b->record.id)
              || (e->mentee == b->record.id && e->mentor == a->record.id)))
        return TRUE;
    }

  return FALSE;
}

static RmRule
judge (const RmProgramme *programme,
       const RmPerson *a,
       const RmPerson *b)
{
  const RmSettings *s = rm_programme_get_settings (programme);

  if (a == b)
    return RM_RULE_SAME_PERSON;
  if (a->willing != 1)
    return RM_RULE_MENTEE_UNWILLING;
  if (b->willing != 1)
    return RM_RULE_MENTOR_UNWILLING;
  if (a->committed != 1 && a->override_reason == NULL)
    return RM_RULE_UNCOMMITTED;
  if (is_above (programme, a, b->record.id, s->line_levels)
      || is_above (programme, b, a->record.id, s->line_levels))
    return RM_RULE_REPORTING_LINE;
  if (s->unknown_line_apart && a->department != NULL && b->department != NULL
      && same_term (a->department, b->department)
      && (is_line_unknown (programme, a, s->line_levels)
          || is_line_unknown (programme, b, s->line_levels)))
    return RM_RULE_UNKNOWN_LINE;
  if (a->level != RM_UNKNOWN && b->level != RM_UNKNOWN && a->level - b->level < s->level_gap)
    return RM_RULE_LEVEL_GAP;
  if (s->need_language && a->languages != NULL && b->languages != NULL
      && count_shared (a->languages, b->languages) == 0)
    return RM_RULE_LANGUAGE;
  if (s->need_free_hour && a->week != -1 && b->week != -1 && (a->week & b->week) == 0)
    return RM_RULE_FREE_HOUR;
  if (s->need_other_department && a->department != NULL && b->department != NULL
      && same_term (a->department, b->department))
    return RM_RULE_DEPARTMENT;
  if (s->only_tag != NULL
      && (count_shared (a->tags, s->only_tag) == 0 || count_shared (b->tags, s->only_tag) == 0))
    return RM_RULE_TAG;
  if (is_excluded (programme, a, b, TRUE))
    return RM_RULE_EXCLUDED;
  if (a->state != RM_PERSON_ACTIVE || b->state != RM_PERSON_ACTIVE
      || is_excluded (programme, a, b, FALSE))
    return RM_RULE_UNAVAILABLE;

  return RM_RULE_NONE;
}

static int
level_of (const RmPerson *person,
          gint64 skill)
{
  const RmStanding *standing = rm_person_find_standing (person, skill);

  return standing != NULL ? standing->level : -1;
}

static void
expect (RmScore *score,
        RmCriterion criterion,
        int earned,
        int of,
        gboolean unknown)
{
  score->points[criterion] = of > 0 ? score->budgets[criterion] * earned / of : 0;
  score->total += score->points[criterion];
  score->unknown |= unknown ? 1u << criterion : 0;
}

static void
expect_skills (RmScore *score,
               const RmPerson *a,
               const RmPerson *b)
{
  int earned = 0;
  int of = 0;
  gboolean targets = FALSE;
  gboolean unknown = FALSE;

  for (guint k = 0; k < a->n_standings; k++)
    {
      RmStanding want = a->standings[k];
      int level = level_of (b, want.skill);

      targets |= want.target >= 0;
      unknown |= want.target >= 0 && want.level < 0;
      if (want.level < 0 || want.target <= want.level)
        continue;
      of += want.importance * (want.target - want.level);
      unknown |= level < 0;
      if (level > want.level)
        earned += want.importance * (MIN (level, want.target) - want.level);
    }
  expect (score, RM_CRITERION_SKILLS, earned, of, unknown || !targets);
}

static void
expect_back (RmScore *score,
             const RmPerson *a,
             const RmPerson *b)
{
  int taught = 0;
  gboolean targets = FALSE;
  gboolean unknown = FALSE;

  for (guint k = 0; k < b->n_standings; k++)
    {
      RmStanding want = b->standings[k];
      int level = level_of (a, want.skill);

      targets |= want.target >= 0;
      unknown |= want.target >= 0 && want.level < 0;
      if (want.level < 0 || want.target <= want.level)
        continue;
      unknown |= level < 0;
      taught += level > want.level;
    }
  expect (score, RM_CRITERION_BACK, MIN (taught, 3), 3, taught < 3 && (unknown || !targets));
}

static void
compare_texts (const char *a,
               const char *b,
               gboolean counted,
               int *different,
               int *of,
               gboolean *unknown)
{
  if (!counted)
    return;
  *of += 1;
  if (a == NULL || b == NULL)
    *unknown = TRUE;
  else
    *different += !same_term (a, b);
}

static void
expect_difference (RmScore *score,
                   const RmSettings *s,
                   const RmPerson *a,
                   const RmPerson *b)
{
  int different = 0;
  int of = 0;
  gboolean unknown = FALSE;

  compare_texts (a->department, b->department, s->differ_department, &different, &of, &unknown);
  compare_texts (a->site, b->site, s->differ_site, &different, &of, &unknown);
  compare_texts (a->business_function, b->business_function, s->differ_function, &different, &of,
                 &unknown);
  compare_texts (a->employer != NULL ? a->employer : "us", b->employer != NULL ? b->employer : "us",
                 s->differ_employer, &different, &of, &unknown);
  if (s->differ_background && s->special_category)
    {
      of++;
      if (a->background == NULL || b->background == NULL)
        unknown = TRUE;
      else
        different += count_shared (a->background, b->background) == 0;
    }
  expect (score, RM_CRITERION_DIFFERENCE, different, of, unknown);
}

static void
expect_character (RmScore *score,
                  const RmSettings *s,
                  const RmPerson *a,
                  const RmPerson *b)
{
  static const char *const styles[] = { "4321", "3412", "2143", "1234" };
  int low = MIN (a->sociability, b->sociability);
  int high = MAX (a->sociability, b->sociability);

  expect (score, RM_CRITERION_SOCIABILITY,
          low < 0 ? 0 : s->prefer_complement ? high - low : low, 5, low < 0);
  if (a->style < 0 || b->style < 0)
    expect (score, RM_CRITERION_STYLE, 0, 4, TRUE);
  else
    expect (score, RM_CRITERION_STYLE, styles[a->style][b->style] - '0', 4, FALSE);
  expect (score, RM_CRITERION_ASPIRATION, MAX (b->aspiration, 0) + MAX (b->eagerness, 0), 10,
          b->aspiration < 0 || b->eagerness < 0);
}

static void
expect_acquaintance (RmScore *score,
                     const RmProgramme *programme,
                     const RmPerson *a,
                     const RmPerson *b)
{
  static const int quarters[] = { 3, 4, 2, 1 };
  gboolean known = FALSE;
  int best = 0;

  for (guint k = 0; k < rm_programme_count (programme, RM_TABLE_ACQUAINTANCE); k++)
    {
      const RmAcquaintance *met = rm_programme_get (programme, RM_TABLE_ACQUAINTANCE, k);
      gint64 one = a->record.id;
      gint64 other = b->record.id;

      if ((met->person == one && met->other == other)
          || (met->person == other && met->other == one))
        {
          known = TRUE;
          best = MAX (best, met->type == RM_UNKNOWN ? 0 : quarters[met->type]);
        }
    }
  if (a->manager == b->record.id || b->manager == a->record.id)
    known = FALSE;
  expect (score, RM_CRITERION_ACQUAINTANCE, known ? best : 0, 4, known && best == 0);
}

static void
expect_common (RmScore *score,
               const RmSettings *s,
               const RmPerson *a,
               const RmPerson *b)
{
  gboolean unknown = a->week == -1 || b->week == -1;
  int minutes = 0;

  for (guint day = 0; day < RM_WEEK_DAYS; day++)
    for (guint hour = 0; hour < RM_WEEK_HOURS; hour++)
      if ((a->week & b->week & rm_week_bit (day, hour + RM_WEEK_FIRST_HOUR)) != 0)
        minutes += 60;
  expect (score, RM_CRITERION_AVAILABILITY,
          unknown ? 0 : MIN (minutes, 3 * s->meeting_minutes), 3 * s->meeting_minutes, unknown);

  unknown = a->tags == NULL || b->tags == NULL;
  expect (score, RM_CRITERION_INTERESTS, unknown ? 0 : MIN (count_shared (a->tags, b->tags), 3), 3,
          unknown);
}

/* Without the budgets, which the caller takes over: they have a test of their own. */
static RmScore
explain_slowly (const RmProgramme *programme,
                const RmPerson *a,
                const RmPerson *b,
                const RmScore *told)
{
  const RmSettings *s = rm_programme_get_settings (programme);
  RmScore score = { .rule = judge (programme, a, b) };

  memcpy (score.budgets, told->budgets, sizeof score.budgets);
  if (score.rule == RM_RULE_UNAVAILABLE)
    return score;
  expect_skills (&score, a, b);
  expect_back (&score, a, b);
  expect_difference (&score, s, a, b);
  expect_character (&score, s, a, b);
  expect_acquaintance (&score, programme, a, b);
  expect_common (&score, s, a, b);

  return score;
}

static void
assert_adds_up (const RmScore *score)
{
  int percents[RM_N_CRITERIA];
  int total = 0;
  int budgets = 0;
  int percent = rm_score_get_percents (score, percents);

  for (guint c = 0; c < RM_N_CRITERIA; c++)
    {
      g_assert_cmpint (score->points[c], >=, 0);
      g_assert_cmpint (score->points[c], <=, score->budgets[c]);
      g_assert_cmpint (ABS (percents[c] * 40 - score->points[c]), <, 40);
      total += score->points[c];
      budgets += score->budgets[c];
      percent -= percents[c];
    }
  g_assert_cmpint (total, ==, score->total);
  g_assert_cmpint (budgets, ==, RM_SCORE_POINTS);
  g_assert_cmpint (percent, ==, 0);
}

static void
test_oracle (void)
{
  guint n_rules[RM_RULE_UNAVAILABLE + 1] = { 0 };

  for (guint32 seed = 1; seed <= 120; seed++)
    {
      gboolean wide = seed % 4 == 0;
      g_autoptr (TestPeople) people
        = test_people_new_random (seed, 24, wide ? 40 * (seed % 9) : 1 + seed % 9);
      g_autoptr (RmProgramme) programme = NULL;
      g_autoptr (RmScorer) scorer = NULL;

      if (wide)
        test_people_widen (people, seed);
      programme = test_people_build (people);
      scorer = rm_scorer_new (programme);

      for (guint i = 0; i < rm_scorer_get_n_mentees (scorer); i++)
        for (guint j = 0; j < rm_scorer_get_n_mentors (scorer); j++)
          {
            const RmPerson *a = rm_scorer_get_mentee (scorer, i);
            const RmPerson *b = rm_scorer_get_mentor (scorer, j);
            RmScore told;
            RmScore expected;
            int score = rm_scorer_get_score (scorer, i, j);

            rm_scorer_explain (scorer, i, j, &told);
            expected = explain_slowly (programme, a, b, &told);
            if (memcmp (&told, &expected, sizeof told) != 0)
              g_error ("seed %u, mentee %u, mentor %u: rule %d, expected %d; %d, expected %d",
                       seed, i, j, told.rule, expected.rule, told.total, expected.total);
            assert_adds_up (&told);
            n_rules[told.rule]++;
            g_assert_cmpint (score, ==,
                             told.rule == RM_RULE_NONE ? told.total : RM_NO_CANDIDATE);
          }
    }
  for (guint rule = 0; rule <= RM_RULE_UNAVAILABLE; rule++)
    g_assert_cmpuint (n_rules[rule], >, 0);
}

/* More skills than the scorer has a table for. */
static void
test_many_skills (void)
{
  const guint n = 70000;
  g_autoptr (TestPeople) people = test_people_new ();
  RmPerson *both[] = { test_people_add (people, 1, RM_SIDE_MENTEE),
                       test_people_add (people, 2, RM_SIDE_MENTOR) };
  g_autoptr (RmProgramme) programme = NULL;
  g_autoptr (RmScorer) scorer = NULL;
  RmScore told;
  RmScore expected;

  for (guint p = 0; p < 2; p++)
    {
      RmStanding *standings = g_new (RmStanding, n);

      for (guint s = 0; s < n; s++)
        standings[s] = (RmStanding) { .skill = 5 * (gint64) s,
                                      .level = (gint8) ((s + 3 * p) % 5),
                                      .target = (gint8) (p == 0 || s < 5 ? 4 : -1),
                                      .importance = 2 };
      rm_person_take_standings (both[p], standings, p == 0 ? n : n / 2);
    }
  programme = test_people_build (people);
  scorer = rm_scorer_new (programme);
  rm_scorer_explain (scorer, 0, 0, &told);
  expected = explain_slowly (programme, both[0], both[1], &told);
  g_assert_cmpmem (&told, sizeof told, &expected, sizeof expected);
  g_assert_cmpint (told.points[RM_CRITERION_SKILLS], >, 0);
  g_assert_cmpint (told.points[RM_CRITERION_BACK], >, 0);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/score/oracle", test_oracle);
  g_test_add_func ("/core/score/many-skills", test_many_skills);
  return g_test_run ();
}
