/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "test-table.h"

G_BEGIN_DECLS

/* A slow way to protect the weakest pair: one floor after the other from above, each solved as a
 * separate table. */
RmSolution *weakest_solve (const TestTable *table);

G_END_DECLS
