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
  GCancellable *opening; /* NULL if nothing is being opened */

  gboolean closing;  /* as soon as work under way has ended */
  gboolean creating; /* the file being opened is to be created */
  gboolean close_anyway;
  AdwToast *undo_toast; /* weak: the last with an undo button */
  guint pages_id; /* while they are made, one per frame */

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

/* Most of a window is not in its first frame: pages are made while a programme is read, one per
 * frame, and the missing ones when there is something to show. */
void rm_window_make_pages_later (RmWindow *self);
void rm_window_make_pages (RmWindow *self);

/* Passes the window's programme to all of them. */
void rm_window_tell_pages (RmWindow *self);

/* Makes them compact or not, as the window is. */
void rm_window_fold_pages (RmWindow *self);

/* Returns the page, or NULL if there is none of that name or it is not shown yet. */
RmPage *rm_window_show_page (RmWindow *self,
                             const char *name);
void rm_window_show_first_page (RmWindow *self);

/* Leaves a page whose subject is gone. */
void rm_window_leave_hidden_page (RmWindow *self);

/* Passed to the visible page, if it can. */
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

/* rm-window-paste.c */
void rm_window_install_paste_actions (GtkWidgetClass *widget_class);
void rm_window_accept_files (RmWindow *self);

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

/* rm-window-unsaved.c: asks what to do with unsaved changes of @file that cannot be opened. */
void rm_window_ask_unsaved (RmWindow *self,
                            GFile *file,
                            const GError *error);

G_END_DECLS
