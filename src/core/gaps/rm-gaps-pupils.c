/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/gaps/rm-gaps-private.h"

/* Some mentors as if they were one: the mentees they could teach, and those who depend on one of
 * them. */

static gboolean
hangs_on (const RmGaps *self,
          guint mentee,
          const gboolean *is_chosen,
          const guint *column_of)
{
  const RmPerson *person = self->scorer->mentees[mentee].person;
  guint skill = 0;

  for (guint k = 0; k < person->n_standings; k++)
    {
      const RmStanding *own = &person->standings[k];
      guint target = (guint) CLAMP (own->target, 0, RM_GAP_LEVELS - 1);

      if (rm_gaps_find_skill (self, own->skill, &skill)
          && column_of[skill] != RM_GAP_NO_COLUMN
          && rm_gaps_is_at_risk (self, skill, own)
          && is_chosen[self->only_holder[(gsize) skill * RM_GAP_LEVELS + target] - 1])
        return TRUE;
    }

  return FALSE;
}

/* Returns the highest importance of the skills @mentee could learn from @suppliers, 0 for none;
 * adds the mentors who could teach them to @teachers. @partners are those of the mentee. */
static guint
find_lesson (const RmGaps *self,
             guint mentee,
             const guint64 *partners,
             const guint64 *suppliers,
             const guint *column_of,
             guint64 *teachers)
{
  const RmPerson *person = self->scorer->mentees[mentee].person;
  guint most = 0;
  guint skill = 0;

  for (guint k = 0; k < person->n_standings; k++)
    {
      const RmStanding *own = &person->standings[k];
      const guint64 *above = NULL;
      guint64 any = 0;

      if (!rm_standing_is_need (own) || own->level >= RM_SUPPLY_LEVELS
          || !rm_gaps_find_skill (self, own->skill, &skill)
          || column_of[skill] == RM_GAP_NO_COLUMN || self->supply.above[skill] == NULL)
        continue;
      above = self->supply.above[skill] + (gsize) own->level * self->supply.n_words;
      for (guint w = 0; w < self->supply.n_words; w++)
        {
          guint64 found = partners[w] & above[w] & suppliers[w];

          teachers[w] |= found;
          any |= found;
        }
      if (any != 0)
        most = MAX (most, (guint) MAX (own->importance, 0));
    }

  return most;
}

RmGapCell
rm_gaps_count_pupils (const RmGaps *self,
                      const gboolean *is_chosen,
                      const guint *column_of,
                      GArray *pupils,
                      GArray *hanging,
                      guint64 *teachers)
{
  const RmSupply *supply = &self->supply;
  g_autoptr (GArray) mentees = rm_gaps_list_mentees (self);
  g_autoptr (GArray) apart = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint64 *suppliers = g_new0 (guint64, supply->n_words + 1);
  g_autofree guint64 *partners = g_new0 (guint64, supply->n_words + 1);
  RmGapCell cell = { 0 };

  for (guint s = 0; s < supply->n_mentors; s++)
    if (is_chosen[supply->mentors[s]])
      suppliers[s / 64] |= G_GUINT64_CONSTANT (1) << (s % 64);
  for (guint k = 0; k < mentees->len; k++)
    {
      guint mentee = g_array_index (mentees, guint, k);
      guint lesson = 0;

      rm_supply_copy_partners (supply, supply->group_of[mentee], partners);
      rm_supply_hide_apart (supply, mentee, apart, partners);
      lesson = find_lesson (self, mentee, partners, suppliers, column_of, teachers);
      cell.weighted += lesson;
      if (lesson > 0)
        g_array_append_val (pupils, mentee);
      if (hangs_on (self, mentee, is_chosen, column_of))
        g_array_append_val (hanging, mentee);
    }
  cell.need = pupils->len;
  cell.risk = hanging->len;
  rm_gap_cell_take_supply (&cell, rm_supply_count_places (supply, teachers));

  return cell;
}
