/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include "core/model/rm-person.h"
#include "core/model/rm-skill.h"
#include "store/rm-store-purge.h"

#include <string.h>

/* Erased data is in no byte of the file, the working copy, its log or the copies for undo. */

#define SECRET "Zaphira Quellenhof"

/* Whether any file below @folder holds @word: read byte by byte, by nobody's code but this. */
static gboolean
is_found (const char *folder,
          const char *word)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *data = NULL;
      gsize size = 0;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          if (is_found (path, word))
            return TRUE;
        }
      else if (g_file_get_contents (path, &data, &size, NULL)
               && memmem (data, size, word, strlen (word)) != NULL)
        return TRUE;
    }

  return FALSE;
}

static gint64
id_of (RmStore *store,
       const char *name)
{
  g_autoptr (GPtrArray) people = rm_store_load_records (store, rm_person_entity (), NULL, 0, NULL);

  for (guint i = 0; i < people->len; i++)
    {
      const RmPerson *person = g_ptr_array_index (people, i);

      if (g_strcmp0 (person->name, name) == 0)
        return person->record.id;
    }
  return 0;
}

static gboolean
delete_person (RmStore *store,
               gpointer data,
               GError **error)
{
  return rm_store_delete (store, rm_person_entity (), *(gint64 *) data, error);
}

static void
edit (RmDocument *document,
      const char *label,
      RmEditFlags flags,
      RmEditFunc func,
      gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  rm_store_edit (rm_document_get_store (document), label, flags, func, (gpointer) data, NULL, &error);
  g_assert_no_error (error);
}

/* Somebody who is added, in a copy for undo of a large edit, removed, brought back and removed again. */
static RmDocument *
make_past (const Place *place,
           gint64 *id)
{
  RmDocument *document = must_create (place);
  RmStore *store = rm_document_get_store (document);

  edit (document, "Add Ana", RM_EDIT_NONE, insert_person, "Ana");
  edit (document, "Add " SECRET, RM_EDIT_NONE, insert_person, SECRET);
  *id = id_of (store, SECRET);
  edit (document, "Import", RM_EDIT_LARGE, insert_person, "Bo");
  must_save (document);
  edit (document, "Remove " SECRET, RM_EDIT_NONE, delete_person, id);
  g_assert_true (rm_store_undo (store, NULL, NULL));
  g_assert_true (rm_store_redo (store, NULL, NULL));
  edit (document, "Add Cleo", RM_EDIT_NONE, insert_person, "Cleo");
  edit (document, "Add Dora", RM_EDIT_NONE, insert_person, "Dora");
  return document;
}

static void
expect_forgotten (const Place *place,
                  RmDocument *document,
                  gboolean labels_too)
{
  RmStore *store = rm_document_get_store (document);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  /* What came after the last mention can be taken back, and nothing else. */
  g_assert_cmpstr (rm_store_get_undo_label (store), ==, "Add Dora");
  g_assert_true (rm_store_undo (store, NULL, &error));
  g_assert_true (rm_store_undo (store, NULL, &error));
  g_assert_no_error (error);
  g_assert_null (rm_store_get_undo_label (store));
  g_assert_true (rm_store_redo (store, NULL, &error));
  g_assert_true (rm_store_redo (store, NULL, &error));
  g_assert_cmpuint (count_people (document), ==, 4);

  entries = rm_store_list_history (store, 100, NULL);
  g_assert_cmpuint (entries->len, ==, 12);
  for (guint i = 0; labels_too && i < entries->len; i++)
    g_assert_null (strstr (((RmHistoryEntry *) g_ptr_array_index (entries, i))->label, "Zaphira"));
  if (labels_too)
    g_assert_false (is_found (place->dir, SECRET));
}

static void
test_words (Place *place,
            gconstpointer data)
{
  gint64 id = 0;
  RmDocument *document = make_past (place, &id);
  g_autoptr (RmPurge) purge = rm_purge_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (is_found (place->dir, SECRET));
  rm_purge_add_word (purge, SECRET);
  rm_document_purge (document, purge, &error);
  g_assert_no_error (error);
  g_assert_false (is_found (place->dir, SECRET));
  expect_forgotten (place, document, TRUE);
  must_save (document);
  rm_document_close (document);

  document = must_open (place);
  g_assert_true (rm_document_verify (document, NULL, NULL));
  g_assert_cmpuint (count_people (document), ==, 4);
  rm_document_close (document);
  g_assert_false (is_found (place->dir, SECRET));
}

