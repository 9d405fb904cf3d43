/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/rm-fold.h"
#include "exchange/import/rm-import-run-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Who is who. A number or an address says it; a name alone does so only where nothing contradicts,
 * and it is said. A number that was given to somebody else must not bring them the pair of the one
 * before. */

static gboolean
names_somebody (RmImportRun *run,
                const RmPerson *person)
{
  if (person->staff_no != NULL || person->email != NULL || person->name != NULL)
    return TRUE;

  rm_import_run_add_problem (run, RM_FILE_PROBLEM_NOBODY, RM_FILE_NOWHERE, TRUE,
                             g_strdup (_ ("The row has no staff number, e-mail address or name")));
  return FALSE;
}

static guint
column_of (const RmImportRun *run,
           RmImportPart part)
{
  guint column = RM_FILE_NOWHERE;

  rm_import_run_get_text (run, part, &column);
  return column;
}

static gboolean
refuse (RmImportRun *run,
        RmFileProblemType type,
        RmImportPart part,
        char *message)
{
  rm_import_run_add_problem (run, type, column_of (run, part), TRUE, message);
  return FALSE;
}

static gboolean
differ (const char *a,
        const char *b)
{
  g_autofree char *first = rm_fold (a);
  g_autofree char *second = rm_fold (b);

  return *first != '\0' && *second != '\0' && !g_str_equal (first, second);
}

/* How many of the words of @a are words of @b, in any order. */
static guint
count_common_words (const char *a,
                    const char *b,
                    gboolean *all)
{
  g_autofree char *first = rm_fold (a);
  g_autofree char *second = rm_fold (b);
  g_auto (GStrv) words = g_strsplit_set (first, " ,", -1);
  g_auto (GStrv) others = g_strsplit_set (second, " ,", -1);
  guint n = 0;

  *all = TRUE;
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      {
        gboolean found = g_strv_contains ((const char *const *) others, words[i]);

        n += found;
        *all = *all && found;
      }

  return n;
}

/* Whether a row with somebody's number is about another person. A name changes, and an address; if
 * both do, only a person can tell. */
static gboolean
is_reissued (const RmImportRun *run,
             const RmPerson *row,
             const RmPerson *owner)
{
  gboolean all = FALSE;
  guint n_common = 0;

  if (owner->record.id <= 0
      || row->name == NULL
      || owner->name == NULL
      || rm_import_plan_get_row_same (run->plan, run->row))
    return FALSE;

  n_common = count_common_words (row->name, owner->name, &all);
  if (all)
    return FALSE;
  if (row->email != NULL && owner->email != NULL)
    return differ (row->email, owner->email);

  return n_common == 0;
}

/* Two people of one file with one address, such as that of a reception. */
static gboolean
shares_mailbox (GHashTable *seen,
                const RmPerson *person,
                const RmPerson *found)
{
  return g_hash_table_contains (seen, &found->record.id) && person->name != NULL
         && found->name != NULL && differ (person->name, found->name);
}

static void
tell_by_name (RmImportRun *run,
              const RmPerson *found)
{
  const char *key = found->staff_no != NULL ? found->staff_no : found->email;

  rm_import_run_add_notice (run, RM_FILE_PROBLEM_BY_NAME, column_of (run, RM_IMPORT_PART_NAME),
                            key != NULL
                              /* Translators: a name, then a staff number or an e-mail address */
                              ? g_strdup_printf (_ ("Taken as %s (%s), by the name alone"),
                                                 rm_person_display_name (found), key)
                              /* Translators: %s is a person's name */
                              : g_strdup_printf (_ ("Taken as the %s who was entered without a "
                                                    "number or an address"),
                                                 rm_person_display_name (found)));
}

/* Two people with numbers are two; of others nobody knows. */
static void
tell_same_name (RmImportRun *run,
                const RmPerson *person,
                const RmPerson *other)
{
  if (other == NULL || (person->staff_no != NULL && other->staff_no != NULL))
    return;

  rm_import_run_add_notice (run, RM_FILE_PROBLEM_SAME_NAME, column_of (run, RM_IMPORT_PART_NAME),
                            g_strdup (_ ("Another person has this name, and both are taken: if they "
                                         "are one, merge them on the People page")));
}

/* A person who was entered by name alone is the one whom the file now gives a staff number. */
static const RmPerson *
find_by_name (RmImportRun *run,
              GHashTable *seen,
              const RmPerson *person,
              gboolean *ambiguous)
{
  const RmPerson *found = NULL;
  gboolean name_only = person->staff_no == NULL && person->email == NULL;
  gboolean taken = FALSE;

  *ambiguous = FALSE;
  if (person->name == NULL)
    return NULL;

  found = rm_import_people_find_name (run->people, person->name, ambiguous);
  *ambiguous = *ambiguous && name_only;
  if (found == NULL)
    return NULL;

  taken = g_hash_table_contains (seen, &found->record.id);
  if (name_only)
    {
      if (found->record.id > 0 && !taken && (found->staff_no != NULL || found->email != NULL))
        tell_by_name (run, found);
      return found;
    }
  if (found->record.id > 0 && found->staff_no == NULL && found->email == NULL && !taken)
    {
      tell_by_name (run, found);
      return found;
    }

  tell_same_name (run, person, found);
  return NULL;
}

/* The owner of the same number with more zeros or fewer, if the name or the address agrees. The
 * longer one is kept: spreadsheets take zeros away, and add none. */
