/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/explain/rm-explanations-private.h"

#include "core/base/rm-sentence.h"

#include <glib/gi18n-lib.h>

/* Robust and fragile pairs in words. */

/* The most changes to list one by one. */
#define MAX_BREAKS 3

static char *
describe_nudge (const RmNudge *nudge)
{
  const char *label = _ (rm_criterion_label (nudge->criterion));

  /* Translators: a criterion such as "Difference" */
  return rm_sentence_new (nudge->up ? _ ("“%s” counted 20 %% more")
                                    /* Translators: likewise */
                                    : _ ("“%s” counted 20 %% less"),
                          label);
}

static guint
count_nudges (const RmSettings *settings)
{
  guint n = 0;

  for (guint index = 0; index < RM_N_NUDGES; index++)
    {
      RmNudge nudge;

      n += rm_nudge_get (settings, index, &nudge);
    }

  return n;
}

static char *
describe_breaks (const RmSettings *settings,
                 guint32 breaks)
{
  g_autoptr (GString) list = g_string_new (NULL);
  guint n = 0;

  for (guint index = 0; index < RM_N_NUDGES; index++)
    n += breaks >> index & 1;
  if (n > MAX_BREAKS)
    /* Translators: how many of how many */
    return g_strdup_printf (_ ("Fragile: %u of %u changes of one weight by 20 %% would end the "
                               "pair."),
                            n, count_nudges (settings));

  for (guint index = 0; index < RM_N_NUDGES; index++)
    {
      RmNudge nudge;

      if ((breaks >> index & 1) == 0)
        continue;
      rm_nudge_get (settings, index, &nudge);
      if (list->len > 0)
        /* Translators: between two changes of which each alone is enough */
        g_string_append (list, _ (" or "));
      {
        g_autofree char *text = describe_nudge (&nudge);

        g_string_append (list, text);
      }
    }

  /* Translators: %s is "“Difference” counted 20 % more" */
  return rm_sentence_new (_ ("Fragile: the pair would end if %s."), list->str);
}

static RmSteadyPair *
steady_pair_new (const RmExplanations *self,
                 const RmSteadiness *steadiness)
{
  const RmSettings *settings = rm_programme_get_settings (self->programme);
  RmPlace place = steadiness->place;
  RmSteadyPair *pair = g_new0 (RmSteadyPair, 1);

  pair->mentee = rm_scorer_get_mentee (self->scorer, place.mentee)->record.id;
  pair->mentor = rm_scorer_get_mentor (self->scorer, place.mentor)->record.id;
  pair->robust = steadiness->breaks == 0;
  pair->label = pair->robust ? _ ("Robust") : _ ("Fragile");
  pair->sentence = pair->robust
                     ? g_strdup (_ ("Robust: the pair stays if any one weight counts 20 % more or "
                                    "less."))
                     : describe_breaks (settings, steadiness->breaks);

  return pair;
}

static void
steady_pair_free (gpointer data)
{
  RmSteadyPair *self = data;

  g_free (self->sentence);
  g_free (self);
}

static int
compare_ids (const RmSteadyPair *self,
             gint64 mentee,
             gint64 mentor)
{
  if (self->mentee != mentee)
    return self->mentee < mentee ? -1 : 1;

  return (self->mentor > mentor) - (self->mentor < mentor);
}

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const RmSteadyPair *first = *(RmSteadyPair *const *) a;
  const RmSteadyPair *second = *(RmSteadyPair *const *) b;

  return compare_ids (first, second->mentee, second->mentor);
}

GPtrArray *
rm_explanations_test (const RmExplanations *self,
                      RmProgressFunc progress,
                      gpointer data,
                      GError **error)
{
  g_autoptr (GArray) result = rm_robustness_test (self->explain, progress, data, error);
  GPtrArray *pairs = NULL;

  if (result == NULL)
    return NULL;

  pairs = g_ptr_array_new_with_free_func (steady_pair_free);
  for (guint p = 0; p < result->len; p++)
    g_ptr_array_add (pairs, steady_pair_new (self, &g_array_index (result, RmSteadiness, p)));
  g_ptr_array_sort (pairs, compare_pairs);

  return pairs;
}

const RmSteadyPair *
rm_steady_pairs_find (GPtrArray *pairs,
                      gint64 mentee,
                      gint64 mentor)
{
  guint low = 0;
  guint high = pairs->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const RmSteadyPair *pair = g_ptr_array_index (pairs, middle);
      int order = compare_ids (pair, mentee, mentor);

      if (order == 0)
        return pair;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return NULL;
}
