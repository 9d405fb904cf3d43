/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/files/rm-import.h"
#include "app/session/rm-session.h"
#include "tools.h"

G_BEGIN_DECLS

/* A session on a separate programme, in a separate folder that is removed with it. */
typedef struct
{
  char *folder;
  RmSession *session;
  GAsyncResult *answer; /* the result passed to app_fixture_heard() */
} AppFixture;

AppFixture *app_fixture_new (void);
/* With the people and ratings of the sample. */
AppFixture *app_fixture_new_sample (void);

void app_fixture_free (AppFixture *self);

/* A file in the fixture's folder. */
GFile *app_fixture_file (AppFixture *self,
                         const char *name);
GFile *app_fixture_write (AppFixture *self,
                          const char *name,
                          const char *text);

/* A file of the shipped sample. */
GFile *app_fixture_sample (const char *name);

/* The result of importing @file. */
RmImportResult *app_fixture_evaluate (AppFixture *self,
                                      GFile *file,
                                      RmImportKind kind);

/* Imports it; must succeed. */
/* Writes @result (transfer full). */
gboolean app_fixture_apply (AppFixture *self,
                            RmImportKind kind,
                            RmImportResult *result,
                            RmProgressFunc progress,
                            GError **error);
void app_fixture_import (AppFixture *self,
                         GFile *file,
                         RmImportKind kind);

/* A callback for asynchronous commands, and waiting for it: success. */
void app_fixture_heard (GObject *session,
                        GAsyncResult *result,
                        gpointer fixture);
gboolean app_fixture_finish (AppFixture *self,
                             GError **error);

/* Everything as text: two programmes with the same dump are equal. */
char *app_fixture_dump (AppFixture *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AppFixture, app_fixture_free)

G_END_DECLS
