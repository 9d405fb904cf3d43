/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/rm-import-lookup-private.h"

#include "core/base/rm-fold.h"

/* Names that a file uses for people. Each table is a hash from a key to a record, or to
 * `several` where the key names more than one. */

static const char several[] = "several";

struct _RmImportPeople
{
  GHashTable *staff_nos;
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
  g_autofree char *folded = g_utf8_casefold (trimmed, -1);

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

RmImportPeople *
rm_import_people_new (const RmProgramme *programme)
{
  RmImportPeople *self = g_new0 (RmImportPeople, 1);

  self->staff_nos = new_table ();
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
  g_hash_table_unref (self->emails);
  g_hash_table_unref (self->names);
  g_free (self);
}

void
rm_import_people_add (RmImportPeople *self,
                      const RmPerson *person)
{
  if (person->staff_no != NULL)
    add_unique (self->staff_nos, exact_key (person->staff_no), person);
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

const RmPerson *
rm_import_people_find (const RmImportPeople *self,
                       const char *text,
                       gboolean *ambiguous)
{
  const RmPerson *person = rm_import_people_find_staff_no (self, text);

  if (ambiguous != NULL)
    *ambiguous = FALSE;
  if (person == NULL)
    person = rm_import_people_find_email (self, text);
  if (person == NULL)
    person = rm_import_people_find_name (self, text, ambiguous);

  return person;
}
