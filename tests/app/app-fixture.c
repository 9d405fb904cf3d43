/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "app/files/rm-export-files.h"
#include "app/pairing/rm-commands-proposal.h"

AppFixture *
app_fixture_new (void)
{
  AppFixture *self = g_new0 (AppFixture, 1);
  g_autofree char *state = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("rm-app-XXXXXX", &error);
  g_assert_no_error (error);
  state = g_build_filename (self->folder, "state", NULL);
  file = app_fixture_file (self, "programme.mentoring");
  self->session = rm_session_open (file, TRUE, RM_OPEN_NONE, state, &error);
  g_assert_no_error (error);
  rm_session_save (self->session, FALSE, &error);
  g_assert_no_error (error);
  return self;
}

void
app_fixture_free (AppFixture *self)
{
  g_object_unref (self->session);
  remove_folder (self->folder);
  g_free (self->folder);
  g_free (self);
}

AppFixture *
app_fixture_new_sample (void)
{
  AppFixture *self = app_fixture_new ();
  g_autoptr (GFile) people = app_fixture_sample ("people.csv");
  g_autoptr (GFile) ratings = app_fixture_sample ("ratings.csv");

  app_fixture_import (self, people, RM_IMPORT_PEOPLE);
  app_fixture_import (self, ratings, RM_IMPORT_RATINGS);
  return self;
}

GFile *
app_fixture_file (AppFixture *self,
                  const char *name)
{
  return g_file_new_build_filename (self->folder, name, NULL);
}

GFile *
app_fixture_write (AppFixture *self,
                   const char *name,
                   const char *text)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

GFile *
app_fixture_sample (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "resources", "samples", name,
                                                 NULL);

  return g_file_new_for_path (path);
}

RmImportResult *
app_fixture_evaluate (AppFixture *self,
                      GFile *file,
                      RmImportKind kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RmImportBatch) batch = rm_import_batch_new (self->session, NULL, NULL, &error);
  g_autoptr (RmImport) import = rm_import_batch_load (batch, file, NULL, NULL, NULL, &error);
  g_autoptr (RmImportPlan) plan = NULL;
  RmImportResult *result = NULL;

  g_assert_no_error (error);
  plan = rm_import_new_plan (import, kind);
  result = rm_import_plan_evaluate (plan, NULL, NULL, &error);
  g_assert_no_error (error);
  return result;
}

gboolean
app_fixture_apply (AppFixture *self,
                   RmImportKind kind,
                   RmImportResult *result,
                   RmProgressFunc progress,
                   GError **error)
{
  g_autoptr (RmImportBatch) batch = rm_import_batch_new (self->session, progress, NULL, error);

  g_assert_nonnull (batch);
  rm_import_batch_add (batch, kind, result);
  return rm_import_batch_apply (batch, FALSE, error);
}

void
app_fixture_import (AppFixture *self,
                    GFile *file,
                    RmImportKind kind)
{
  g_autoptr (GError) error = NULL;

  app_fixture_apply (self, kind, app_fixture_evaluate (self, file, kind), NULL, &error);
  g_assert_no_error (error);
}

char *
app_fixture_dump (AppFixture *self)
{
  g_autoptr (GFile) file = app_fixture_file (self, "dump.json");
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  rm_export_write (self->session, RM_EXPORT_BUNDLE, file, NULL, &error);
  g_assert_no_error (error);
  g_file_load_contents (file, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  return text;
}

void
app_fixture_heard (GObject *session,
                   GAsyncResult *result,
                   gpointer fixture)
{
  ((AppFixture *) fixture)->answer = g_object_ref (result);
}

gboolean
app_fixture_finish (AppFixture *self,
                    GError **error)
{
  g_autoptr (GAsyncResult) answer = NULL;

  while (self->answer == NULL)
    g_main_context_iteration (NULL, TRUE);
  answer = g_steal_pointer (&self->answer);
  return rm_session_edit_finish (self->session, answer, error);
}

