/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * rm_value_text_new:
 * @bytes: the bytes of a value
 * @length: how many
 * @charset: (nullable): what the value says they are in
 *
 * Values of directories are UTF-8 unless they say something else; what is neither is taken for
 * Windows-1252, as in other files.
 *
 * Returns: (transfer full) (nullable): UTF-8, or %NULL for what has a NUL and thus is no text
 */
char *rm_value_text_new (const char *bytes,
                         gsize length,
                         const char *charset);

G_END_DECLS
