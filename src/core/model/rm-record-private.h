/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-field.h"

G_BEGIN_DECLS

/* Reading and writing single values as text: the other half of rm-record.c. */

char *rm_text_clean (const char *text,
                     gboolean multiline);
char *rm_text_normal_list (const char *text);
char *rm_text_parse_date (const char *text,
                          GError **error);
char *rm_text_parse_date_time (const char *text,
                               GError **error);
gboolean rm_text_parse_decimal (const char *text,
                                gint64 *decimal);
char *rm_text_format_decimal (gint64 decimal);
gboolean rm_text_parse_duration (const char *text,
                                 int *minutes);
gboolean rm_text_parse_week (const char *text,
                             gint64 *week,
                             GError **error);
gboolean rm_text_parse_number (const RmField *field,
                               const char *text,
                               int *number,
                               GError **error);

G_END_DECLS
