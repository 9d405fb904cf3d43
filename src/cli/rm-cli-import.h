/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/files/rm-import.h"
#include "cli/rm-cli.h"

G_BEGIN_DECLS

/** RmCliImportAnswers: options that say how files are to be understood; strings are owned. */
typedef struct
{
  char *mapping; /* a file */
  char *write_mapping;
  char **map;   /* those that no file had yet */
  int header;
  char *dates;
  char **same;
  char **set;
  char *scale;
  gboolean skills;
  gboolean gone_left;

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

/* rm_import_plan_evaluate(), with the people who are not in the file as they were answered. */
RmImportResult *rm_cli_import_answers_evaluate (const RmCliImportAnswers *self,
                                                RmImportPlan *plan,
                                                GError **error);
void rm_cli_import_answers_clear (RmCliImportAnswers *self);

/* rm-cli-import-report.c; all say it on the standard error. */
void rm_cli_tell_left_out (const char *path,
                           const RmImportPlan *plan);
void rm_cli_tell_notices (const char *path,
                          GPtrArray *notices);
void rm_cli_tell_ways_out (const RmImportResult *result,
                           gboolean gone_left);
void rm_cli_print_problems (const char *path,
                            GPtrArray *problems);

/* How many of them were answered on the safe side. */
guint rm_cli_count_questions (GPtrArray *notices);

G_END_DECLS
