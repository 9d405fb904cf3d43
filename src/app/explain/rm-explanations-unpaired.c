/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/explain/rm-explanations-private.h"

#include "core/base/rm-sentence.h"

#include <glib/gi18n-lib.h>

/* People without a pair, the reasons, and what would help, in words. */

/* The most names of a shortage to list. */
#define MAX_NAMES 12

static char *
describe_rules (const RmUnpaired *unpaired)
{
  RmRule most = RM_RULE_NONE;
  guint n_rules = 0;

  for (guint r = RM_RULE_NONE + 1; r < RM_N_RULES; r++)
    {
      n_rules += unpaired->removed[r] > 0;
      if (unpaired->removed[r] > (most == RM_RULE_NONE ? 0 : unpaired->removed[most]))
        most = (RmRule) r;
    }
  if (n_rules == 0)
    return NULL;

  return rm_sentence_new (n_rules == 1
                            /* Translators: a reason: "the two are in one reporting line" */
                            ? _ ("Nobody is left whom the rules allow: %s.")
                            /* Translators: a reason: "the two are in one reporting line" */
                            : _ ("Nobody is left whom the rules allow, mostly because %s."),
                          _ (rm_rule_describe (most)));
}

static void
add_rules (RmLeftOut *self,
           const RmUnpaired *unpaired)
{
  for (guint r = RM_RULE_NONE + 1; r < RM_N_RULES; r++)
    if (unpaired->removed[r] > 0)
      g_ptr_array_add (self->details,
                       /* Translators: how many people a rule removes, and the rule */
                       rm_sentence_new (_ ("%u: %s"), unpaired->removed[r],
                                        _ (rm_rule_describe ((RmRule) r))));
}

static char *
list_names (const RmExplanations *self,
            const GArray *people,
            const char *(*name_of) (const RmExplanations *self, guint person))
{
  GString *names = g_string_new (NULL);
  guint n = MIN (people->len, MAX_NAMES);

  for (guint k = 0; k < n; k++)
    rm_words_append (names, g_strdup (name_of (self, g_array_index (people, guint, k))));
  if (n < people->len)
    rm_words_append (names, g_strdup_printf (ngettext ("and %u more", "and %u more",
                                                       people->len - n), people->len - n));

  return g_string_free (names, FALSE);
}

static char *
describe_shortage (const RmUnpaired *unpaired)
{
  g_autofree char *mentors = NULL;
  g_autofree char *places = NULL;

  if (unpaired->n_places == 0)
    return g_strdup_printf (ngettext ("The only mentor who could be paired with them has no free "
                                      "place.",
                                      "None of the %u mentors who could be paired with them has "
                                      "a free place.",
                                      unpaired->mentors->len),
                            unpaired->mentors->len);

  mentors = g_strdup_printf (ngettext ("%u mentor", "%u mentors", unpaired->mentors->len),
                             unpaired->mentors->len);
  places = g_strdup_printf (ngettext ("%u place", "%u places", (gulong) unpaired->n_places),
                            (guint) unpaired->n_places);
  return rm_sentence_new (
    /* Translators: how many mentees; then "3 mentors" and "4 places" */
    ngettext ("%u mentee, this one, has only %s with %s to share.",
              "%u mentees, this one among them, have only %s with %s to share.",
              unpaired->mentees->len),
    unpaired->mentees->len, mentors, places);
}

static void
add_shortage (RmLeftOut *left,
              const RmExplanations *self,
              const RmUnpaired *unpaired)
{
  g_autofree char *mentees = list_names (self, unpaired->mentees, rm_explanations_name_mentee);
  g_autofree char *mentors = list_names (self, unpaired->mentors, rm_explanations_name_mentor);

  left->mentees = g_array_new (FALSE, FALSE, sizeof (gint64));
  left->mentors = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint k = 0; k < unpaired->mentees->len; k++)
    g_array_append_val (left->mentees,
                        rm_scorer_get_mentee (self->scorer, g_array_index (unpaired->mentees,
                                                                           guint, k))
                          ->record.id);
  for (guint k = 0; k < unpaired->mentors->len; k++)
    g_array_append_val (left->mentors,
                        rm_scorer_get_mentor (self->scorer, g_array_index (unpaired->mentors,
                                                                           guint, k))
                          ->record.id);
  if (unpaired->mentees->len > 1)
    /* Translators: a list of names */
    g_ptr_array_add (left->details, rm_sentence_new (_ ("Mentees: %s"), mentees));
  /* Translators: a list of names */
  g_ptr_array_add (left->details, rm_sentence_new (_ ("Mentors: %s"), mentors));
}

