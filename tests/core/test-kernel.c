/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/scoring/rm-kernel-private.h"
#include "test-people.h"

typedef struct
{
  gint16 ceilings[RM_KERNEL_BLOCK] __attribute__ ((aligned (32)));
  gint16 base[RM_KERNEL_BLOCK] __attribute__ ((aligned (32)));
  guint8 scratch[RM_KERNEL_SCRATCH] __attribute__ ((aligned (32)));
  guint16 found[RM_KERNEL_BLOCK];
} Memory;

/* Made-up people of all kinds, with rules and weights by the seed. */
static RmProgramme *
new_programme (guint32 seed,
               guint n_skills)
{
  g_autoptr (TestPeople) people = test_people_new_random (seed, 3 + seed * 7 % 90, n_skills);

  return test_people_build (people);
}

static int
pick (GRand *rand,
      int least,
      int most)
{
  const int ends[] = { least, most, most, RM_UNKNOWN };

  return ends[g_rand_int_range (rand, 0, G_N_ELEMENTS (ends))];
}

/* As many items as asked for, of one list for all. */
static char *
list_items (const char *stem,
            guint n)
{
  GString *list = g_string_new (NULL);

  for (guint k = 0; k < n; k++)
    g_string_append_printf (list, "%s%u;", stem, k);

  return g_string_free (list, FALSE);
}

static void
make_extreme (RmPerson *person,
              GRand *rand,
              guint n_skills)
{
  guint n_items = g_rand_boolean (rand) ? 0 : 60 + 20 * (guint) g_rand_boolean (rand);

  person->level = pick (rand, 1, 10);
  person->sociability = pick (rand, 0, 5);
  person->style = pick (rand, RM_STYLE_DIRECT, RM_STYLE_SUPPORTIVE);
  person->aspiration = pick (rand, 0, 5);
  person->eagerness = pick (rand, 0, 5);
  person->week = g_rand_boolean (rand) ? (G_GINT64_CONSTANT (1) << 40) - 1 : pick (rand, 0, 0);
  g_free (person->tags);
  g_free (person->languages);
  g_free (person->background);
  person->tags = list_items ("tag", n_items);
  person->languages = list_items ("language", n_items / 2);
  person->background = list_items ("background", n_items);
  for (guint s = 1; s <= n_skills; s++)
    if (g_rand_boolean (rand))
      test_person_set_standing (person, s, pick (rand, 0, 5), pick (rand, 0, 5),
                                g_rand_boolean (rand) ? 5 : 1);
}

/* People made of least and greatest values alone, and weights likewise. */
static RmProgramme *
new_extreme_programme (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  guint n_skills = 1 + seed * 17 % 120;
  g_autoptr (TestPeople) people = test_people_new_random (seed, 40, 0);
  guint n_people = people->tables[RM_TABLE_PERSON]->len;

  for (guint s = 1; s <= n_skills; s++)
    {
      g_autofree char *name = g_strdup_printf ("skill %u", s);

      test_people_add_skill (people, s, NULL, name);
    }
  for (guint k = 0; k < n_people; k++)
    make_extreme (test_people_get (people, k), rand, n_skills);
  for (guint c = 0; c < RM_N_CRITERIA; c++)
    people->settings->weights[c] = g_rand_int_range (rand, 0, 3) == 0 ? 100 : 0;

  return test_people_build (people);
}

/* Where sets fit the tables the ceiling is the score but for rounding. */
static void
check_ceilings (const RmScorer *scorer,
                guint32 seed,
                guint most_above)
{
  g_autoptr (RmKernel) kernel = rm_kernel_new (scorer, RM_KERNEL_FASTEST);
  g_autoptr (RmKernelRow) row = rm_kernel_row_new ();
  Memory *memory = g_aligned_alloc (1, sizeof (Memory), 32);
  guint m = rm_scorer_get_n_mentors (scorer);

  g_assert_nonnull (kernel);
  for (guint i = 0; i < rm_scorer_get_n_mentees (scorer); i++)
    {
      rm_kernel_row_set (row, kernel, i);
      for (guint j = 0; j < m; j++)
        {
          int score = rm_scorer_get_score (scorer, i, j);
          int ceiling = 0;

          if (j % RM_KERNEL_BLOCK == 0)
            rm_kernel_fill (kernel, row, j / RM_KERNEL_BLOCK, memory->scratch,
                            memory->ceilings);
          ceiling = memory->ceilings[j % RM_KERNEL_BLOCK];
          if (score >= 0 && (ceiling < score || ceiling > score + (int) most_above))
            g_error ("seed %u, mentee %u, mentor %u: score %d, ceiling %d", seed, i, j, score,
                     ceiling);
        }
    }
  g_aligned_free (memory);
}

static void
test_ceilings (void)
{
  for (guint32 seed = 1; seed <= 400; seed++)
    {
      gboolean many = seed % 2 == 0;
      g_autoptr (RmProgramme) programme = new_programme (seed, many ? 40 : 1 + seed % 8);
      g_autoptr (RmScorer) scorer = rm_scorer_new (programme);

      gboolean tight = !many && rm_programme_get_settings (programme)->meeting_minutes <= 300;

      check_ceilings (scorer, seed, tight ? 8 : 400);
    }
}

