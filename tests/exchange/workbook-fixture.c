/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workbook-fixture.h"

#include "exchange-fixture.h"
#include "exchange/source/rm-source.h"

#include <string.h>

RmSheet *
workbook_read (GBytes *bytes,
               const char *sheet,
               GError **error)
{
  const RmSourceOptions options = { .sheet = sheet };

  return rm_source_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &options, NULL,
                         NULL, error);
}

char *
workbook_describe (const RmSheet *sheet)
{
  static const char *const kinds[] = { "", "n", "d", "t" };
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "%u", rm_sheet_get_header_line (sheet));
  for (guint c = 0; c < rm_sheet_get_n_columns (sheet); c++)
    g_string_append_printf (out, "[%s]", rm_sheet_get_header (sheet, c));
  for (guint r = 0; r < rm_sheet_get_n_rows (sheet); r++)
    {
      g_string_append_printf (out, " %u", rm_sheet_get_line (sheet, r));
      for (guint c = 0; c < rm_sheet_get_n_columns (sheet); c++)
        g_string_append_printf (out, "[%s]%s", rm_sheet_get_cell (sheet, r, c),
                                kinds[rm_sheet_get_kind (sheet, r, c)]);
    }

  return g_string_free (out, FALSE);
}

void
workbook_assert (GBytes *bytes,
                 const char *sheet,
                 const char *expected,
                 const char *problems)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RmSheet) table = workbook_read (bytes, sheet, &error);
  g_autofree char *found = NULL;
  g_autofree char *told = NULL;

  g_assert_no_error (error);
  found = workbook_describe (table);
  told = fixture_describe (rm_sheet_get_problems (table));
  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpstr (told, ==, problems);
}

void
workbook_assert_refused (GBytes *bytes,
                         const char *sheet,
                         RmExchangeError code)
{
  g_autoptr (GBytes) owned = bytes;
  g_autoptr (GError) error = NULL;
  g_autoptr (RmSheet) table = workbook_read (owned, sheet, &error);

  g_assert_error (error, RM_EXCHANGE_ERROR, (int) code);
  g_assert_null (table);
  g_test_message ("%s", error->message);
  g_assert_cmpuint (strlen (error->message), >, 20);
}
