/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/gaps/rm-gap-view.h"

G_BEGIN_DECLS

struct _RmGapView
{
  GObject parent_instance;

  /* owned */
  RmGapSheet *sheet;
  RmGapSheet *before;         /* NULL if nothing is compared */
  RmGapLayout *layout;
  GHashTable *past_rows;      /* line of the sheet → RmGapLine of the one before */
  GHashTable *past_columns;
  GArray *rows;               /* of RmGapLine */
  GArray *columns;

  guint maximum;
};

/* rm-gap-view.c */
char *rm_gap_sheet_dup_row_key (RmGapSheet *sheet,
                                RmGapLine row);
char *rm_gap_sheet_dup_column_key (RmGapSheet *sheet,
                                   RmGapLine column);
char *rm_gap_sheet_dup_row_text (RmGapSheet *sheet,
                                 RmGapLine row);
char *rm_gap_sheet_dup_column_text (RmGapSheet *sheet,
                                    RmGapLine column);
RmHeatCell rm_gap_view_judge (RmGapView *self,
                              RmGapLine row,
                              RmGapLine column);
gboolean rm_gap_view_find_past (RmGapView *self,
                                RmGapLine row,
                                RmGapLine column,
                                RmGapLine *past_row,
                                RmGapLine *past_column);

/* rm-gap-view-order.c */
gboolean rm_gap_view_choose_lines (RmGapView *self,
                                   RmProgressFunc progress,
                                   gpointer data,
                                   GError **error);

G_END_DECLS
