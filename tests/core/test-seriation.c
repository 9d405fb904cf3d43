/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/gaps/rm-seriation.h"

#include <math.h>

/* Ordering rows by similarity: planted structure is found again, and every row stays. */

#define N_KINDS 7

static void
assert_is_order (const guint *order,
                 guint n)
{
  g_autofree gboolean *seen = g_new0 (gboolean, n + 1);

  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpuint (order[i], <, n);
      g_assert_false (seen[order[i]]);
      seen[order[i]] = TRUE;
    }
}

/* Rows of some kinds, shuffled; each kind has columns of its own and a little of the others. */
static float *
plant (GRand *rand,
       guint n_rows,
       guint n_columns,
       guint *kinds)
{
  float *values = g_new0 (float, (gsize) n_rows * n_columns);

  for (guint r = 0; r < n_rows; r++)
    {
      double size = g_rand_double_range (rand, 1, 40);

      kinds[r] = (guint) g_rand_int_range (rand, 0, N_KINDS);
      for (guint c = 0; c < n_columns; c++)
        {
          double share = c % N_KINDS == kinds[r] ? g_rand_double_range (rand, 0.6, 1)
                                                 : g_rand_double_range (rand, 0, 0.08);
          float *value = &values[(gsize) r * n_columns + c];

          *value = (float) floor (share * size * 10);
          if (g_rand_int_range (rand, 0, 100) < 5)
            *value = RM_SERIATION_UNKNOWN;
        }
    }

  return values;
}

static void
test_planted (void)
{
  for (guint32 seed = 1; seed <= 30; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      guint n_rows = 20 + seed * 7;
      guint n_columns = 21 + seed % 15;
      g_autofree guint *kinds = g_new (guint, n_rows);
      g_autofree float *values = plant (rand, n_rows, n_columns, kinds);
      g_autofree guint *order = rm_seriation_order (values, n_rows, n_columns, NULL, NULL, NULL);
      g_autofree guint *again = rm_seriation_order (values, n_rows, n_columns, NULL, NULL, NULL);
      guint n_changes = 0;

      assert_is_order (order, n_rows);
      g_assert_cmpmem (order, n_rows * sizeof (guint), again, n_rows * sizeof (guint));
      for (guint i = 1; i < n_rows; i++)
        n_changes += kinds[order[i]] != kinds[order[i - 1]];
      /* one astray is forgiven where a kind has hardly any rows */
      if (n_changes > N_KINDS - 1 + (n_rows < 40 ? 1 : 0))
        g_error ("seed %u: %u changes of kind", seed, n_changes);
    }
}

/* A band moved along the columns is found as the order it was made in, or its reverse. */
static void
test_gradient (void)
{
  const guint n = 60;
  g_autofree float *values = g_new0 (float, n * n);
  g_autofree guint *order = NULL;
  guint n_steps = 0;

  for (guint r = 0; r < n; r++)
    for (guint c = 0; c < n; c++)
      {
        int row = (int) (r * 37 % n);

        values[r * n + c] = (float) MAX (0, 12 - ABS (row - (int) c));
      }
  order = rm_seriation_order (values, n, n, NULL, NULL, NULL);
  for (guint i = 1; i < n; i++)
    n_steps += (guint) ABS ((int) (order[i] * 37 % n) - (int) (order[i - 1] * 37 % n));
  /* 59 is perfect, some 1,200 is chance */
  g_assert_cmpuint (n_steps, <, 90);
}

static void
test_empty_rows (void)
{
  static const float values[] = {
    -1, -1, -1, /* unknown */
    0,  0,  0,
    1,  2,  3,
    -1, 0,  -1,
    2,  4,  6,
    -1, -1, -1,
  };
  static const guint expected[] = { 2, 4, 1, 3, 0, 5 };
  g_autofree guint *order = rm_seriation_order (values, 6, 3, NULL, NULL, NULL);
  g_autofree guint *none = rm_seriation_order (values, 0, 3, NULL, NULL, NULL);
  g_autofree guint *narrow = rm_seriation_order (values, 3, 0, NULL, NULL, NULL);

  g_assert_cmpmem (order, sizeof expected, expected, sizeof expected);
  g_assert_nonnull (none);
  assert_is_order (narrow, 3);
}

static gboolean
stop (double fraction,
      gpointer data)
{
  g_assert_cmpfloat (fraction, >=, 0);
  g_assert_cmpfloat (fraction, <=, 1);
  return FALSE;
}

static void
test_scale (void)
{
  const guint n_rows = 5000;
  const guint n_columns = 300;
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autofree guint *kinds = g_new (guint, n_rows);
  g_autofree float *values = plant (rand, n_rows, n_columns, kinds);
  g_autofree guint *order = NULL;
  g_autoptr (GError) error = NULL;

  g_test_timer_start ();
  order = rm_seriation_order (values, n_rows, n_columns, NULL, NULL, NULL);
  g_test_message ("%u × %u: %.0f ms", n_rows, n_columns, g_test_timer_elapsed () * 1000);
  assert_is_order (order, n_rows);
  g_assert_null (rm_seriation_order (values, n_rows, n_columns, stop, NULL, &error));
  g_assert_error (error, RM_CORE_ERROR, RM_CORE_ERROR_CANCELLED);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/seriation/planted", test_planted);
  g_test_add_func ("/core/seriation/gradient", test_gradient);
  g_test_add_func ("/core/seriation/empty-rows", test_empty_rows);
  g_test_add_func ("/core/seriation/scale", test_scale);
  return g_test_run ();
}
