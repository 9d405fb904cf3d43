/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-field.h"
#include "exchange/csv/rm-csv-table.h"
#include "exchange/csv/rm-file-problem.h"

G_BEGIN_DECLS

/* The first column with a header of @list, words between bars, in any case and spelling of signs. */
gboolean rm_columns_find (const RmCsvTable *table,
                          const char *list,
                          guint *column);

/* Likewise by the key of @field, or another word for it. */
gboolean rm_columns_find_field (const RmCsvTable *table,
                                const RmField *field,
                                guint *column);

/* Lists a row that is left out. @message: (transfer full) */
void rm_columns_add_problem (GPtrArray *problems,
                             const RmCsvTable *table,
                             guint row,
                             guint column,
                             RmFileProblemType type,
                             char *message);

G_END_DECLS
