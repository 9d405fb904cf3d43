/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"
#include "store-memory.h"

#include "core/model/rm-person.h"

/* One edit, undo and redo: labels, images, limits, and very many rows. */

static gboolean
add_and_fail (RmStore *store,
              gpointer data,
              GError **error)
{
  insert_person (store, data, NULL);
  g_set_error_literal (error, RM_STORE_ERROR, RM_STORE_ERROR_FAILED, "no");
  return FALSE;
}

static gboolean
add_bad_level (RmStore *store,
               gpointer data,
               GError **error)
{
  RmPerson *person = rm_person_new ();
  gboolean ok = FALSE;

  person->level = 99;
  ok = rm_store_insert (store, person, error);
  rm_record_unref (person);
  return ok;
}

static void
test_labels (void)
{
  g_autoptr (RmStore) store = new_store (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RmChanges) changes = NULL;
  const RmChange *change = NULL;
  const char *name = NULL;

  g_assert_null (rm_store_get_undo_label (store));
  g_assert_false (rm_store_undo (store, NULL, &error));
  g_assert_error (error, RM_STORE_ERROR, RM_STORE_ERROR_NOTHING);
  g_clear_error (&error);

  rm_store_edit (store, "Add Ana", RM_EDIT_NONE, insert_person, "Ana", &changes, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (rm_store_get_undo_label (store), ==, "Add Ana");
  g_assert_cmpuint (changes->rows->len, ==, 1);
  change = g_ptr_array_index (changes->rows, 0);
  g_assert_cmpstr (change->table, ==, "person");
  g_assert_cmpint (change->operation, ==, RM_OPERATION_INSERT);
  g_assert_true (g_variant_lookup (change->after, "name", "&s", &name));
  g_assert_cmpstr (name, ==, "Ana");

  rm_store_undo (store, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (rm_store_get_undo_label (store));
  g_assert_cmpstr (rm_store_get_redo_label (store), ==, "Add Ana");

  /* A new edit ends what could be done again. */
  rm_store_edit (store, "Add Bo", RM_EDIT_NONE, insert_person, "Bo", NULL, &error);
  g_assert_null (rm_store_get_redo_label (store));
  g_assert_false (rm_store_edit (store, "Fail", RM_EDIT_NONE, add_and_fail, "Carl", NULL, &error));
  g_assert_error (error, RM_STORE_ERROR, RM_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_cmpstr (rm_store_get_undo_label (store), ==, "Add Bo");

  g_assert_false (rm_store_edit (store, "Bad", RM_EDIT_NONE, add_bad_level, NULL, NULL, &error));
  g_assert_error (error, RM_STORE_ERROR, RM_STORE_ERROR_CONSTRAINT);
}

/* Large edits keep images instead of changesets; small ones before and after still work. */
static void
test_image (void)
{
  g_autofree char *dir = g_dir_make_tmp ("rm-image-XXXXXX", NULL);
  g_autoptr (RmStore) store = new_store (dir);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  const char *names[] = { "Ana", "Bo", "Carl" };

  rm_store_edit (store, "Add Ana", RM_EDIT_NONE, insert_person, (gpointer) names[0], NULL, &error);
  before = dump_store (store);
  rm_store_edit (store, "Import", RM_EDIT_LARGE, insert_person, (gpointer) names[1], NULL, &error);
  g_assert_no_error (error);
  rm_store_edit (store, "Add Carl", RM_EDIT_NONE, insert_person, (gpointer) names[2], NULL, &error);
  after = dump_store (store);

  for (int round = 0; round < 2; round++)
    {
      g_autofree char *undone = NULL;
      g_autofree char *redone = NULL;

      rm_store_undo (store, NULL, &error);
      rm_store_undo (store, NULL, &error);
      g_assert_no_error (error);
      undone = dump_store (store);
      g_assert_cmpstr (undone, ==, before);
      g_assert_cmpstr (rm_store_get_undo_label (store), ==, "Add Ana");
      rm_store_load_history (store, &error);
      g_assert_cmpstr (rm_store_get_redo_label (store), ==, "Import");
      rm_store_redo (store, NULL, &error);
      g_assert_no_error (error);
      rm_store_redo (store, NULL, &error);
      g_assert_no_error (error);
      redone = dump_store (store);
      g_assert_cmpstr (redone, ==, after);
    }
  rm_store_undo (store, NULL, &error);
  rm_store_undo (store, NULL, &error);
  rm_store_undo (store, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (rm_store_get_undo_label (store));
}

/* The oldest changesets go first; what is left can still be undone. */
static void
test_limit (void)
{
  g_autoptr (RmStore) store = new_store (NULL);
  g_autoptr (GError) error = NULL;
  int undone = 0;

  rm_store_set_history_limit (store, 1000);
  for (int i = 0; i < 50; i++)
    rm_store_edit (store, "Add", RM_EDIT_NONE, insert_person, "Somebody", NULL, &error);
  g_assert_no_error (error);
  rm_store_load_history (store, &error);
  while (rm_store_get_undo_label (store) != NULL)
    {
      rm_store_undo (store, NULL, &error);
      g_assert_no_error (error);
      undone++;
    }
  g_assert_cmpint (undone, >, 2);
  g_assert_cmpint (undone, <, 50);
}

static gboolean
add_many (RmStore *store,
          gpointer data,
          GError **error)
{
  for (int i = 0; i < 30000; i++)
    if (!insert_person (store, "Somebody with a rather long name to fill the page", error))
      return FALSE;

  return TRUE;
}

/* Changesets of more than a megabyte are packed in parts, and too many rows become a reset. */
static void
test_many (void)
{
  g_autoptr (RmStore) store = new_store (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RmChanges) changes = NULL;
  g_autofree char *before = dump_store (store);
  g_autofree char *after = NULL;
  gint64 parts = 0;

  rm_store_edit (store, "Import", RM_EDIT_NONE, add_many, NULL, &changes, &error);
  g_assert_no_error (error);
  g_assert_true (changes->reset);
  rm_db_get_int64 (rm_store_get_db (store), "SELECT count (*) FROM history_blob WHERE packed = 1",
                   &parts, &error);
  g_assert_cmpint (parts, >, 1);
  rm_store_undo (store, NULL, &error);
  g_assert_no_error (error);
  after = dump_store (store);
  g_assert_cmpstr (before, ==, after);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/edit/labels", test_labels);
  g_test_add_func ("/store/edit/image", test_image);
  g_test_add_func ("/store/edit/limit", test_limit);
  g_test_add_func ("/store/edit/many", test_many);
  return g_test_run ();
}
