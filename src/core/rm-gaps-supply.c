/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/rm-gaps-private.h"

#include <string.h>

/* Who could teach whom. Whether two people may be paired does not depend on the skill: it is asked
 * once a pair and kept as bits for one mentee at a time. Who of those stands above the mentee in a
 * skill is then a matter of words, and free places are added up by counting bits. */

static guint *
count_open_pairs (const RmScorer *scorer)
{
  const RmProgramme *programme = scorer->programme;
  guint *open = g_new0 (guint, scorer->n_mentors + 1);

  for (guint k = 0; k < rm_programme_count (programme, RM_TABLE_PAIR); k++)
    {
      const RmPair *pair = rm_programme_get (programme, RM_TABLE_PAIR, k);
      int mentor = rm_pair_is_open (pair) ? rm_scorer_find_mentor (scorer, pair->mentor) : -1;

      if (mentor >= 0)
        open[mentor]++;
    }

  return open;
}

/* A capacity nobody has given is that of a new record: one. */
static guint
get_capacity (const RmPerson *mentor)
{
  if (mentor->mentor_capacity == RM_UNKNOWN)
    return 1;

  return (guint) MAX (mentor->mentor_capacity, 0);
}

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
                guint n_columns)
{
  g_autofree guint *open = count_open_pairs (scorer);

  *self = (RmSupply) { .scorer = scorer, .n_columns = n_columns };
  self->mentors = g_new (guint, scorer->n_mentors + 1);
  self->places = g_new (guint, scorer->n_mentors + 1);
  for (guint j = 0; j < scorer->n_mentors; j++)
    {
      const RmProfile *mentor = &scorer->mentors[j];
      guint capacity = get_capacity (mentor->person);

      if (!mentor->available || mentor->person->willing != 1 || capacity <= open[j])
        continue;
      self->mentors[self->n_mentors] = j;
      self->places[self->n_mentors++] = capacity - open[j];
    }
  self->n_words = (self->n_mentors + 63) / 64;
  self->above = g_new0 (guint64 *, n_columns + 1);
  fill_planes (self);
}

void
rm_supply_clear (RmSupply *self)
{
  for (guint c = 0; self->above != NULL && c < self->n_columns; c++)
    g_free (self->above[c]);
  g_free (self->above);
  g_free (self->mentors);
  g_free (self->places);
  g_free (self->planes);
}

void
rm_supply_add_levels (RmSupply *self,
                      GHashTable *columns,
                      const gboolean *needed)
{
  for (guint s = 0; s < self->n_mentors; s++)
    {
      const RmPerson *mentor = self->scorer->mentors[self->mentors[s]].person;

      for (guint k = 0; k < mentor->n_standings; k++)
        {
          const RmStanding *standing = &mentor->standings[k];
          guint column = GPOINTER_TO_UINT (g_hash_table_lookup (columns, &standing->skill));

          if (column-- == 0 || !needed[column])
            continue;
          if (self->above[column] == NULL)
            self->above[column] = g_new0 (guint64, (gsize) RM_SUPPLY_LEVELS * self->n_words);
          for (int level = 0; level < MIN (standing->level, RM_SUPPLY_LEVELS); level++)
            self->above[column][(gsize) level * self->n_words + s / 64]
              |= G_GUINT64_CONSTANT (1) << (s % 64);
        }
    }
}

/* A mentee whose yes has not been recorded yet has a need all the same; a plain no rules
 * everybody out. */
void
rm_supply_get_partners (const RmSupply *self,
                        guint mentee,
                        guint64 *set)
{
  memset (set, 0, sizeof (guint64) * self->n_words);
  if (self->scorer->mentees[mentee].person->willing == 0)
    return;

  for (guint s = 0; s < self->n_mentors; s++)
    if (rm_scorer_find_rule (self->scorer, mentee, self->mentors[s], RM_RULES_BETWEEN)
        == RM_RULE_NONE)
      set[s / 64] |= G_GUINT64_CONSTANT (1) << (s % 64);
}

void
rm_supply_add_teachers (const RmSupply *self,
                        const guint64 *partners,
                        guint column,
                        int level,
                        guint64 *set)
{
  const guint64 *above = self->above[column];

  if (above == NULL || level < 0 || level >= RM_SUPPLY_LEVELS)
    return;

  above += (gsize) level * self->n_words;
  for (guint w = 0; w < self->n_words; w++)
    set[w] |= partners[w] & above[w];
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
