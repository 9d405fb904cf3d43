/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/files/rm-import.h"
#include "cli/rm-cli.h"

G_BEGIN_DECLS

/** RmCliImportAnswers: options that say how files are to be understood; strings are owned. */
typedef struct
{
  char **map;   /* those that no file had yet */
  int header;
  char *dates;
  char **same;
  char **set;
  char *scale;
  gboolean skills;

  /* read from these */
  RmDateOrder date_order;
  int lowest;
  int highest;
} RmCliImportAnswers;

/* FALSE where the option is not understood. */
gboolean rm_cli_import_answers_read_dates (RmCliImportAnswers *self);
gboolean rm_cli_import_answers_read_scale (RmCliImportAnswers *self);

gboolean rm_cli_import_answers_set_header (const RmCliImportAnswers *self,
                                           RmImport *import,
                                           GError **error);

/* @last: whether no file follows, so that all --map must be about this one. */
gboolean rm_cli_import_answers_apply (RmCliImportAnswers *self,
                                      RmImportPlan *plan,
                                      gboolean last,
                                      GError **error);
void rm_cli_import_answers_clear (RmCliImportAnswers *self);

G_END_DECLS
