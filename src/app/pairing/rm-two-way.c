/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/pairing/rm-two-way.h"

#include "core/base/rm-sentence.h"

#include <glib/gi18n-lib.h>

/* The gain of each side of a pair, in words. The rule is that of the score: a person at or below
 * the other's level teaches nothing, and unrated skills say nothing. */

char *
rm_two_way_describe (const RmProgramme *programme,
                     const RmPerson *learner,
                     const RmPerson *teacher)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < learner->n_standings; i++)
    {
      const RmStanding *want = &learner->standings[i];
      const RmStanding *offer = rm_person_find_standing (teacher, want->skill);
      const RmSkill *skill = rm_programme_find_skill (programme, want->skill);

      if (skill == NULL || offer == NULL || want->level < 0 || want->target <= want->level
          || offer->level <= want->level)
        continue;
      if (text->len > 0)
        g_string_append (text, ", ");
      /* Translators: a skill wanted, from a level to a level: "TikTok 1→3" */
      rm_sentence_append (text, _ ("%s %d→%d"), skill->name != NULL ? skill->name : "?",
                          want->level, MIN (offer->level, want->target));
    }
  if (text->len > 0)
    return g_string_free (text, FALSE);

  g_string_free (text, TRUE);
  return NULL;
}

gboolean
rm_two_way_get_share (const RmScore *score,
                      RmCriterion criterion,
                      int *percent)
{
  int budget = score->budgets[criterion];
  gboolean unknown = (score->unknown & (1u << criterion)) != 0;

  if (budget == 0 || (unknown && score->points[criterion] == 0))
    return FALSE;

  *percent = (score->points[criterion] * 100 + budget / 2) / budget;
  return TRUE;
}
