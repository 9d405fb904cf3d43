/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/rm-gaps.h"
#include "core/rm-score-private.h"
#include "core/rm-ticker-private.h"

G_BEGIN_DECLS

/* Levels that somebody can stand below another on: 0 to 4. */
#define RM_SUPPLY_LEVELS 5

/* Mentors with free places, and sets of them as bits. A set takes n_words words. */
typedef struct
{
  const RmScorer *scorer;
  guint *mentors;         /* index among all mentors */
  guint *places;
  guint n_mentors;
  guint n_words;
  guint64 *planes;        /* bit k of the number of places: n_planes sets */
  guint n_planes;
  guint64 **above;        /* by column, NULL where not needed: RM_SUPPLY_LEVELS sets */
  guint n_columns;
} RmSupply;

/* A mentee who takes part; a row is a run of them. */
typedef struct
{
  guint mentee;
  int level;
  char *department;       /* folded; NULL is blank */
} RmGapMember;

typedef struct
{
  guint first;
  guint n;
} RmGapRow;

struct _RmGaps
{
  gatomicrefcount refs;
  RmScorer *scorer;
  RmGapRows kind;
  GPtrArray *skills;      /* borrowed from the programme that the scorer holds */
  GHashTable *columns;    /* skill id to column + 1 */
  GArray *members;
  GArray *rows;
  RmGapCell *cells;       /* by row, the total last */
  guint *holders;         /* by column: mentors at or above each level, 0 to 5 */
  RmSupply supply;
};

/* rm-gaps-fill.c */
gboolean rm_standing_is_need (const RmStanding *standing);
gboolean rm_gaps_fill (RmGaps *self,
                       RmTicker *ticker,
                       GError **error);

/* rm-gaps-supply.c */
void rm_supply_init (RmSupply *self,
                     const RmScorer *scorer,
                     guint n_columns);
void rm_supply_clear (RmSupply *self);
void rm_supply_add_levels (RmSupply *self,
                           GHashTable *columns,
                           const gboolean *needed);
void rm_supply_get_partners (const RmSupply *self,
                             guint mentee,
                             guint64 *set);
void rm_supply_add_teachers (const RmSupply *self,
                             const guint64 *partners,
                             guint column,
                             int level,
                             guint64 *set);
guint rm_supply_count_places (const RmSupply *self,
                              const guint64 *set);

G_END_DECLS