/* By its key alone: labels keep what they say, changesets do not. */
static void
test_rows (Place *place,
           gconstpointer data)
{
  gint64 id = 0;
  RmDocument *document = make_past (place, &id);
  g_autoptr (RmPurge) purge = rm_purge_new ();
  g_autoptr (GError) error = NULL;

  rm_purge_add_row (purge, "person", id);
  rm_document_purge (document, purge, &error);
  g_assert_no_error (error);
  expect_forgotten (place, document, FALSE);
  rm_document_close (document);
}

static gboolean
insert_skill (RmStore *store,
              gpointer data,
              GError **error)
{
  RmSkill *skill = rm_skill_new ();
  gboolean ok = FALSE;

  skill->name = g_strdup (data);
  ok = rm_store_insert (store, skill, error);
  rm_record_unref (skill);
  return ok;
}

/* A whole table: what other tables remember stays. */
static void
test_table (Place *place,
            gconstpointer data)
{
  RmDocument *document = must_create (place);
  RmStore *store = rm_document_get_store (document);
  g_autoptr (RmPurge) purge = rm_purge_new ();
  g_autoptr (GError) error = NULL;

  edit (document, "Add a skill", RM_EDIT_NONE, insert_skill, "Juggling");
  edit (document, "Add Ana", RM_EDIT_NONE, insert_person, "Ana");
  rm_purge_add_table (purge, "skill");
  rm_document_purge (document, purge, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (rm_store_get_undo_label (store), ==, "Add Ana");
  g_assert_true (rm_store_undo (store, NULL, NULL));
  g_assert_null (rm_store_get_undo_label (store));
  rm_document_close (document);
}

/* What was taken back and could be done again is forgotten as well. */
static void
test_redo (Place *place,
           gconstpointer data)
{
  RmDocument *document = must_create (place);
  RmStore *store = rm_document_get_store (document);
  g_autoptr (RmPurge) purge = rm_purge_new ();
  g_autoptr (GError) error = NULL;

  edit (document, "Add somebody", RM_EDIT_NONE, insert_person, SECRET);
  g_assert_true (rm_store_undo (store, NULL, NULL));
  g_assert_nonnull (rm_store_get_redo_label (store));
  rm_purge_add_word (purge, SECRET);
  rm_document_purge (document, purge, &error);
  g_assert_no_error (error);
  g_assert_null (rm_store_get_redo_label (store));
  g_assert_false (is_found (place->dir, SECRET));
  rm_document_close (document);
}

/* Changesets that are packed are looked into. */
static gboolean
insert_at_length (RmStore *store,
                  gpointer data,
                  GError **error)
{
  RmPerson *person = rm_person_new ();
  gboolean ok = TRUE;

  person->notes = g_strnfill (2000, 'x');
  for (int k = 0; ok && k < 800; k++)
    {
      person->record.id = 0;
      g_free (person->name);
      person->name = k == 400 ? g_strdup (data) : g_strdup ("Somebody");
      ok = rm_store_insert (store, person, error);
    }
  rm_record_unref (person);
  return ok;
}

static void
test_packed (Place *place,
             gconstpointer data)
{
  RmDocument *document = must_create (place);
  g_autoptr (RmPurge) purge = rm_purge_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  edit (document, "Add many", RM_EDIT_NONE, insert_at_length, SECRET);
  id = id_of (rm_document_get_store (document), SECRET);
  edit (document, "Remove one", RM_EDIT_NONE, delete_person, &id);
  rm_purge_add_word (purge, SECRET);
  rm_document_purge (document, purge, &error);
  g_assert_no_error (error);
  g_assert_null (rm_store_get_undo_label (rm_document_get_store (document)));
  g_assert_false (is_found (place->dir, SECRET));
  rm_document_close (document);
}

/* Somebody who is still in a row is not erased, and that is said. */
static void
test_still_there (Place *place,
                  gconstpointer data)
{
  RmDocument *document = must_create (place);
  g_autoptr (RmPurge) purge = rm_purge_new ();
  g_autoptr (GError) error = NULL;

  edit (document, "Add somebody", RM_EDIT_NONE, insert_person, SECRET);
  rm_purge_add_word (purge, SECRET);
  g_assert_false (rm_document_purge (document, purge, &error));
  g_assert_error (error, RM_STORE_ERROR, RM_STORE_ERROR_CONSTRAINT);
  rm_document_close (document);
}

#define ADD(path, func)                                                                            \
  g_test_add ("/store/purge/" path, Place, NULL, place_set_up, func, place_tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("words", test_words);
  ADD ("rows", test_rows);
  ADD ("table", test_table);
  ADD ("redo", test_redo);
  ADD ("packed", test_packed);
  ADD ("still-there", test_still_there);
  return g_test_run ();
}
