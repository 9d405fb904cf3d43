/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/rm-db.h"
#include "store/rm-salvage.h"

G_BEGIN_DECLS

struct _RmSalvage
{
  RmDb *db;
  RmCheck *check;
  gboolean has_history;
  gboolean readable;    /* some table is there */
};

/* A row; @values follow the columns asked for, NULL for those missing in the file. */
typedef void (*RmSalvageRowFunc) (RmSalvage *self,
                                  gint64 id,
                                  const RmRaw *const *values,
                                  gpointer data);

/* Calls @func for each readable row of a table, in the order of ids; an unreadable one is a
 * finding. Returns FALSE if there is no such table. */
gboolean rm_salvage_read_rows (RmSalvage *self,
                               const char *table,
                               const char *const *columns,
                               guint n_columns,
                               RmSalvageRowFunc func,
                               gpointer data);

/* The tables that are not entities: the document itself, the history. */
void rm_salvage_check_document (RmSalvage *self);
void rm_salvage_check_history (RmSalvage *self);

G_END_DECLS
