/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/queries/rm-people-query.h"
#include "ui/models/rm-person-list.h"
#include "ui/people/rm-many-pane.h"
#include "ui/people/rm-people-page.h"
#include "ui/people/rm-person-pane.h"

G_BEGIN_DECLS

struct _RmPeoplePage
{
  GtkWidget parent_instance;

  /* owned */
  RmSession *session;
  GSettings *settings;
  RmPeopleQuery *query;
  RmPersonList *list;
  GtkMultiSelection *selection;
  GStrv departments;
  gint64 wanted; /* the person to select when the list is there */
  guint generation;
  guint fit_idle;
  guint scroll_id;       /* until the list has a size */
  guint scroll_position;
  gboolean scroll_wanted; /* when the list shows */
  int width;
  gboolean filling;

  /* template */
  GtkWidget *actions;
  GtkWidget *import_button;
  GtkWidget *body;
  GtkStack *stack;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkDropDown *side_filter;
  GtkDropDown *department_filter;
  GtkDropDown *tenure_filter;
  GtkScrolledWindow *filter_bar;
  GtkBox *filters;
  GtkMenuButton *more_filters;
  GtkBox *more_box;
  GtkCheckButton *unrated_filter;
  GtkCheckButton *unasked_filter;
  GtkCheckButton *eager_filter;
  GtkCheckButton *alike_filter;
  GtkWidget *only_box;
  GtkLabel *only_label;
  GtkLabel *count;
  AdwLeaflet *leaflet;
  GtkStack *list_stack;
  GtkColumnView *view;
  GtkStack *panes;
  RmRecordPane *pane;
  RmManyPane *many;
};

/* rm-people-page-list.c: the people listed, found by a worker */
void rm_people_page_refresh_list (RmPeoplePage *self);

/* Scrolls to the person asked for, if that had to wait. */
void rm_people_page_scroll (RmPeoplePage *self);

/* (transfer full) (element-type gint64) */
GArray *rm_people_page_list_selected (RmPeoplePage *self);

/* rm-people-page-filters.c */
void rm_people_page_apply_filters (RmPeoplePage *self);
void rm_people_page_clear_filters (RmPeoplePage *self);
/* Shows as many as there is room for side by side; the others are in the menu. */
void rm_people_page_fit_filters (RmPeoplePage *self);

/* rm-people-page.c: the pane shows the selected person or people */
void rm_people_page_show_selected (RmPeoplePage *self);
/* soon adapts to the available width */
void rm_people_page_fit_later (RmPeoplePage *self);

G_END_DECLS
