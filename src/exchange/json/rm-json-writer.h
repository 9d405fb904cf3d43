/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/json/rm-bundle.h"

G_BEGIN_DECLS

/** What a file of ours says it is. A newer version is refused. */
#define RM_JSON_FORMAT "reverse-mentor"
#define RM_JSON_VERSION 1

/**
 * rm_json_writer_write:
 * @bundle: what to write
 *
 * Writes a whole programme as JSON, one record a line: an object with "format", "version",
 * "programme" (the settings) and a list for each entity under its name. Ids are strings (browsers
 * lose numbers of 63 bits), choices their nicks, yes and no true and false, free hours their text,
 * lists arrays of strings. A field is left out where a new record has the same value, and null
 * where it is blank and a new record's is not.
 *
 * Same input, same bytes. O(n).
 *
 * Returns: (transfer full): the file, in UTF-8
 */
GString *rm_json_writer_write (const RmBundle *bundle);

G_END_DECLS
