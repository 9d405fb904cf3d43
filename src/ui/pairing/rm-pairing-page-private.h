/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/models/rm-id-list.h"
#include "ui/pairing/rm-answer-panel.h"
#include "ui/pairing/rm-mentor-panel.h"
#include "ui/pairing/rm-pairing-bar.h"
#include "ui/pairing/rm-pairing-page.h"
#include "ui/pairing/rm-propose.h"
#include "ui/pairing/rm-unpaired-panel.h"
#include "ui/pairing/rm-weights-panel.h"

G_BEGIN_DECLS

/** Which mentees the list shows; the order of the drop-down. */
typedef enum
{
  SHOW_ALL,
  SHOW_WITHOUT,
  SHOW_WITH,
  SHOW_CHANGING,
} Show;

struct _RmPairingPage
{
  GtkWidget parent_instance;

  /* owned */
  RmSession *session;
  RmBoard *board;
  RmIdList *list;
  GtkWidget *asked_from;   /* weak: the focus before the mentors were replaced */
  gboolean asked_on_board; /* if both do not fit: from the mentees */

  /* template */
  GtkWidget *actions;
  GtkWidget *weights_button;
  GtkWidget *propose_button;
  GtkWidget *small_propose_button;
  GtkWidget *body;
  GtkStack *stack;
  AdwStatusPage *nobody;
  AdwFlap *flap;
  RmWeightsPanel *weights;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  AdwLeaflet *leaflet;
  GtkDropDown *show;
  GtkLabel *list_title;
  GtkListView *view;
  GtkStack *side;
  RmMentorPanel *mentors;
  RmAnswerPanel *answer;
  RmUnpairedPanel *unpaired;
  RmPropose *propose;
  RmPairingBar *bar;
};

/* rm-pairing-page.c */
void rm_pairing_page_refresh_list (RmPairingPage *self);

/* rm-pairing-page-actions.c */
void rm_pairing_page_install_actions (GtkWidgetClass *widget_class);

/** Shows the mentors again and drops all questions. */
void rm_pairing_page_close_side (RmPairingPage *self);

/** The next Enter picks a mentor for the place of a pair, or for a free one (0). */
void rm_pairing_page_choose (RmPairingPage *self,
                             gint64 onto);

G_END_DECLS
