/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Runs @sql on the document at @path with every rule of its schema removed (types, NOT NULL, CHECK,
 * references) and restored afterwards: a file with our schema and impossible content. */
void spoil_values (const char *path,
                   const char *sql);

/* The same in memory, to do it by the thousand; returns whether @sql could be run. */
gboolean spoil_bytes (GBytes **document,
                      const char *sql);

G_END_DECLS
