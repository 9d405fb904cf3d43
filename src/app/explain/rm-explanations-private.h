/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/explain/rm-explanations.h"

G_BEGIN_DECLS

struct _RmExplanations
{
  gatomicrefcount refs;
  RmProgramme *programme;
  RmScorer *scorer;
  RmExplain *explain;
  guint8 *mentee_today; /* by index: whether somebody has a pair today */
  guint8 *mentor_today;
};

const char *rm_explanations_name_mentee (const RmExplanations *self,
                                         guint mentee);
const char *rm_explanations_name_mentor (const RmExplanations *self,
                                         guint mentor);

/* "14 points of 4,000" */
char *rm_points_describe (gint64 points);

/* Adds @more (transfer full) to a list of words, after a comma. */
void rm_words_append (GString *text,
                      char *more);

G_END_DECLS
