/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/rm-store.h"

G_BEGIN_DECLS

/* A store in memory, with a programme and nobody in it. */
RmStore *new_store (const char *image_dir);

/* All rows of all recorded tables, as text. */
char *dump_store (RmStore *store);

G_END_DECLS
