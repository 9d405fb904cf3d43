/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-programme.h"
#include "exchange/import/rm-import-plan.h"

G_BEGIN_DECLS

/* A programme with its ratings, as in a document. */
typedef struct
{
  RmProgramme *programme;
  GPtrArray *ratings;
  gint64 next_id;
} Fixture;

Fixture *fixture_new (void);
void fixture_free (Fixture *self);

RmSheet *fixture_read (const char *text);
RmSheet *fixture_load (const char *name);
RmImportPlan *fixture_plan (Fixture *self,
                            RmImportKind kind,
                            const char *text);

/* Does the store's part for a result: real ids for temporary ones. */
void fixture_apply (Fixture *self,
                    const RmImportResult *result);

/* Imports @text directly. */
void fixture_import (Fixture *self,
                     RmImportKind kind,
                     const char *text);

const RmPerson *fixture_find (Fixture *self,
                              const char *name);
RmImportResult *fixture_evaluate (const RmImportPlan *plan);

/* The types of problems as one text, in order: "2:VALUE" would be line 2 and its number. */
char *fixture_describe (GPtrArray *problems);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

G_END_DECLS
