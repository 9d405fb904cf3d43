/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/scoring/rm-score.h"

G_BEGIN_DECLS

/**
 * RmGapRows:
 * @RM_GAP_ROWS_PERSON: each mentee
 * @RM_GAP_ROWS_MENTOR: each mentor; see #RmGapCell for what its figures are
 *
 * What a row of the gap table represents: mentees with something in common, one mentee, or one
 * mentor.
 */
typedef enum
{
  RM_GAP_ROWS_DEPARTMENT,
  RM_GAP_ROWS_LEVEL,
  RM_GAP_ROWS_PERSON,
  RM_GAP_ROWS_SITE,
  RM_GAP_ROWS_COHORT,
  RM_GAP_ROWS_MENTOR,
  RM_N_GAP_ROWS,
} RmGapRows;

/** RmGapColumns: what a column of the gap table represents. */
typedef enum
{
  RM_GAP_COLUMNS_SKILL,
  RM_GAP_COLUMNS_CATEGORY,
} RmGapColumns;

/**
 * RmGapMeasure:
 * @RM_GAP_WEIGHTED: need, weighted by how much the skill matters to each person
 * @RM_GAP_UNRATED_SHARE: unrated of all people of the row, in percent
 * @RM_GAP_RISK: how many in need depend on one mentor
 *
 * What a cell of the gap table shows.
 */
typedef enum
{
  RM_GAP_NEED,
  RM_GAP_SUPPLY,
  RM_GAP_GAP,
  RM_GAP_UNRATED,
  RM_GAP_WEIGHTED,
  RM_GAP_UNRATED_SHARE,
  RM_GAP_RISK,
  RM_N_GAP_MEASURES,
} RmGapMeasure;

/**
 * RmGapCell:
 * @need: mentees of the row whose target is above their rated level
 * @weighted: sum of the importance (1 to 5) that those in need give the skill
 * @unrated: mentees of the row without a rated level in the skill
 * @supply: free places of willing mentors anywhere who may be paired with, and whose level is
 *   above that of, at least one of those in need
 * @gap: max (0, need − supply)
 * @risk: those in need whose target exactly one active mentor reaches
 *
 * A mentee whose willingness or commitment is not recorded is in need and can be taught; one who
 * said no is in need and cannot be taught. For @supply a mentor must be recorded as willing. Free
 * places are the capacity (1 if not given) minus open pairs. For @risk every active mentor counts,
 * willing or not, with a free place or not.
 *
 * A category column counts each person once, however many of its skills apply: @need is the people
 * in need of any of its skills, @weighted the sum of the highest importance that each of them gives
 * one they need, @unrated the people with no rated level in any of them, @supply the free places of
 * mentors who could teach at least one of those in need at least one skill they need, @risk the
 * people who depend on one mentor in any of them.
 *
 * A mentor row shows the supply side: @need is how many mentees anywhere that mentor could take on
 * (in need, below, and allowed to be paired), @weighted their importance (in a category, of the
 * skills that mentor could teach them), @supply the mentor's free places if there is any such
 * mentee, @gap how many of them would find no place, @unrated 1 if the mentor is not rated, and
 * @risk how many in need depend on just this mentor.
 *
 * Supply is shared between rows: rows do not add up to the column's total.
 */
typedef struct
{
  guint need;
  guint weighted;
  guint unrated;
  guint supply;
  guint gap;
  guint risk;
} RmGapCell;

/**
 * rm_gap_cell_get_value:
 * @self: the figures of a cell
 * @measure: which of them
 * @size: how many people the row represents
 *
 * Shares are rounded, but only nobody is 0 and only everybody is 100.
 *
 * Returns: the figure
 */
guint rm_gap_cell_get_value (const RmGapCell *self,
                             RmGapMeasure measure,
                             guint size);

/** RmGaps: the gap table of a programme, immutable. */
typedef struct _RmGaps RmGaps;

/**
 * rm_gaps_new:
 * @scorer: people, skills and open pairs
 * @rows: what to group people by
 * @columns: what to group skills by
 * @progress: (nullable) (scope call): called at least every 100 ms
 * @data: passed to @progress
 * @error: %RM_CORE_ERROR_CANCELLED
 *
 * Rows are sorted: departments, sites and cohorts by folded name (people without one last), levels
 * from the highest, persons canonically. Columns are the programme's skills that are not retired,
 * by category and folded name, or their categories; skills in which nobody has a standing are
 * included. Only active people are counted.
 *
 * Exact. People are grouped by what the rules look at; for g groups of mentees in a row, m mentors
 * and s skills that they need, O(g · s · m / 64) per row, and a few lookups per reporting line and
 * exclusion. If a common free hour is required, a group is mostly one person, which costs about
 * five times as much. Mentor rows take O(1) per mentee, skill and mentor who could teach it.
 *
 * Returns: (transfer full) (nullable): the table
 */
