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

/* rm-gap-view-figures.c */
void rm_gap_view_find_past (RmGapView *self);
RmHeatCell rm_gap_view_judge (RmGapView *self,
                              RmGapLine row,
                              RmGapLine column);
char *rm_gap_view_dup_figures_text (RmGapView *self,
                                    RmGapLine row,
                                    RmGapLine column);

/* rm-gap-view-order.c */
gboolean rm_gap_view_choose_lines (RmGapView *self,
                                   RmProgressFunc progress,
                                   gpointer data,
                                   GError **error);

G_END_DECLS
