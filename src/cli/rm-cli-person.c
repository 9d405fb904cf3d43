/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/rm-cli.h"

#include "app/queries/rm-person-finder.h"

const RmPerson *
rm_cli_find_person (const RmScorer *scorer,
                    gboolean as_mentor,
                    const char *typed,
                    GError **error)
{
  guint n = as_mentor ? rm_scorer_get_n_mentors (scorer) : rm_scorer_get_n_mentees (scorer);
  g_autoptr (GPtrArray) people = g_ptr_array_sized_new (n);

  for (guint k = 0; k < n; k++)
    g_ptr_array_add (people, (gpointer) (as_mentor ? rm_scorer_get_mentor (scorer, k)
                                                   : rm_scorer_get_mentee (scorer, k)));

  return rm_person_finder_find (people,
                                as_mentor ? RM_PERSON_SOUGHT_MENTOR : RM_PERSON_SOUGHT_MENTEE,
                                typed, error);
}

void
rm_cli_json_person (JsonBuilder *builder,
                    const char *name,
                    const RmPerson *person)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  rm_cli_json_string (builder, "staff-no", person->staff_no);
  rm_cli_json_string (builder, "name", rm_person_display_name (person));
  json_builder_end_object (builder);
}
