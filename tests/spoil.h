/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Runs @sql on the document at @path with every rule of its schema taken away (types, NOT NULL,
 * CHECK, references) and put back afterwards: a file whose schema is ours and whose content cannot
 * be. */
void spoil_values (const char *path,
                   const char *sql);

/* The same in memory, for those who do it by the thousand; whether @sql could be run. */
gboolean spoil_bytes (GBytes **document,
                      const char *sql);

G_END_DECLS
