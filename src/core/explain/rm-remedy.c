/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/explain/rm-remedy.h"

#include "core/explain/rm-cover-private.h"
#include "core/scoring/rm-score-private.h"

/* Finds the single change that would pair most. Each change is made to a copy of the settings, or
 * of the places, and then as many more mentees are paired as possible. */

typedef struct
{
  const RmProblem *problem;
  const RmScorer *scorer;
  RmCover *cover;     /* as many mentees as possible today */
  GArray *remedies;
  RmStage stage;      /* of the change being tried */
  guint n_tried;
  RmTicker ticker;
} Search;

typedef struct
{
  const RmProblem *problem;
  const RmScorer *scorer;
} Rules;

/* The greatest number of changes, the current pairing included. */
#define MAX_CHANGES 13

static gboolean
may_pair (gconstpointer data,
          RmPlace place)
{
  const Rules *rules = data;

  return rm_scorer_find_rule (rules->scorer, place.mentee, place.mentor, RM_RULES_ALL)
           == RM_RULE_NONE
         && !rm_places_contain (rules->problem->excluded, rules->problem->n_excluded, place);
}

static void
add_remedy (Search *self,
            RmRemedyType type,
            int to,
            guint n_more)
{
  RmRemedy remedy = { type, to, n_more };

  if (n_more > 0)
    g_array_append_val (self->remedies, remedy);
}

static gboolean
grow (Search *self,
      RmCover *cover,
      const RmScorer *scorer,
      guint *n_more,
      GError **error)
{
  Rules rules = { self->problem, scorer };

  self->stage.from = (double) self->n_tried++ / MAX_CHANGES;
  self->stage.to = (double) self->n_tried / MAX_CHANGES;

  return rm_cover_grow (cover, may_pair, &rules, &self->ticker, n_more, error);
}

static gboolean
try_rules (Search *self,
           RmRemedyType type,
           int to,
           RmProgramme *changed,
           GError **error)
{
  g_autoptr (RmScorer) scorer = rm_scorer_new (changed);
  g_autoptr (RmCover) cover = rm_cover_copy (self->cover);
  guint n_more = 0;

  if (!grow (self, cover, scorer, &n_more, error))
    return FALSE;
  add_remedy (self, type, to, n_more);

  return TRUE;
}

static void
relax (RmSettings *settings,
       RmRemedyType type,
       int to)
{
  switch (type)
    {
    case RM_REMEDY_LINE_LEVELS:
      settings->line_levels = to;
      break;

    case RM_REMEDY_LEVEL_GAP:
      settings->level_gap = to;
      break;

    case RM_REMEDY_LANGUAGE:
      settings->need_language = 0;
      break;

    case RM_REMEDY_FREE_HOUR:
      settings->need_free_hour = 0;
      break;

    case RM_REMEDY_UNKNOWN_LINE:
      settings->unknown_line_apart = 0;
      break;

    case RM_REMEDY_DEPARTMENT:
      settings->need_other_department = 0;
      break;

    case RM_REMEDY_TAG:
      g_clear_pointer (&settings->only_tag, g_free);
      break;

    case RM_REMEDY_MODE:
    case RM_REMEDY_PLACES:
    case RM_REMEDY_CONSENT:
    default:
      g_assert_not_reached ();
    }
}

static gboolean
try_setting (Search *self,
             RmRemedyType type,
             int to,
             GError **error)
{
  RmProgramme *programme = rm_scorer_get_programme (self->scorer);
  RmSettings *settings = rm_record_copy (rm_programme_get_settings (programme));
  g_autoptr (RmProgramme) changed = NULL;

  relax (settings, type, to);
  changed = rm_programme_new_changed (programme, settings, NULL, NULL);
  rm_record_unref (settings);

  return try_rules (self, type, to, changed, error);
}

/* By one, and off. */
static gboolean
try_number (Search *self,
            RmRemedyType type,
            int now,
            GError **error)
{
  if (now <= 0)
    return TRUE;

  return try_setting (self, type, now - 1, error)
         && (now == 1 || try_setting (self, type, 0, error));
}

