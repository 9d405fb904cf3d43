/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/sheet/rm-file-problem.h"
#include "exchange/sheet/rm-sheet.h"

G_BEGIN_DECLS

/* The first column that is called @key, or by one of the words for that in @name: see
 * rm_words_list_headers(). Case and signs do not matter. */
gboolean rm_columns_find (const RmSheet *table,
                          const char *name,
                          const char *key,
                          guint *column);

/* Lists a row that is left out. @message: (transfer full) */
void rm_columns_add_problem (GPtrArray *problems,
                             const RmSheet *table,
                             guint row,
                             guint column,
                             RmFileProblemType type,
                             char *message);

G_END_DECLS
