/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/sheet/rm-sheet.h"

G_BEGIN_DECLS

/** Highest score of a table: sums over 100,000 pairs stay far from the end of 64 bits. */
#define RM_SCORES_MAX 1000000000

/**
 * RmScoreEntry:
 * @mentee: index into the names of mentees
 * @mentor: index into the names of mentors
 * @score: from 0 to %RM_SCORES_MAX
 *
 * A pair that may be, and how good it would be.
 */
typedef struct
{
  guint mentee;
  guint mentor;
  gint64 score;
} RmScoreEntry;

/**
 * RmScoresTable:
 * @mentees: (element-type utf8): names, sorted by bytes
 * @mentors: (element-type utf8): names, sorted by bytes
 * @entries: (element-type RmScoreEntry): pairs sorted by mentee, then mentor; each pair once
 * @first: (array length=mentees.len + 1): where each mentee's entries begin in @entries
 * @problems: (element-type RmFileProblem): rows that were left out, and what is odd about the file
 * @notices: (element-type RmFileProblem): rows that pair somebody with themself, by the folded name;
 *   such a pair is no candidate
 *
 * Somebody's own scores. A pair without a row is no candidate. Names are told apart by every
 * letter, spaces around them aside. Sorting makes the order of the rows say nothing.
 */
struct _RmScoresTable
{
  GPtrArray *mentees;
  GPtrArray *mentors;
  GArray *entries;
  guint *first;
  GPtrArray *problems;
  GPtrArray *notices;
};

/**
 * rm_scores_table_new:
 * @table: a table with the columns mentee, mentor and score, in any order; others are ignored
 * @error: %RM_EXCHANGE_ERROR_COLUMN where one is missing
 *
 * Scores are whole numbers from 0 to %RM_SCORES_MAX, so that sums are exact; 3.5 is refused rather
 * than rounded. A row that is not understood, or names a pair again, is left out and listed.
 *
 * O(n log n).
 *
 * Returns: (transfer full) (nullable): the scores
 */
RmScoresTable *rm_scores_table_new (RmSheet *table,
                                    GError **error);

void rm_scores_table_free (RmScoresTable *self);

/**
 * rm_scores_table_get_score:
 * @self: scores
 * @mentee: index of a mentee
 * @mentor: index of a mentor
 *
 * O(log n).
 *
 * Returns: the score, or -1 where the two are no candidates
 */
gint64 rm_scores_table_get_score (const RmScoresTable *self,
                                  guint mentee,
                                  guint mentor);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmScoresTable, rm_scores_table_free)

G_END_DECLS
