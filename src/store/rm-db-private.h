/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/rm-db.h"

#include <sqlite3.h>

G_BEGIN_DECLS

sqlite3 *rm_db_get_handle (RmDb *self);

/* The one place that maps SQLite's codes to ours; always returns FALSE. */
gboolean rm_db_fail (RmDb *self,
                     int code,
                     const char *action,
                     GError **error);

G_END_DECLS
