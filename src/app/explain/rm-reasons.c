/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/explain/rm-reasons.h"

#include "app/pairing/rm-two-way.h"
#include "core/base/rm-fold.h"
#include "core/base/rm-sentence.h"

#include <glib/gi18n-lib.h>

/* The parts of a score in words: the facts about the two that each part counts. */

typedef struct
{
  const RmProgramme *programme;
  const RmSettings *settings;
  const RmPerson *mentee;
  const RmPerson *mentor;
  RmScore score;
} Two;

static void
append (GString *text,
        const char *more)
{
  if (text->len > 0)
    g_string_append (text, _ (", "));
  rm_sentence_append (text, "%s", more);
}

static char *
finish (GString *text)
{
  return g_string_free (text, text->len == 0);
}

/* A blank says nothing, except for the employer: people without one are from the organisation. */
static gboolean
differ (const char *a,
        const char *b,
        gboolean blank_counts)
{
  g_autofree char *first = rm_fold (a != NULL ? a : "");
  g_autofree char *second = rm_fold (b != NULL ? b : "");

  if (!blank_counts && (*first == '\0' || *second == '\0'))
    return FALSE;

  return !g_str_equal (first, second);
}

/* Terms in both lists, as spelled in the first. */
static GPtrArray *
list_shared (const char *a,
             const char *b,
             gboolean *blank)
{
  GPtrArray *shared = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) others = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) first = rm_list_split (a);
  g_auto (GStrv) second = rm_list_split (b);

  for (guint k = 0; second[k] != NULL; k++)
    g_hash_table_add (others, rm_fold (second[k]));
  for (guint k = 0; first[k] != NULL; k++)
    {
      g_autofree char *key = rm_fold (first[k]);

      if (g_hash_table_remove (others, key))
        g_ptr_array_add (shared, g_strdup (first[k]));
    }
  *blank = first[0] == NULL || second[0] == NULL;

  return shared;
}

static char *
describe_difference (const Two *two)
{
  GString *text = g_string_new (NULL);
  const RmSettings *settings = two->settings;
  g_autoptr (GPtrArray) shared = NULL;
  gboolean blank = FALSE;

  if (settings->differ_department == 1
      && differ (two->mentee->department, two->mentor->department, FALSE))
    /* Translators: in what two people differ */
    append (text, _ ("different departments"));
  if (settings->differ_site == 1 && differ (two->mentee->site, two->mentor->site, FALSE))
    append (text, _ ("different sites"));
  if (settings->differ_function == 1
      && differ (two->mentee->business_function, two->mentor->business_function, FALSE))
    append (text, _ ("different functions"));
  if (settings->differ_employer == 1
      && differ (two->mentee->employer, two->mentor->employer, TRUE))
    append (text, _ ("different employers"));
  shared = list_shared (two->mentee->background, two->mentor->background, &blank);
  if (settings->differ_background == 1 && settings->special_category == 1
      && !blank && shared->len == 0)
    append (text, _ ("different backgrounds"));

  return finish (text);
}

static char *
describe_sociability (const Two *two)
{
  if (two->mentee->sociability < 0 || two->mentor->sociability < 0)
    return NULL;

  /* Translators: how sociable the mentee and the mentor are */
  return g_strdup_printf (_ ("%d and %d of 5"), MIN (two->mentee->sociability, 5),
                          MIN (two->mentor->sociability, 5));
}

static char *
describe_style (const Two *two)
{
  const RmField *field = rm_entity_find_field (rm_person_entity (), "style");
  const char *mentee = rm_enum_label (field->values, two->mentee->style);
  const char *mentor = rm_enum_label (field->values, two->mentor->style);

  if (mentee == NULL || mentor == NULL)
    return NULL;

  /* Translators: how the mentee and the mentor like to talk: "Direct with Analytical" */
  return rm_sentence_new (_ ("%s with %s"), _ (mentee), _ (mentor));
}

