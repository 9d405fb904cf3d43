/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/explain/rm-suggestion-text.h"

#include "core/base/rm-sentence.h"

#include <glib/gi18n-lib.h>

/* The reasons for a suggested skill, in words, for windows and for the command line. */

static char *
describe_role (const RmProgramme *programme,
               const RmSuggestion *suggestion)
{
  const RmRoleProfile *profile
    = rm_programme_find (programme, RM_TABLE_ROLE_PROFILE, suggestion->profile);

  /* Translators: the name of a role profile, and a level from 1 to 5 */
  return rm_sentence_new (_ ("the role “%s” asks for level %d"),
                          profile != NULL && profile->name != NULL ? profile->name : "?",
                          suggestion->level);
}

static char *
describe_nomination (const RmProgramme *programme,
                     const RmSuggestion *suggestion)
{
  const RmNomination *nomination
    = rm_programme_find (programme, RM_TABLE_NOMINATION, suggestion->nomination);
  const RmPerson *person = NULL;
  const char *who = NULL;

  if (suggestion->n_nominations > 1)
    return g_strdup_printf (ngettext ("nominated by %u person", "nominated by %u people",
                                      suggestion->n_nominations),
                            suggestion->n_nominations);
  if (nomination != NULL && nomination->nominator != 0)
    person = rm_programme_find_person (programme, nomination->nominator);
  if (person != NULL)
    who = rm_person_display_name (person);
  else if (nomination != NULL)
    who = nomination->nominated_by;

  /* Translators: %s is who nominated somebody */
  return who != NULL ? rm_sentence_new (_ ("nominated by %s"), who) : g_strdup (_ ("nominated"));
}

char *
rm_suggestion_describe (const RmProgramme *programme,
                        const RmSuggestion *suggestion)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *role = NULL;
  g_autofree char *nomination = NULL;
  g_autofree char *offer = NULL;
  g_auto (GStrv) parts = NULL;

  if ((suggestion->reasons & RM_SUGGESTION_ROLE) != 0)
    role = describe_role (programme, suggestion);
  if ((suggestion->reasons & RM_SUGGESTION_NOMINATION) != 0)
    nomination = describe_nomination (programme, suggestion);
  if (suggestion->n_offering > 0)
    offer = g_strdup_printf (ngettext ("%u mentor offers it", "%u mentors offer it",
                                       suggestion->n_offering),
                             suggestion->n_offering);
  if (role != NULL)
    g_strv_builder_add (builder, role);
  if (nomination != NULL)
    g_strv_builder_add (builder, nomination);
  if (offer != NULL)
    g_strv_builder_add (builder, offer);
  parts = g_strv_builder_end (builder);

  return g_strjoinv (" · ", parts);
}
