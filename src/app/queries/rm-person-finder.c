/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/queries/rm-person-finder.h"

#include "app/session/rm-session.h"
#include "core/base/rm-fold.h"
#include "core/base/rm-sentence.h"

#include <glib/gi18n-lib.h>

/* More would only make the message long. */
#define MAX_TOLD 8

/* Case does not matter in staff numbers and e-mail addresses. */
static gboolean
is_exactly (const char *text,
            const char *typed)
{
  g_autofree char *folded = text != NULL ? g_utf8_casefold (text, -1) : NULL;

  return folded != NULL && g_str_equal (folded, typed);
}

static gboolean
is_called (const RmPerson *person,
           const char *typed)
{
  g_autofree char *folded = rm_fold (person->name != NULL ? person->name : "");

  return *typed != '\0' && g_str_equal (folded, typed);
}

static char *
describe_all (GPtrArray *people)
{
  GString *list = g_string_new (NULL);

  for (guint k = 0; k < people->len && k < MAX_TOLD; k++)
    {
      const RmPerson *person = g_ptr_array_index (people, k);

      if (k > 0)
        g_string_append (list, _ (", "));
      g_string_append (list, person->staff_no != NULL  ? person->staff_no
                             : person->email != NULL ? person->email
                                                     : "–");
    }
  if (people->len > MAX_TOLD)
    g_string_append (list, "…");

  return g_string_free (list, FALSE);
}

static void
set_nobody (GError **error,
            RmPersonSought sought,
            const char *typed)
{
  /* Translators: %s is what was typed: a staff number, an e-mail address or a name */
  rm_sentence_set_error (error, RM_APP_ERROR, RM_APP_ERROR_NOT_FOUND,
                         sought == RM_PERSON_SOUGHT_MENTEE ? _ ("No mentee is called “%s”")
                         : sought == RM_PERSON_SOUGHT_MENTOR
                           ? _ ("No mentor is called “%s”")
                           : _ ("Nobody in the programme is called “%s”"),
                         typed);
}

GPtrArray *
rm_person_finder_list_all (RmProgramme *programme)
{
  guint n = rm_programme_count (programme, RM_TABLE_PERSON);
  GPtrArray *people = g_ptr_array_sized_new (n);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (people, (gpointer) rm_programme_get_person (programme, i));

  return people;
}

const RmPerson *
rm_person_finder_find (GPtrArray *people,
                       RmPersonSought sought,
                       const char *typed,
                       GError **error)
{
  g_autofree char *exact = g_utf8_casefold (typed, -1);
  g_autofree char *folded = rm_fold (typed);
  g_autoptr (GPtrArray) with_number = g_ptr_array_new ();
  g_autoptr (GPtrArray) with_email = g_ptr_array_new ();
  g_autoptr (GPtrArray) called = g_ptr_array_new ();
  GPtrArray *found = called;
  g_autofree char *numbers = NULL;

  for (guint k = 0; k < people->len; k++)
    {
      RmPerson *person = g_ptr_array_index (people, k);

      if (is_exactly (person->staff_no, exact))
        g_ptr_array_add (with_number, person);
      else if (is_exactly (person->email, exact))
        g_ptr_array_add (with_email, person);
      else if (is_called (person, folded))
        g_ptr_array_add (called, person);
    }

  if (with_number->len > 0)
    found = with_number;
  else if (with_email->len > 0)
    found = with_email;
  if (found->len == 1)
    return g_ptr_array_index (found, 0);

  if (found->len == 0)
    {
      set_nobody (error, sought, typed);
      return NULL;
    }

  numbers = describe_all (found);
  rm_sentence_set_error (error, RM_APP_ERROR, RM_APP_ERROR_NOT_FOUND,
                         /* Translators: what was typed, then staff numbers */
                         _ ("“%s” can mean several people: say which by staff number or e-mail "
                            "address (%s)"),
                         typed, numbers);
  return NULL;
}
