/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/gaps/rm-gaps-private.h"

#include <string.h>

/* Finds who may be paired, without asking for each two people. All rules but three only look at
 * attributes that many people share (seniority, languages, department, the tag): they are asked
 * once per two groups. Common free hours need one set of mentors for each hour. The rest (one
 * person on both sides, reporting lines, exclusions) concerns few people, who are listed. */

/* Beyond this many bytes the partners of a group are computed each time. */
#define MAX_PARTNERS ((gsize) 64 << 20)

#define N_HOURS (RM_WEEK_DAYS * RM_WEEK_HOURS)

static guint
hash_key (gconstpointer data)
{
  const guint64 *words = data;
  guint64 hash = 0;

  for (gsize k = 0; k < sizeof (RmGroupKey) / sizeof *words; k++)
    {
      hash = (hash ^ words[k]) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      hash ^= hash >> 29;
    }

  return (guint) hash;
}

static gboolean
are_keys_equal (gconstpointer a,
                gconstpointer b)
{
  return memcmp (a, b, sizeof (RmGroupKey)) == 0;
}

static RmGroupKey
make_key (const RmScorer *scorer,
          const RmProfile *profile)
{
  const RmSettings *settings = scorer->settings;
  RmGroupKey key;

  memset (&key, 0, sizeof key);
  key.has_tag = profile->has_tag;
  if (settings->level_gap != RM_UNKNOWN)
    key.level = profile->level;
  if (settings->unknown_line_apart == 1)
    key.line_unknown = profile->line_unknown;
  if (settings->need_other_department == 1 || settings->unknown_line_apart == 1)
    key.department = profile->words[RM_WORD_DEPARTMENT];
  if (settings->need_language == 1)
    {
      key.languages = profile->languages.bits;
      key.languages_beyond = profile->languages.beyond;
      key.n_languages = profile->languages.n;
    }

  return key;
}

/* Returns the number of @key in @groups, a new one if it has none. */
static guint
number_key (GHashTable *numbers,
            RmGroupKey *key,
            gboolean *is_new)
{
  gpointer number = g_hash_table_lookup (numbers, key);
  guint n = g_hash_table_size (numbers);

  *is_new = number == NULL;
  if (!*is_new)
    return GPOINTER_TO_UINT (number) - 1;

  g_hash_table_insert (numbers, g_memdup2 (key, sizeof *key), GUINT_TO_POINTER (n + 1));
  return n;
}

/* Puts mentors of one group together, in the order of their numbers. */
static void
sort_mentors (RmSupply *self)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (hash_key, are_keys_equal, g_free, NULL);
  g_autofree guint *group_of = g_new (guint, self->n_mentors + 1);
  g_autofree guint *mentors = g_memdup2 (self->mentors, sizeof (guint) * (self->n_mentors + 1));
  g_autofree guint *places = g_memdup2 (self->places, sizeof (guint) * (self->n_mentors + 1));
  g_autofree guint *next = NULL;
  guint n_groups = 0;

  for (guint s = 0; s < self->n_mentors; s++)
    {
      RmGroupKey key = make_key (self->scorer, &self->scorer->mentors[mentors[s]]);
      gboolean is_new = FALSE;

      group_of[s] = number_key (numbers, &key, &is_new);
    }
  n_groups = g_hash_table_size (numbers);
  next = g_new0 (guint, n_groups + 1);
  for (guint s = 0; s < self->n_mentors; s++)
    next[group_of[s] + 1]++;
  for (guint g = 1; g <= n_groups; g++)
    next[g] += next[g - 1];

  self->groups = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_vals (self->groups, next, n_groups + 1);
  for (guint s = 0; s < self->n_mentors; s++)
    {
      guint place = next[group_of[s]]++;

      self->mentors[place] = mentors[s];
      self->places[place] = places[s];
    }
}

