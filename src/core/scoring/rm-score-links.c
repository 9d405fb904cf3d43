/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/scoring/rm-score-private.h"

/* Exclusions and acquaintances concern few pairs: a short sorted list for each mentee, empty for
 * most. Both hold for two people, whichever of them learns. */

/* How well two people know each other, in quarters of what the criterion can earn: work done
 * together says most about how they would get on. */
static int
closeness_of (int type)
{
  switch (type)
    {
    case RM_ACQUAINTANCE_WORKED:
      return 4;
    case RM_ACQUAINTANCE_INTERVIEWED:
      return 3;
    case RM_ACQUAINTANCE_EVENT:
      return 2;
    case RM_ACQUAINTANCE_OTHER:
      return 1;
    default:
      return 0;
    }
}

static void
add_link (RmScorer *self,
          gint64 mentee,
          gint64 mentor,
          RmLinkFlags flags,
          int closeness)
{
  int row = rm_scorer_find_mentee (self, mentee);
  int column = rm_scorer_find_mentor (self, mentor);

  if (row >= 0 && column >= 0)
    {
      RmLink link = {
        .mentee = (guint) row,
        .mentor = (guint) column,
        .flags = flags,
        .closeness = closeness,
      };

      g_array_append_val (self->links, link);
    }
}

static void
add_both (RmScorer *self,
          gint64 one,
          gint64 other,
          RmLinkFlags flags,
          int closeness)
{
  add_link (self, one, other, flags, closeness);
  add_link (self, other, one, flags, closeness);
}

static int
compare_links (gconstpointer a,
               gconstpointer b)
{
  const RmLink *first = a;
  const RmLink *second = b;

  if (first->mentee != second->mentee)
    return first->mentee < second->mentee ? -1 : 1;

  return (first->mentor > second->mentor) - (first->mentor < second->mentor);
}

/* Several records about the same two become one: all flags, and the closest acquaintance. */
static void
merge_links (GArray *links)
{
  guint n = 0;

  g_array_sort (links, compare_links);
  for (guint i = 0; i < links->len; i++)
    {
      RmLink *link = &g_array_index (links, RmLink, i);
      RmLink *last = n > 0 ? &g_array_index (links, RmLink, n - 1) : NULL;

      if (last != NULL && compare_links (last, link) == 0)
        {
          last->flags |= link->flags;
          last->closeness = MAX (last->closeness, link->closeness);
        }
      else
        g_array_index (links, RmLink, n++) = *link;
    }
  g_array_set_size (links, n);
}

void
rm_scorer_build_links (RmScorer *self)
{
  self->links = g_array_new (FALSE, FALSE, sizeof (RmLink));

  for (guint i = 0; i < rm_programme_count (self->programme, RM_TABLE_EXCLUSION); i++)
    {
      const RmExclusion *exclusion = rm_programme_get (self->programme, RM_TABLE_EXCLUSION, i);

      add_both (self, exclusion->mentee, exclusion->mentor,
                rm_exclusion_is_told (exclusion) ? RM_LINK_EXCLUDED : RM_LINK_UNAVAILABLE, 0);
    }
  for (guint i = 0; i < rm_programme_count (self->programme, RM_TABLE_ACQUAINTANCE); i++)
    {
      const RmAcquaintance *known = rm_programme_get (self->programme, RM_TABLE_ACQUAINTANCE, i);

      add_both (self, known->person, known->other, RM_LINK_KNOWN, closeness_of (known->type));
    }
  merge_links (self->links);

  for (guint i = 0; i < self->links->len; i++)
    {
      const RmLink *link = &g_array_index (self->links, RmLink, i);
      RmProfile *mentee = &self->mentees[link->mentee];

      if (mentee->n_links++ == 0)
        mentee->links = link;
    }
}

const RmLink *
rm_profile_find_link (const RmProfile *mentee,
                      guint mentor)
{
  guint low = 0;
  guint high = mentee->n_links;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (mentee->links[middle].mentor < mentor)
        low = middle + 1;
      else
        high = middle;
    }

  return low < mentee->n_links && mentee->links[low].mentor == mentor ? &mentee->links[low] : NULL;
}