static const RmPerson *
find_without_zeros (RmImportRun *run,
                    RmPerson *person)
{
  const RmPerson *found = rm_import_people_find_number (run->people, person->staff_no);
  gboolean all = FALSE;

  if (found == NULL)
    return NULL;
  if (person->name != NULL && found->name != NULL)
    count_common_words (person->name, found->name, &all);
  if (!all && (person->email == NULL || found->email == NULL
               || differ (person->email, found->email)))
    return NULL;

  rm_import_run_add_notice (run, RM_FILE_PROBLEM_ZEROS, column_of (run, RM_IMPORT_PART_STAFF_NO),
                            /* Translators: a name, then a staff number */
                            g_strdup_printf (_ ("Taken as %s (%s): the numbers differ by zeros in "
                                                "front"),
                                             rm_person_display_name (found), found->staff_no));
  if (strlen (found->staff_no) > strlen (person->staff_no))
    {
      g_free (person->staff_no);
      person->staff_no = g_strdup (found->staff_no);
    }

  return found;
}

/* By the number, else by the address, which must not contradict each other. */
static gboolean
find_by_keys (RmImportRun *run,
              GHashTable *seen,
              RmPerson *person,
              const RmPerson **found,
              gboolean *done)
{
  const RmPerson *by_staff_no = NULL;
  const RmPerson *by_email = NULL;

  *done = TRUE;
  if (person->staff_no != NULL)
    by_staff_no = rm_import_people_find_staff_no (run->people, person->staff_no);
  if (by_staff_no == NULL && person->staff_no != NULL)
    by_staff_no = find_without_zeros (run, person);
  if (person->email != NULL)
    by_email = rm_import_people_find_email (run->people, person->email);

  *found = by_staff_no != NULL ? by_staff_no : by_email;
  if (by_staff_no != NULL && by_email != NULL && by_staff_no->record.id != by_email->record.id)
    return refuse (run, RM_FILE_PROBLEM_CONFLICT, RM_IMPORT_PART_EMAIL,
                   g_strdup (_ ("The staff number and the e-mail address belong to two people: "
                                "correct one of them")));
  if (by_staff_no != NULL && is_reissued (run, person, by_staff_no))
    return refuse (run, RM_FILE_PROBLEM_REISSUED, RM_IMPORT_PART_STAFF_NO,
                   /* Translators: %s is a person's name */
                   g_strdup_printf (_ ("This number is %s’s, and name and address are others here. "
                                       "If it is the same person, say so; if the number was given "
                                       "to somebody else, clear it there first"),
                                    rm_person_display_name (by_staff_no)));
  if (by_staff_no == NULL && by_email != NULL && shares_mailbox (seen, person, by_email))
    {
      rm_import_run_add_notice (run, RM_FILE_PROBLEM_SHARED_EMAIL,
                                column_of (run, RM_IMPORT_PART_EMAIL),
                                /* Translators: %s is the name of a person */
                                g_strdup_printf (_ ("%s has the same e-mail address: both are taken, "
                                                    "as two people"),
                                                 rm_person_display_name (by_email)));
      *found = NULL;
      return TRUE;
    }
  if (by_staff_no == NULL && by_email != NULL && person->staff_no != NULL
      && by_email->staff_no != NULL)
    return refuse (run, RM_FILE_PROBLEM_CONFLICT, RM_IMPORT_PART_EMAIL,
                   /* Translators: %s is a staff number */
                   g_strdup_printf (_ ("The e-mail address belongs to staff number %s already: "
                                       "correct one of them"),
                                    by_email->staff_no));

  *done = *found != NULL;
  return TRUE;
}

gboolean
rm_import_run_identify (RmImportRun *self,
                        GHashTable *seen,
                        RmPerson *person,
                        const RmPerson **existing)
{
  const RmPerson *found = NULL;
  gboolean done = FALSE;
  gboolean ambiguous = FALSE;
  guint line = 0;

  if (!names_somebody (self, person) || !find_by_keys (self, seen, person, &found, &done))
    return FALSE;
  if (!done)
    found = find_by_name (self, seen, person, &ambiguous);
  if (ambiguous)
    return refuse (self, RM_FILE_PROBLEM_AMBIGUOUS, RM_IMPORT_PART_NAME,
                   g_strdup (_ ("Several people have this name: add the staff number or the "
                                "e-mail address")));

  if (found != NULL)
    line = GPOINTER_TO_UINT (g_hash_table_lookup (seen, &found->record.id));
  if (line > 0 && self->newest_first)
    return refuse (self, RM_FILE_PROBLEM_OLDER, RM_IMPORT_PART_STAFF_NO,
                   g_strdup_printf (rm_sheet_is_workbook (self->plan->table)
                                      /* Translators: %u is the number of a row in a spreadsheet */
                                      ? _ ("The person answered again in row %u; the newest answer "
                                           "counts")
                                      /* Translators: %u is a line number */
                                      : _ ("The person answered again on line %u; the newest answer "
                                           "counts"),
                                    line));
  if (line > 0)
    return refuse (self, RM_FILE_PROBLEM_TWICE, RM_IMPORT_PART_STAFF_NO,
                   g_strdup_printf (rm_sheet_is_workbook (self->plan->table)
                                      /* Translators: %u is the number of a row in a spreadsheet */
                                      ? _ ("The person stands in row %u already; the first row "
                                           "counts")
                                      /* Translators: %u is a line number */
                                      : _ ("The person stands on line %u already; the first row "
                                           "counts"),
                                    line));

  *existing = found;
  return TRUE;
}