static void
group_mentees (RmSupply *self)
{
  const RmScorer *scorer = self->scorer;
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (hash_key, are_keys_equal, g_free, NULL);
  gboolean by_hour = scorer->settings->need_free_hour == 1;

  self->mentee_groups = g_array_new (FALSE, FALSE, sizeof (RmMenteeGroup));
  self->group_of = g_new0 (guint, scorer->n_mentees + 1);
  for (guint i = 0; i < scorer->n_mentees; i++)
    {
      const RmProfile *mentee = &scorer->mentees[i];
      RmMenteeGroup group = { .key = make_key (scorer, mentee), .mentee = i };
      gboolean is_new = FALSE;

      /* A mentee whose consent is not recorded yet still has a need; a plain no rules everybody
       * out. Without a week any hour will do. */
      group.key.refuses = mentee->person->willing == 0;
      group.key.week = -1;
      group.base = number_key (numbers, &group.key, &is_new);
      if (is_new)
        g_array_append_val (self->mentee_groups, group);
      self->group_of[i] = group.base;
      if (!by_hour || mentee->week < 0)
        continue;

      group.key.week = mentee->week;
      self->group_of[i] = number_key (numbers, &group.key, &is_new);
      if (is_new)
        g_array_append_val (self->mentee_groups, group);
    }
}

static void
set_range (guint64 *set,
           guint first,
           guint end)
{
  for (guint s = first; s < end;)
    if (s % 64 == 0 && end - s >= 64)
      {
        set[s / 64] = G_MAXUINT64;
        s += 64;
      }
    else
      {
        set[s / 64] |= G_GUINT64_CONSTANT (1) << (s % 64);
        s++;
      }
}

/* Whether members of a base group may be paired with a supplier and the rest of the supplier's
 * group, by the rules for groups and ignoring hours. */
gboolean
rm_supply_may_meet (const RmSupply *self,
                    guint base,
                    guint supplier)
{
  const RmMenteeGroup *group = &g_array_index (self->mentee_groups, RmMenteeGroup, base);

  return !group->key.refuses
         && rm_scorer_may_groups_meet (self->scorer, &self->scorer->mentees[group->mentee],
                                       &self->scorer->mentors[self->mentors[supplier]]);
}

static void
make_partners (const RmSupply *self,
               guint base,
               guint64 *set)
{
  memset (set, 0, sizeof (guint64) * self->n_words);
  for (guint g = 0; g + 1 < self->groups->len; g++)
    {
      guint first = g_array_index (self->groups, guint, g);

      if (rm_supply_may_meet (self, base, first))
        set_range (set, first, g_array_index (self->groups, guint, g + 1));
    }
}

static void
make_all_partners (RmSupply *self)
{
  guint n_base = 0;

  for (guint g = 0; g < self->mentee_groups->len; g++)
    n_base += g_array_index (self->mentee_groups, RmMenteeGroup, g).base == g;
  if (sizeof (guint64) * self->n_words * n_base > MAX_PARTNERS)
    return;

  self->partners = g_new0 (guint64 *, self->mentee_groups->len + 1);
  for (guint g = 0; g < self->mentee_groups->len; g++)
    {
      if (g_array_index (self->mentee_groups, RmMenteeGroup, g).base != g)
        continue;
      self->partners[g] = g_new (guint64, self->n_words + 1);
      make_partners (self, g, self->partners[g]);
    }
}

static void
note_free_hours (RmSupply *self)
{
  if (self->scorer->settings->need_free_hour != 1)
    return;

  self->free_hours = g_new0 (guint64, (gsize) (N_HOURS + 1) * self->n_words + 1);
  for (guint s = 0; s < self->n_mentors; s++)
    {
      gint64 week = self->scorer->mentors[self->mentors[s]].week;
      guint64 bit = G_GUINT64_CONSTANT (1) << (s % 64);

      for (guint hour = 0; week >= 0 && hour < N_HOURS; hour++)
        if ((week >> hour & 1) != 0)
          self->free_hours[(gsize) hour * self->n_words + s / 64] |= bit;
      if (week < 0)
        self->free_hours[(gsize) N_HOURS * self->n_words + s / 64] |= bit;
    }
}

/* People below each manager: the rule looks in both directions. */
static void
note_lines (RmSupply *self)
{
  const RmScorer *scorer = self->scorer;
  guint n_people = rm_programme_count (scorer->programme, RM_TABLE_PERSON);
  g_autofree guint *next = NULL;

  self->by_number = g_new0 (guint32, n_people + 1);
  self->below_first = g_new0 (guint, n_people + 2);
  for (guint s = 0; s < self->n_mentors; s++)
    {
      const RmProfile *mentor = &scorer->mentors[self->mentors[s]];
      const guint32 *above = rm_profile_get_above (scorer, mentor);

      self->by_number[mentor->number] = s + 1;
      for (guint k = 0; k < mentor->n_above; k++)
        self->below_first[above[k] + 1]++;
    }
  for (guint p = 1; p <= n_people + 1; p++)
    self->below_first[p] += self->below_first[p - 1];

  self->below = g_new (guint, self->below_first[n_people + 1] + 1);
  next = g_memdup2 (self->below_first, sizeof (guint) * (n_people + 2));
  for (guint s = 0; s < self->n_mentors; s++)
    {
      const RmProfile *mentor = &scorer->mentors[self->mentors[s]];
      const guint32 *above = rm_profile_get_above (scorer, mentor);

      for (guint k = 0; k < mentor->n_above; k++)
        self->below[next[above[k]]++] = s;
    }
}

