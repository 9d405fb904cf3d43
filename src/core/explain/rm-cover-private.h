/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/base/rm-ticker-private.h"
#include "core/explain/rm-explain-private.h"

G_BEGIN_DECLS

#define RM_COVER_NOBODY G_MAXUINT

/* Whether two people may be paired. */
typedef gboolean (*RmCoverFunc) (gconstpointer data,
                                 RmPlace place);

/* Who is paired at all: one mentor for each mentee whom no lock has paired, as far as places go.
 * Scores do not matter. */
typedef struct
{
  guint n_mentees;
  guint n_mentors;
  guint8 *wants;       /* mentees: has a place and no locked pair */
  guint *mentor_of;    /* mentees, or RM_COVER_NOBODY */
  gint64 *left;        /* mentors: places that no lock holds */
  gint64 *used;
  guint *first;        /* mentors: a mentee of theirs, or RM_COVER_NOBODY */
  guint *next;         /* mentees: another one of the same mentor */
} RmCover;

/* Of @pairs, which keep to the rules of @problem, each mentee keeps one. */
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

/* Whom an alternating search from @mentee reaches, who has nobody: mentees (that one among them) and
 * all their candidates, sorted. @is_short is FALSE, and both are cut short, where it ends at a free
 * place. */
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