RmGaps *rm_gaps_new (RmScorer *scorer,
                     RmGapRows rows,
                     RmGapColumns columns,
                     RmProgressFunc progress,
                     gpointer data,
                     GError **error);

void rm_gaps_free (RmGaps *self);

guint rm_gaps_get_n_rows (const RmGaps *self);
guint rm_gaps_get_n_columns (const RmGaps *self);

/**
 * rm_gaps_get_row_name:
 * @self: a gap table
 * @row: a row
 *
 * Returns: (nullable) (transfer none): department, site, cohort or person; %NULL for people without
 *   one, and for levels (see rm_gaps_get_row_level())
 */
const char *rm_gaps_get_row_name (const RmGaps *self,
                                  guint row);

/**
 * rm_gaps_get_row_kind:
 * @self: a gap table
 *
 * Returns: what its rows represent
 */
RmGapRows rm_gaps_get_row_kind (const RmGaps *self);

/**
 * rm_gaps_get_column_kind:
 * @self: a gap table
 *
 * Returns: what its columns represent
 */
RmGapColumns rm_gaps_get_column_kind (const RmGaps *self);

/**
 * rm_gaps_get_scorer:
 * @self: a gap table
 *
 * Returns: (transfer none): the scorer it was made from
 */
RmScorer *rm_gaps_get_scorer (const RmGaps *self);

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
 * Returns: id of the person, or 0 if rows are something else
 */
gint64 rm_gaps_get_row_person (const RmGaps *self,
                               guint row);

/**
 * rm_gaps_list_members:
 * @self: a gap table
 * @row: a row
 *
 * Returns: (transfer full) (element-type gint64): ids of the people it represents, in canonical
 *   order
 */
GArray *rm_gaps_list_members (const RmGaps *self,
                              guint row);

/**
 * rm_gaps_get_row_size:
 * @self: a gap table
 * @row: a row
 *
 * Returns: how many people it represents; if as many are unrated, nothing is known about a cell
 */
guint rm_gaps_get_row_size (const RmGaps *self,
                            guint row);

/**
 * rm_gaps_get_skill:
 * @self: a gap table
 * @column: a column
 *
 * Returns: (transfer none): the skill; the first one of a category
 */
const RmSkill *rm_gaps_get_skill (const RmGaps *self,
                                  guint column);

/**
 * rm_gaps_list_skills:
 * @self: a gap table
 * @column: a column
 *
 * Returns: (transfer full) (element-type gint64): ids of the skills it represents
 */
GArray *rm_gaps_list_skills (const RmGaps *self,
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
 * Returns: the figures of all mentees together; if rows are mentors, @unrated counts mentors
 */
RmGapCell rm_gaps_get_total (const RmGaps *self,
                             guint column);

/**
 * rm_gaps_list_people:
 * @self: a gap table
 * @row: a row
 * @column: a column
 * @measure: unrated and its share list the unrated, supply the mentors, risk the people who depend
 *   on one mentor, all others the people in need
 *
 * Exactly the people that the figures of the cell count.
 *
 * Returns: (transfer full) (element-type gint64): ids, in canonical order
 */
GArray *rm_gaps_list_people (const RmGaps *self,
                             guint row,
                             guint column,
                             RmGapMeasure measure);

/**
 * rm_gaps_count_block:
 * @self: a gap table
 * @people: (element-type gint64): ids of mentees, or of mentors if rows are mentors
 * @skills: (element-type gint64): ids of skills
 * @measure: which people to list, as for rm_gaps_list_people()
 * @counted: (out) (optional) (transfer full) (element-type gint64): ids, in canonical order
 *
 * Counts any people and skills as if they were one row and one category: everybody once. Costs as
 * much as a row.
 *
 * Returns: the figures
 */
RmGapCell rm_gaps_count_block (const RmGaps *self,
                               const GArray *people,
                               const GArray *skills,
                               RmGapMeasure measure,
                               GArray **counted);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmGaps, rm_gaps_free)

G_END_DECLS
