/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/gaps/rm-gaps.h"

G_BEGIN_DECLS

/** No group, or none that is shown. */
#define RM_GAP_NO_GROUP G_MAXUINT

/**
 * RmGapLine:
 * @group: whether it is a group (a department of mentees, a category of skills)
 * @index: its row or column in the tables of that kind
 *
 * A row or a column of a sheet.
 */
typedef struct
{
  gboolean group;
  guint index;
} RmGapLine;

/**
 * RmGapSheet:
 *
 * A gap table and, where its rows or columns are grouped, the tables of those groups: up to four,
 * so that a folded group shows its own exact figures, not sums. Immutable.
 */
typedef struct _RmGapSheet RmGapSheet;

/**
 * rm_gap_sheet_new:
 * @scorer: people, skills and open pairs
 * @rows: what to group people by
 * @columns: what to group skills by
 * @group_rows: whether to group mentees by department; only if rows are mentees
 * @group_columns: whether to group skills by category; only if columns are skills
 * @progress: (nullable) (scope call): called at least every 100 ms
 * @data: passed to @progress
 * @error: %RM_CORE_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the sheet
 */
RmGapSheet *rm_gap_sheet_new (RmScorer *scorer,
                              RmGapRows rows,
                              RmGapColumns columns,
                              gboolean group_rows,
                              gboolean group_columns,
                              RmProgressFunc progress,
                              gpointer data,
                              GError **error);

RmGapSheet *rm_gap_sheet_ref (RmGapSheet *self);
void rm_gap_sheet_unref (RmGapSheet *self);

/**
 * rm_gap_sheet_get_table:
 * @self: a sheet
 * @row_group: whether its rows are the groups
 * @column_group: whether its columns are the groups
 *
 * Returns: (transfer none) (nullable): the table
 */
RmGaps *rm_gap_sheet_get_table (const RmGapSheet *self,
                                gboolean row_group,
                                gboolean column_group);

gboolean rm_gap_sheet_has_row_groups (const RmGapSheet *self);
gboolean rm_gap_sheet_has_column_groups (const RmGapSheet *self);

/**
 * rm_gap_sheet_get_row_group:
 * @self: a sheet
 * @row: a row that is not a group
 *
 * Returns: its group, or %RM_GAP_NO_GROUP
 */
guint rm_gap_sheet_get_row_group (const RmGapSheet *self,
                                  guint row);
guint rm_gap_sheet_get_column_group (const RmGapSheet *self,
                                     guint column);

/**
 * rm_gap_sheet_get_cell:
 * @self: a sheet
 * @row: a row
 * @column: a column
 *
 * Returns: the figures
 */
RmGapCell rm_gap_sheet_get_cell (const RmGapSheet *self,
                                 RmGapLine row,
                                 RmGapLine column);

/**
 * rm_gap_sheet_get_row_size:
 * @self: a sheet
 * @row: a row
 *
 * Returns: how many people it represents
 */
guint rm_gap_sheet_get_row_size (const RmGapSheet *self,
                                 RmGapLine row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmGapSheet, rm_gap_sheet_unref)

G_END_DECLS
