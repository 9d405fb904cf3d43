/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/rm-programme.h"

G_BEGIN_DECLS

/** RmGapRows: what a row of the gap table stands for. */
typedef enum
{
  RM_GAP_ROWS_DEPARTMENT,
  RM_GAP_ROWS_LEVEL,
  RM_GAP_ROWS_PERSON,
} RmGapRows;

/** RmGapMeasure: what a cell of the gap table shows. */
typedef enum
{
  RM_GAP_NEED,
  RM_GAP_SUPPLY,
  RM_GAP_GAP,
  RM_GAP_UNRATED,
} RmGapMeasure;

/**
 * RmGapCell:
 * @need: mentees of the row whose target is above their rated level
 * @unrated: mentees of the row without a rated level in the skill
 * @supply: free places of willing mentors anywhere who may be paired with, and whose level is
 *   above that of, at least one of those in need
 * @gap: max (0, need − supply)
 * @single_holder: exactly one mentor who takes part stands at or above the highest level wanted
 *
 * A mentee whose willingness or commitment has not been recorded is in need all the same and can be
 * taught; one who said no is in need and cannot. A mentor has to be recorded as willing. Free
 * places are the capacity (1 where nobody has given one) without open pairs.
 *
 * Supply is shared between rows: rows do not add up to the column's total.
 */
typedef struct
{
  guint need;
  guint unrated;
  guint supply;
  guint gap;
  gboolean single_holder;
} RmGapCell;

/** RmGaps: the gap table of a programme, immutable. */
typedef struct _RmGaps RmGaps;

/**
 * rm_gaps_new:
 * @programme: people, skills and open pairs
 * @rows: what to group mentees by
 * @progress: (nullable) (scope call): called at least each 100 ms
 * @data: passed to @progress
 * @error: %RM_CORE_ERROR_CANCELLED
 *
 * Rows are sorted: departments by folded name (people without one last), levels from the highest,
 * persons canonically. Columns are the programme's skills, by category and folded name; skills that
 * nobody has a standing in are there too. Only mentees who take part are counted.
 *
 * For n mentees, m mentors and s skills: O(n · m) questions who may be paired, and O(m / 64) for
 * each skill that somebody is in need of.
 *
 * Returns: (transfer full) (nullable): the table
 */
RmGaps *rm_gaps_new (RmProgramme *programme,
                     RmGapRows rows,
                     RmProgressFunc progress,
                     gpointer data,
                     GError **error);

RmGaps *rm_gaps_ref (RmGaps *self);
void rm_gaps_unref (RmGaps *self);

guint rm_gaps_get_n_rows (const RmGaps *self);
guint rm_gaps_get_n_columns (const RmGaps *self);

/**
 * rm_gaps_get_row_name:
 * @self: a gap table
 * @row: a row
 *
 * Returns: (nullable) (transfer none): department or person; %NULL for "no department", and for
 *   levels (see rm_gaps_get_row_level())
 */
const char *rm_gaps_get_row_name (const RmGaps *self,
                                  guint row);

/**
 * rm_gaps_is_by_level:
 * @self: a gap table
 *
 * Returns: whether its rows are seniority levels
 */
gboolean rm_gaps_is_by_level (const RmGaps *self);

/**
 * rm_gaps_get_row_level:
 * @self: a gap table by level
 * @row: a row
 *
 * Returns: the seniority level, or %RM_UNKNOWN for people without one
 */
int rm_gaps_get_row_level (const RmGaps *self,
                           guint row);

/**
 * rm_gaps_get_row_person:
 * @self: a gap table by person
 * @row: a row
 *
 * Returns: id of the person, or 0 where rows are something else
 */
gint64 rm_gaps_get_row_person (const RmGaps *self,
                               guint row);

/**
 * rm_gaps_get_row_size:
 * @self: a gap table
 * @row: a row
 *
 * Returns: how many mentees it stands for; where as many are unrated, nothing is known of a cell
 */
guint rm_gaps_get_row_size (const RmGaps *self,
                            guint row);

const RmSkill *rm_gaps_get_skill (const RmGaps *self,
                                  guint column);

/**
 * rm_gaps_get_cell:
 * @self: a gap table
 * @row: a row
 * @column: a column
 *
 * Returns: the figures
 */
RmGapCell rm_gaps_get_cell (const RmGaps *self,
                            guint row,
                            guint column);

/**
 * rm_gaps_get_total:
 * @self: a gap table
 * @column: a column
 *
 * Returns: the figures of all mentees together
 */
RmGapCell rm_gaps_get_total (const RmGaps *self,
                             guint column);

/**
 * rm_gaps_list_people:
 * @self: a gap table
 * @row: a row
 * @column: a column
 * @measure: need and gap list who is in need, unrated who is unrated, supply the mentors
 *
 * Exactly the people that the figures of the cell count.
 *
 * Returns: (transfer full) (element-type gint64): ids, in canonical order
 */
GArray *rm_gaps_list_people (const RmGaps *self,
                             guint row,
                             guint column,
                             RmGapMeasure measure);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmGaps, rm_gaps_unref)

G_END_DECLS
