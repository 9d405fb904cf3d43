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
  GHashTable *same;   /* rows that are the same person, whatever changed */
  GPtrArray *notices; /* RmFileProblem about headers */
  char *today;
  RmDateOrder date_order; /* what a person said */
};

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
