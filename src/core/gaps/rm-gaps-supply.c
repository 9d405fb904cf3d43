/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/gaps/rm-gaps-private.h"

#include "core/gaps/rm-providers.h"

/* The supply of teachers. Mentors are bits: the possible partners of a group of mentees are one set
 * (rm-gaps-partners.c), mentors above a level in a skill another, and free places are added up by
 * counting bits. */

static void
fill_planes (RmSupply *self)
{
  guint most = 0;

  for (guint s = 0; s < self->n_mentors; s++)
    most = MAX (most, self->places[s]);
  self->n_planes = most > 0 ? g_bit_storage (most) : 0;
  self->planes = g_new0 (guint64, (gsize) self->n_planes * self->n_words + 1);

  for (guint s = 0; s < self->n_mentors; s++)
    for (guint p = 0; p < self->n_planes; p++)
      if (((self->places[s] >> p) & 1) != 0)
        self->planes[(gsize) p * self->n_words + s / 64] |= G_GUINT64_CONSTANT (1) << (s % 64);
}

void
rm_supply_init (RmSupply *self,
                const RmScorer *scorer,
                guint n_skills)
{
  g_autofree guint *places = rm_scorer_count_free_places (scorer);

  *self = (RmSupply) { .scorer = scorer, .n_skills = n_skills };
  self->mentors = g_new (guint, scorer->n_mentors + 1);
  self->places = g_new (guint, scorer->n_mentors + 1);
  for (guint j = 0; j < scorer->n_mentors; j++)
    {
      const RmProfile *mentor = &scorer->mentors[j];

      if (!mentor->available || mentor->person->willing != 1 || places[j] == 0)
        continue;
      self->mentors[self->n_mentors] = j;
      self->places[self->n_mentors++] = places[j];
    }
  self->n_words = (self->n_mentors + 63) / 64;
  self->above = g_new0 (guint64 *, n_skills + 1);
  rm_supply_group_people (self);
  fill_planes (self);
}

void
rm_supply_clear (RmSupply *self)
{
  for (guint c = 0; self->above != NULL && c < self->n_skills; c++)
    g_free (self->above[c]);
  for (guint g = 0; self->partners != NULL && g < self->mentee_groups->len; g++)
    g_free (self->partners[g]);
  g_clear_pointer (&self->groups, g_array_unref);
  g_clear_pointer (&self->mentee_groups, g_array_unref);
  g_free (self->above);
  g_free (self->partners);
  g_free (self->group_of);
  g_free (self->free_hours);
  g_free (self->by_number);
  g_free (self->below_first);
  g_free (self->below);
  g_free (self->mentors);
  g_free (self->places);
  g_free (self->planes);
}

void
rm_supply_add_level (RmSupply *self,
                     guint supplier,
                     guint skill,
                     int level)
{
  if (self->above[skill] == NULL)
    self->above[skill] = g_new0 (guint64, (gsize) RM_SUPPLY_LEVELS * self->n_words);
  for (int below = 0; below < MIN (level, RM_SUPPLY_LEVELS); below++)
    self->above[skill][(gsize) below * self->n_words + supplier / 64]
      |= G_GUINT64_CONSTANT (1) << (supplier % 64);
}

gboolean
rm_supply_is_above (const RmSupply *self,
                    guint supplier,
                    guint skill,
                    int level)
{
  const guint64 *above = self->above[skill];

  if (above == NULL || level < 0 || level >= RM_SUPPLY_LEVELS)
    return FALSE;

  return (above[(gsize) level * self->n_words + supplier / 64] >> (supplier % 64) & 1) != 0;
}

guint
rm_supply_count_places (const RmSupply *self,
                        const guint64 *set)
{
  guint places = 0;

  for (guint p = 0; p < self->n_planes; p++)
    for (guint w = 0; w < self->n_words; w++)
      places += (guint) __builtin_popcountll (set[w] & self->planes[(gsize) p * self->n_words + w])
                << p;

  return places;
}
