/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/gaps/rm-gap-memory.h"

#include "app-fixture.h"

#include <glib/gstdio.h>

/* The layout of the table of skill gaps is kept from one opening of a document to the next. */

static RmDocument *
document_of (AppFixture *self)
{
  return rm_session_get_document (self->session);
}

static void
open_as (AppFixture *self,
         const char *name)
{
  g_autofree char *state = g_build_filename (self->folder, "state", NULL);
  g_autoptr (GFile) file = app_fixture_file (self, name);
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->session);
  self->session = rm_session_open (file, FALSE, RM_OPEN_NONE, state, &error);
  g_assert_no_error (error);
}

static RmGapLayout *
load (AppFixture *self)
{
  RmGapLayout *layout = rm_gap_layout_new ();

  rm_gap_memory_load (document_of (self), layout);
  return layout;
}

static void
hide (RmGapLayout *layout,
      const char *key)
{
  g_hash_table_add (layout->rows.hidden, g_strdup (key));
}

/* Whatever lines are called; and the file may be called something else since. */
static void
test_again (void)
{
  static const char *const odd[] = { "department ", "department A;B\\; \n[C]=", "department Ärzte" };
  g_autoptr (AppFixture) self = app_fixture_new ();
  g_autoptr (RmGapLayout) layout = load (self);
  g_autoptr (RmGapLayout) again = NULL;
  g_autofree char *before = g_build_filename (self->folder, "programme.mentoring", NULL);
  g_autofree char *after = g_build_filename (self->folder, "other.mentoring", NULL);

  g_assert_cmpuint (g_hash_table_size (layout->rows.hidden), ==, 0);
  for (gsize k = 0; k < G_N_ELEMENTS (odd); k++)
    hide (layout, odd[k]);
  rm_gap_axis_toggle_open (&layout->columns, "category Media");
  rm_gap_axis_sort_by (&layout->rows, RM_GAP_SORT_LINE, "skill 7");
  layout->category = g_strdup ("");
  rm_gap_memory_save (document_of (self), layout);

  g_clear_object (&self->session);
  g_assert_cmpint (g_rename (before, after), ==, 0);
  open_as (self, "other.mentoring");
  again = load (self);
  g_assert_cmpuint (g_hash_table_size (again->rows.hidden), ==, G_N_ELEMENTS (odd));
  for (gsize k = 0; k < G_N_ELEMENTS (odd); k++)
    g_assert_true (g_hash_table_contains (again->rows.hidden, odd[k]));
  g_assert_true (g_hash_table_contains (again->columns.open, "category Media"));
  g_assert_cmpuint (g_hash_table_size (again->columns.hidden), ==, 0);
  g_assert_cmpstr (again->rows.by, ==, "skill 7");
  g_assert_null (again->columns.by);
  g_assert_cmpstr (again->category, ==, "");
}

static gsize
count_kept (AppFixture *self)
{
  g_autofree char *path = rm_document_dup_state_path (document_of (self), "gap-layouts");
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_auto (GStrv) groups = NULL;
  gsize n = 0;

  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL);
  groups = g_key_file_get_groups (file, &n);
  return n;
}

/* What is plain again leaves nothing behind; many documents and many lines do not pile up. */
static void
test_bounds (void)
{
  g_autoptr (AppFixture) self = app_fixture_new ();
  g_autoptr (RmGapLayout) layout = rm_gap_layout_new ();
  g_autoptr (RmGapLayout) again = NULL;
  g_autofree char *path = rm_document_dup_state_path (document_of (self), "gap-layouts");
  g_autoptr (GString) others = g_string_new (NULL);

  rm_gap_memory_save (document_of (self), layout);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  for (guint k = 0; k < 100; k++)
    g_string_append_printf (others, "[%u]\nrows-by=skill 1\n", k);
  g_assert_true (g_file_set_contents (path, others->str, -1, NULL));
  hide (layout, "department Sales");
  rm_gap_memory_save (document_of (self), layout);
  g_assert_cmpuint (count_kept (self), ==, 40);
  again = load (self);
  g_assert_true (g_hash_table_contains (again->rows.hidden, "department Sales"));

  for (guint k = 0; k < 5000; k++)
    g_hash_table_add (layout->rows.hidden, g_strdup_printf ("person %u", k));
  rm_gap_memory_save (document_of (self), layout);
  g_clear_pointer (&again, rm_gap_layout_free);
  again = load (self);
  g_assert_cmpuint (g_hash_table_size (again->rows.hidden), ==, 0);
  g_assert_cmpuint (count_kept (self), ==, 39);
}

/* A file that is spoilt is as none, and one that cannot be written is no error. */
static void
test_spoilt (void)
{
  static const char *const texts[] = { "", "[", "\xff\xfe", "hidden-rows=1\n", "[a]\nb" };
  g_autoptr (AppFixture) self = app_fixture_new ();
  g_autofree char *path = rm_document_dup_state_path (document_of (self), "gap-layouts");

  for (gsize k = 0; k < G_N_ELEMENTS (texts); k++)
    {
      g_autoptr (RmGapLayout) layout = NULL;
      g_autoptr (RmGapLayout) again = NULL;

      g_assert_true (g_file_set_contents (path, texts[k], -1, NULL));
      layout = load (self);
      g_assert_cmpuint (g_hash_table_size (layout->rows.hidden), ==, 0);
      hide (layout, "level 3");
      rm_gap_memory_save (document_of (self), layout);
      again = load (self);
      g_assert_true (g_hash_table_contains (again->rows.hidden, "level 3"));
    }

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  {
    g_autoptr (RmGapLayout) layout = load (self);

    hide (layout, "level 3");
    rm_gap_memory_save (document_of (self), layout);
  }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/gap-memory/again", test_again);
  g_test_add_func ("/app/gap-memory/bounds", test_bounds);
  g_test_add_func ("/app/gap-memory/spoilt", test_spoilt);
  return g_test_run ();
}
