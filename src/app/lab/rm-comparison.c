/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/lab/rm-comparison.h"

#include "core/base/rm-sentence.h"

#include <glib/gi18n-lib.h>

/* Scenarios hold ids only; names are today's, and people who are gone have none. */

static void
difference_free (RmDifference *self)
{
  g_free (self->name);
  g_free (self->mentors[0]);
  g_free (self->mentors[1]);
  g_free (self);
}

static GArray *
list_now (const RmPairing *pairing)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (RmIdPair));
  RmScorer *scorer = rm_pairing_get_scorer (pairing);

  for (guint i = 0; i < rm_scorer_get_n_mentees (scorer); i++)
    {
      guint n = 0;
      const RmSlot *slots = rm_pairing_list_slots (pairing, i, &n);

      for (guint s = 0; s < n; s++)
        {
          RmIdPair pair = { rm_scorer_get_mentee (scorer, i)->record.id,
                            rm_scorer_get_mentor (scorer, slots[s].mentor)->record.id };

          g_array_append_val (pairs, pair);
        }
    }
  g_array_sort (pairs, rm_id_pair_compare);

  return pairs;
}

static GArray *
fill_side (RmComparisonSide *side,
           const RmPairing *pairing,
           const RmScenario *scenario)
{
  RmProgramme *programme = rm_scorer_get_programme (rm_pairing_get_scorer (pairing));
  GArray *pairs = NULL;

  if (scenario == NULL)
    {
      side->settings = rm_record_ref ((gpointer) rm_programme_get_settings (programme));
      side->figures = (RmFigures) { rm_pairing_get_n_pairs (pairing),
                                    rm_pairing_get_n_paired (pairing),
                                    rm_pairing_get_total (pairing),
                                    rm_pairing_get_lowest (pairing) };
      return list_now (pairing);
    }

  pairs = rm_scenario_list_pairs (scenario);
  side->name = g_strdup (rm_scenario_display_name (scenario));
  side->settings = rm_scenario_new_settings (scenario, rm_programme_get_settings (programme));
  side->figures = (RmFigures) { pairs->len, (guint) scenario->n_paired, scenario->total,
                                scenario->lowest };
  return pairs;
}

static void
add_mentor (RmDifference *self,
            guint side,
            const char *name)
{
  char *longer = NULL;

  if (*self->mentors[side] == '\0')
    longer = g_strdup (name);
  else
    /* Translators: a list of names; the names before, then one more */
    longer = rm_sentence_new (_ ("%s, %s"), self->mentors[side], name);
  g_free (self->mentors[side]);
  self->mentors[side] = longer;
}

static RmDifference *
difference_for (GPtrArray *all,
                const RmProgramme *programme,
                gint64 mentee)
{
  RmDifference *self
    = all->len > 0 ? g_ptr_array_index (all, all->len - 1) : NULL;

  if (self != NULL && self->mentee == mentee)
    return self;

  self = g_new0 (RmDifference, 1);
  self->mentee = mentee;
  self->name = g_strdup (rm_programme_name_person (programme, mentee));
  self->mentors[0] = g_strdup ("");
  self->mentors[1] = g_strdup ("");
  g_ptr_array_add (all, self);
  return self;
}

static int
compare_differences (gconstpointer a,
                     gconstpointer b,
                     gpointer data)
{
  const RmPerson *first = rm_programme_find_person (data, (*(RmDifference *const *) a)->mentee);
  const RmPerson *second = rm_programme_find_person (data, (*(RmDifference *const *) b)->mentee);

  if (first == NULL || second == NULL)
    return (first == NULL) - (second == NULL);

  return rm_person_compare (first, second);
}

RmComparison *
rm_comparison_new (const RmPairing *pairing,
                   const RmScenario *a,
                   const RmScenario *b)
{
  RmComparison *self = g_new0 (RmComparison, 1);
  RmProgramme *programme = rm_scorer_get_programme (rm_pairing_get_scorer (pairing));
  g_autoptr (GArray) first = fill_side (&self->sides[0], pairing, a);
  g_autoptr (GArray) second = fill_side (&self->sides[1], pairing, b);
  guint f = 0;
  guint s = 0;

  self->differences = g_ptr_array_new_with_free_func ((GDestroyNotify) difference_free);
  while (f < first->len || s < second->len)
    {
      const RmIdPair *one = f < first->len ? &g_array_index (first, RmIdPair, f) : NULL;
      const RmIdPair *other = s < second->len ? &g_array_index (second, RmIdPair, s) : NULL;
      int order = one == NULL ? 1 : other == NULL ? -1 : rm_id_pair_compare (one, other);

      if (order == 0)
        self->n_common++;
      else
        {
          const RmIdPair *pair = order < 0 ? one : other;

          add_mentor (difference_for (self->differences, programme, pair->mentee),
                      order < 0 ? 0 : 1, rm_programme_name_person (programme, pair->mentor));
        }
      f += order <= 0;
      s += order >= 0;
    }
  g_ptr_array_sort_with_data (self->differences, compare_differences, programme);

  return self;
}

void
rm_comparison_free (RmComparison *self)
{
  for (guint side = 0; side < G_N_ELEMENTS (self->sides); side++)
    {
      g_free (self->sides[side].name);
      rm_record_unref (self->sides[side].settings);
    }
  g_ptr_array_unref (self->differences);
  g_free (self);
}