/* @known is of the mentee. */
static gboolean
are_the_two (const Two *two,
             const RmAcquaintance *known)
{
  gint64 other = known->person == two->mentee->record.id ? known->other : known->person;

  return other == two->mentor->record.id;
}

static char *
describe_acquaintance (const Two *two)
{
  const RmField *field = rm_entity_find_field (rm_acquaintance_entity (), "type");
  GString *text = g_string_new (NULL);
  g_autoptr (GPtrArray) all
    = rm_programme_list_referring (two->programme, RM_TABLE_ACQUAINTANCE, RM_TABLE_PERSON,
                                   two->mentee->record.id);

  for (guint k = 0; two->score.points[RM_CRITERION_ACQUAINTANCE] > 0 && k < all->len; k++)
    {
      const RmAcquaintance *known = g_ptr_array_index (all, k);
      const char *label = rm_enum_label (field->values, known->type);

      if (are_the_two (two, known) && label != NULL)
        append (text, _ (label));
    }

  return finish (text);
}

static char *
describe_availability (const Two *two)
{
  int hours = 0;

  if (two->mentee->week < 0 || two->mentor->week < 0)
    return NULL;

  for (guint64 common = (guint64) (two->mentee->week & two->mentor->week); common != 0;
       common &= common - 1)
    hours++;

  return g_strdup_printf (ngettext ("%d common free hour a week", "%d common free hours a week",
                                    (gulong) hours), hours);
}

static char *
describe_interests (const Two *two)
{
  GString *text = g_string_new (NULL);
  gboolean blank = FALSE;
  g_autoptr (GPtrArray) shared = list_shared (two->mentee->tags, two->mentor->tags, &blank);

  for (guint k = 0; k < shared->len; k++)
    append (text, g_ptr_array_index (shared, k));

  return finish (text);
}

static char *
describe_aspiration (const Two *two)
{
  GString *text = g_string_new (NULL);
  g_autofree char *aspiration = NULL;
  g_autofree char *eagerness = NULL;

  if (two->mentor->aspiration >= 0)
    {
      /* Translators: a level from 0 to 5 */
      aspiration = g_strdup_printf (_ ("aspiration %d"), two->mentor->aspiration);
      append (text, aspiration);
    }
  if (two->mentor->eagerness >= 0)
    {
      /* Translators: a level from 0 to 5 */
      eagerness = g_strdup_printf (_ ("eagerness %d"), two->mentor->eagerness);
      append (text, eagerness);
    }

  return finish (text);
}

static char *
describe (const Two *two,
          RmCriterion criterion)
{
  switch (criterion)
    {
    case RM_CRITERION_SKILLS:
      return rm_two_way_describe (two->programme, two->mentee, two->mentor);

    case RM_CRITERION_BACK:
      return rm_two_way_describe (two->programme, two->mentor, two->mentee);

    case RM_CRITERION_DIFFERENCE:
      return describe_difference (two);

    case RM_CRITERION_SOCIABILITY:
      return describe_sociability (two);

    case RM_CRITERION_STYLE:
      return describe_style (two);

    case RM_CRITERION_ACQUAINTANCE:
      return describe_acquaintance (two);

    case RM_CRITERION_AVAILABILITY:
      return describe_availability (two);

    case RM_CRITERION_INTERESTS:
      return describe_interests (two);

    case RM_CRITERION_ASPIRATION:
      return describe_aspiration (two);

    case RM_N_CRITERIA:
    default:
      return NULL;
    }
}

static char *
describe_figure (int percent,
                 int most,
                 gboolean unknown)
{
  if (unknown && percent == 0)
    return g_strdup (_ ("unknown"));
  if (unknown)
    /* Translators: points that a criterion adds, some of its input is unknown */
    return g_strdup_printf (_ ("%d of %d, partly unknown"), percent, most);

  /* Translators: points that a criterion adds, out of how many */
  return g_strdup_printf (_ ("%d of %d"), percent, most);
}

