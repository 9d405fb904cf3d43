/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * rm_sentence_new:
 * @format: a translated sentence, as for g_strdup_printf()
 * @...: its arguments
 *
 * A sentence for the window with names and other texts that people wrote. A `%s` argument that is
 * written from right to left, or has characters that control direction, is put between a first
 * strong isolate and its end (Unicode Standard Annex 9), so that it and the sentence around it each
 * keep their order. Other texts, nearly all, are inserted unchanged.
 *
 * Not for files, JSON or anything else that programs read: see rm_sentence_plain(). Undo labels are
 * sentences too, and are stored as such in the history.
 *
 * Returns: (transfer full): the sentence
 */
char *rm_sentence_new (const char *format,
                       ...) G_GNUC_PRINTF (1, 2);

/**
 * rm_sentence_append:
 * @text: the sentence so far
 * @format: the continuation
 * @...: its arguments
 *
 * See rm_sentence_new().
 */
void rm_sentence_append (GString *text,
                         const char *format,
                         ...) G_GNUC_PRINTF (2, 3);

/**
 * rm_sentence_set_error:
 * @error: (nullable): return location
 * @domain: as for g_set_error()
 * @code: as for g_set_error()
 * @format: the message, a sentence
 * @...: its arguments
 */
void rm_sentence_set_error (GError **error,
                            GQuark domain,
                            int code,
                            const char *format,
                            ...) G_GNUC_PRINTF (4, 5);

/**
 * rm_sentence_fill:
 * @sentence: a translated sentence with one %s, or two, which may be numbered (%1$s)
 * @first: replaces the first
 * @second: (nullable): replaces the second
 *
 * rm_sentence_new() for sentences in a table. Other placeholders are left unchanged.
 *
 * Returns: (transfer full): the sentence
 */
char *rm_sentence_fill (const char *sentence,
                        const char *first,
                        const char *second);

/**
 * rm_sentence_isolate:
 * @text: a name, say, to put into a list or sentence
 *
 * Returns: (transfer full): @text, isolated if it could reorder the text around it
 */
char *rm_sentence_isolate (const char *text);

/**
 * rm_sentence_plain:
 * @sentence: (nullable): a sentence
 *
 * Returns: (transfer full) (nullable): the sentence without isolates, for programs
 */
char *rm_sentence_plain (const char *sentence);

G_END_DECLS
