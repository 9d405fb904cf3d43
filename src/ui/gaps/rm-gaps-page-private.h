/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/gaps/rm-gap-people-panel.h"
#include "ui/gaps/rm-gap-selection.h"
#include "ui/gaps/rm-gaps-actions.h"
#include "ui/gaps/rm-gaps-model.h"
#include "ui/gaps/rm-gaps-page.h"
#include "ui/widgets/rm-heat-legend.h"
#include "ui/widgets/rm-late-spinner.h"

G_BEGIN_DECLS

struct _RmGapsPage
{
  GtkWidget parent_instance;

  /* owned */
  RmGapsModel *model;
  RmGapSelection *selection;
  RmGapsActions *actions;
  RmLateSpinner late;

  gboolean filling;     /* choices follow the model, not it them */
  gboolean narrow;
  gboolean roomy;       /* there is room for the people beside the table */
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

/* rm-gaps-page-people.c */
void rm_gaps_page_add_people (RmGapsPage *self);
void rm_gaps_page_fold_people (RmGapsPage *self);
void rm_gaps_page_show_people (RmGapsPage *self,
                               RmGapMeasure measure);

/* rm-gaps-page-state.c */
void rm_gaps_page_show_state (RmGapsPage *self);

G_END_DECLS