static void
add_parts (RmReasons *self,
           const Two *two)
{
  int percents[RM_N_CRITERIA];

  self->percent = rm_score_get_percents (&two->score, percents);
  for (guint c = 0; c < RM_N_CRITERIA; c++)
    {
      RmReason *reason = NULL;

      if (two->score.budgets[c] == 0)
        continue;
      reason = g_new0 (RmReason, 1);
      reason->criterion = (RmCriterion) c;
      reason->percent = percents[c];
      reason->most = two->score.budgets[c] * 100 / RM_SCORE_POINTS;
      reason->unknown = (two->score.unknown & (1u << c)) != 0;
      reason->label = _ (rm_criterion_label ((RmCriterion) c));
      reason->figure = describe_figure (reason->percent, reason->most, reason->unknown);
      reason->words = describe (two, (RmCriterion) c);
      self->n_unknown += reason->unknown;
      g_ptr_array_add (self->parts, reason);
    }
}

static char *
summarise (const RmReasons *self,
           const Two *two)
{
  const char *mentee = rm_person_display_name (two->mentee);
  const char *mentor = rm_person_display_name (two->mentor);
  g_autofree char *score = NULL;

  if (self->rule != RM_RULE_NONE)
    /* Translators: two names, then a reason: "the two are in one reporting line" */
    return rm_sentence_new (_ ("%s and %s cannot be paired: %s."), mentee, mentor,
                            _ (rm_rule_describe (self->rule)));

  /* Translators: a mentee, a mentor, a percent */
  score = rm_sentence_new (_ ("%s with %s scores %d %%."), mentee, mentor, self->percent);
  if (self->n_unknown == 0)
    return g_steal_pointer (&score);

  return rm_sentence_new (
    /* Translators: a sentence with a score, then how many of its parts are unknown */
    ngettext ("%s %u part is unknown, or partly so.", "%s %u parts are unknown, or partly so.",
              self->n_unknown),
    score, self->n_unknown);
}

static void
add_gains (RmReasons *self,
           const Two *two)
{
  g_autofree char *gained = rm_two_way_describe (two->programme, two->mentee, two->mentor);
  g_autofree char *back = rm_two_way_describe (two->programme, two->mentor, two->mentee);

  if (gained != NULL)
    /* Translators: a mentee, then skills: "TikTok 1→3" */
    self->mentee_gets = rm_sentence_new (_ ("%s can learn %s."),
                                         rm_person_display_name (two->mentee), gained);
  if (back != NULL)
    /* Translators: a mentor, then skills: "Prezi 0→2" */
    self->mentor_gets = rm_sentence_new (_ ("%s can learn %s in return."),
                                         rm_person_display_name (two->mentor), back);
}

static void
reason_free (gpointer data)
{
  RmReason *self = data;

  g_free (self->figure);
  g_free (self->words);
  g_free (self);
}

RmReasons *
rm_reasons_new (const RmScorer *scorer,
                guint mentee,
                guint mentor)
{
  RmReasons *self = g_new0 (RmReasons, 1);
  Two two = {
    .programme = rm_scorer_get_programme (scorer),
    .mentee = rm_scorer_get_mentee (scorer, mentee),
    .mentor = rm_scorer_get_mentor (scorer, mentor),
  };

  two.settings = rm_programme_get_settings (two.programme);
  rm_scorer_explain (scorer, mentee, mentor, &two.score);
  self->rule = two.score.rule;
  self->told = self->rule != RM_RULE_UNAVAILABLE && self->rule != RM_RULE_SAME_PERSON;
  self->parts = g_ptr_array_new_with_free_func (reason_free);
  if (self->told)
    {
      add_parts (self, &two);
      add_gains (self, &two);
    }
  self->summary = summarise (self, &two);

  return self;
}

void
rm_reasons_free (RmReasons *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->parts);
  g_free (self->summary);
  g_free (self->mentee_gets);
  g_free (self->mentor_gets);
  g_free (self);
}
