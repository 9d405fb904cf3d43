/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/scoring/rm-score-private.h"

/* Board, overview, heatmap and explanations ask for the scores of one programme, each in a worker of its
 * own. The first makes the scorer, the others wait for it or find it; it is forgotten when nobody holds
 * it any more. A programme cannot hold its scorer: that holds the programme. */

static GMutex mutex;
static GCond made;
static GHashTable *scorers; /* borrowed programme → borrowed scorer, NULL while it is being made */

RmScorer *
rm_scorer_get (RmProgramme *programme)
{
  RmScorer *self = NULL;
  gpointer found = NULL;

  g_mutex_lock (&mutex);
  if (scorers == NULL)
    scorers = g_hash_table_new (NULL, NULL);
  while (g_hash_table_lookup_extended (scorers, programme, NULL, &found) && found == NULL)
    g_cond_wait (&made, &mutex);
  if (found != NULL)
    self = rm_scorer_ref (found);
  else
    g_hash_table_insert (scorers, programme, NULL);
  g_mutex_unlock (&mutex);
  if (self != NULL)
    return self;

  self = rm_scorer_new (programme);
  self->shared = TRUE;
  g_mutex_lock (&mutex);
  g_hash_table_insert (scorers, programme, self);
  g_cond_broadcast (&made);
  g_mutex_unlock (&mutex);

  return self;
}

gboolean
rm_scorer_drop_shared (RmScorer *self)
{
  gboolean last = FALSE;

  /* Nobody may find it between the last reference and its end. */
  g_mutex_lock (&mutex);
  last = g_atomic_ref_count_dec (&self->refs);
  if (last)
    g_hash_table_remove (scorers, self->programme);
  g_mutex_unlock (&mutex);

  return last;
}
