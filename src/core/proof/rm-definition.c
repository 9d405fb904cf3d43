/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/proof/rm-definition-private.h"

/* Nothing here is clever, and nothing may be shared with the code it checks. Read it together with
 * RmRule and RmCriterion: a few lines here are a sentence there. */

static int
count_shared (const RmDefTerms *a,
              const RmDefTerms *b)
{
  int n = __builtin_popcountll (a->common & b->common);
  guint k = 0;

  for (guint i = 0; i < a->n_rest; i++)
    {
      while (k < b->n_rest && b->rest[k] < a->rest[i])
        k++;
      n += k < b->n_rest && b->rest[k] == a->rest[i];
    }

  return n;
}

static gboolean
is_blank (const RmDefTerms *terms)
{
  return terms->common == 0 && terms->n_rest == 0;
}

/* Returns -1 if the wanted skill is unrated. */
static int
level_in (const RmDefPerson *self,
          const RmDefWant *want)
{
  const RmStanding *at = self->record->standings;
  guint n = self->record->n_standings;

  if ((self->rated >> want->bit & 1) == 0)
    return -1;

  while (n > 1)
    {
      at += at[n / 2].skill <= want->skill ? n / 2 : 0;
      n -= n / 2;
    }

  return at->skill == want->skill ? at->level : -1;
}

static gboolean
is_above (gint64 manager,
          const RmDefPerson *person)
{
  for (guint k = 0; k < person->n_above; k++)
    if (person->above[k] == manager)
      return TRUE;

  return FALSE;
}

static gboolean
are_apart (const RmDefPerson *mentee,
           const RmDefPerson *mentor)
{
  for (guint k = 0; k < mentee->n_ties; k++)
    if (mentee->ties[k].apart && mentee->ties[k].other == mentor->id)
      return TRUE;

  return FALSE;
}

/* A blank input breaks no rule. */
static gboolean
may_pair (const RmDefinition *self,
          const RmDefPerson *mentee,
          const RmDefPerson *mentor)
{
  const RmSettings *rules = self->settings;

  if (!mentee->may_learn || !mentor->may_teach || mentee->id == mentor->id)
    return FALSE;
  if (is_above (mentor->id, mentee) || is_above (mentee->id, mentor))
    return FALSE;
  if (rules->unknown_line_apart == 1
      && (mentee->line_ends || mentor->line_ends)
      && mentee->department != 0
      && mentee->department == mentor->department)
    return FALSE;
  if (rules->level_gap != RM_UNKNOWN
      && mentee->level != RM_UNKNOWN
      && mentor->level != RM_UNKNOWN
      && mentee->level < mentor->level + rules->level_gap)
    return FALSE;
  if (rules->need_language == 1
      && !is_blank (&mentee->languages)
      && !is_blank (&mentor->languages)
      && count_shared (&mentee->languages, &mentor->languages) == 0)
    return FALSE;
  if (rules->need_free_hour == 1
      && mentee->week >= 0
      && mentor->week >= 0
      && (mentee->week & mentor->week) == 0)
    return FALSE;
  if (rules->need_other_department == 1
      && mentee->department != 0
      && mentee->department == mentor->department)
    return FALSE;

  return !are_apart (mentee, mentor);
}

/* For each want, the part of the gap that the mentor's level closes. */
static int
score_skills (int budget,
              const RmDefPerson *mentee,
              const RmDefPerson *mentor)
{
  int closed = 0;

  for (guint k = 0; k < mentee->n_wants; k++)
    {
      const RmDefWant *want = &mentee->wants[k];
      int lift = level_in (mentor, want) - want->level;

      if (lift > 0)
        closed += want->importance * MIN (lift, want->gap);
    }

  return closed > 0 ? (int) ((gint64) budget * closed / mentee->whole) : 0;
}

static int
score_back (int budget,
            const RmDefPerson *mentee,
            const RmDefPerson *mentor)
{
  int taught = 0;

  for (guint k = 0; k < mentor->n_wants; k++)
    taught += level_in (mentee, &mentor->wants[k]) > mentor->wants[k].level;

  return budget * MIN (taught, 3) / 3;
}

static int
score_difference (const RmDefinition *self,
                  const RmDefPerson *mentee,
                  const RmDefPerson *mentor)
{
  const RmSettings *chosen = self->settings;
  int n = 0;

  if (self->n_dimensions == 0)
    return 0;

  if (chosen->differ_department == 1 && mentee->department != 0 && mentor->department != 0)
    n += mentee->department != mentor->department;
  if (chosen->differ_site == 1 && mentee->site != 0 && mentor->site != 0)
    n += mentee->site != mentor->site;
  if (chosen->differ_function == 1 && mentee->function != 0 && mentor->function != 0)
    n += mentee->function != mentor->function;
  if (chosen->differ_employer == 1)
    n += mentee->employer != mentor->employer;
  if (chosen->differ_background == 1
      && chosen->special_category == 1
      && !is_blank (&mentee->background)
      && !is_blank (&mentor->background))
    n += count_shared (&mentee->background, &mentor->background) == 0;

  return self->budgets[RM_CRITERION_DIFFERENCE] * n / self->n_dimensions;
}

static int
score_sociability (int budget,
                   gboolean complement,
                   int mentee,
                   int mentor)
{
  if (mentee < 0 || mentor < 0)
    return 0;

  return budget * (complement ? ABS (mentee - mentor) : MIN (mentee, mentor)) / 5;
}

