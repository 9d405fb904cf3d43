/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/gaps/rm-gaps-page.h"
#include "ui/overview/rm-overview-page.h"
#include "ui/pairing/rm-pairing-page.h"
#include "ui/people/rm-people-page.h"
#include "ui/shell/rm-window.h"
#include "ui/skills/rm-skills-page.h"
#include "ui/welcome/rm-welcome-page.h"
#include "ui/widgets/rm-banner.h"

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
  GtkWidget *weights_button;
  GtkStack *header_actions;
  RmBanner *banner;
  GtkStack *pages;

  /* in it, once there is a programme */
  RmOverviewPage *overview;
  RmPeoplePage *people;
  RmSkillsPage *skills;
  RmGapsPage *gaps;
  RmPairingPage *pairing;
};

/* rm-window.c */

/* Most of what a window is made of is not in its first frame: pages are made while a programme is
 * read, one a frame, and what is missing then when there is something to show. */
void rm_window_make_pages_later (RmWindow *self);
void rm_window_make_pages (RmWindow *self);

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
void rm_window_fill_sidebar (RmWindow *self);
void rm_window_update_sidebar (RmWindow *self);
void rm_window_update_save_state (RmWindow *self);
void rm_window_show_page (RmWindow *self,
                          const char *name);

void rm_window_toast (RmWindow *self,
                      const char *text,
                      gboolean undo);

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
