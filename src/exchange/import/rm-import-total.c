/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/rm-fold.h"
#include "exchange/import/rm-import-run-private.h"

#include <string.h>

/* Reports end with a line of totals: "Summe;9", "Total: 322". Read as a person it would be one called
 * "9". Such a line is the last, says one or two things where the others say more, and does not say
 * who it is as the others do. Where it has something like a name it may be a person after all. */

#define MOST_CELLS 2
#define LEAST_OTHERS 2

static const char *const words[] = {
  "total", "totals", "grand total", "subtotal", "sum", "count", "summe", "gesamt", "gesamtsumme",
  "insgesamt", "anzahl", "somme", "totale", "suma", "totaal",
};

/* The run, as it would stand at another row; only to be asked. */
static RmImportRun
at_row (const RmImportRun *self,
        guint row)
{
  RmImportRun other = *self;

  other.row = row;
  return other;
}

static guint
count_cells (const RmImportRun *self)
{
  guint n = 0;

  for (guint c = 0; c < self->plan->columns->len; c++)
    n += !rm_import_run_is_cell_blank (self, c);

  return n;
}

static gboolean
is_last (const RmImportRun *self)
{
  for (guint r = self->row + 1; r < rm_sheet_get_n_rows (self->plan->table); r++)
    {
      const RmImportRun other = at_row (self, r);

      if (count_cells (&other) > 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_letter (const char *text)
{
  for (const char *p = text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

static gboolean
has_email (const RmImportRun *self)
{
  const char *email = rm_import_run_get_text (self, RM_IMPORT_PART_EMAIL, NULL);

  return email != NULL && strchr (email, '@') != NULL;
}

/* As an HR system does: by an address, or a number. */
static gboolean
says_who (const RmImportRun *self)
{
  const char *staff_no = rm_import_run_get_text (self, RM_IMPORT_PART_STAFF_NO, NULL);

  return has_email (self) || (staff_no != NULL && strpbrk (staff_no, "0123456789") != NULL);
}

static gboolean
begins_with_total (const RmImportRun *self,
                   guint column)
{
  g_autofree char *text = rm_fold (rm_import_plan_get_cell (self->plan, self->row, column));

  for (gsize w = 0; w < G_N_ELEMENTS (words); w++)
    if (g_str_has_prefix (text, words[w])
        && !g_unichar_isalpha (g_utf8_get_char (text + strlen (words[w]))))
      return TRUE;

  return FALSE;
}

/* The fewest cells that another row fills, 0 where there are too few others; and whether all of
 * them say who they are. */
static guint
look_at_others (const RmImportRun *self,
                gboolean *all_say_who)
{
  guint fewest = G_MAXUINT;
  guint n = 0;

  *all_say_who = TRUE;
  for (guint r = 0; r < self->row; r++)
    {
      const RmImportRun other = at_row (self, r);
      guint cells = count_cells (&other);

      if (cells == 0)
        continue;
      fewest = MIN (fewest, cells);
      *all_say_who = *all_say_who && says_who (&other);
      n++;
    }

  return n < LEAST_OTHERS ? 0 : fewest;
}

RmImportTotal
rm_import_run_find_total (const RmImportRun *self,
                          guint *column)
{
  guint cells = count_cells (self);
  guint first = 0;
  guint fewest = 0;
  gboolean others_say_who = FALSE;
  g_autofree char *name = NULL;

  /* Who corrects a line means it. */
  if (cells == 0 || cells > MOST_CELLS || has_email (self)
      || rm_import_plan_is_corrected (self->plan, self->row) || !is_last (self))
    return RM_IMPORT_NO_TOTAL;

  while (rm_import_run_is_cell_blank (self, first))
    first++;
  *column = first;
  fewest = look_at_others (self, &others_say_who);
  if (begins_with_total (self, first))
    return cells <= fewest ? RM_IMPORT_TOTAL : RM_IMPORT_NO_TOTAL;
  if (cells >= fewest || says_who (self))
    return RM_IMPORT_NO_TOTAL;

  name = rm_import_run_dup_name (self, NULL);
  if (!has_letter (name))
    return RM_IMPORT_TOTAL;

  return others_say_who ? RM_IMPORT_MAYBE_TOTAL : RM_IMPORT_NO_TOTAL;
}
