/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/rm-fold.h"

static const struct
{
  const char *text;
  const char *folded;
  const char *key;
} cases[] = {
  { "Bjørn", "bjorn", "bjorn" },
  { "Łukasz", "lukasz", "lukasz" },
  { "Straße", "strasse", "strasse" },
  { "Zoë  Müller\n", "zoe muller", "zoemuller" },
  { "E-Mail_Address", "e-mail_address", "emailaddress" },
  { "Nguyễn", "nguyen", "nguyen" },
  { "ÆRØ", "aero", "aero" },
  { "\xEF\xBB\xBFName", "name", "name" },
  { "", "", "" },
  { "Дмитрий", "дмитрии", "дмитрии" },
  { "a\xA0\xFF", "a\xEF\xBF\xBD\xEF\xBF\xBD", "a" },
};

static void
test_fold (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = rm_fold (cases[i].text);
      g_autofree char *key = rm_fold_key (cases[i].text);

      g_assert_cmpstr (folded, ==, cases[i].folded);
      g_assert_cmpstr (key, ==, cases[i].key);
    }
}

static void
test_null (void)
{
  g_autofree char *folded = rm_fold (NULL);

  g_assert_cmpstr (folded, ==, "");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/fold/table", test_fold);
  g_test_add_func ("/core/fold/null", test_null);
  return g_test_run ();
}
