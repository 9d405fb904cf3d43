/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * rm_sentence_new:
 * @format: a translated sentence, as for g_strdup_printf()
 * @...: what stands in it
 *
 * A sentence for the window with names and other texts that people wrote. What is inserted by `%s`
 * and is written from right to left, or has characters that control the direction, is put between
 * a first strong isolate and its end (Unicode Standard Annex 9): it keeps its own order, and the
 * sentence around it keeps its one. Other texts, nearly all, are inserted as they are.
 *
 * Not for files, JSON or anything else that programs read: see rm_sentence_plain(). Undo labels are
 * sentences, too, and stay so in the history.
 *
 * Returns: (transfer full): the sentence
 */
char *rm_sentence_new (const char *format,
                       ...) G_GNUC_PRINTF (1, 2);

/**
 * rm_sentence_append:
 * @text: the sentence so far
 * @format: what follows
 * @...: what stands in it
 *
 * As rm_sentence_new().
 */
void rm_sentence_append (GString *text,
                         const char *format,
                         ...) G_GNUC_PRINTF (2, 3);

/**
 * rm_sentence_set_error:
 * @error: (nullable): where to
 * @domain: as of g_set_error()
 * @code: as of g_set_error()
 * @format: the message, a sentence
 * @...: what stands in it
 */
void rm_sentence_set_error (GError **error,
                            GQuark domain,
                            int code,
                            const char *format,
                            ...) G_GNUC_PRINTF (4, 5);

/**
 * rm_sentence_fill:
 * @sentence: a translated sentence with one %s, or two, which may be numbered (%1$s)
 * @first: what the first is replaced by
 * @second: (nullable): what the second is replaced by
 *
 * rm_sentence_new() for sentences that stand in a table. Other marks are left as they are.
 *
 * Returns: (transfer full): the sentence
 */
char *rm_sentence_fill (const char *sentence,
                        const char *first,
                        const char *second);

/**
 * rm_sentence_isolate:
 * @text: a name, say, that becomes a part of a list or sentence
 *
 * Returns: (transfer full): @text, isolated where it could reorder what is around it
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
