/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers terms in the order they are added: 1, 2, 3 … Spellings that fold to the same (rm_fold())
 * are one term; 0 is blank. */
typedef struct _RmVocabulary RmVocabulary;

RmVocabulary *rm_vocabulary_new (void);
void rm_vocabulary_free (RmVocabulary *self);

/* @text need not be NUL-terminated, and must outlive @self. */
guint32 rm_vocabulary_number (RmVocabulary *self,
                              const char *text,
                              gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmVocabulary, rm_vocabulary_free)

G_END_DECLS