/* Both forms of the loops, and a subset, give the same to the bit. */
static void
assert_same_forms (RmProgramme *programme)
{
  Memory *one = g_aligned_alloc (1, sizeof (Memory), 32);
  Memory *other = g_aligned_alloc (1, sizeof (Memory), 32);
  g_autoptr (RmScorer) scorer = rm_scorer_new (programme);
  g_autoptr (RmKernel) fastest = rm_kernel_new (scorer, RM_KERNEL_FASTEST);
  g_autoptr (RmKernel) plain = rm_kernel_new (scorer, RM_KERNEL_PLAIN);
  g_autoptr (RmKernelRow) row = rm_kernel_row_new ();
  g_autoptr (RmKernelRow) plain_row = rm_kernel_row_new ();
  guint m = MIN (rm_scorer_get_n_mentors (scorer), RM_KERNEL_BLOCK);
  g_autofree guint32 *odd = g_new (guint32, m + 1);
  g_autoptr (RmKernel) some = NULL;

  for (guint j = 0; j < m / 2; j++)
    odd[j] = 2 * j + 1;
  some = rm_kernel_new_subset (fastest, odd, m / 2);
  for (guint i = 0; i < rm_scorer_get_n_mentees (scorer); i++)
    {
      rm_kernel_row_set (row, fastest, i);
      rm_kernel_row_set (plain_row, plain, i);
      rm_kernel_fill (fastest, row, 0, one->scratch, one->ceilings);
      rm_kernel_fill (plain, plain_row, 0, other->scratch, other->ceilings);
      g_assert_cmpmem (one->ceilings, sizeof (gint16) * m, other->ceilings, sizeof (gint16) * m);
      rm_kernel_fill (some, row, 0, one->scratch, one->ceilings);
      for (guint j = 0; j < m / 2; j++)
        g_assert_cmpint (one->ceilings[j], ==, other->ceilings[odd[j]]);
    }
  g_aligned_free (one);
  g_aligned_free (other);
}

static void
test_forms (void)
{
  for (guint32 seed = 1; seed <= 200; seed++)
    {
      g_autoptr (RmProgramme) programme = new_programme (seed, 1 + seed % 30);

      assert_same_forms (programme);
    }
}

static void
test_extremes (void)
{
  for (guint32 seed = 1; seed <= 200; seed++)
    {
      g_autoptr (RmProgramme) programme = new_extreme_programme (seed);
      g_autoptr (RmScorer) scorer = rm_scorer_new (programme);

      assert_same_forms (programme);
      check_ceilings (scorer, seed, RM_SCORE_POINTS);
    }
}

/* Thresholds at both ends of what 16 bits hold. */
static void
test_select (void)
{
  static const gint16 extremes[] = { G_MININT16, -16384, -1, 0, 1, 4000, 16384, G_MAXINT16 };
  g_autoptr (RmProgramme) programme = new_programme (1, 5);
  g_autoptr (RmScorer) scorer = rm_scorer_new (programme);
  g_autoptr (RmKernel) fastest = rm_kernel_new (scorer, RM_KERNEL_FASTEST);
  g_autoptr (RmKernel) plain = rm_kernel_new (scorer, RM_KERNEL_PLAIN);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  Memory *one = g_aligned_alloc (1, sizeof (Memory), 32);
  Memory *other = g_aligned_alloc (1, sizeof (Memory), 32);
  const guint n = RM_KERNEL_BLOCK;

  for (int round = 0; round < 500; round++)
    {
      gint16 offset = extremes[g_rand_int_range (rand, 0, G_N_ELEMENTS (extremes))];
      gint16 least = extremes[g_rand_int_range (rand, 0, G_N_ELEMENTS (extremes))];
      guint n_one = 0;
      guint n_other = 0;

      for (guint j = 0; j < n; j++)
        {
          one->ceilings[j] = (gint16) g_rand_int_range (rand, -2, 4001);
          one->base[j] = g_rand_boolean (rand)
                           ? extremes[g_rand_int_range (rand, 0, G_N_ELEMENTS (extremes))]
                           : (gint16) g_rand_int_range (rand, -4000, 4001);
        }
      n_one = rm_kernel_select (fastest, one->ceilings, one->base, offset, least, n, one->found);
      n_other = rm_kernel_select (plain, one->ceilings, one->base, offset, least, n,
                                  other->found);
      g_assert_cmpmem (one->found, sizeof (guint16) * n_one,
                       other->found, sizeof (guint16) * n_other);
      n_one = rm_kernel_select_either (fastest, one->ceilings, one->base, least, n, one->found);
      n_other = rm_kernel_select_either (plain, one->ceilings, one->base, least, n,
                                         other->found);
      g_assert_cmpmem (one->found, sizeof (guint16) * n_one,
                       other->found, sizeof (guint16) * n_other);
    }
  g_aligned_free (one);
  g_aligned_free (other);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/kernel/ceilings", test_ceilings);
  g_test_add_func ("/core/kernel/forms", test_forms);
  g_test_add_func ("/core/kernel/extremes", test_extremes);
  g_test_add_func ("/core/kernel/select", test_select);
  return g_test_run ();
}
