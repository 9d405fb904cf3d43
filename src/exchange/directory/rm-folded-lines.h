/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RmFoldedLines:
 * @text: (owned): the line, without its end; not decoded yet
 * @line: on which line of the file it begins, from 1
 * @tabs: whether a tab folds a line too
 * @keep_blank: whether the blank belongs to the text
 *
 * The lines of a text in which a line that begins with a blank goes on with the one before. A fold
 * may stand within a character: lines are put together before they are decoded.
 */
typedef struct
{
  GString *text;
  guint line;
  gboolean tabs;
  gboolean keep_blank;

  const char *at; /* borrowed */
  const char *end;
  guint next_line;
} RmFoldedLines;

void rm_folded_lines_init (RmFoldedLines *self,
                           const guchar *bytes,
                           gsize length);
void rm_folded_lines_clear (RmFoldedLines *self);

/* Takes the next line. Returns: whether there was one. */
gboolean rm_folded_lines_next (RmFoldedLines *self);

/* Appends the next line of the file as it is. Returns: whether there was one. */
gboolean rm_folded_lines_join (RmFoldedLines *self);

G_END_DECLS
