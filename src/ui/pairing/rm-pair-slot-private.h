/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/pairing/rm-pair-slot.h"

G_BEGIN_DECLS

struct _RmPairSlot
{
  GtkWidget parent_instance;

  /* owned */
  RmBoard *board;
  gint64 mentee;
  gint64 mentor;
  gint64 pair;
  gboolean locked;
  gboolean untold; /* not available to pair: nothing more is shown about the two */
  char *normal_name;
  char *normal_score;
  char *label;       /* for a screen reader */
  char *description; /* likewise */
  char *steady;      /* likewise: whether the pair is robust, if known */
  gboolean ends;     /* with the weights being tried */
  RmNewPair new_pair;     /* likewise; without a mentor the place becomes empty */

  /* children */
  GtkWidget *box;
  GtkWidget *two_way;
  GtkWidget *change;
  GtkWidget *badge;
  GtkWidget *icon;
  GtkWidget *name;
  GtkWidget *score;
  GtkWidget *menu;
};

/* rm-pair-slot.c */
void rm_pair_slot_report (RmPairSlot *self,
                          GError *error);

/* rm-pair-slot-drag.c */

/** Lets the pair in the slot be dragged, and a mentor dropped on it. */
void rm_pair_slot_add_drag (RmPairSlot *self);

G_END_DECLS
