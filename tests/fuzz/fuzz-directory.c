/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "exchange/directory/rm-dn.h"
#include "exchange/source/rm-source.h"

#include <string.h>

/* Any export of a directory: an error or a sheet of text. Also any name. */

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autofree char *name = rm_dn_fold (text);
  g_autoptr (GError) error = NULL;
  const guchar *bytes = size > 0 ? data : (const guchar *) "";
  g_autoptr (RmSheet) sheet = rm_source_read (bytes, size, NULL, NULL, NULL, &error);

  g_assert_true ((sheet == NULL) == (error != NULL));
  if (sheet == NULL || !rm_sheet_origin_is_directory (rm_sheet_get_origin (sheet)))
    return 0;

  for (guint r = 0; r < rm_sheet_get_n_rows (sheet); r++)
    for (guint c = 0; c < rm_sheet_get_n_columns (sheet); c++)
      g_assert_true (g_utf8_validate (rm_sheet_get_cell (sheet, r, c), -1, NULL));
  for (guint r = 1; r < rm_sheet_get_n_rows (sheet); r++)
    g_assert_cmpuint (rm_sheet_get_line (sheet, r), >, rm_sheet_get_line (sheet, r - 1));
  return 0;
}