static void
describe_reason (RmLeftOut *left,
                 const RmExplanations *self,
                 const RmUnpaired *unpaired)
{
  switch (unpaired->reason)
    {
    case RM_UNPAIRED_TAKES_NONE:
      left->sentence = g_strdup (_ ("Takes no mentor: the number of places is 0."));
      break;

    case RM_UNPAIRED_RULES:
      left->sentence = describe_rules (unpaired);
      if (left->sentence == NULL)
        left->sentence = g_strdup (left->mentor ? _ ("There is no mentee.")
                                                : _ ("There is no mentor."));
      add_rules (left, unpaired);
      break;

    case RM_UNPAIRED_SHORTAGE:
      left->sentence = describe_shortage (unpaired);
      add_shortage (left, self, unpaired);
      add_rules (left, unpaired);
      break;

    case RM_UNPAIRED_TOTAL:
      left->sentence = g_strdup (_ ("Could be paired, but the best total leaves them out."));
      break;

    case RM_UNPAIRED_NOT_NEEDED:
    default:
      left->sentence = g_strdup (_ ("The mentees who could be paired with them have others, or "
                                    "gain nothing by it."));
      break;
    }
}

static void
left_out_free (gpointer data)
{
  RmLeftOut *self = data;

  g_free (self->sentence);
  g_ptr_array_unref (self->details);
  g_clear_pointer (&self->mentees, g_array_unref);
  g_clear_pointer (&self->mentors, g_array_unref);
  g_free (self);
}

static RmLeftOut *
left_out_new (const RmExplanations *self,
              gboolean mentor,
              guint person,
              const RmUnpaired *unpaired)
{
  RmLeftOut *left = g_new0 (RmLeftOut, 1);

  left->mentor = mentor;
  left->person = (mentor ? rm_scorer_get_mentor (self->scorer, person)
                         : rm_scorer_get_mentee (self->scorer, person))
                   ->record.id;
  left->details = g_ptr_array_new_with_free_func (g_free);
  if (unpaired != NULL)
    {
      left->reason = unpaired->reason;
      describe_reason (left, self, unpaired);
      return left;
    }

  left->proposed = TRUE;
  left->sentence = g_strdup (_ ("The best pairing has somebody for them: propose again."));

  return left;
}

static void
mark_explained (const RmExplanations *self,
                gboolean mentor,
                guint8 *explained)
{
  const RmSolution *solution = rm_explain_get_solution (self->explain);

  for (guint p = 0; p < solution->n_pairs; p++)
    explained[mentor ? solution->pairs[p].mentor : solution->pairs[p].mentee] = TRUE;
}

/* If the best pairing is not today's, some people without a pair today have one in it. */
static GPtrArray *
list_left_out (const RmExplanations *self,
               gboolean mentor,
               GPtrArray *unpaired)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (left_out_free);
  guint n = mentor ? rm_scorer_get_n_mentors (self->scorer)
                   : rm_scorer_get_n_mentees (self->scorer);
  const guint8 *today = mentor ? self->mentor_today : self->mentee_today;
  g_autofree guint8 *explained = g_new0 (guint8, n + 1);
  guint next = 0;

  mark_explained (self, mentor, explained);
  for (guint k = 0; k < n; k++)
    {
      const RmUnpaired *why = NULL;

      while (next < unpaired->len
             && ((RmUnpaired *) g_ptr_array_index (unpaired, next))->person < k)
        next++;
      if (next < unpaired->len
          && ((RmUnpaired *) g_ptr_array_index (unpaired, next))->person == k)
        why = g_ptr_array_index (unpaired, next);
      if (!today[k] && (why != NULL || explained[k]))
        g_ptr_array_add (list, left_out_new (self, mentor, k, why));
    }

  return list;
}

static char *
describe_levels (const RmRemedy *remedy)
{
  if (remedy->type == RM_REMEDY_LINE_LEVELS && remedy->to == 0)
    return g_strdup (_ ("If no reporting line were kept apart"));
  if (remedy->type == RM_REMEDY_LINE_LEVELS)
    return g_strdup_printf (ngettext ("If %d level of the reporting line were kept apart",
                                      "If %d levels of the reporting line were kept apart",
                                      (gulong) remedy->to), remedy->to);
  if (remedy->to == 0)
    return g_strdup (_ ("If no difference in seniority were needed"));

  return g_strdup_printf (ngettext ("If a difference in seniority of %d level were enough",
                                    "If a difference in seniority of %d levels were enough",
                                    (gulong) remedy->to), remedy->to);
}

