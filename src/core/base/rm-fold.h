/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * rm_fold:
 * @text: (nullable): UTF-8 text
 *
 * Folds @text so that two spellings a person would take for the same compare equal: compatibility
 * decomposition, marks dropped, case folded, letters that do not decompose (ø, ł, ß, æ, …)
 * spelled out, white space collapsed to one space and trimmed.
 *
 * Independent of the locale. Invalid UTF-8 is folded after g_utf8_make_valid().
 *
 * Returns: (transfer full): the folded text; "" for %NULL
 */
char *rm_fold (const char *text);

/**
 * rm_fold_key:
 * @text: (nullable): UTF-8 text
 *
 * Like rm_fold(), but keeps letters and digits only: "E-Mail Address" and "e_mail address" both
 * become "emailaddress". For header names and list choices, never for names of people.
 *
 * Returns: (transfer full): the folded key
 */
char *rm_fold_key (const char *text);

G_END_DECLS
