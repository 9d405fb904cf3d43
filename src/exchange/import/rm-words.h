/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-field.h"

G_BEGIN_DECLS

/* Files by others have words of their own, in several languages, for what we call by one key. They
 * are in resources/words, a file a language, and are read once. */

/**
 * rm_words_list_headers:
 * @table: the name of an entity, or of a table that is none
 * @key: the key of a field, or of a column
 *
 * Thread-safe.
 *
 * Returns: (transfer none) (array zero-terminated=1): the headers that mean it, beside the key and
 *   the label: English first, then the other languages; none where it is not imported
 */
const char *const *rm_words_list_headers (const char *table,
                                          const char *key);

/**
 * rm_words_has:
 * @table: the name of a table that is no entity
 * @key: one of its keys
 * @text: a text
 *
 * Thread-safe.
 *
 * Returns: whether @text, whatever its case, accents and signs, is one of the words
 */
gboolean rm_words_has (const char *table,
                       const char *key,
                       const char *text);

/**
 * rm_words_begin:
 * @table: the name of a table that is no entity
 * @key: one of its keys
 * @text: a text
 *
 * Thread-safe.
 *
 * Returns: whether @text begins with one of the words, whatever its case and accents
 */
gboolean rm_words_begin (const char *table,
                         const char *key,
                         const char *text);

/**
 * rm_words_contain:
 * @table: the name of a table that is no entity
 * @key: one of its keys
 * @text: a text
 *
 * Thread-safe.
 *
 * Returns: whether one of the words, or all of them in one order, is among the words of @text
 */
gboolean rm_words_contain (const char *table,
                           const char *key,
                           const char *text);

/**
 * rm_words_measure:
 * @words: (array zero-terminated=1): words, as of rm_words_list_headers()
 * @text: a longer text
 *
 * Returns: how many characters the longest of @words has that is among the words of @text; 0 where
 *   none is
 */
gsize rm_words_measure (const char *const *words,
                        const char *text);

/**
 * rm_words_parse:
 * @record: a record
 * @field: one of its fields
 * @text: a cell of a file by others
 * @error: %RM_CORE_ERROR_VALUE
 *
 * rm_record_parse(), which also knows the words that mean one of the field's choices: whole words
 * only, so that "retail" never means "retailer"; what a form has for yes and no ("I agree", "✓"),
 * but not a yes with a but; and whole numbers with a remark behind them ("4 h", "2 (max)"). Thread-
 * safe.
 *
 * Returns: success
 */
gboolean rm_words_parse (gpointer record,
                         const RmField *field,
                         const char *text,
                         GError **error);

G_END_DECLS
