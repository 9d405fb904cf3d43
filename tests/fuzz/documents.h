/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <stdint.h>

G_BEGIN_DECLS

/* A small programme with something in each table, a proposal, and steps to undo and to do again. */
GBytes *fuzz_document_base (void);

/* What @recipe makes of @base: values that a column cannot hold, rows removed or made twice, bytes
 * of pages changed, the end cut off. Any bytes are a recipe; random ones go past the header, which
 * random bytes in place of the whole file seldom do. */
GBytes *fuzz_document_mutate (GBytes *base,
                              const uint8_t *recipe,
                              size_t size);

/* Everything that is done with a document: checked, repaired, opened, exported, paired, undone. */
void fuzz_document_use (GBytes *document);

G_END_DECLS
