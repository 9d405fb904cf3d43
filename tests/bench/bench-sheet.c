/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/source/rm-source.h"

#include <sys/resource.h>

/* bench-sheet FILE [SHEET]: how long reading a table takes, and how much memory: for workbooks of
 * 50,000 rows and 40 columns (tests/interop/run --large). */

static double
cpu_seconds (const struct rusage *usage)
{
  return (double) (usage->ru_utime.tv_sec + usage->ru_stime.tv_sec)
         + (double) (usage->ru_utime.tv_usec + usage->ru_stime.tv_usec) / 1e6;
}

int
main (int argc,
      char **argv)
{
  const RmSourceOptions options = { .sheet = argc > 2 ? argv[2] : NULL };
  g_autoptr (GFile) file = argc > 1 ? g_file_new_for_commandline_arg (argv[1]) : NULL;
  g_autoptr (RmSheet) sheet = NULL;
  g_autoptr (GError) error = NULL;
  struct rusage usage;

  if (file == NULL)
    {
      g_printerr ("usage: bench-sheet FILE [SHEET]\n");
      return 2;
    }

  sheet = rm_source_load (file, &options, NULL, NULL, &error);
  if (sheet == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  getrusage (RUSAGE_SELF, &usage);
  g_print ("%u rows, %u columns: %.2f s of processor, at most %ld MB\n",
           rm_sheet_get_n_rows (sheet), rm_sheet_get_n_columns (sheet), cpu_seconds (&usage),
           usage.ru_maxrss / 1024);
  return 0;
}
