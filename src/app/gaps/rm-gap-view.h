/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/gaps/rm-gap-layout.h"
#include "core/gaps/rm-gap-sheet.h"
#include "report/heat/rm-heat-source.h"

G_BEGIN_DECLS

/**
 * RmGapView:
 *
 * A gap sheet as shown: lines filtered, sorted, grouped and folded, and one measure as the figures
 * of a heatmap, or its difference from another sheet's. Immutable, made by a worker.
 *
 * A line's key identifies it in any sheet of the programme, for as long as the programme exists.
 */
#define RM_TYPE_GAP_VIEW (rm_gap_view_get_type ())
G_DECLARE_FINAL_TYPE (RmGapView, rm_gap_view, RM, GAP_VIEW, GObject)

/**
 * RmGapBlock:
 * @row: first row
 * @column: first column
 * @n_rows: how many, at least one
 * @n_columns: how many, at least one
 *
 * Cells next to each other.
 */
typedef struct
{
  guint row;
  guint column;
  guint n_rows;
  guint n_columns;
} RmGapBlock;

/**
 * rm_gap_view_new:
 * @sheet: the figures
 * @before: (nullable): figures of the same kinds to compare with
 * @layout: how to show them
 * @progress: (nullable) (scope call): called at least every 100 ms
 * @data: passed to @progress
 * @error: %RM_CORE_ERROR_CANCELLED
 *
 * O(cells), plus rm_seriation_order() for similar lines.
 *
 * Returns: (transfer full) (nullable): the view
 */
RmGapView *rm_gap_view_new (RmGapSheet *sheet,
                            RmGapSheet *before,
                            const RmGapLayout *layout,
                            RmProgressFunc progress,
                            gpointer data,
                            GError **error);

RmGapSheet *rm_gap_view_get_sheet (RmGapView *self);

/** (nullable): What its sheet is held against. */
RmGapSheet *rm_gap_view_get_before (RmGapView *self);

/** (transfer none): That of its sheet: nothing has to be worked out again. */
RmScorer *rm_gap_view_get_scorer (RmGapView *self);

RmGapMeasure rm_gap_view_get_measure (RmGapView *self);

/** Whether lines of the sheet were hidden by hand, however long ago. */
gboolean rm_gap_view_hides_lines (RmGapView *self);

/** How many lines there would be without filters, hidden lines and folded groups. */
guint rm_gap_view_get_n_all_rows (RmGapView *self);

/**
 * rm_gap_view_get_row:
 * @self: a view
 * @row: a row of it
 *
 * Returns: the row of the sheet
 */
RmGapLine rm_gap_view_get_row (RmGapView *self,
                               guint row);
RmGapLine rm_gap_view_get_column (RmGapView *self,
                                  guint column);

/**
 * rm_gap_view_dup_row_key:
 * @self: a view
 * @row: a row
 *
 * Returns: (transfer full): its key: "department Finance"
 */
char *rm_gap_view_dup_row_key (RmGapView *self,
                               guint row);
char *rm_gap_view_dup_column_key (RmGapView *self,
                                  guint column);

/**
 * rm_gap_view_find_row:
 * @self: a view
 * @key: a key
 * @row: (out): its position
 *
 * Returns: whether it is shown
 */
gboolean rm_gap_view_find_row (RmGapView *self,
                               const char *key,
                               guint *row);
gboolean rm_gap_view_find_column (RmGapView *self,
                                  const char *key,
                                  guint *column);

/**
 * rm_gap_view_dup_row_text:
 * @self: a view
 * @row: a row
 *
 * Returns: (transfer full): its name, without a sign for its group
 */
char *rm_gap_view_dup_row_text (RmGapView *self,
                                guint row);
char *rm_gap_view_dup_column_text (RmGapView *self,
                                   guint column);

/**
 * rm_gap_view_count_block:
 * @self: a view
 * @block: cells of it
 * @measure: which people to list
 * @counted: (out) (optional) (transfer full) (element-type gint64): ids of people
 *
 * Counts everybody once, as rm_gaps_count_block() does; for one cell the same as its figures.
 *
 * Returns: the figures
 */
RmGapCell rm_gap_view_count_block (RmGapView *self,
                                   const RmGapBlock *block,
                                   RmGapMeasure measure,
                                   GArray **counted);

/**
 * rm_gap_view_list_counted:
 * @self: a view
 * @block: cells of it
 * @measure: which people to list
 * @places: (out) (optional): the supply: how many more mentees the mentors among them could take on
 *
 * Returns: (transfer full) (element-type gint64): ids of the people counted, by name
 */
GArray *rm_gap_view_list_counted (RmGapView *self,
                                  const RmGapBlock *block,
                                  RmGapMeasure measure,
                                  guint *places);

/** Ids of the people that its rows represent, each once, and of the skills of its columns. */
GArray *rm_gap_view_list_people (RmGapView *self,
                                 const RmGapBlock *block);
GArray *rm_gap_view_list_skills (RmGapView *self,
                                 const RmGapBlock *block);

/**
 * rm_gap_view_dup_block_text:
 * @self: a view
 * @block: cells of it
 *
 * Returns: (transfer full): its place: "Prezi, Finance", "Prezi, 3 rows", "2 columns, 3 rows"
 */
char *rm_gap_view_dup_block_text (RmGapView *self,
                                  const RmGapBlock *block);

/**
 * rm_gap_view_dup_block_sentence:
 * @self: a view
 * @block: cells of it
 *
 * Returns: (transfer full): "Prezi, Finance: need 12, supply 3, gap 9, 4 unrated"
 */
char *rm_gap_view_dup_block_sentence (RmGapView *self,
                                      const RmGapBlock *block);

/**
 * rm_gap_view_dup_title:
 * @self: a view
 *
 * Returns: (transfer full): what it is: "Need by department and skill"
 */
char *rm_gap_view_dup_title (RmGapView *self);

/**
 * rm_gap_view_dup_note:
 * @self: a view
 *
 * Returns: (transfer full): what has to be known to read its figures, a sentence a line; "" where
 *   that is nothing
 */
char *rm_gap_view_dup_note (RmGapView *self);

G_END_DECLS
