/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange-fixture.h"

#include "exchange/directory/rm-dn.h"
#include "exchange/import/rm-import-plan.h"
#include "exchange/source/rm-source.h"

#include <string.h>

/* Exports of directories. */

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

  g_assert_cmpint (rm_sheet_get_origin (sheet)->format, ==, RM_SHEET_LDIF);
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

static guint
count_problems (const RmSheet *sheet,
                RmFileProblemType type)
{
  GPtrArray *problems = rm_sheet_get_problems (sheet);
  guint n = 0;

  for (guint i = 0; i < problems->len; i++)
    n += ((const RmFileProblem *) g_ptr_array_index (problems, i))->type == type;

  return n;
}

static void
test_openldap (void)
{
  g_autoptr (RmSheet) sheet = load ("openldap.ldif");

  g_assert_cmpuint (rm_sheet_get_n_rows (sheet), ==, 3);
  g_assert_cmpstr (rm_sheet_get_header (sheet, 0), ==, "dn");
  g_assert_cmpstr (cell (sheet, 0, "objectClass"), ==, "inetOrgPerson; posixAccount");
  g_assert_cmpstr (cell (sheet, 0, "cn"), ==, "Ada Winter");
  g_assert_cmpstr (cell (sheet, 0, "mail"), ==, "ada.winter@example.org");
  g_assert_cmpstr (cell (sheet, 0, "l"), ==, "München");
  g_assert_cmpstr (cell (sheet, 0, "title;lang-de"), ==, "");
  g_assert_cmpstr (cell (sheet, 0, "title"), ==, "Head of Purchasing");
  g_assert_null (cell (sheet, 0, "jpegPhoto"));
  g_assert_null (cell (sheet, 0, "userPassword"));
  g_assert_null (cell (sheet, 0, "search"));
  g_assert_cmpuint (rm_sheet_get_line (sheet, 0), ==, 23);
  g_assert_cmpstr (cell (sheet, 1, "dn"), ==,
                   "cn=Bjørn Strand\\2C jun,ou=people,dc=example,dc=org");
  g_assert_cmpstr (cell (sheet, 1, "title;lang-de"), ==,
                   "Einkäufer im ersten Jahr, der noch lernt und auch sonst viel zu tun hat");
  g_assert_cmpstr (cell (sheet, 1, "description"), ==, "first; second");
  g_assert_cmpstr (cell (sheet, 1, "manager"), ==, "0012");
  /* He has no number. */
  g_assert_cmpstr (cell (sheet, 2, "manager"), ==, "bjorn.strand@example.org");
  g_assert_cmpuint (count_problems (sheet, RM_FILE_PROBLEM_ENTRIES), ==, 1);
  g_assert_cmpuint (count_problems (sheet, RM_FILE_PROBLEM_CUT_SHORT), ==, 1);
  g_assert_cmpuint (rm_sheet_get_problems (sheet)->len, ==, 2);
}

static void
test_active_directory (void)
{
  g_autoptr (RmSheet) sheet = load ("active-directory.ldif");

  g_assert_cmpuint (rm_sheet_get_n_rows (sheet), ==, 3);
  g_assert_cmpstr (cell (sheet, 0, "physicalDeliveryOfficeName"), ==, "Köln");
  g_assert_cmpstr (cell (sheet, 0, "whenCreated"), ==, "2019-03-04");
  g_assert_null (cell (sheet, 0, "name"));
  g_assert_null (cell (sheet, 0, "objectGUID"));
  g_assert_null (cell (sheet, 0, "pwdLastSet"));
  g_assert_null (cell (sheet, 0, "changetype"));
  g_assert_cmpstr (cell (sheet, 1, "sn"), ==, "Müller");
  g_assert_cmpstr (cell (sheet, 1, "manager"), ==, "00012");
  g_assert_cmpstr (cell (sheet, 2, "manager"), ==, "CN=Nie Mand,OU=Chefs,DC=firma,DC=example");
  g_assert_cmpuint (count_problems (sheet, RM_FILE_PROBLEM_BROKEN_LINES), ==, 0);
}

