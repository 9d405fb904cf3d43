/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-person.h"
#include "exchange/sheet/rm-file-problem.h"

G_BEGIN_DECLS

/** RmImportOutcome: what becomes of a row. */
typedef enum
{
  RM_IMPORT_BLANK,     /* nothing stands in it */
  RM_IMPORT_ADDED,     /* a new person or rating */
  RM_IMPORT_CHANGED,   /* a person who was there gets new values */
  RM_IMPORT_UNCHANGED, /* the programme says so already */
  RM_IMPORT_SKIPPED,   /* left out, by choice or because of a problem */
  RM_IMPORT_N_OUTCOMES,
} RmImportOutcome;

/**
 * RmImportChange:
 * @row: index of the row
 * @before: (owned): the person as the programme has them
 * @after: (owned): as they would be
 *
 * A person who is there already and gets new values.
 */
typedef struct
{
  guint row;
  RmPerson *before;
  RmPerson *after;
} RmImportChange;

/**
 * RmImportResult:
 * @people: (element-type RmPerson): people who are new or changed
 * @skills: (element-type RmSkill): skills that are new
 * @ratings: (element-type RmRating): ratings that are new; their own ids are 0, or minus the id of a
 *   rating of the same day that theirs has to be above (of one day the higher id counts as newer)
 * @outcomes: (array length=n_rows): an #RmImportOutcome for each row
 * @n_rows: how many rows the table has
 * @counts: how many rows had each outcome
 * @n_relinked: people outside the file whose manager was found by it; they are in @people
 * @n_partless: new people who are neither mentor nor mentee, where nobody in the file is
 * @changes: (element-type RmImportChange): in the order of the file
 * @gone: (element-type gint64): people of the programme who take part and whom a file with most of
 *   the others does not name
 * @headers: (owned): rm_import_plan_dup_headers()
 * @mapping: (owned): rm_import_plan_dup_mapping()
 * @problems: (element-type RmFileProblem): values and rows left out, in the order of the file
 * @notices: (element-type RmFileProblem): what a person should know and nothing was left out for
 *
 * What an import would do. Nothing has been changed yet.
 *
 * New people and new skills have temporary ids: -1, -2, … in the order of their arrays, people and
 * skills each on their own. Managers, and the people and skills of ratings, refer to these. Whoever
 * stores the result replaces them by real ids. Records with positive ids replace the ones the
 * programme has. Members derived from other records (standings, folded text) are not filled in.
 */
struct _RmImportResult
{
  GPtrArray *people;
  GPtrArray *skills;
  GPtrArray *ratings;
  guint8 *outcomes;
  guint n_rows;
  guint counts[RM_IMPORT_N_OUTCOMES];
  guint n_relinked;
  guint n_partless;
  GArray *changes;
  GArray *gone;
  char *headers;
  char *mapping;
  GPtrArray *problems;
  GPtrArray *notices;
};

RmImportResult *rm_import_result_new (guint n_rows);
void rm_import_result_free (RmImportResult *self);

/* Adds to @changes. */
void rm_import_result_add_change (RmImportResult *self,
                                  guint row,
                                  const RmPerson *before,
                                  const RmPerson *after);

/**
 * rm_import_result_describe:
 * @self: a result
 *
 * Returns: (transfer full): a translated sentence with the counts
 */
char *rm_import_result_describe (const RmImportResult *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmImportResult, rm_import_result_free)

G_END_DECLS
