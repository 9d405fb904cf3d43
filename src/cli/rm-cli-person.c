/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/rm-cli.h"

#include "core/rm-fold.h"

#include <glib/gi18n-lib.h>

/* Who is meant by what was typed: a staff number, an e-mail address or a whole name. */

/* Case does not tell staff numbers and e-mail addresses apart. */
static gboolean
is_exactly (const char *text,
            const char *typed)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (text == NULL)
    return FALSE;

  first = g_utf8_casefold (text, -1);
  second = g_utf8_casefold (typed, -1);
  return g_str_equal (first, second);
}

static gboolean
is_called (const RmPerson *person,
           const char *typed)
{
  g_autofree char *first = rm_fold (person->name != NULL ? person->name : "");
  g_autofree char *second = rm_fold (typed);

  return *second != '\0' && g_str_equal (first, second);
}

static char *
describe_all (GPtrArray *people)
{
  GString *list = g_string_new (NULL);

  for (guint k = 0; k < people->len; k++)
    {
      const RmPerson *person = g_ptr_array_index (people, k);

      if (k > 0)
        g_string_append (list, _ (", "));
      g_string_append (list, person->staff_no != NULL  ? person->staff_no
                             : person->email != NULL ? person->email
                                                     : "–");
    }

  return g_string_free (list, FALSE);
}

static const RmPerson *
find_exactly (const RmScorer *scorer,
              gboolean as_mentor,
              guint n,
              const char *typed,
              GPtrArray *called)
{
  const RmPerson *by_email = NULL;

  for (guint k = 0; k < n; k++)
    {
      const RmPerson *person = as_mentor ? rm_scorer_get_mentor (scorer, k)
                                         : rm_scorer_get_mentee (scorer, k);

      if (is_exactly (person->staff_no, typed))
        return person;
      if (by_email == NULL && is_exactly (person->email, typed))
        by_email = person;
      if (is_called (person, typed))
        g_ptr_array_add (called, (gpointer) person);
    }

  return by_email;
}

const RmPerson *
rm_cli_find_person (const RmScorer *scorer,
                    gboolean as_mentor,
                    const char *typed,
                    GError **error)
{
  g_autoptr (GPtrArray) called = g_ptr_array_new ();
  guint n = as_mentor ? rm_scorer_get_n_mentors (scorer) : rm_scorer_get_n_mentees (scorer);
  const RmPerson *person = find_exactly (scorer, as_mentor, n, typed, called);
  g_autofree char *numbers = NULL;

  if (person != NULL || called->len == 1)
    return person != NULL ? person : g_ptr_array_index (called, 0);

  if (called->len == 0)
    {
      g_set_error (error, RM_APP_ERROR, RM_APP_ERROR_NOT_FOUND,
                   /* Translators: %s is what was typed: a staff number, an e-mail or a name */
                   as_mentor ? _ ("No mentor is called “%s”") : _ ("No mentee is called “%s”"),
                   typed);
      return NULL;
    }

  numbers = describe_all (called);
  g_set_error (error, RM_APP_ERROR, RM_APP_ERROR_NOT_FOUND,
               /* Translators: a name, then staff numbers */
               _ ("“%s” is the name of several people: say which by staff number (%s)"), typed,
               numbers);
  return NULL;
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