static char *
describe_remedy (const RmRemedy *remedy)
{
  switch (remedy->type)
    {
    case RM_REMEDY_MODE:
      return g_strdup (_ ("If most people came first, instead of the best total"));

    case RM_REMEDY_PLACES:
      return g_strdup (_ ("If everyone who mentors had one more place"));

    case RM_REMEDY_CONSENT:
      return g_strdup (_ ("If everybody who was never asked agreed"));

    case RM_REMEDY_LANGUAGE:
      return g_strdup (_ ("If no common language were needed"));

    case RM_REMEDY_FREE_HOUR:
      return g_strdup (_ ("If no common free hour were needed"));

    case RM_REMEDY_UNKNOWN_LINE:
      return g_strdup (_ ("If an unknown reporting line kept nobody apart"));

    case RM_REMEDY_DEPARTMENT:
      return g_strdup (_ ("If both could be of one department"));

    case RM_REMEDY_TAG:
      return g_strdup (_ ("If people without the tag could be paired too"));

    case RM_REMEDY_LINE_LEVELS:
    case RM_REMEDY_LEVEL_GAP:
    default:
      return describe_levels (remedy);
    }
}

static void
relief_free (gpointer data)
{
  RmRelief *self = data;

  g_free (self->sentence);
  g_free (self);
}

static GPtrArray *
list_reliefs (GArray *remedies)
{
  GPtrArray *reliefs = g_ptr_array_new_with_free_func (relief_free);

  for (guint k = 0; k < remedies->len; k++)
    {
      const RmRemedy *remedy = &g_array_index (remedies, RmRemedy, k);
      g_autofree char *change = describe_remedy (remedy);
      RmRelief *relief = g_new0 (RmRelief, 1);

      relief->type = remedy->type;
      relief->to = remedy->to;
      relief->n_more = remedy->n_more;
      /* Translators: a change ("If no common language were needed"), then how many mentees */
      relief->sentence = rm_sentence_new (ngettext ("%s, %u more mentee could be paired.",
                                                    "%s, %u more mentees could be paired.",
                                                    remedy->n_more),
                                          change, remedy->n_more);
      g_ptr_array_add (reliefs, relief);
    }

  return reliefs;
}

static char *
summarise (const RmUnpairedList *report)
{
  const RmRelief *relief = report->reliefs->len > 0 ? g_ptr_array_index (report->reliefs, 0)
                                                    : NULL;
  g_autofree char *count = NULL;

  if (report->mentees->len == 0)
    return g_strdup (_ ("Every mentee has a mentor."));

  count = g_strdup_printf (ngettext ("%u mentee has no mentor.", "%u mentees have no mentor.",
                                     report->mentees->len), report->mentees->len);

  /* Translators: two sentences, one after the other */
  return relief != NULL ? rm_sentence_new (_ ("%s %s"), count, relief->sentence)
                        : g_steal_pointer (&count);
}

/** A stage of the work. */
typedef struct
{
  RmProgressFunc progress;
  gpointer data;
  double from;
  double to;
} Part;

static gboolean
part_progress (double fraction,
               gpointer data)
{
  const Part *self = data;

  return self->progress == NULL
         || self->progress (self->from + MAX (fraction, 0) * (self->to - self->from), self->data);
}

RmUnpairedList *
rm_explanations_find_unpaired (const RmExplanations *self,
                               RmProgressFunc progress,
                               gpointer data,
                               GError **error)
{
  Part first = { progress, data, 0, 0.3 };
  Part second = { progress, data, 0.3, 0.5 };
  Part third = { progress, data, 0.5, 1 };
  g_autoptr (GPtrArray) mentees = NULL;
  g_autoptr (GPtrArray) mentors = NULL;
  g_autoptr (GArray) remedies = NULL;
  RmUnpairedList *report = NULL;

  mentees = rm_unpaired_list_mentees (self->explain, part_progress, &first, error);
  if (mentees == NULL)
    return NULL;
  mentors = rm_unpaired_list_mentors (self->explain, part_progress, &second, error);
  if (mentors == NULL)
    return NULL;
  remedies = rm_remedies_find (self->explain, part_progress, &third, error);
  if (remedies == NULL)
    return NULL;

  report = g_new0 (RmUnpairedList, 1);
  report->mentees = list_left_out (self, FALSE, mentees);
  report->mentors = list_left_out (self, TRUE, mentors);
  report->reliefs = list_reliefs (remedies);
  report->summary = summarise (report);

  return report;
}

void
rm_unpaired_list_free (RmUnpairedList *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->mentees);
  g_ptr_array_unref (self->mentors);
  g_ptr_array_unref (self->reliefs);
  g_free (self->summary);
  g_free (self);
}
