/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/lab/rm-live-result.h"
#include "app/session/rm-session.h"
#include "exchange/sheet/rm-file-problem.h"
#include "exchange/sheet/rm-sheet-origin.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/** RmCliStatus: the exit status; part of the interface. */
typedef enum
{
  RM_CLI_OK = 0,
  RM_CLI_FAILED = 1, /* the request failed or the answer is no */
  RM_CLI_USAGE = 2,
  RM_CLI_UNKNOWN = 3, /* the answer is unknown */
} RmCliStatus;

/** RmCli: one call of the program. */
typedef struct
{
  const struct RmCliVerb *verb;
  gboolean json;
  double wait; /* seconds, for a programme that somebody else has open */
} RmCli;

/**
 * RmCliVerb:
 * @name: its name, as typed
 * @arguments: its arguments, for the help
 * @summary: untranslated: what it does
 * @details: (nullable): untranslated: details for the help
 * @run: runs it; @args begins with the verb
 */
typedef struct RmCliVerb
{
  const char *name;
  const char *arguments;
  const char *summary;
  const char *details;
  RmCliStatus (*run) (RmCli *self, char **args);
} RmCliVerb;

/* The verbs, one per file or topic. */
RmCliStatus rm_cli_apart (RmCli *self, char **args);
RmCliStatus rm_cli_check (RmCli *self, char **args);
RmCliStatus rm_cli_explain (RmCli *self, char **args);
RmCliStatus rm_cli_export (RmCli *self, char **args);
RmCliStatus rm_cli_gaps (RmCli *self, char **args);
RmCliStatus rm_cli_import (RmCli *self, char **args);
RmCliStatus rm_cli_match (RmCli *self, char **args);
RmCliStatus rm_cli_new (RmCli *self, char **args);
RmCliStatus rm_cli_recover (RmCli *self, char **args);
RmCliStatus rm_cli_scenarios (RmCli *self, char **args);
RmCliStatus rm_cli_people (RmCli *self, char **args);
RmCliStatus rm_cli_skills (RmCli *self, char **args);
RmCliStatus rm_cli_suggest (RmCli *self, char **args);
RmCliStatus rm_cli_verify (RmCli *self, char **args);
RmCliStatus rm_cli_why_not (RmCli *self, char **args);

/* rm-cli-scores.c: the part of "match" that needs no programme. */
RmCliStatus rm_cli_match_scores (RmCli *self,
                                 const char *path,
                                 const char *sheet,
                                 const char *capacities,
                                 RmMode mode,
                                 gboolean minimise);

/* rm-cli-person.c */

/* Finds a person on a side by the staff number, else e-mail, else name @typed. */
const RmPerson *rm_cli_find_person (const RmScorer *scorer,
                                    gboolean as_mentor,
                                    const char *typed,
                                    GError **error);

/* A member with a person's staff number and name. */
void rm_cli_json_person (JsonBuilder *builder,
                         const char *name,
                         const RmPerson *person);

/* rm-cli-weights.c */

/* The pairing from @settings, proved but not applied. */
RmLiveResult *rm_cli_try_settings (RmProgramme *programme,
                                   RmSettings *settings,
                                   GError **error);

/* rm-cli.c */

/* Parses the options of a verb and puts the other words, at least @min and at most @max, into
 * @rest. Returns FALSE, and tells the user, if the call is wrong. */
gboolean rm_cli_parse (RmCli *self,
                       char **args,
                       const GOptionEntry *entries,
                       guint min,
                       guint max,
                       char ***rest);
RmCliStatus rm_cli_usage (RmCli *self,
                          const char *message);

/* Prints @error (transfer full), with @path in front unless it is NULL. */
RmCliStatus rm_cli_fail (RmCli *self,
                         const char *path,
                         GError *error);

/* An RmProgressFunc: stops when the user has pressed Ctrl+C. */
gboolean rm_cli_progress (double fraction,
                          gpointer data);

/* rm-cli-document.c */

/* Returns NULL, and tells the user, if it cannot be opened. @to_change refuses a document with
 * somebody else's unsaved changes. */
RmSession *rm_cli_open (RmCli *self,
                        const char *path,
                        gboolean to_change);

/* rm_session_open(), but waits until nobody else has it open, and prints notices about saving. */
RmSession *rm_cli_open_file (RmCli *self,
                             const char *path,
                             gboolean create,
                             RmOpenFlags flags,
                             GError **error);

/* rm_cli_fail(), with a hint if unsaved changes are in the way. */
RmCliStatus rm_cli_fail_unsaved (RmCli *self,
                                 const char *path,
                                 GError *error);
/* A file to be created. Returns NULL, and tells the user, if it exists and must not be replaced. */
GFile *rm_cli_new_file (RmCli *self,
                        const char *path,
                        gboolean force);

/* Saves and closes @session (transfer full). */
RmCliStatus rm_cli_close_saved (RmCli *self,
                                const char *path,
                                RmSession *session);

/* Closes @session (transfer full) and discards its changes: the file stays unchanged. */
void rm_cli_close_unsaved (RmSession *session);

/* rm-cli-output.c */

/* "people.csv:12: column “Level”: …" on the standard error. */
/* The way out where nobody named a sheet; that there are several is among the problems. */
void rm_cli_tell_sheet (const RmSheetOrigin *origin);

void rm_cli_print_problem (const char *path,
                           const RmFileProblem *problem);

/* An aligned table; the first row holds the headings. Columns from @n_left on are numbers. */
typedef struct _RmCliTable RmCliTable;

RmCliTable *rm_cli_table_new (guint n_columns,
                              guint n_left);
void rm_cli_table_add (RmCliTable *self,
                       const char *cell);
void rm_cli_table_add_number (RmCliTable *self,
                              gint64 number);
void rm_cli_table_print (const RmCliTable *self);
void rm_cli_table_free (RmCliTable *self);

/* Members of the object being built. */
void rm_cli_json_string (JsonBuilder *builder,
                         const char *name,
                         const char *value);
/* Without isolates: rm_sentence_plain(). */
void rm_cli_json_sentence (JsonBuilder *builder,
                           const char *name,
                           const char *sentence);
void rm_cli_json_int (JsonBuilder *builder,
                      const char *name,
                      gint64 value);
void rm_cli_json_boolean (JsonBuilder *builder,
                          const char *name,
                          gboolean value);
/* Where a sheet came from, as the member "source". */
void rm_cli_json_origin (JsonBuilder *builder,
                         const RmSheetOrigin *origin);

void rm_cli_json_problems (JsonBuilder *builder,
                           const char *name,
                           GPtrArray *problems);

/* Members with the figures of a pairing. */
void rm_cli_json_figures (JsonBuilder *builder,
                          const RmFigures *figures);

/* Begins an object, and prints the finished one on the standard output. */
JsonBuilder *rm_cli_json_begin (void);
void rm_cli_json_print (JsonBuilder *builder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmCliTable, rm_cli_table_free)

G_END_DECLS