static void
test_ucs (void)
{
  g_autoptr (RmSheet) sheet = load ("ucs.ldif");

  g_assert_cmpuint (rm_sheet_get_n_rows (sheet), ==, 2);
  g_assert_null (cell (sheet, 0, "sambaNTPassword"));
  g_assert_null (cell (sheet, 0, "krb5Key"));
  g_assert_null (cell (sheet, 0, "pwhistory"));
  g_assert_cmpstr (cell (sheet, 1, "manager"), ==, "ada@schule.example");
}

static void
expect_target (const RmImportPlan *plan,
               const char *header,
               const char *key)
{
  guint column = 0;

  g_assert_true (rm_sheet_find_column (rm_import_plan_get_table (plan), header, &column));
  g_assert_cmpstr (rm_import_plan_get_target (plan, column), ==, key);
}

/* What the attributes are to an import. */
static void
test_columns (void)
{
  static const char text[]
    = "version: 1\n\ndn: cn=Ada,o=x\ncn: Ada\nsn: Winter\ngivenName: Ada\nmail: a@example.org\n"
      "employeeNumber: 1\ndepartmentNumber: 9\nou: Sales\ntitle: Buyer\nl: Oslo\n"
      "manager: cn=Bo,o=x\n"
      "preferredLanguage: en\nwhenCreated: 20200102030405Z\n\ndn: cn=Bo,o=x\ncn: Bo\nsn: Bo\n"
      "employeeNumber: 2\nwhenCreated: 20210102030405Z\n";
  g_autoptr (RmSheet) sheet = read_text (text, NULL);
  Fixture *fixture = fixture_new ();
  g_autoptr (RmImportPlan) plan = rm_import_plan_new (sheet, RM_IMPORT_PEOPLE, fixture->programme,
                                                      fixture->ratings);

  expect_target (plan, "cn", "name");
  expect_target (plan, "sn", "family_name");
  expect_target (plan, "givenName", "given_name");
  expect_target (plan, "mail", "email");
  expect_target (plan, "employeeNumber", "staff_no");
  expect_target (plan, "departmentNumber", NULL);
  expect_target (plan, "ou", "department");
  expect_target (plan, "title", "job_title");
  expect_target (plan, "l", "site");
  expect_target (plan, "manager", "manager");
  expect_target (plan, "preferredLanguage", "languages");
  g_assert_cmpstr (cell (sheet, 0, "manager"), ==, "2");
  fixture_free (fixture);
}

static void
expect_same (const char *a,
             const char *b,
             gboolean same)
{
  g_autofree char *first = rm_dn_fold (a);
  g_autofree char *second = rm_dn_fold (b);

  g_assert_nonnull (first);
  g_assert_nonnull (second);
  g_assert_true (g_str_equal (first, second) == same);
}

static void
test_names (void)
{
  expect_same ("CN=Winter\\, Ada,OU=x", "cn=winter\\2C ada, ou=X", TRUE);
  expect_same ("CN=\"Winter, Ada\",OU=x", "cn=Winter\\2c Ada;ou=x", TRUE);
  expect_same ("cn=J\\C3\\B6rg,o=x", "CN=Jörg,O=x", TRUE);
  expect_same ("cn=a+uid=b,o=x", "UID=b+CN=a,o=x", TRUE);
  expect_same ("cn=a\\+b,o=x", "cn=a+b=,o=x", FALSE);
  expect_same ("cn=a,ou=b,o=x", "cn=a,o=x", FALSE);
  expect_same ("cn=Muller,o=x", "cn=Müller,o=x", FALSE);
  expect_same ("cn=a\\ ,o=x", "cn=a,o=x", FALSE);
  g_assert_null (rm_dn_fold ("Ada Winter"));
  g_assert_null (rm_dn_fold (""));
  g_assert_null (rm_dn_fold ("Winter, cn=Ada"));
}

