/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/pairing/rm-pairing-move.h"

#include "core/base/rm-sentence.h"

#include <glib/gi18n-lib.h>

/* Moves of one mentor by hand: the place, the effect, and the effect in words. */

/* The most dispensable pair of a mentee, or of a mentor. */
static const RmSlot *
find_weakest (const RmPairing *pairing,
              gint64 mentee,
              gint64 mentor)
{
  RmScorer *scorer = rm_pairing_get_scorer (pairing);
  const RmSlot *weakest = NULL;

  for (guint i = 0; i < rm_scorer_get_n_mentees (scorer); i++)
    {
      guint n = 0;
      const RmSlot *slots = rm_pairing_list_slots (pairing, i, &n);

      if (mentee != 0 && rm_scorer_get_mentee (scorer, i)->record.id != mentee)
        continue;
      for (guint s = 0; s < n; s++)
        if (!slots[s].locked
            && (mentor == 0
                || rm_scorer_get_mentor (scorer, slots[s].mentor)->record.id == mentor)
            && (weakest == NULL || slots[s].score < weakest->score))
          weakest = &slots[s];
    }

  return weakest;
}

gboolean
rm_pairing_find_place (const RmPairing *self,
                       gint64 mentor,
                       gint64 mentee,
                       gint64 *from,
                       gint64 *onto)
{
  RmScorer *scorer = rm_pairing_get_scorer (self);
  const RmSlot *leaves = NULL;
  const RmSlot *ends = NULL;
  gboolean mentor_full = FALSE;
  gboolean mentee_full = FALSE;
  int i = rm_scorer_find_mentee (scorer, mentee);
  int j = rm_scorer_find_mentor (scorer, mentor);

  if (i < 0 || j < 0)
    return FALSE;

  mentor_full = rm_pairing_get_mentor_free (self, (guint) j) == 0;
  mentee_full = rm_pairing_get_mentee_free (self, (guint) i) == 0;
  if (mentor_full)
    leaves = find_weakest (self, 0, mentor);
  if (mentee_full)
    ends = find_weakest (self, mentee, 0);
  if ((mentor_full && leaves == NULL) || (mentee_full && ends == NULL))
    return FALSE;

  *from = leaves != NULL ? leaves->pair : 0;
  *onto = ends != NULL ? ends->pair : 0;
  return TRUE;
}

gboolean
rm_pairing_preview_move (const RmPairing *self,
                         gint64 mentor,
                         gint64 from,
                         gint64 mentee,
                         gint64 onto,
                         RmPreview *preview)
{
  RmScorer *scorer = rm_pairing_get_scorer (self);
  int i = rm_scorer_find_mentee (scorer, mentee);
  int j = rm_scorer_find_mentor (scorer, mentor);

  if (i < 0 || j < 0)
    return FALSE;

  *preview = rm_pairing_preview (self, (guint) j, rm_pairing_find_slot (self, from), (guint) i,
                                 rm_pairing_find_slot (self, onto));
  return TRUE;
}

const char *
rm_preview_get_refusal (const RmPreview *self)
{
  if (self->same)
    return _ ("the two are a pair already");
  if (self->rule != RM_RULE_NONE)
    return _ (rm_rule_describe (self->rule));
  if (self->mentor_full)
    return _ ("the mentor has no free place");
  if (self->mentee_full)
    return _ ("the mentee has no free place");

  return NULL;
}

static char *
describe_effect (gint64 effect)
{
  int percent = rm_points_to_percent (effect);

  if (percent == 0)
    return g_strdup (_ ("the total stays the same"));
  if (percent > 0)
    /* Translators: %d is a number of points by which the total of all scores rises */
    return g_strdup_printf (ngettext ("the total rises by %d point",
                                      "the total rises by %d points", (gulong) percent),
                            percent);

  /* Translators: %d is a number of points by which the total of all scores falls */
  return g_strdup_printf (ngettext ("the total falls by %d point", "the total falls by %d points",
                                    (gulong) -percent),
                          -percent);
}

char *
rm_preview_describe (const RmPreview *self,
                     const RmProgramme *programme,
                     gint64 mentor,
                     gint64 mentee)
{
  const char *refusal = rm_preview_get_refusal (self);
  const char *first = rm_programme_name_person (programme, mentor);
  const char *second = rm_programme_name_person (programme, mentee);
  g_autofree char *effect = NULL;

  if (refusal != NULL)
    /* Translators: two names, then a reason such as "the mentor has no free place" */
    return rm_sentence_new (_ ("%s cannot mentor %s: %s"), first, second, refusal);

  effect = describe_effect (self->effect);
  if (self->returned != 0)
    /* Translators: mentor, mentee, percent, what it does to the total, mentor who becomes free */
    return rm_sentence_new (_ ("%s with %s: %d %%, %s, %s becomes free"), first, second,
                            rm_points_to_percent (self->score), effect,
                            rm_programme_name_person (programme, self->returned));

  /* Translators: mentor, mentee, percent, and what it does to the total */
  return rm_sentence_new (_ ("%s with %s: %d %%, %s"), first, second,
                          rm_points_to_percent (self->score), effect);
}

int
rm_points_to_percent (gint64 points)
{
  gint64 half = RM_SCORE_POINTS / 200;

  return (int) ((points + (points < 0 ? -half : half)) / (RM_SCORE_POINTS / 100));
}
