/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/base/rm-ticker-private.h"
#include "core/matching/rm-matcher.h"
#include "core/scoring/rm-kernel-private.h"

G_BEGIN_DECLS

#define RM_MAX_SCORE (G_MAXINT32 - 2)

/* The price of somebody without a place: above any other, so that nobody looks there. */
#define RM_PRICE_BLOCKED (G_GINT64_CONSTANT (1) << 60)

/* For RmMatchSide.priced: all pairs are still to be looked at, or none needs to be. */
#define RM_PRICE_NEVER G_MAXINT64
#define RM_PRICE_LOWEST (-RM_PRICE_BLOCKED)

/* The length of the first candidate lists. */
#define RM_FIRST_LENGTH 8

/* A person on the other side and the score of the pair. */
typedef struct
{
  guint32 other;
  gint32 score;
} RmArc;

typedef struct
{
  RmArc *items;
  guint n;
  guint size;
} RmArcs;

typedef enum
{
  RM_MENTEES,
  RM_MENTORS,
} RmMatchSideIndex;

/* One side of the problem. Both have the same form, so that a search can start on either. */
typedef struct
{
  guint n;
  int *left;        /* places, without those of locked pairs; at most n of the other side + 1 */
  guint *used;      /* pairs chosen, without locked ones */
  gsize *first;     /* where the partners of each begin */
  RmArc *partners;
  RmArcs *arcs;     /* candidates looked at, partners among them */
  gint64 *price;    /* mentees: u − p; mentors: v */
  gint64 *priced;   /* the price when all pairs were last checked against it, or NEVER */
  guint8 *listed;   /* whether to be looked at whatever the price */
} RmMatchSide;

typedef struct _RmSearch RmSearch;

/* Pairs and prices. At rest each pair that was looked at costs at least its score (price of mentee
 * + price of mentor ≥ score, chosen ones ≤), and people with a place left ask no more for it than
 * it is worth empty. */
struct _RmMatcher
{
  RmScoreSource source;
  RmMode mode;
  guint n_threads;

  RmMatchSide sides[2];
  RmArcs *near;           /* by mentee: not on a list, but nearly; with ceilings for scores */
  guint8 *has_lock;       /* mentees; the first place is then worth no bonus */
  RmPlace *locks;         /* sorted */
  guint n_locks;
  RmPlace *banned;        /* locked or excluded, sorted: never chosen by the solver */
  guint n_banned;
  guint *banned_first;    /* by mentee */

  gint64 bonus;           /* what a mentee's first place is worth */
  gint32 greatest;        /* no score is greater */
  gint32 floor;           /* pairs below are no candidates */
  gboolean flat;          /* all scores count as 0: only people matter */
  gboolean has_lists;     /* the first candidate lists were made */
  gboolean started;       /* prices mean something */
  gboolean too_many;      /* too many people: nothing else is set */
  const char *bad_lock;   /* what is wrong with a lock, or NULL */
  RmPlace bad_place;

  RmKernel *kernel;       /* NULL for a plain table */
  RmSearch *search;
  RmTicker ticker;
  gsize n_arcs;

  /* RM_MODE_WEAKEST: why no more people, then why no higher floor; mentees, then mentors of each */
  guint8 *covers[4];
};

static inline gint64
rm_matcher_worth_of_place (const RmMatcher *self,
                           int side,
                           guint node,
                           guint place)
{
  return side == RM_MENTEES && place == 1 && !self->has_lock[node] ? self->bonus : 0;
}

static inline RmArc *
rm_match_side_partners (const RmMatchSide *self,
                        guint node)
{
  return &self->partners[self->first[node]];
}

static inline gboolean
rm_match_side_has_place (const RmMatchSide *self,
                         guint node)
{
  return (int) self->used[node] < self->left[node];
}

/* rm-matcher.c */
void rm_matcher_take_problem (RmMatcher *self,
                              const RmProblem *problem);
void rm_matcher_clear_problem (RmMatcher *self);
void rm_matcher_take_kernel (RmMatcher *self);
gint64 rm_matcher_count_places (const RmMatcher *self);
gboolean rm_matcher_solve_view (RmMatcher *self,
                                GError **error);

/* rm-matcher-weakest.c */
gboolean rm_matcher_solve_weakest (RmMatcher *self,
                                   GError **error);
void rm_matcher_add_covers (const RmMatcher *self,
                            RmCertificate *certificate);

void rm_match_side_clear (RmMatchSide *self);
void rm_arcs_free_lists (RmArcs *lists,
                         guint n);

/* rm-matcher-arcs.c */
gboolean rm_matcher_is_banned (const RmMatcher *self,
                               guint mentee,
                               guint mentor);
gboolean rm_matcher_add_arc (RmMatcher *self,
                             guint mentee,
                             guint mentor,
                             gint32 score);
void rm_matcher_choose (RmMatcher *self,
                        guint mentee,
                        guint mentor,
                        gint32 score);
gint32 rm_matcher_drop (RmMatcher *self,
                        guint mentee,
                        guint mentor);
void rm_arcs_append (RmArcs *self,
                     guint other,
                     gint32 score);
void rm_matcher_append_arc (RmMatcher *self,
                            guint mentee,
                            guint mentor,
                            gint32 score);
void rm_matcher_remove_arc (RmMatcher *self,
                            guint mentee,
                            guint mentor);

void rm_matcher_purge_arcs (RmMatcher *self,
                            gint32 slack);

/* rm-matcher-search.c */
RmSearch *rm_search_new (RmMatcher *matcher);
void rm_search_free (RmSearch *self);
gboolean rm_matcher_repair (RmMatcher *self,
                            gint64 radius,
                            double fraction,
                            GError **error);

gboolean rm_matcher_is_settled (const RmMatcher *self);

/* rm-matcher-price.c */
gboolean rm_matcher_start_lists (RmMatcher *self,
                                 guint length,
                                 GError **error);
gboolean rm_matcher_price (RmMatcher *self,
                           guint length,
                           gboolean exactly,
                           gsize *n_found,
                           GError **error);

G_END_DECLS
