/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * rm_dn_fold:
 * @text: a distinguished name: "CN=Winter\, Ada,OU=Board"
 *
 * What is the same for all spellings of one name (RFC 4514, and the quotes of RFC 1779): types in
 * any case, `\,` and `\2C`, blanks around the parts, the order of the parts of one level.
 *
 * Returns: (transfer full) (nullable): a key, or %NULL if @text is no distinguished name
 */
char *rm_dn_fold (const char *text);

G_END_DECLS
