/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/sheet/rm-input-file.h"

#include <glib/gi18n-lib.h>

gboolean
rm_input_file_check (GFile *file,
                     goffset *size,
                     GError **error)
{
  g_autoptr (GFileInfo) info
    = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                         G_FILE_QUERY_INFO_NONE, NULL, error);
  GFileType type = G_FILE_TYPE_UNKNOWN;

  if (info == NULL)
    return FALSE;

  type = g_file_info_get_file_type (info);
  if (type != G_FILE_TYPE_REGULAR)
    {
      g_set_error_literal (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_NOT_A_FILE,
                           type == G_FILE_TYPE_DIRECTORY ? _ ("This is a folder, not a file")
                                                         : _ ("This is not a regular file"));
      return FALSE;
    }

  *size = g_file_info_get_size (info);
  return TRUE;
}
