/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <stdint.h>

G_BEGIN_DECLS

/* A small programme with something in each table, a proposal, and steps to undo and to do again. */
GBytes *fuzz_document_base (void);

/* Applies @recipe to @base: values that a column cannot hold, rows removed or duplicated, bytes of
 * pages changed, the end cut off. Any bytes are a recipe; random ones get past the header, which
 * random files seldom do. */
GBytes *fuzz_document_mutate (GBytes *base,
                              const uint8_t *recipe,
                              size_t size);

/* All operations on a document: check, repair, open, export, pair, undo. */
void fuzz_document_use (GBytes *document);

G_END_DECLS
