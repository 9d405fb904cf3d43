/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/base/rm-ticker-private.h"
#include "core/explain/rm-explain-private.h"

G_BEGIN_DECLS

#define RM_COVER_NOBODY G_MAXUINT

/* Whether two people may be paired. */
typedef gboolean (*RmCoverFunc) (gconstpointer data,
                                 RmPlace place);

/* Which mentees are paired at all: one mentor for each mentee without a locked pair, as far as
 * places go. Scores do not matter. */
typedef struct
{
  guint n_mentees;
  guint n_mentors;
  guint8 *wants;       /* mentees: has a place and no locked pair */
  guint *mentor_of;    /* mentees, or RM_COVER_NOBODY */
  gint64 *left;        /* mentors: places not held by locks */
  gint64 *used;
  guint *first;        /* mentors: a mentee of theirs, or RM_COVER_NOBODY */
  guint *next;         /* mentees: another of the same mentor */
} RmCover;

/* Keeps one of @pairs for each mentee; @pairs must obey the rules of @problem. */
RmCover *rm_cover_new (const RmProblem *problem,
                       const RmPlace *pairs,
                       guint n_pairs);
RmCover *rm_cover_copy (const RmCover *self);
void rm_cover_free (RmCover *self);

/* Pairs as many more mentees as possible. */
gboolean rm_cover_grow (RmCover *self,
                        RmCoverFunc may_pair,
                        gconstpointer data,
                        RmTicker *ticker,
                        guint *n_more,
                        GError **error);

/* Lists the mentees that an alternating search from the unpaired @mentee reaches (@mentee included)
 * and all their candidates, sorted. If the search ends at a free place, @is_short is FALSE and both
 * lists are incomplete. */
gboolean rm_cover_reach (const RmCover *self,
                         guint mentee,
                         RmCoverFunc may_pair,
                         gconstpointer data,
                         RmTicker *ticker,
                         GArray *mentees,
                         GArray *mentors,
                         gboolean *is_short,
                         GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmCover, rm_cover_free)

G_END_DECLS
