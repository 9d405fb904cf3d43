/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What is in a workbook, read without the library that wrote it. */

/* The names of the files in it, in order, separated by spaces. */
char *written_book_list (GBytes *file);

/* One of the files in it, or NULL. */
char *written_book_read (GBytes *file,
                         const char *name);

/* The cells of its sheet, a line each row: [text], [#number format], [?truth], [=formula], []. */
char *written_book_dump (GBytes *file);

G_END_DECLS
