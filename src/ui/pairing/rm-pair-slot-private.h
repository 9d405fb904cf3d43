/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/pairing/rm-pair-slot.h"
#include "ui/pairing/rm-slot-change.h"
#include "ui/pairing/rm-steady-badge.h"
#include "ui/pairing/rm-two-way-bars.h"

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
  GtkWidget *menu;
  char *normal_name;
  char *normal_score;
  char *label;       /* for a screen reader */
  char *description; /* likewise */
  char *steady;      /* likewise: whether the pair is robust, if known */
  gboolean ends;     /* with the weights being tried */
  RmNewPair new_pair;     /* likewise; without a mentor the place becomes empty */

  /* template */
  GtkWidget *box;
  RmTwoWayBars *two_way;
  RmSlotChange *change;
  RmSteadyBadge *badge;
  GtkWidget *icon;
  GtkLabel *name;
  GtkLabel *score;
};

/* rm-pair-slot.c */
void rm_pair_slot_report (RmPairSlot *self,
                          GError *error);

/* rm-pair-slot-drag.c */

/** Lets the pair in the slot be dragged, and a mentor dropped on it. */
void rm_pair_slot_add_drag (RmPairSlot *self);

G_END_DECLS
