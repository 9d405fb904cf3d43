/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/queries/rm-programme-query.h"

GArray *
rm_programme_query_list_unasked (RmProgramme *programme)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < rm_programme_count (programme, RM_TABLE_PERSON); i++)
    {
      const RmPerson *person = rm_programme_get_person (programme, i);

      if (rm_person_is_unasked (person))
        g_array_append_val (ids, person->record.id);
    }

  return ids;
}

GArray *
rm_programme_query_list_pairs (RmProgramme *programme,
                               gint64 person)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) pairs
    = rm_programme_list_referring (programme, RM_TABLE_PAIR, RM_TABLE_PERSON, person);

  for (guint k = 0; k < pairs->len; k++)
    {
      const RmPair *pair = g_ptr_array_index (pairs, k);

      if (rm_pair_is_open (pair))
        g_array_append_val (ids, pair->record.id);
    }

  return ids;
}

gboolean
rm_programme_query_needs (RmProgramme *programme,
                          gint64 person,
                          gint64 skill,
                          int target)
{
  const RmPerson *who = rm_programme_find_person (programme, person);
  const RmSkill *what = rm_programme_find_skill (programme, skill);
  const RmStanding *standing = NULL;

  if (who == NULL || !rm_person_is_mentee (who) || what == NULL || what->retired == 1)
    return FALSE;

  standing = rm_person_find_standing (who, skill);
  return standing == NULL || (standing->level < target && standing->target < target);
}

guint
rm_programme_query_count_needs (RmProgramme *programme,
                                const GArray *people,
                                const GArray *skills,
                                int target)
{
  guint n = 0;

  for (guint p = 0; p < people->len; p++)
    for (guint s = 0; s < skills->len; s++)
      n += rm_programme_query_needs (programme, g_array_index (people, gint64, p),
                                    g_array_index (skills, gint64, s), target);

  return n;
}
