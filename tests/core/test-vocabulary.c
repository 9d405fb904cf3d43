/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/rm-vocabulary-private.h"

#include <string.h>

static guint32
number (RmVocabulary *vocabulary,
        const char *text)
{
  return rm_vocabulary_number (vocabulary, text, strlen (text));
}

static void
test_spellings (void)
{
  g_autoptr (RmVocabulary) vocabulary = rm_vocabulary_new ();

  g_assert_cmpuint (number (vocabulary, "Lëgal"), ==, 1);
  g_assert_cmpuint (number (vocabulary, "legal"), ==, 1);
  g_assert_cmpuint (number (vocabulary, "LEGAL  "), ==, 1);
  g_assert_cmpuint (number (vocabulary, "sales"), ==, 2);
  g_assert_cmpuint (number (vocabulary, "Sales"), ==, 2);
  g_assert_cmpuint (number (vocabulary, "Lëgal"), ==, 1);
  g_assert_cmpuint (number (vocabulary, "Human resources"), ==, 3);
  g_assert_cmpuint (number (vocabulary, "human \t resources"), ==, 3);
}

static void
test_blank (void)
{
  g_autoptr (RmVocabulary) vocabulary = rm_vocabulary_new ();

  for (guint time = 0; time < 2; time++)
    {
      g_assert_cmpuint (number (vocabulary, ""), ==, 0);
      g_assert_cmpuint (number (vocabulary, " "), ==, 0);
      g_assert_cmpuint (number (vocabulary, "\xcc\x81"), ==, 0);
    }
  g_assert_cmpuint (number (vocabulary, "a"), ==, 1);
}

/* Texts are parts of longer ones, as items of a list are. */
static void
test_parts (void)
{
  g_autoptr (RmVocabulary) vocabulary = rm_vocabulary_new ();
  const char *list = "chess; chessboard";

  g_assert_cmpuint (rm_vocabulary_number (vocabulary, list, 5), ==, 1);
  g_assert_cmpuint (rm_vocabulary_number (vocabulary, list + 7, 10), ==, 2);
  g_assert_cmpuint (rm_vocabulary_number (vocabulary, list + 7, 5), ==, 1);
  g_assert_cmpuint (rm_vocabulary_number (vocabulary, list + 7, 9), ==, 3);
}

static void
test_many (void)
{
  g_autoptr (RmVocabulary) vocabulary = rm_vocabulary_new ();
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint k = 0; k < 3000; k++)
    {
      char *text = g_strdup_printf ("Interest number %u", k);

      g_ptr_array_add (texts, text);
      g_assert_cmpuint (number (vocabulary, text), ==, k + 1);
    }
  for (guint k = 0; k < texts->len; k++)
    g_assert_cmpuint (number (vocabulary, g_ptr_array_index (texts, k)), ==, k + 1);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/vocabulary/spellings", test_spellings);
  g_test_add_func ("/core/vocabulary/blank", test_blank);
  g_test_add_func ("/core/vocabulary/parts", test_parts);
  g_test_add_func ("/core/vocabulary/many", test_many);
  return g_test_run ();
}