/* Direct and analytical people look at the matter, the others at people; direct and expressive
 * people are quick. A quarter for any two, two for the same focus, one for the same pace. */
static int
score_style (int budget,
             int mentee,
             int mentor)
{
  gboolean matter[2] = { mentee == RM_STYLE_DIRECT || mentee == RM_STYLE_ANALYTICAL,
                         mentor == RM_STYLE_DIRECT || mentor == RM_STYLE_ANALYTICAL };
  gboolean quick[2] = { mentee == RM_STYLE_DIRECT || mentee == RM_STYLE_EXPRESSIVE,
                        mentor == RM_STYLE_DIRECT || mentor == RM_STYLE_EXPRESSIVE };

  if (mentee < RM_STYLE_DIRECT || mentee > RM_STYLE_SUPPORTIVE
      || mentor < RM_STYLE_DIRECT || mentor > RM_STYLE_SUPPORTIVE)
    return 0;

  return budget * (1 + 2 * (matter[0] == matter[1]) + (quick[0] == quick[1])) / 4;
}

/* The closest of all records counts; one's own manager is not an acquaintance. */
static int
score_acquaintance (int budget,
                    const RmDefPerson *mentee,
                    const RmDefPerson *mentor)
{
  int quarters = 0;

  for (guint k = 0; k < mentee->n_ties; k++)
    if (mentee->ties[k].other == mentor->id)
      quarters = MAX (quarters, mentee->ties[k].quarters);
  if (quarters > 0
      && (mentee->record->manager == mentor->id || mentor->record->manager == mentee->id))
    quarters = 0;

  return budget * quarters / 4;
}

static int
score_availability (int budget,
                    int plenty,
                    gint64 mentee,
                    gint64 mentor)
{
  int minutes = 0;

  if (mentee < 0 || mentor < 0)
    return 0;

  minutes = 60 * __builtin_popcountll ((guint64) (mentee & mentor));
  return (int) ((gint64) budget * MIN (minutes, plenty) / plenty);
}

/* All criteria except those that use ratings and ties. */
static int
score_manner (const RmDefinition *self,
              const RmDefPerson *mentee,
              const RmDefPerson *mentor)
{
  const int *budgets = self->budgets;

  return score_difference (self, mentee, mentor)
         + score_sociability (budgets[RM_CRITERION_SOCIABILITY],
                              self->settings->prefer_complement == 1, mentee->sociability,
                              mentor->sociability)
         + score_style (budgets[RM_CRITERION_STYLE], mentee->style, mentor->style)
         + score_availability (budgets[RM_CRITERION_AVAILABILITY], self->plenty, mentee->week,
                               mentor->week)
         + budgets[RM_CRITERION_INTERESTS] * MIN (count_shared (&mentee->tags, &mentor->tags), 3) / 3
         + budgets[RM_CRITERION_ASPIRATION] * mentor->zeal / 10;
}

static gint64
get_score (gconstpointer data,
           guint mentee,
           guint mentor)
{
  const RmDefinition *self = data;
  const int *budgets = self->budgets;
  const RmDefPerson *a = &self->mentees[mentee];
  const RmDefPerson *b = &self->mentors[mentor];

  g_return_val_if_fail (mentee < self->n_mentees && mentor < self->n_mentors, RM_NO_CANDIDATE);

  if (!may_pair (self, a, b))
    return RM_NO_CANDIDATE;

  return score_skills (budgets[RM_CRITERION_SKILLS], a, b)
         + score_back (budgets[RM_CRITERION_BACK], a, b)
         + score_acquaintance (budgets[RM_CRITERION_ACQUAINTANCE], a, b)
         + score_manner (self, a, b);
}

RmDefinition *
rm_definition_new (RmProgramme *programme)
{
  RmDefinition *self = NULL;

  g_return_val_if_fail (programme != NULL, NULL);

  self = g_new0 (RmDefinition, 1);
  self->programme = rm_programme_ref (programme);
  self->settings = rm_programme_get_settings (programme);
  rm_definition_read (self);

  return self;
}

void
rm_definition_free (RmDefinition *self)
{
  if (self == NULL)
    return;

  rm_definition_clear (self);
  rm_programme_unref (self->programme);
  g_free (self);
}

/* Everybody who is rated in something counts as the best in it, and everybody with ties as tied. */
static gint64
get_source_ceiling (gconstpointer data,
                    guint mentee,
                    guint mentor)
{
  const RmDefinition *self = data;
  const RmDefPerson *a = &self->mentees[mentee];
  const RmDefPerson *b = &self->mentors[mentor];
  int closed = 0;
  int taught = (b->wanted & a->rated) != 0 ? (int) MIN (b->n_wants, 3) : 0;

  for (guint k = 0; k < a->n_wants; k++)
    closed += a->wants[k].whole * (int) (b->rated >> a->wants[k].bit & 1);

  return (closed > 0 ? (gint64) self->budgets[RM_CRITERION_SKILLS] * closed / a->whole : 0)
         + self->budgets[RM_CRITERION_BACK] * taught / 3
         + (a->n_ties > 0 ? self->budgets[RM_CRITERION_ACQUAINTANCE] : 0)
         + score_manner (self, a, b);
}

RmScoreSource
rm_definition_get_source (const RmDefinition *self)
{
  return (RmScoreSource) {
    .n_mentees = self->n_mentees,
    .n_mentors = self->n_mentors,
    .get_score = get_score,
    .data = self,
    .get_ceiling = get_source_ceiling,
  };
}
