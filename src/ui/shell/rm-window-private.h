/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/shell/rm-window.h"
#include "ui/welcome/rm-welcome-page.h"
#include "ui/widgets/rm-banner.h"
#include "ui/widgets/rm-page.h"

G_BEGIN_DECLS

struct _RmWindow
{
  AdwApplicationWindow parent_instance;

  /* owned */
  RmSession *session;
  GFile *file;
  GSettings *settings;
  GCancellable *opening; /* NULL where nothing is being opened */

  gboolean closing;  /* as soon as what is under way has ended */
  gboolean creating; /* what is being opened is to be made */
  gboolean close_anyway;
  AdwToast *undo_toast; /* weak: the last that takes something back */
  guint pages_id; /* while they are made, one a frame */

  /* template */
  AdwToastOverlay *toasts;
  GtkStack *states;
  RmWelcomePage *welcome;
  GtkSpinner *opening_spinner;
  AdwLeaflet *leaflet;
  AdwWindowTitle *programme_title;
  AdwWindowTitle *page_title;
  GtkListBox *sidebar_list;
  GtkLabel *save_label;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkToggleButton *search_button;
  GtkStack *header_actions;
  RmBanner *banner;
  GtkStack *pages;
};

/* rm-window.c */
void rm_window_toast (RmWindow *self,
                      const char *text,
                      gboolean undo);

/* rm-window-pages.c */

/* Most of what a window is made of is not in its first frame: pages are made while a programme is
 * read, one a frame, and what is missing then when there is something to show. */
void rm_window_make_pages_later (RmWindow *self);
void rm_window_make_pages (RmWindow *self);

/* All of them get the programme that the window has. */
void rm_window_tell_pages (RmWindow *self);

/* Whether they are compact follows the window. */
void rm_window_fold_pages (RmWindow *self);

/* Returns the page, or NULL where there is none of that name or it is not shown yet. */
RmPage *rm_window_show_page (RmWindow *self,
                             const char *name);
void rm_window_show_first_page (RmWindow *self);

/* Where what the page was about is gone. */
void rm_window_leave_hidden_page (RmWindow *self);

/* What the page in sight does, if it can. */
void rm_window_search_page (RmWindow *self);
void rm_window_go_back (RmWindow *self);

/* rm-window-actions.c */
void rm_window_install_actions (GtkWidgetClass *widget_class);
void rm_window_update_actions (RmWindow *self);

/* rm-window-files.c */
void rm_window_install_file_actions (GtkWidgetClass *widget_class);
void rm_window_set_session (RmWindow *self,
                            RmSession *session);
gboolean rm_window_close_request (GtkWindow *window);

/* rm-window-skills.c */
void rm_window_install_skill_actions (GtkWidgetClass *widget_class);

/* rm-window-sidebar.c */
void rm_window_add_row (RmWindow *self,
                        RmPage *page,
                        const char *name);
void rm_window_activate_row (RmWindow *self,
                             GtkListBoxRow *row);
void rm_window_select_row (RmWindow *self,
                           RmPage *page);
void rm_window_update_sidebar (RmWindow *self);
void rm_window_update_save_state (RmWindow *self);

/* rm-window-files.c */
void rm_window_open_with (RmWindow *self,
                          GFile *file,
                          gboolean create,
                          RmOpenFlags flags);

/* rm-window-unsaved.c: asks what becomes of unsaved changes of @file that cannot be opened. */
void rm_window_ask_unsaved (RmWindow *self,
                            GFile *file,
                            const GError *error);

G_END_DECLS
