/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/explain/rm-suggestions.h"

#include "core/base/rm-fold.h"

#include <stdlib.h>

typedef struct
{
  RmSuggestion base;
  int has;           /* the person's level, -1 if unrated */
  gboolean settled;  /* wanted already, retired, or nothing left to learn */
  gboolean rated;
  int role_level;
  char *name;        /* folded */
} Candidate;

typedef struct
{
  const RmProgramme *programme;
  const RmPerson *person;
  Candidate *candidates;  /* one per skill, in the order of the programme */
  guint n;
} Work;

static void
begin (Work *self)
{
  self->n = rm_programme_count (self->programme, RM_TABLE_SKILL);
  self->candidates = g_new0 (Candidate, MAX (self->n, 1));
  for (guint k = 0; k < self->n; k++)
    {
      const RmSkill *skill = rm_programme_get_skill (self->programme, k);
      const RmStanding *standing = rm_person_find_standing (self->person, skill->record.id);
      Candidate *candidate = &self->candidates[k];

      candidate->base.skill = skill->record.id;
      candidate->base.importance = RM_UNKNOWN;
      candidate->has = standing != NULL ? standing->level : -1;
      candidate->rated = candidate->has >= 0;
      candidate->settled = (standing != NULL && standing->target >= 0) || skill->retired == 1
                           || candidate->has == RM_N_SKILL_LEVELS - 1;
    }
}

static Candidate *
find (Work *self,
      gint64 skill)
{
  guint low = 0;
  guint high = self->n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->candidates[middle].base.skill < skill)
        low = middle + 1;
      else
        high = middle;
    }

  return low < self->n && self->candidates[low].base.skill == skill ? &self->candidates[low] : NULL;
}

static void
add_role_needs (Work *self)
{
  for (guint i = 0; i < rm_programme_count (self->programme, RM_TABLE_ROLE_NEED); i++)
    {
      const RmRoleNeed *need = rm_programme_get (self->programme, RM_TABLE_ROLE_NEED, i);
      const RmRoleProfile *profile
        = rm_programme_find (self->programme, RM_TABLE_ROLE_PROFILE, need->profile);
      Candidate *candidate = find (self, need->skill);

      /* Level 0 asks for nothing, even of the unrated. */
      if (candidate == NULL || profile == NULL || need->level <= MAX (candidate->has, 0)
          || !rm_role_profile_applies (profile, self->person))
        continue;
      candidate->base.reasons |= RM_SUGGESTION_ROLE;
      candidate->base.importance = MAX (candidate->base.importance, need->importance);
      if (need->level > candidate->role_level)
        {
          candidate->role_level = need->level;
          candidate->base.profile = profile->record.id;
        }
    }
}

static void
add_nominations (Work *self)
{
  RmOwned owned = rm_programme_find_owned (self->programme, RM_TABLE_NOMINATION, "person",
                                           self->person->record.id);

  for (guint i = 0; i < owned.n; i++)
    {
      const RmNomination *nomination = rm_owned_get (&owned, i);
      Candidate *candidate
        = nomination->kind == RM_NOMINATION_LEARN ? find (self, nomination->skill) : NULL;

      if (candidate == NULL)
        continue;
      candidate->base.reasons |= RM_SUGGESTION_NOMINATION;
      if (candidate->base.n_nominations++ == 0)
        candidate->base.nomination = nomination->record.id;
    }
}

static gboolean
can_offer (const RmPerson *person)
{
  return rm_person_is_mentor (person) && person->state == RM_PERSON_ACTIVE && person->willing == 1;
}

static void
add_offers (Work *self)
{
  for (guint p = 0; p < rm_programme_count (self->programme, RM_TABLE_PERSON); p++)
    {
      const RmPerson *person = rm_programme_get_person (self->programme, p);

      if (person->record.id == self->person->record.id || !can_offer (person))
        continue;
      for (guint s = 0; s < person->n_standings; s++)
        {
          int level = person->standings[s].level;
          Candidate *candidate = level >= RM_SUGGESTION_OFFER_LEVEL
                                   ? find (self, person->standings[s].skill)
                                   : NULL;

          if (candidate == NULL || level <= candidate->has)
            continue;
          candidate->base.n_offering++;
          if (!candidate->rated)
            candidate->base.reasons |= RM_SUGGESTION_OFFER;
        }
    }
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const Candidate *one = a;
  const Candidate *other = b;
  int order = 0;

  if (one->base.reasons != other->base.reasons)
    return one->base.reasons > other->base.reasons ? -1 : 1;
  if (one->base.importance != other->base.importance)
    return one->base.importance > other->base.importance ? -1 : 1;
  if (one->base.n_offering != other->base.n_offering)
    return one->base.n_offering > other->base.n_offering ? -1 : 1;

  order = g_strcmp0 (one->name, other->name);
  return order != 0 ? order
                    : (one->base.skill > other->base.skill) - (one->base.skill < other->base.skill);
}

static guint
keep_suggested (Work *self)
{
  guint n = 0;

  for (guint k = 0; k < self->n; k++)
    {
      Candidate *candidate = &self->candidates[k];
      const RmSkill *skill = rm_programme_get_skill (self->programme, k);

      if (candidate->settled || candidate->base.reasons == 0)
        continue;
      candidate->base.level = candidate->role_level;
      if (candidate->base.level == 0)
        candidate->base.level = MAX (RM_SUGGESTION_LEVEL, candidate->has + 1);
      candidate->name = rm_fold (skill->name);
      self->candidates[n++] = *candidate;
    }

  return n;
}

GArray *
rm_suggestions_new (const RmProgramme *programme,
                    const RmPerson *person)
{
  GArray *suggestions = g_array_new (FALSE, FALSE, sizeof (RmSuggestion));
  Work work = { .programme = programme, .person = person };
  guint n = 0;

  if (!rm_person_is_mentee (person))
    return suggestions;

  begin (&work);
  add_role_needs (&work);
  add_nominations (&work);
  add_offers (&work);
  n = keep_suggested (&work);
  qsort (work.candidates, n, sizeof (Candidate), compare);
  for (guint k = 0; k < n; k++)
    {
      g_array_append_val (suggestions, work.candidates[k].base);
      g_free (work.candidates[k].name);
    }
  g_free (work.candidates);

  return suggestions;
}
