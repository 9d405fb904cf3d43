/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/directory/rm-folded-lines.h"

void
rm_folded_lines_init (RmFoldedLines *self,
                      const guchar *bytes,
                      gsize length)
{
  *self = (RmFoldedLines) {
    .text = g_string_new (NULL),
    .at = (const char *) bytes,
    .end = (const char *) bytes + length,
    .next_line = 1,
  };
}

void
rm_folded_lines_clear (RmFoldedLines *self)
{
  g_string_free (self->text, TRUE);
}

static void
take_physical (RmFoldedLines *self)
{
  const char *from = self->at;

  while (self->at < self->end && *self->at != '\n' && *self->at != '\r')
    self->at++;
  g_string_append_len (self->text, from, self->at - from);
  if (self->at < self->end && *self->at == '\r')
    self->at++;
  if (self->at < self->end && *self->at == '\n')
    self->at++;
  self->next_line++;
}

gboolean
rm_folded_lines_join (RmFoldedLines *self)
{
  if (self->at >= self->end)
    return FALSE;

  take_physical (self);
  return TRUE;
}

gboolean
rm_folded_lines_next (RmFoldedLines *self)
{
  g_string_truncate (self->text, 0);
  self->line = self->next_line;
  if (!rm_folded_lines_join (self))
    return FALSE;

  while (self->at < self->end && (*self->at == ' ' || (self->tabs && *self->at == '\t')))
    {
      if (!self->keep_blank)
        self->at++;
      take_physical (self);
    }

  return TRUE;
}
