/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <stdint.h>

G_BEGIN_DECLS

/* What each target is, to libFuzzer and to replay.c. */
int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t size);

G_END_DECLS
