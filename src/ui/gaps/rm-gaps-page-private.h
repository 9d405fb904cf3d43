/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/gaps/rm-gap-view.h"
#include "ui/gaps/rm-gap-people-panel.h"
#include "ui/gaps/rm-gaps-page.h"
#include "ui/widgets/rm-heat-legend.h"

G_BEGIN_DECLS

/**
 * RmGapsComparing:
 * @RM_GAPS_DATE: with the ratings as they were on a day
 * @RM_GAPS_COHORT: the mentees of one cohort with those of another
 *
 * What the table is held against.
 */
typedef enum
{
  RM_GAPS_ALONE,
  RM_GAPS_DATE,
  RM_GAPS_COHORT,
} RmGapsComparing;

struct _RmGapsPage
{
  GtkWidget parent_instance;

  /* owned */
  RmSession *session;
  GSettings *settings;
  GSimpleActionGroup *actions;
  RmJob *job;           /* the count under way */
  RmJob *block_job;     /* that of the selected cells */
  RmGapView *view;      /* the last one that came in */
  RmGapSheet *before;   /* what it is held against, where it is */
  RmGapLayout *layout;  /* how the next one is to be */
  char *first;          /* of a comparison: a day, or a cohort */
  char *second;         /* the other cohort */

  RmGapsComparing comparing;
  guint generation;     /* results of older ones are dropped */
  gboolean stale;       /* the programme is another one than was counted */
  gboolean counting;    /* the table under way is another one than is shown */
  gboolean filling;     /* choices follow us, not we them */
  gboolean narrow;
  gboolean roomy;       /* there is room for the people beside the table */
  guint start_id;
  guint spinner_id;
  guint layout_id;
  guint block_id;       /* a block is counted when the selection rests */
  guint block_generation;

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
  GtkDropDown *columns_choice;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkWidget *people_separator;
  RmGapPeoplePanel *people;
  GtkStack *found;
  RmHeatmap *heatmap;
  GtkSpinner *spinner;
  GtkWidget *comparison_bar;
  GtkLabel *comparison_label;
  GtkBox *details;
  GtkLabel *figures_label;
  GtkWidget *people_button;
  GtkWidget *pair_button;
  GtkBox *explanation;
  GtkLabel *note_label;
  RmHeatLegend *legend;
};

/* rm-gaps-page-count.c */
void rm_gaps_page_count_later (RmGapsPage *self);
void rm_gaps_page_lay_out_later (RmGapsPage *self);
void rm_gaps_page_stop_counting (RmGapsPage *self);

/* rm-gaps-page-block.c */
void rm_gaps_page_show_block (RmGapsPage *self);
void rm_gaps_page_stop_block (RmGapsPage *self);

/* rm-gaps-page-actions.c */
void rm_gaps_page_add_actions (RmGapsPage *self);
void rm_gaps_page_update_groups (RmGapsPage *self);
void rm_gaps_page_update_actions (RmGapsPage *self,
                                  const RmGapCell *cell);

/* rm-gaps-page-people.c */
void rm_gaps_page_add_people (RmGapsPage *self);
void rm_gaps_page_fold_people (RmGapsPage *self);
void rm_gaps_page_show_people (RmGapsPage *self,
                               RmGapMeasure measure);

/* rm-gaps-page-compare.c */
void rm_gaps_page_add_comparing (RmGapsPage *self);
void rm_gaps_page_stop_comparing (RmGapsPage *self);
char *rm_gaps_page_dup_comparison (RmGapsPage *self);

/* rm-gaps-page.c */
guint rm_gaps_page_get_choice (RmGapsPage *self,
                               const char *key);
gboolean rm_gaps_page_get_block (RmGapsPage *self,
                                 RmGapBlock *block);
void rm_gaps_page_show_view (RmGapsPage *self,
                             RmGapView *view);

/* rm-gaps-page-state.c */
void rm_gaps_page_update_state (RmGapsPage *self);

G_END_DECLS
