/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import/rm-import-plan.h"

G_BEGIN_DECLS

/**
 * RmImportColumn:
 * @key: (owned) (nullable): key of the target; %NULL where the column is ignored
 * @part: what it is used for
 * @field: (nullable): the field that takes its values
 * @skill: (owned) (nullable): the skill that %RM_IMPORT_PART_RATING is about
 *
 * What a column means.
 */
typedef struct
{
  char *key;
  RmImportPart part;
  const RmField *field;
  char *skill;
} RmImportColumn;

struct _RmImportPlan
{
  RmImportKind kind;

  /* owned */
  RmSheet *table;
  RmProgramme *programme;
  GPtrArray *ratings; /* nullable */
  GArray *targets;
  GHashTable *words;  /* folded word → index of a target, plus one */
  GArray *columns;    /* RmImportColumn */
  GHashTable *cells;  /* guint64 of row and column → corrected text */
  GHashTable *skipped;
  GHashTable *constants; /* RmField → text, for rows that say nothing of it */
  GHashTable *left;   /* gint64: people who are not in the file, since they have left */
  GHashTable *matrix; /* columns that were taken as skills */
  GHashTable *same;   /* rows that are the same person, whatever changed */
  GPtrArray *notices; /* RmFileProblem about headers */
  char *today;
  int lowest;         /* the scale of levels; both 0 where it is ours */
  int highest;
  RmDateOrder date_order; /* what a person said */
};

/* The reset of one; for an array, too. */
void rm_import_column_clear (gpointer column);

/* Reads what a column could be; a skill's own name only where it is known. */
gboolean rm_import_plan_understand (const RmImportPlan *self,
                                    const char *text,
                                    RmImportColumn *column);

/* The column other than @except that means @key, or RM_FILE_NOWHERE. */
guint rm_import_plan_find_key (const RmImportPlan *self,
                               const char *key,
                               guint except);

/* rm-import-matrix.c: a level on the file's scale, or a mark; FALSE where it is something else. */
gboolean rm_import_plan_parse_level (const RmImportPlan *self,
                                     gpointer record,
                                     const RmField *field,
                                     const char *text);

/* Says in which columns crosses are taken as levels. */
void rm_import_plan_note_marks (const RmImportPlan *self,
                                GPtrArray *notices);

/* Says that there are columns that could be a matrix. */
void rm_import_plan_note_matrix (RmImportPlan *self);

/* rm-import-guess.c: proposes what the columns mean, by header and by values. */
void rm_import_plan_guess (RmImportPlan *self);

/* Whether the values of column @c can be what @column says they are; FALSE where nearly none can.
 * */
gboolean rm_import_plan_guess_fits (const RmImportPlan *self,
                                    guint c,
                                    const RmImportColumn *column);

/* (transfer full): how the dates of a column are written. */
RmDates *rm_import_plan_learn_dates (const RmImportPlan *self,
                                     guint column);

/* Whether somebody corrected a cell of the row. */
gboolean rm_import_plan_is_corrected (const RmImportPlan *self,
                                      guint row);

G_END_DECLS