static void
expect_error (const char *text,
              RmExchangeError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_text (text, &error));
  g_assert_error (error, RM_EXCHANGE_ERROR, (int) code);
}

static gboolean
stop (double fraction,
      gpointer data)
{
  return FALSE;
}

static void
test_limits (void)
{
  g_autoptr (GString) text = g_string_new ("version: 1\n");
  const RmSourceOptions one = { .max_rows = 1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (RmSheet) sheet = NULL;

  expect_error ("dn: cn=x\nobjectClass: device\ncn: x\n", RM_EXCHANGE_ERROR_EMPTY);
  expect_error ("version: 1\n", RM_EXCHANGE_ERROR_EMPTY);

  g_string_append (text, "dn: cn=a\nsn: a\n");
  for (guint i = 0; i < 600; i++)
    g_string_append_printf (text, "a%u: %u\n", i, i);
  sheet = read_text (text->str, NULL);
  g_assert_cmpuint (rm_sheet_get_n_columns (sheet), ==, RM_SHEET_MAX_COLUMNS);
  g_assert_cmpuint (count_problems (sheet, RM_FILE_PROBLEM_ENTRIES), ==, 1);

  g_string_append (text, "\ndn: cn=b\nsn: b\n");
  g_assert_null (rm_source_read ((guchar *) text->str, text->len, &one, NULL, NULL, &error));
  g_assert_error (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_TOO_MANY_ROWS);
  g_clear_error (&error);

  for (guint i = 0; i < 5000; i++)
    g_string_append (text, "x: y\n");
  g_assert_null (rm_source_read ((guchar *) text->str, text->len, NULL, stop, NULL, &error));
  g_assert_error (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_CANCELLED);

  g_string_assign (text, "dn: cn=a\nsn: ");
  g_string_set_size (text, text->len + RM_SHEET_MAX_CELL + 1);
  memset (text->str + 13, 'a', text->len - 13);
  expect_error (text->str, RM_EXCHANGE_ERROR_CELL_TOO_LONG);
}

static void
test_broken (void)
{
  g_autoptr (RmSheet) sheet
    = read_text ("dn: cn=a\nsn: a\nno colon\nurl:< file:///etc/passwd\nempty:\n cn: x\n\n"
                 "cn: b\nsn: b\n",
                 NULL);

  g_assert_cmpuint (rm_sheet_get_n_rows (sheet), ==, 1);
  g_assert_cmpuint (rm_sheet_get_n_columns (sheet), ==, 3);
  g_assert_cmpstr (cell (sheet, 0, "empty"), ==, "cn: x");
  g_assert_cmpuint (count_problems (sheet, RM_FILE_PROBLEM_BROKEN_LINES), ==, 1);
}

/* Cut anywhere, or with bytes changed at random, a file is read or refused. */
static void
test_damaged (gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "exchange", "data", "directory", data,
                                                 NULL);
  g_autofree char *text = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  for (gsize n = 0; n <= length; n++)
    {
      g_autofree guchar *cut = g_memdup2 (text, n);
      g_autoptr (RmSheet) sheet
        = rm_source_read (cut != NULL ? cut : (guchar *) "", n, NULL, NULL, NULL, NULL);
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
  g_test_add_func ("/exchange/ldif/openldap", test_openldap);
  g_test_add_func ("/exchange/ldif/active-directory", test_active_directory);
  g_test_add_func ("/exchange/ldif/ucs", test_ucs);
  g_test_add_func ("/exchange/ldif/columns", test_columns);
  g_test_add_func ("/exchange/ldif/names", test_names);
  g_test_add_func ("/exchange/ldif/limits", test_limits);
  g_test_add_func ("/exchange/ldif/broken", test_broken);
  g_test_add_data_func ("/exchange/ldif/damaged/openldap", "openldap.ldif", test_damaged);
  g_test_add_data_func ("/exchange/ldif/damaged/ad", "active-directory.ldif", test_damaged);
  return g_test_run ();
}
