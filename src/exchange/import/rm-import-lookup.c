/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/rm-import-lookup-private.h"

#include "core/base/rm-fold.h"

#include <string.h>

/* Names that a file uses for people. Each table is a hash from a key to a record, or to
 * `several` where the key names more than one. */

static const char several[] = "several";

struct _RmImportPeople
{
  GHashTable *staff_nos;
  GHashTable *numbers; /* staff numbers of digits alone, without zeros in front */
  GHashTable *emails;
  GHashTable *names;
};

static GHashTable *
new_table (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* Case does not tell staff numbers and e-mail addresses apart, but accents and signs do. */
static char *
exact_key (const char *text)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  g_autofree char *folded = NULL;

  if (g_str_is_ascii (trimmed))
    return g_ascii_strdown (trimmed, -1);

  folded = g_utf8_casefold (trimmed, -1);
  return g_utf8_normalize (folded, -1, G_NORMALIZE_NFC);
}

static void
add_unique (GHashTable *table,
            char *key,
            gconstpointer record)
{
  if (key == NULL || *key == '\0' || g_hash_table_contains (table, key))
    g_free (key);
  else
    g_hash_table_insert (table, key, (gpointer) record);
}

static void
add_shared (GHashTable *table,
            char *key,
            gconstpointer record)
{
  const RmRecord *before = g_hash_table_lookup (table, key);

  if (*key == '\0' || (gconstpointer) before == several
      || (before != NULL && before->id == ((const RmRecord *) record)->id))
    g_free (key);
  else
    g_hash_table_insert (table, key, (gpointer) (before != NULL ? several : record));
}

static gpointer
find_shared (GHashTable *table,
             const char *key,
             gboolean *ambiguous)
{
  gpointer found = g_hash_table_lookup (table, key);

  if (ambiguous != NULL)
    *ambiguous = found == several;

  return found == several ? NULL : found;
}

/* "00123" and "123": a spreadsheet takes zeros away. "" where it is no such number. */
static char *
number_key (const char *text)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));

  if (trimmed[strspn (trimmed, "0123456789")] != '\0')
    return g_strdup ("");

  return g_strdup (trimmed + strspn (trimmed, "0"));
}

RmImportPeople *
rm_import_people_new (const RmProgramme *programme)
{
  RmImportPeople *self = g_new0 (RmImportPeople, 1);

  self->staff_nos = new_table ();
  self->numbers = new_table ();
  self->emails = new_table ();
  self->names = new_table ();
  for (guint i = 0; i < rm_programme_count (programme, RM_TABLE_PERSON); i++)
    rm_import_people_add (self, rm_programme_get_person (programme, i));

  return self;
}

void
rm_import_people_free (RmImportPeople *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->staff_nos);
  g_hash_table_unref (self->numbers);
  g_hash_table_unref (self->emails);
  g_hash_table_unref (self->names);
  g_free (self);
}

void
rm_import_people_add (RmImportPeople *self,
                      const RmPerson *person)
{
  if (person->staff_no != NULL)
    {
      add_unique (self->staff_nos, exact_key (person->staff_no), person);
      add_shared (self->numbers, number_key (person->staff_no), person);
    }
  if (person->email != NULL)
    add_unique (self->emails, exact_key (person->email), person);
  if (person->name != NULL)
    add_shared (self->names, rm_fold (person->name), person);
}

const RmPerson *
rm_import_people_find_staff_no (const RmImportPeople *self,
                                const char *staff_no)
{
  g_autofree char *key = exact_key (staff_no);

  return key != NULL ? g_hash_table_lookup (self->staff_nos, key) : NULL;
}

const RmPerson *
rm_import_people_find_number (const RmImportPeople *self,
                              const char *staff_no)
{
  g_autofree char *key = number_key (staff_no);

  return find_shared (self->numbers, key, NULL);
}

const RmPerson *
rm_import_people_find_email (const RmImportPeople *self,
                             const char *email)
{
  g_autofree char *key = exact_key (email);

  return key != NULL ? g_hash_table_lookup (self->emails, key) : NULL;
}

const RmPerson *
rm_import_people_find_name (const RmImportPeople *self,
                            const char *name,
                            gboolean *ambiguous)
{
  g_autofree char *key = rm_fold (name);

  return find_shared (self->names, key, ambiguous);
}

static const RmPerson *
find_as_written (const RmImportPeople *self,
                 const char *text,
                 gboolean *ambiguous)
{
  const RmPerson *person = rm_import_people_find_staff_no (self, text);

  *ambiguous = FALSE;
  if (person == NULL)
    person = rm_import_people_find_email (self, text);
  if (person == NULL)
    person = rm_import_people_find_name (self, text, ambiguous);
  if (person == NULL && !*ambiguous)
    person = rm_import_people_find_number (self, text);

  return person;
}

/* "Winter, Ada", turned. */
char *
rm_import_turn_name (const char *text)
{
  const char *comma = strchr (text, ',');

  return comma != NULL && strchr (comma + 1, ',') == NULL
           ? g_strdup_printf ("%s %.*s", comma + 1, (int) (comma - text), text)
           : NULL;
}

/* "CN=Ada Winter,OU=Board": the name alone. */
static char *
common_name (const char *text)
{
  return g_ascii_strncasecmp (text, "cn=", 3) == 0 ? g_strndup (text + 3, strcspn (text + 3, ","))
                                                  : NULL;
}

/* "Ada Winter (12)", "12 - Ada Winter": two that must agree. */
static gboolean
split_two (const char *text,
           char **first,
           char **second)
{
  const char *open = strrchr (text, '(');
  const char *dash = strstr (text, " - ");

  if (open != NULL && open > text && g_str_has_suffix (text, ")"))
    {
      *first = g_strndup (text, (gsize) (open - text));
      *second = g_strndup (open + 1, strlen (open) - 2);
      return TRUE;
    }
  if (dash != NULL)
    {
      *first = g_strndup (text, (gsize) (dash - text));
      *second = g_strdup (dash + 3);
      return TRUE;
    }

  return FALSE;
}

static gboolean
has_number (const char *text)
{
  return text[strcspn (text, "0123456789@")] != '\0';
}

/* The number says who it is; a name beside it may be spelt as it likes, unless it is nobody's
 * number. */
static const RmPerson *
find_of_two (const RmImportPeople *self,
             const char *first,
             const char *second,
             gboolean *ambiguous)
{
  gboolean first_names = FALSE;
  gboolean second_names = FALSE;
  const RmPerson *one = find_as_written (self, first, &first_names);
  const RmPerson *two = find_as_written (self, second, &second_names);

  if (has_number (first) != has_number (second))
    return has_number (first) ? one : two;

  *ambiguous = first_names || second_names || (one != NULL && two != NULL && one != two);
  return *ambiguous ? NULL : one != NULL ? one : two;
}

const RmPerson *
rm_import_people_find (const RmImportPeople *self,
                       const char *text,
                       gboolean *ambiguous)
{
  gboolean shared = FALSE;
  const RmPerson *person = find_as_written (self, text, &shared);
  g_autofree char *name = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (person == NULL && !shared)
    {
      name = common_name (text);
      if (name == NULL)
        name = rm_import_turn_name (text);
      if (name != NULL)
        person = find_as_written (self, name, &shared);
      else if (split_two (text, &first, &second))
        person = find_of_two (self, first, second, &shared);
    }
  if (ambiguous != NULL)
    *ambiguous = shared;

  return person;
}
