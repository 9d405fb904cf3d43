/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "spoil.h"
#include "tools.h"

#include "app/commands/rm-commands.h"

/* A file with damage only in its pages: it is refused, nothing of its history is shown before, and
 * the next file of that name opens. */

typedef struct
{
  char *folder;
  char *path;
  char *state;
  GFile *file;
} Fixture;

static void
set_up (Fixture *self,
        gconstpointer data)
{
  g_autoptr (RmSession) session = NULL;
  g_autoptr (GError) error = NULL;
  RmPerson *person = rm_person_new ();

  self->folder = g_dir_make_tmp ("rm-damaged-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "p.mentoring", NULL);
  self->state = g_build_filename (self->folder, "state", NULL);
  self->file = g_file_new_for_path (self->path);
  session = rm_session_open (self->file, TRUE, RM_OPEN_NONE, self->state, &error);
  g_assert_no_error (error);
  person->name = g_strdup ("Ana");
  g_assert_true (rm_command_add_record (session, person, &error));
  g_assert_true (rm_session_save (session, FALSE, &error));
  rm_record_unref (person);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  remove_folder (self->folder);
  g_object_unref (self->file);
  g_free (self->state);
  g_free (self->path);
  g_free (self->folder);
}

static RmSession *
must_open (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  RmSession *session = rm_session_open (self->file, FALSE, RM_OPEN_NONE, self->state, &error);

  g_assert_no_error (error);
  return session;
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* Undo begins when the document was found sound, and whoever shows it is told. */
static void
test_labels (Fixture *self,
             gconstpointer data)
{
  g_autoptr (RmSession) session = must_open (self);
  g_autoptr (GPtrArray) before = rm_session_list_history (session, 10, NULL);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_signal_connect_swapped (session, "notify::undo-label", G_CALLBACK (count_cb), &n);
  g_assert_null (rm_session_get_undo_label (session));
  g_assert_cmpuint (before->len, ==, 0);
  g_assert_true (rm_session_verify (session, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 1);
  g_assert_nonnull (rm_session_get_undo_label (session));
  after = rm_session_list_history (session, 10, NULL);
  g_assert_cmpuint (after->len, ==, 1);
}

static void
test_refused (Fixture *self,
              gconstpointer data)
{
  static const char *const statements[] = {
    "UPDATE history SET kind = NULL",
    "UPDATE history SET label = NULL",
    "UPDATE history SET author = NULL",
    "UPDATE history SET kind = 'miracle'",
    "UPDATE history SET size = NULL",
    "UPDATE history_blob SET data = NULL",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RmSession) session = NULL;
      g_autofree char *good = NULL;
      gsize size = 0;

      g_assert_true (g_file_get_contents (self->path, &good, &size, &error));
      spoil_values (self->path, statements[i]);
      session = must_open (self);
      g_assert_false (rm_session_verify (session, &error));
      g_assert_error (error, RM_STORE_ERROR, RM_STORE_ERROR_DAMAGED);
      g_assert_false (rm_session_is_editable (session));
      g_assert_null (rm_session_get_undo_label (session));
      g_clear_object (&session);

      g_clear_error (&error);
      g_assert_true (g_file_set_contents (self->path, good, (gssize) size, &error));
      session = must_open (self);
      g_assert_true (rm_session_verify (session, &error));
      g_assert_true (rm_session_undo (session, &error));
      g_assert_no_error (error);
      g_assert_true (rm_session_redo (session, &error));
      g_assert_true (rm_session_save (session, FALSE, &error));
    }
}

#define ADD(path, func) g_test_add ("/app/damaged/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("labels", test_labels);
  ADD ("refused", test_refused);
  return g_test_run ();
}
