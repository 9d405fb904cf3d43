/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import/rm-scores-table.h"

G_BEGIN_DECLS

/** Most places that a name can have. */
#define RM_CAPACITIES_MAX 1000000

/**
 * RmCapacitiesTable:
 * @mentees: (array): places by index of the scores' mentees; 1 where the table says nothing
 * @mentors: (array): places by index of the scores' mentors; likewise
 * @problems: (element-type RmFileProblem): rows that were left out, and what is odd about the file
 *
 * How many places the names of a table of scores have.
 */
struct _RmCapacitiesTable
{
  int *mentees;
  int *mentors;
  GPtrArray *problems;
};

/**
 * rm_capacities_table_new:
 * @table: (nullable): a table with the columns name and places, in any order, and if wanted side;
 *   others are ignored. %NULL: everybody has one place
 * @scores: the names
 * @error: %RM_EXCHANGE_ERROR_COLUMN where one of the two is missing
 *
 * Places are whole numbers from 0 to %RM_CAPACITIES_MAX. A name that is on both sides has them on
 * both, unless the column side says mentee or mentor. A row that is not understood, names nobody
 * of @scores, or somebody again, is left out and listed.
 *
 * O(n + rows).
 *
 * Returns: (transfer full) (nullable): the places
 */
RmCapacitiesTable *rm_capacities_table_new (RmSheet *table,
                                            const RmScoresTable *scores,
                                            GError **error);

void rm_capacities_table_free (RmCapacitiesTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmCapacitiesTable, rm_capacities_table_free)

G_END_DECLS
