/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/explain/rm-cover-private.h"

/* Alternating searches: from a mentee without a mentor to all possible mentors, from these to the
 * mentees who hold their places, and so on. A free place at the end means that one more can be
 * paired (Berge 1957); none means that those reached are too many for the places there are (Hall
 * 1935). */

/* One search, or several that share their dead ends. */
typedef struct
{
  const RmCover *cover;
  RmCoverFunc may_pair;
  gconstpointer data;
  RmTicker *ticker;
  GArray *queue;    /* of guint: mentees reached, in order */
  GArray *reached;  /* of guint: mentors reached, in order */
  guint *unseen;    /* mentors not reached */
  guint n_unseen;
  guint *via;       /* mentors: the mentee from whom they were reached */
} Search;

RmCover *
rm_cover_new (const RmProblem *problem,
              const RmPlace *pairs,
              guint n_pairs)
{
  RmCover *self = g_new0 (RmCover, 1);

  self->n_mentees = problem->source->n_mentees;
  self->n_mentors = problem->source->n_mentors;
  self->wants = g_new0 (guint8, self->n_mentees + 1);
  self->mentor_of = g_new (guint, self->n_mentees + 1);
  self->next = g_new (guint, self->n_mentees + 1);
  self->left = g_new0 (gint64, self->n_mentors + 1);
  self->used = g_new0 (gint64, self->n_mentors + 1);
  self->first = g_new (guint, self->n_mentors + 1);

  for (guint i = 0; i < self->n_mentees; i++)
    {
      self->wants[i] = problem->mentee_capacity[i] > 0;
      self->mentor_of[i] = self->next[i] = RM_COVER_NOBODY;
    }
  for (guint j = 0; j < self->n_mentors; j++)
    {
      self->left[j] = MAX (problem->mentor_capacity[j], 0);
      self->first[j] = RM_COVER_NOBODY;
    }
  for (guint k = 0; k < problem->n_locks; k++)
    {
      self->wants[problem->locks[k].mentee] = FALSE;
      self->left[problem->locks[k].mentor]--;
    }
  for (guint p = 0; p < n_pairs; p++)
    {
      guint i = pairs[p].mentee;
      guint j = pairs[p].mentor;

      if (!self->wants[i] || self->mentor_of[i] != RM_COVER_NOBODY)
        continue;
      self->mentor_of[i] = j;
      self->next[i] = self->first[j];
      self->first[j] = i;
      self->used[j]++;
    }

  return self;
}

RmCover *
rm_cover_copy (const RmCover *self)
{
  RmCover *copy = g_memdup2 (self, sizeof *self);

  copy->wants = g_memdup2 (self->wants, self->n_mentees + 1);
  copy->mentor_of = g_memdup2 (self->mentor_of, sizeof (guint) * (self->n_mentees + 1));
  copy->next = g_memdup2 (self->next, sizeof (guint) * (self->n_mentees + 1));
  copy->left = g_memdup2 (self->left, sizeof (gint64) * (self->n_mentors + 1));
  copy->used = g_memdup2 (self->used, sizeof (gint64) * (self->n_mentors + 1));
  copy->first = g_memdup2 (self->first, sizeof (guint) * (self->n_mentors + 1));

  return copy;
}

void
rm_cover_free (RmCover *self)
{
  if (self == NULL)
    return;

  g_free (self->wants);
  g_free (self->mentor_of);
  g_free (self->next);
  g_free (self->left);
  g_free (self->used);
  g_free (self->first);
  g_free (self);
}

static void
search_init (Search *self,
             const RmCover *cover,
             RmCoverFunc may_pair,
             gconstpointer data,
             RmTicker *ticker)
{
  *self = (Search) {
    .cover = cover,
    .may_pair = may_pair,
    .data = data,
    .ticker = ticker,
    .queue = g_array_new (FALSE, FALSE, sizeof (guint)),
    .reached = g_array_new (FALSE, FALSE, sizeof (guint)),
    .unseen = g_new (guint, cover->n_mentors + 1),
    .n_unseen = cover->n_mentors,
    .via = g_new (guint, cover->n_mentors + 1),
  };
  for (guint j = 0; j < cover->n_mentors; j++)
    self->unseen[j] = j;
}

