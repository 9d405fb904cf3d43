/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/json/rm-json-reader.h"
#include "exchange/source/rm-source.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

/* Anything but a file is refused. Reading it would wait for ever, or never end: nor would the
 * test. */

static void
expect_refused (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_null (rm_source_load (file, NULL, NULL, NULL, &error));
  g_assert_error (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_NOT_A_FILE);
  g_clear_error (&error);
  g_assert_null (rm_json_reader_load (file, NULL, NULL, NULL, &error));
  g_assert_error (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_NOT_A_FILE);
}

static void
test_refused (void)
{
  g_autofree char *folder = g_dir_make_tmp ("rm-input-XXXXXX", NULL);
  g_autofree char *pipe = g_build_filename (folder, "people.csv", NULL);

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  expect_refused (pipe);
  expect_refused (folder);
  expect_refused ("/dev/zero");
  g_unlink (pipe);
  g_rmdir (folder);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/input-file/refused", test_refused);
  return g_test_run ();
}
