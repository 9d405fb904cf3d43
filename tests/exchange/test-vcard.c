/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange-fixture.h"

#include "exchange/source/rm-source.h"

#include <string.h>

/* Contacts of mail programs. */

static RmSheet *
read_text (const char *text,
           GError **error)
{
  return rm_source_read ((const guchar *) text, strlen (text), NULL, NULL, NULL, error);
}

static RmSheet *
load (const char *name)
{
  g_autofree char *path = g_build_filename ("directory", name, NULL);
  RmSheet *sheet = fixture_load (path);

  g_assert_cmpint (rm_sheet_get_origin (sheet)->format, ==, RM_SHEET_VCARD);
  return sheet;
}

static const char *
cell (const RmSheet *sheet,
      guint row,
      const char *name)
{
  for (guint c = 0; c < rm_sheet_get_n_columns (sheet); c++)
    if (g_str_equal (rm_sheet_get_header (sheet, c), name))
      return rm_sheet_get_cell (sheet, row, c);

  return NULL;
}

static void
test_evolution (void)
{
  g_autoptr (RmSheet) sheet = load ("evolution.vcf");

  g_assert_cmpuint (rm_sheet_get_n_rows (sheet), ==, 1);
  g_assert_cmpuint (rm_sheet_get_n_columns (sheet), ==, 11);
  g_assert_cmpstr (cell (sheet, 0, "Full name"), ==, "Ada Winter");
  g_assert_cmpstr (cell (sheet, 0, "Given name"), ==, "Ada");
  g_assert_cmpstr (cell (sheet, 0, "Family name"), ==, "Winter");
  g_assert_cmpstr (cell (sheet, 0, "Email"), ==, "ada.winter@example.org");
  g_assert_cmpstr (cell (sheet, 0, "Company"), ==, "Example, Inc.");
  g_assert_cmpstr (cell (sheet, 0, "Department"), ==, "Purchasing");
  g_assert_cmpstr (cell (sheet, 0, "Location"), ==, "Köln");
  g_assert_cmpstr (cell (sheet, 0, "Categories"), ==, "Board; Mentors");
  g_assert_cmpstr (cell (sheet, 0, "Manager"), ==,
                   "Bjørn Strand, der einen ziemlich langen Namen hat, jünger");
  g_assert_cmpuint (rm_sheet_get_problems (sheet)->len, ==, 1);
}

static void
test_kaddressbook (void)
{
  g_autoptr (RmSheet) sheet = load ("kaddressbook.vcf");

  g_assert_cmpuint (rm_sheet_get_n_rows (sheet), ==, 1);
  g_assert_cmpstr (cell (sheet, 0, "Email"), ==, "bjorn.strand@example.org");
  g_assert_cmpstr (cell (sheet, 0, "Company"), ==, "Strand; Sons");
  g_assert_cmpstr (cell (sheet, 0, "Department"), ==, "Sales");
  g_assert_cmpstr (cell (sheet, 0, "Languages"), ==, "nb; en");
  g_assert_cmpstr (cell (sheet, 0, "Manager"), ==, "Ada Winter");
  g_assert_cmpstr (cell (sheet, 0, "UID"), ==, "urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1");
}

static void
test_outlook (void)
{
  g_autoptr (RmSheet) sheet = load ("outlook.vcf");

  g_assert_cmpuint (rm_sheet_get_n_rows (sheet), ==, 1);
  g_assert_cmpstr (cell (sheet, 0, "Full name"), ==, "Jörg Müller");
  g_assert_cmpstr (cell (sheet, 0, "Family name"), ==, "Müller");
  g_assert_cmpstr (cell (sheet, 0, "Company"), ==, "Großhandel; und mehr");
  g_assert_cmpstr (cell (sheet, 0, "Department"), ==, "Einkäufe");
  g_assert_cmpstr (cell (sheet, 0, "Job title"), ==, "Buyer who has a title that is  folded");
  g_assert_cmpstr (cell (sheet, 0, "Location"), ==, "Oslo");
  g_assert_cmpstr (cell (sheet, 0, "Email"), ==, "joerg@example.org");
  g_assert_cmpuint (rm_sheet_get_problems (sheet)->len, ==, 0);
}

static void
test_chosen (void)
{
  g_autoptr (RmSheet) sheet
    = read_text ("\n begin:vcard\nVERSION:3.0\nFN:A\\nB\nEMAIL;type=HOME;type=pref:home@x.org\n"
                 "EMAIL:any@x.org\nEMAIL;TYPE=\"work\":work@x.org\nEMAIL;TYPE=work,pref:pref@x.org\n"
                 "EMAIL;TYPE=work:late@x.org\nend:vcard\n",
                 NULL);

  g_assert_cmpuint (rm_sheet_get_n_columns (sheet), ==, 2);
  g_assert_cmpstr (cell (sheet, 0, "Email"), ==, "pref@x.org");
  g_assert_cmpstr (cell (sheet, 0, "Full name"), ==, "A\nB");
}

static void
test_cut (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RmSheet) sheet
    = read_text ("BEGIN:VCARD\nVERSION:4.0\nFN:A\nBEGIN:VCARD\nFN:B\nEMAIL:b@x", NULL);
  RmFileProblem *problem = g_ptr_array_index (rm_sheet_get_problems (sheet), 0);

  g_assert_cmpuint (rm_sheet_get_n_rows (sheet), ==, 2);
  g_assert_cmpint (problem->type, ==, RM_FILE_PROBLEM_CUT_SHORT);
  g_assert_null (read_text ("BEGIN:VCARD\nTEL:1\nEND:VCARD\n", &error));
  g_assert_error (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_EMPTY);
}

/* Cut anywhere, or with bytes changed at random, a file is read or refused. */
static void
test_damaged (gconstpointer data)
{
  g_autofree char *path
    = g_test_build_filename (G_TEST_DIST, "exchange", "data", "directory", data, NULL);
  g_autofree char *text = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  for (gsize n = 1; n <= length; n++)
    {
      g_autofree guchar *cut = g_memdup2 (text, n);
      g_autoptr (RmSheet) sheet = rm_source_read (cut, n, NULL, NULL, NULL, NULL);
    }
  for (guint i = 0; i < 3000; i++)
    {
      g_autofree guchar *copy = g_memdup2 (text, length);
      g_autoptr (RmSheet) sheet = NULL;

      for (guint k = 0; k < 5; k++)
        copy[g_test_rand_int_range (0, (gint32) length)] = (guchar) g_test_rand_int_range (0, 256);
      sheet = rm_source_read (copy, length, NULL, NULL, NULL, NULL);
      for (guint r = 0; sheet != NULL && r < rm_sheet_get_n_rows (sheet); r++)
        for (guint c = 0; c < rm_sheet_get_n_columns (sheet); c++)
          g_assert_true (g_utf8_validate (rm_sheet_get_cell (sheet, r, c), -1, NULL));
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/vcard/evolution", test_evolution);
  g_test_add_func ("/exchange/vcard/kaddressbook", test_kaddressbook);
  g_test_add_func ("/exchange/vcard/outlook", test_outlook);
  g_test_add_func ("/exchange/vcard/chosen", test_chosen);
  g_test_add_func ("/exchange/vcard/cut", test_cut);
  g_test_add_data_func ("/exchange/vcard/damaged/evolution", "evolution.vcf", test_damaged);
  g_test_add_data_func ("/exchange/vcard/damaged/outlook", "outlook.vcf", test_damaged);
  return g_test_run ();
}