static void
search_clear (Search *self)
{
  g_array_unref (self->queue);
  g_array_unref (self->reached);
  g_free (self->unseen);
  g_free (self->via);
}

/* Each mentor is reached once, so nobody who holds a place is reached twice. */
static gboolean
search_from (Search *self,
             guint mentee,
             double fraction,
             guint *found,
             GError **error)
{
  const RmCover *cover = self->cover;

  *found = RM_COVER_NOBODY;
  g_array_set_size (self->queue, 0);
  g_array_set_size (self->reached, 0);
  g_array_append_val (self->queue, mentee);
  for (guint q = 0; q < self->queue->len; q++)
    {
      guint i = g_array_index (self->queue, guint, q);

      if (!rm_ticker_tick (self->ticker, self->n_unseen + 1, fraction, error))
        return FALSE;
      for (guint u = self->n_unseen; u-- > 0;)
        {
          guint j = self->unseen[u];

          if (!self->may_pair (self->data, (RmPlace) { i, j }))
            continue;
          self->unseen[u] = self->unseen[--self->n_unseen];
          self->via[j] = i;
          g_array_append_val (self->reached, j);
          if (cover->used[j] < cover->left[j])
            {
              *found = j;
              return TRUE;
            }
          for (guint k = cover->first[j]; k != RM_COVER_NOBODY; k = cover->next[k])
            g_array_append_val (self->queue, k);
        }
    }

  return TRUE;
}

static void
leave (RmCover *self,
       guint mentee)
{
  guint *link = &self->first[self->mentor_of[mentee]];

  while (*link != mentee)
    link = &self->next[*link];
  *link = self->next[mentee];
}

/* From the free place back to the start of the search, everybody moves on by one. */
static void
augment (RmCover *self,
         const Search *search,
         guint mentor)
{
  self->used[mentor]++;
  while (mentor != RM_COVER_NOBODY)
    {
      guint mentee = search->via[mentor];
      guint before = self->mentor_of[mentee];

      if (before != RM_COVER_NOBODY)
        leave (self, mentee);
      self->mentor_of[mentee] = mentor;
      self->next[mentee] = self->first[mentor];
      self->first[mentor] = mentee;
      mentor = before;
    }
}

/* Mentors reached by a failed search are of no use to later ones: they stay hidden. */
gboolean
rm_cover_grow (RmCover *self,
               RmCoverFunc may_pair,
               gconstpointer data,
               RmTicker *ticker,
               guint *n_more,
               GError **error)
{
  Search search;
  gboolean ok = TRUE;
  guint n = 0;

  search_init (&search, self, may_pair, data, ticker);
  for (guint i = 0; ok && i < self->n_mentees; i++)
    {
      guint found = RM_COVER_NOBODY;

      if (!self->wants[i] || self->mentor_of[i] != RM_COVER_NOBODY)
        continue;
      ok = search_from (&search, i, (double) i / self->n_mentees, &found, error);
      if (!ok || found == RM_COVER_NOBODY)
        continue;
      augment (self, &search, found);
      for (guint k = 0; k < search.reached->len; k++)
        search.unseen[search.n_unseen++] = g_array_index (search.reached, guint, k);
      n++;
    }
  search_clear (&search);
  if (ok)
    *n_more = n;

  return ok;
}

static int
compare_indexes (gconstpointer a,
                 gconstpointer b)
{
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;

  return (first > second) - (first < second);
}

gboolean
rm_cover_reach (const RmCover *self,
                guint mentee,
                RmCoverFunc may_pair,
                gconstpointer data,
                RmTicker *ticker,
                GArray *mentees,
                GArray *mentors,
                gboolean *is_short,
                GError **error)
{
  Search search;
  guint found = RM_COVER_NOBODY;
  gboolean ok = FALSE;

  search_init (&search, self, may_pair, data, ticker);
  ok = search_from (&search, mentee, (double) mentee / self->n_mentees, &found, error);
  if (ok)
    {
      *is_short = found == RM_COVER_NOBODY;
      g_array_append_vals (mentees, search.queue->data, search.queue->len);
      g_array_append_vals (mentors, search.reached->data, search.reached->len);
      g_array_sort (mentees, compare_indexes);
      g_array_sort (mentors, compare_indexes);
    }
  search_clear (&search);

  return ok;
}