static gboolean
try_settings (Search *self,
              GError **error)
{
  const RmSettings *settings = rm_programme_get_settings (rm_scorer_get_programme (self->scorer));
  gboolean has_tag = settings->only_tag != NULL && *settings->only_tag != '\0';

  return try_number (self, RM_REMEDY_LINE_LEVELS, settings->line_levels, error)
         && try_number (self, RM_REMEDY_LEVEL_GAP, settings->level_gap, error)
         && (settings->need_language != 1 || try_setting (self, RM_REMEDY_LANGUAGE, 0, error))
         && (settings->need_free_hour != 1 || try_setting (self, RM_REMEDY_FREE_HOUR, 0, error))
         && (settings->unknown_line_apart != 1
             || try_setting (self, RM_REMEDY_UNKNOWN_LINE, 0, error))
         && (settings->need_other_department != 1
             || try_setting (self, RM_REMEDY_DEPARTMENT, 0, error))
         && (!has_tag || try_setting (self, RM_REMEDY_TAG, 0, error));
}

static gboolean
try_places (Search *self,
            GError **error)
{
  g_autoptr (RmCover) cover = rm_cover_copy (self->cover);
  guint n_more = 0;

  for (guint j = 0; j < cover->n_mentors; j++)
    cover->left[j] += self->problem->mentor_capacity[j] > 0;
  if (!grow (self, cover, self->scorer, &n_more, error))
    return FALSE;
  add_remedy (self, RM_REMEDY_PLACES, 0, n_more);

  return TRUE;
}

/* People who were asked and did not agree stay so. */
static gboolean
try_consent (Search *self,
             GError **error)
{
  RmProgramme *programme = rm_scorer_get_programme (self->scorer);
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (rm_record_unref);
  GPtrArray *changes[RM_N_TABLES] = { NULL };
  g_autoptr (RmProgramme) changed = NULL;

  for (guint p = 0; p < rm_programme_count (programme, RM_TABLE_PERSON); p++)
    {
      const RmPerson *before = rm_programme_get_person (programme, p);
      RmPerson *after = NULL;

      if (before->willing != RM_UNKNOWN && before->committed != RM_UNKNOWN)
        continue;
      after = rm_record_copy (before);
      after->willing = before->willing == RM_UNKNOWN ? 1 : before->willing;
      after->committed = before->committed == RM_UNKNOWN ? 1 : before->committed;
      g_ptr_array_add (people, after);
    }
  if (people->len == 0)
    return TRUE;

  changes[RM_TABLE_PERSON] = people;
  changed = rm_programme_new_changed (programme, NULL, changes, NULL);

  return try_rules (self, RM_REMEDY_CONSENT, 0, changed, error);
}

static gboolean
somebody_wants (const RmCover *cover)
{
  for (guint i = 0; i < cover->n_mentees; i++)
    if (cover->wants[i] && cover->mentor_of[i] == RM_COVER_NOBODY)
      return TRUE;

  return FALSE;
}

static int
compare_remedies (gconstpointer a,
                  gconstpointer b)
{
  const RmRemedy *first = a;
  const RmRemedy *second = b;

  if (first->n_more != second->n_more)
    return first->n_more < second->n_more ? 1 : -1;
  if (first->type != second->type)
    return first->type < second->type ? -1 : 1;

  return (first->to < second->to) - (first->to > second->to);
}

GArray *
rm_remedies_find (const RmExplain *explain,
                  RmProgressFunc progress,
                  gpointer data,
                  GError **error)
{
  const RmSolution *solution = NULL;
  const RmProblem *problem = NULL;
  g_autoptr (GArray) remedies = g_array_new (FALSE, FALSE, sizeof (RmRemedy));
  g_autoptr (RmCover) cover = NULL;
  Search self = { 0 };
  guint n_more = 0;

  g_return_val_if_fail (explain != NULL, NULL);
  problem = rm_explain_get_problem (explain);
  g_return_val_if_fail (problem->source->scorer != NULL, NULL);

  solution = rm_explain_get_solution (explain);
  cover = rm_cover_new (problem, solution->pairs, solution->n_pairs);
  self = (Search) {
    .problem = problem,
    .scorer = problem->source->scorer,
    .cover = cover,
    .remedies = remedies,
    .stage = { .func = progress, .data = data },
    .ticker = { .func = rm_stage_report, .data = &self.stage },
  };
  if (!grow (&self, cover, self.scorer, &n_more, error))
    return NULL;
  add_remedy (&self, RM_REMEDY_MODE, 0, n_more);
  if (somebody_wants (cover)
      && !(try_places (&self, error) && try_consent (&self, error) && try_settings (&self, error)))
    return NULL;
  g_array_sort (remedies, compare_remedies);

  return g_steal_pointer (&remedies);
}