void
rm_supply_group_people (RmSupply *self)
{
  sort_mentors (self);
  group_mentees (self);
  make_all_partners (self);
  note_free_hours (self);
  note_lines (self);
}

/* Groups that differ in their free hours alone have the same base. */
guint
rm_supply_get_base (const RmSupply *self,
                    guint group)
{
  return g_array_index (self->mentee_groups, RmMenteeGroup, group).base;
}

/* Adds to @set the partners of a group if everybody is free at any hour; all mentors if the
 * partners are not kept. */
void
rm_supply_add_base_partners (const RmSupply *self,
                             guint base,
                             guint64 *set)
{
  for (guint w = 0; w < self->n_words; w++)
    set[w] |= self->partners != NULL ? self->partners[base][w] : G_MAXUINT64;
}

/* Copies into @set the partners of members of @group, by the rules for groups. */
void
rm_supply_copy_partners (const RmSupply *self,
                         guint group,
                         guint64 *set)
{
  const RmMenteeGroup *own = &g_array_index (self->mentee_groups, RmMenteeGroup, group);
  g_autofree guint64 *free = NULL;

  if (self->partners != NULL)
    memcpy (set, self->partners[own->base], sizeof (guint64) * self->n_words);
  else
    make_partners (self, own->base, set);
  if (self->free_hours == NULL || own->key.week < 0)
    return;

  free = g_memdup2 (self->free_hours + (gsize) N_HOURS * self->n_words,
                    sizeof (guint64) * (self->n_words + 1));
  for (guint hour = 0; hour < N_HOURS; hour++)
    if ((own->key.week >> hour & 1) != 0)
      for (guint w = 0; w < self->n_words; w++)
        free[w] |= self->free_hours[(gsize) hour * self->n_words + w];
  for (guint w = 0; w < self->n_words; w++)
    set[w] &= free[w];
}

static void
append_numbered (const RmSupply *self,
                 guint32 number,
                 GArray *suppliers)
{
  guint supplier = self->by_number[number];

  if (supplier-- > 0)
    g_array_append_val (suppliers, supplier);
}

/* Appends the mentors that the rules for groups do not cover: all mentors with whom @mentee may not
 * be paired although their groups may, and possibly others. */
void
rm_supply_list_apart (const RmSupply *self,
                      guint mentee,
                      GArray *suppliers)
{
  const RmScorer *scorer = self->scorer;
  const RmProfile *profile = &scorer->mentees[mentee];
  const guint32 *above = rm_profile_get_above (scorer, profile);
  guint first = self->below_first[profile->number];
  guint end = self->below_first[profile->number + 1];

  append_numbered (self, profile->number, suppliers);
  for (guint k = 0; k < profile->n_above; k++)
    append_numbered (self, above[k], suppliers);
  g_array_append_vals (suppliers, self->below + first, end - first);
  for (guint l = 0; l < profile->n_links; l++)
    if ((profile->links[l].flags & (RM_LINK_UNAVAILABLE | RM_LINK_EXCLUDED)) != 0)
      append_numbered (self, scorer->mentors[profile->links[l].mentor].number, suppliers);
}

/* Removes from @partners, those of the group of @mentee, the mentors with whom @mentee may not be
 * paired after all. @apart is scratch space. */
void
rm_supply_hide_apart (const RmSupply *self,
                      guint mentee,
                      GArray *apart,
                      guint64 *partners)
{
  g_array_set_size (apart, 0);
  rm_supply_list_apart (self, mentee, apart);
  for (guint k = 0; k < apart->len; k++)
    {
      guint supplier = g_array_index (apart, guint, k);

      if (rm_scorer_find_rule (self->scorer, mentee, self->mentors[supplier], RM_RULES_BETWEEN)
          != RM_RULE_NONE)
        partners[supplier / 64] &= ~(G_GUINT64_CONSTANT (1) << (supplier % 64));
    }
}
