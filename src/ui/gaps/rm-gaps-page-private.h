/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/gaps/rm-gaps-page.h"
#include "ui/gaps/rm-gaps-source.h"
#include "ui/widgets/rm-heat-legend.h"

G_BEGIN_DECLS

struct _RmGapsPage
{
  GtkWidget parent_instance;

  /* owned */
  RmSession *session;
  GSettings *settings;
  RmJob *job;           /* the count under way */
  RmGaps *gaps;         /* the last one that came in */
  RmGapsSource *source; /* what of it is shown */
  char *category;       /* the only one shown, or NULL for all */

  guint generation;     /* results of older ones are dropped */
  gboolean stale;       /* the programme is another one than was counted */
  gboolean filling;     /* choices follow us, not we them */
  gboolean narrow;
  guint start_id;
  guint spinner_id;
  guint layout_id;

  /* template */
  GtkStack *states;
  GtkSpinner *first_spinner;
  AdwStatusPage *status_page;
  GtkButton *status_button;
  GtkBox *toolbar;
  AdwSqueezer *measures;
  GtkWidget *measure_toggles;
  GtkDropDown *measure_choice;
  GtkBox *filters;
  GtkDropDown *rows_choice;
  GtkDropDown *category_choice;
  RmHeatmap *heatmap;
  GtkSpinner *spinner;
  GtkBox *details;
  GtkLabel *figures_label;
  GtkWidget *warning;
  GtkBox *buttons;
  GtkWidget *need_button;
  GtkWidget *providers_button;
  GtkBox *explanation;
  GtkLabel *sharing_label;
  RmHeatLegend *legend;
};

/* rm-gaps-page-count.c */
void rm_gaps_page_count_later (RmGapsPage *self);
void rm_gaps_page_stop_counting (RmGapsPage *self);

/* rm-gaps-page.c */
RmGapRows rm_gaps_page_get_rows (RmGapsPage *self);
void rm_gaps_page_show_gaps (RmGapsPage *self);
void rm_gaps_page_update_state (RmGapsPage *self);

G_END_DECLS
