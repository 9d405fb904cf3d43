/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/scoring/rm-score.h"

G_BEGIN_DECLS

/* A problem over a plain table, with room for all changes of a test. */
typedef struct
{
  RmScoreSource source;
  RmProblem problem;
  gint64 *scores;
  int *mentee_capacity;
  int *mentor_capacity;
  RmPlace *locks;
  RmPlace *excluded;
} TestTable;

TestTable *test_table_new (guint n,
                           guint m,
                           RmMode mode);
TestTable *test_table_new_large (guint n,
                                 guint m,
                                 int most,
                                 RmMode mode,
                                 guint32 seed);
void test_table_free (TestTable *self);

void test_table_fill (TestTable *self,
                      GRand *rand,
                      int greatest,
                      int percent_missing);
void test_table_add_locks (TestTable *self,
                           GRand *rand);
RmSolution *test_table_solve (const TestTable *self);
void test_table_assert_proved (const TestTable *self,
                               const RmSolution *solution);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestTable, test_table_free)

G_END_DECLS
