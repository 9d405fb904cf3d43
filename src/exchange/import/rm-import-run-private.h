/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-skill-names.h"
#include "exchange/import/rm-import-lookup-private.h"
#include "exchange/import/rm-import-plan-private.h"

G_BEGIN_DECLS

/**
 * RmImportRun:
 *
 * What an evaluation keeps while it walks over the rows.
 */
typedef struct
{
  const RmImportPlan *plan; /* borrowed */
  RmProgressFunc progress;
  gpointer data;
  guint row;
  int says_who; /* whether nearly all rows have a number or an address; -1 until asked */
  gboolean names_turned; /* "Family, Given" */
  gboolean newest_first; /* rows are taken from the newest answer to the oldest */
  gboolean bad; /* a cell of the row is not a value of its field */

  /* owned */
  RmImportResult *result;
  RmImportPeople *people;
  RmSkillNames *skills;
  GHashTable **parsed;    /* for each column: text → what it was read as */
  RmDates **dates;        /* for each column of dates */
  guint *n_open;          /* for each column: dates that nobody can read */
  const char **open_date; /* one of these, borrowed from the plan */
  GStringChunk *cleaned;  /* cells that are not as the file has them */
  GHashTable *newest;     /* person, skill, source → newest rating, borrowed */
  GHashTable *counts;     /* person, skill, source, day and values → how many are there */
  GHashTable *used;       /* the same → how many of these this file has named */
  GHashTable *rated;      /* person, skill, source, day → line in this file */
  GHashTable *retired;    /* retired skills that were told of, borrowed */
} RmImportRun;

RmImportRun *rm_import_run_new (const RmImportPlan *plan);
void rm_import_run_free (RmImportRun *self);
RmImportResult *rm_import_run_finish (RmImportRun *self);

void rm_import_run_begin_row (RmImportRun *self,
                              guint row);

/* FALSE where somebody asked to stop. */
gboolean rm_import_run_report (RmImportRun *self,
                               double fraction);

/* The row's cell: in a column of keys without what only stands for nothing, such as "n/a", and
 * without what a spreadsheet has added to a number. */
const char *rm_import_run_get_cell (const RmImportRun *self,
                                    guint column);
gboolean rm_import_run_is_cell_blank (const RmImportRun *self,
                                      guint column);

/* Whether nothing stands in any column that is used. */
gboolean rm_import_run_is_blank (const RmImportRun *self);
void rm_import_run_set_outcome (RmImportRun *self,
                                RmImportOutcome outcome);

/* Text of the row's cell for @part, or NULL where there is no such column or it is blank. */
const char *rm_import_run_get_text (const RmImportRun *self,
                                    RmImportPart part,
                                    guint *column);

/* rm-import-names.c: whether names are "Family, Given"; and the cleaned name, from one column or two.
 * */
gboolean rm_import_run_are_names_turned (const RmImportRun *self);
char *rm_import_run_dup_name (const RmImportRun *self,
                              guint *column);

/* Takes @message. @column may be RM_FILE_NOWHERE. */
void rm_import_run_add_problem (RmImportRun *self,
                                RmFileProblemType type,
                                guint column,
                                gboolean skips,
                                char *message);
void rm_import_run_add_notice (RmImportRun *self,
                               RmFileProblemType type,
                               guint column,
                               char *message);

/* Reads the row's cell into its field; FALSE (and a problem) where it is not a value. */
gboolean rm_import_run_parse (RmImportRun *self,
                              gpointer record,
                              guint column);

/* rm-import-lines.c: what a row is, and the column in which it begins. */
typedef enum
{
  RM_IMPORT_LINE_PERSON,
  RM_IMPORT_LINE_MAYBE_TOTAL,
  RM_IMPORT_LINE_TOTAL,
  RM_IMPORT_LINE_NOTE,
  RM_IMPORT_LINE_HEADERS,
} RmImportLine;

RmImportLine rm_import_run_judge_line (RmImportRun *self,
                                       guint *column);

/* rm-import-order.c: the column with the time of each answer, or RM_FILE_NOWHERE; and the rows in the
 * order in which they count (transfer full). */
guint rm_import_run_find_stamp (const RmImportRun *self);
guint *rm_import_run_order_rows (const RmImportRun *self,
                                 gboolean *newest_first);

/* rm-import-identify.c: who a row is about, among the programme's people and those of earlier rows;
 * @seen has the ids of people whom a row named, with its line. @person gets the number as the
 * programme has it. FALSE (and a problem) where the row cannot be used. */
gboolean rm_import_run_identify (RmImportRun *self,
                                 GHashTable *seen,
                                 RmPerson *person,
                                 const RmPerson **existing);

/* rm-import-people.c */
gboolean rm_import_run_people (RmImportRun *self);

/* rm-import-ratings.c */
gboolean rm_import_run_ratings (RmImportRun *self);
void rm_import_run_index_ratings (RmImportRun *self);

/* The skill of that name, made where there is none; NULL (and a problem) where several have it. */
const RmSkill *rm_import_run_get_skill (RmImportRun *self,
                                        guint column,
                                        const char *name,
                                        const char *category,
                                        const char *context);

/* Takes @rating, which has its person, skill, source and values; decides whether it is new. */
RmImportOutcome rm_import_run_take_rating (RmImportRun *self,
                                           RmRating *rating,
                                           gboolean dated,
                                           guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmImportRun, rm_import_run_free)

G_END_DECLS
