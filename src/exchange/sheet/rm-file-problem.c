/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/sheet/rm-file-problem.h"

#include "core/base/rm-sentence.h"

#include <glib/gi18n-lib.h>

/* One shape for whatever is wrong in a table, so that the preview, the command line and the report
 * of an import show it alike. */

gboolean
rm_file_problem_is_question (const RmFileProblem *self)
{
  switch (self->type)
    {
    case RM_FILE_PROBLEM_MATRIX:
    case RM_FILE_PROBLEM_MARKS:
    case RM_FILE_PROBLEM_DATE_OPEN:
    case RM_FILE_PROBLEM_STATE_OPEN:
    case RM_FILE_PROBLEM_SHARED_EMAIL:
    case RM_FILE_PROBLEM_CUT_SHORT:
    case RM_FILE_PROBLEM_ROW_SHORT:
    case RM_FILE_PROBLEM_ROW_LONG:
    case RM_FILE_PROBLEM_TOTAL:
    case RM_FILE_PROBLEM_NOTE:
    case RM_FILE_PROBLEM_REISSUED:
    case RM_FILE_PROBLEM_BY_NAME:
    case RM_FILE_PROBLEM_SAME_NAME:
    case RM_FILE_PROBLEM_AMBIGUOUS:
      return TRUE;

    default:
      return FALSE;
    }
}

RmFileProblem *
rm_file_problem_new (RmFileProblemType type,
                     char *message)
{
  RmFileProblem *self = g_new0 (RmFileProblem, 1);

  self->type = type;
  self->row = RM_FILE_NOWHERE;
  self->column = RM_FILE_NOWHERE;
  self->message = message;

  return self;
}

RmFileProblem *
rm_file_problem_copy (const RmFileProblem *self)
{
  RmFileProblem *copy = g_memdup2 (self, sizeof *self);

  copy->column_name = g_strdup (self->column_name);
  copy->value = g_strdup (self->value);
  copy->message = g_strdup (self->message);

  return copy;
}

char *
rm_file_problem_describe (const RmFileProblem *self)
{
  if (self->line == 0 && self->column_name == NULL)
    return g_strdup (self->message);
  if (self->line == 0)
    /* Translators: the name of a column in a file, then a sentence about it */
    return rm_sentence_new (_ ("Column “%s”: %s"), self->column_name, self->message);
  if (self->column_name == NULL && self->in_workbook)
    /* Translators: a row number in a spreadsheet, then a sentence about it */
    return rm_sentence_new (_ ("Row %u: %s"), self->line, self->message);
  if (self->column_name == NULL)
    /* Translators: a line number in a file, then a sentence about it */
    return rm_sentence_new (_ ("Line %u: %s"), self->line, self->message);

  if (self->in_workbook)
    /* Translators: a row number in a spreadsheet, the name of a column, then a sentence about it */
    return rm_sentence_new (_ ("Row %u, column “%s”: %s"), self->line, self->column_name,
                            self->message);
  /* Translators: a line number in a file, the name of a column, then a sentence about it */
  return rm_sentence_new (_ ("Line %u, column “%s”: %s"), self->line, self->column_name,
                          self->message);
}

gboolean
rm_file_problem_is_notice (const RmFileProblem *self)
{
  return self->type >= RM_FILE_PROBLEM_SHEETS && self->type <= RM_FILE_PROBLEM_DATE_ODD;
}

char *
rm_file_problem_join_notices (GPtrArray *problems)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      const RmFileProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *line = rm_file_problem_describe (problem);

      if (rm_file_problem_is_notice (problem))
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
    }

  return g_string_free (text, FALSE);
}

void
rm_file_problem_free (RmFileProblem *self)
{
  if (self == NULL)
    return;

  g_free (self->column_name);
  g_free (self->value);
  g_free (self->message);
  g_free (self);
}
