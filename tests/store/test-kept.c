/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include "store/rm-store-private.h"

/* Kept rows stay, whatever is undone. No table is kept so far: this test makes one as a migration
 * would. */

#define TABLE "kept_paper"

static gboolean
exec (RmStore *store,
      gpointer data,
      GError **error)
{
  return rm_db_exec (store->db, data, "test", error);
}

static void
edit (RmStore *store,
      const char *label,
      RmEditFlags flags,
      const char *sql)
{
  g_autoptr (GError) error = NULL;

  rm_store_edit (store, label, flags, exec, (gpointer) sql, NULL, &error);
  g_assert_no_error (error);
}

static gint64
count (RmStore *store,
       const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s", table);
  g_autoptr (GError) error = NULL;
  gint64 n = 0;

  rm_db_get_int64 (store->db, sql, &n, &error);
  g_assert_no_error (error);

  return n;
}

static RmDocument *
make_document (const Place *place)
{
  RmDocument *document = must_create (place);
  g_autoptr (GError) error = NULL;

  rm_db_exec (rm_document_get_store (document)->db,
              "CREATE TABLE " TABLE " (id INTEGER PRIMARY KEY NOT NULL, name TEXT) STRICT", "test",
              &error);
  g_assert_no_error (error);

  return document;
}

#define HAND_OUT "INSERT INTO " TABLE " (name) VALUES ('Zoë');"
#define ADD_SKILL "INSERT INTO skill (id, name) VALUES (abs (random ()), 'Prezi');"

/* An edit with both: undo takes the one back and leaves the other, redo does not write it twice. */
static void
check_undo (Place *place,
            RmEditFlags flags)
{
  RmDocument *document = make_document (place);
  RmStore *store = rm_document_get_store (document);
  gint64 before = 0;
  g_autoptr (GError) error = NULL;

  edit (store, "Add", RM_EDIT_NONE, ADD_SKILL);
  edit (store, "Hand out", RM_EDIT_NONE, HAND_OUT ADD_SKILL);
  before = count (store, "skill");
  edit (store, "Import", flags, HAND_OUT ADD_SKILL);
  g_assert_cmpint (count (store, TABLE), ==, 2);
  g_assert_cmpint (count (store, "skill"), ==, before + 1);

  g_assert_true (rm_store_undo (store, NULL, &error));
  g_assert_cmpint (count (store, "skill"), ==, before);
  g_assert_cmpint (count (store, TABLE), ==, 2);
  g_assert_true (rm_store_redo (store, NULL, &error));
  g_assert_cmpint (count (store, "skill"), ==, before + 1);
  g_assert_cmpint (count (store, TABLE), ==, 2);
  g_assert_true (rm_store_undo (store, NULL, &error));
  g_assert_true (rm_store_undo (store, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count (store, "skill"), ==, before - 1);
  g_assert_cmpint (count (store, TABLE), ==, 2);

  rm_document_close (document);
}

static void
test_undo (Place *place,
           gconstpointer data)
{
  check_undo (place, RM_EDIT_NONE);
}

/* Undo of a large edit restores a whole copy, and what was kept since then stays all the same. */
static void
test_large (Place *place,
            gconstpointer data)
{
  check_undo (place, RM_EDIT_LARGE);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  work_in_memory ();
  g_test_add ("/store/kept/undo", Place, NULL, place_set_up, test_undo, place_tear_down);
  g_test_add ("/store/kept/large", Place, NULL, place_set_up, test_large, place_tear_down);
  return g_test_run ();
}
