/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/rm-matcher.h"
#include "dense.h"
#include "test-people.h"
#include "test-table.h"

#include <stdlib.h>

static void
test_against_dense (void)
{
  static const struct
  {
    guint n;
    guint m;
    int most;
  } sizes[] = {
    { 122, 200, 1 }, { 122, 200, 3 }, { 200, 122, 3 }, { 200, 200, 1 }, { 150, 10, 8 },
    { 200, 150, 1 }, { 30, 200, 5 },
  };

  for (gsize k = 0; k < G_N_ELEMENTS (sizes); k++)
    for (guint32 seed = 1; seed <= 8; seed++)
      for (int mode = RM_MODE_PEOPLE; mode <= RM_MODE_TOTAL; mode++)
        {
          g_autoptr (TestTable) table = test_table_new_large (sizes[k].n, sizes[k].m,
                                                              sizes[k].most, (RmMode) mode, seed);
          g_autoptr (RmSolution) solution = test_table_solve (table);
          g_autoptr (RmSolution) other = dense_solve (&table->problem, NULL, NULL, NULL);

          test_table_assert_proved (table, solution);
          g_assert_cmpint (solution->total, ==, other->total);
          g_assert_cmpuint (solution->n_paired, ==, other->n_paired);
        }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/matcher/against-dense", test_against_dense);
  return g_test_run ();
}
