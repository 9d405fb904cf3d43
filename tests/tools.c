/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tools.h"

#include <glib/gstdio.h>

void
wait_for_end (gpointer object)
{
  g_object_add_weak_pointer (object, &object);
  g_object_unref (object);
  wait_until (object == NULL);
}

void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}
