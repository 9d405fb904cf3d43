/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/rm-sentence.h"

#define FSI "\u2068"
#define PDI "\u2069"
#define RLO "\u202E"

static const struct
{
  const char *name;
  const char *isolated;
} names[] = {
  { "", "" },
  { "Zoë", "Zoë" },
  { "张伟 (Wei)", "张伟 (Wei)" },
  { "שרה", FSI "שרה" PDI },
  { "Sara שרה", FSI "Sara שרה" PDI },
  { "عمر", FSI "عمر" PDI },
  { RLO "evil", FSI RLO "evil" PDI },
  { "Ann\u200F", FSI "Ann\u200F" PDI },
  /* What is isolated already stays so, but must not get out. */
  { FSI "שרה" PDI, FSI "שרה" PDI },
  { "with " FSI "שרה" PDI, "with " FSI "שרה" PDI },
  { "a" PDI "b", FSI "ab" PDI },
  { "a" FSI RLO "b", FSI "a" RLO "b" PDI },
  { PDI "a" FSI, FSI "a" PDI },
};

static void
test_isolate (void)
{
  for (gsize k = 0; k < G_N_ELEMENTS (names); k++)
    {
      g_autofree char *isolated = rm_sentence_isolate (names[k].name);
      g_autofree char *again = rm_sentence_isolate (isolated);
      g_autofree char *wanted = g_strdup_printf ("1 %s 2", names[k].isolated);
      g_autofree char *sentence = rm_sentence_new ("%d %s %u", 1, names[k].name, 2);

      g_assert_cmpstr (isolated, ==, names[k].isolated);
      g_assert_cmpstr (again, ==, isolated);
      g_assert_cmpstr (sentence, ==, wanted);
    }
}

/* All that sentences are made of, in the order of the translation. */
static void
test_format (void)
{
  g_autofree char *plain = rm_sentence_new ("100 %% of %s, %.1f, %'d, %" G_GINT64_FORMAT ", %c",
                                            "Zoë", 1.5, 7, G_GINT64_CONSTANT (-3), 'x');
  g_autofree char *turned = rm_sentence_new ("%2$s mentors %1$s", "Zoë", "שרה");
  g_autofree char *only = rm_sentence_new ("%s", RLO "x");
  g_autofree char *none = rm_sentence_new ("nothing, 5 %%");
  g_autoptr (GString) text = g_string_new ("First. ");

  g_assert_cmpstr (plain, ==, "100 % of Zoë, 1.5, 7, -3, x");
  g_assert_cmpstr (turned, ==, FSI "שרה" PDI " mentors Zoë");
  g_assert_cmpstr (only, ==, FSI RLO "x" PDI);
  g_assert_cmpstr (none, ==, "nothing, 5 %");
  rm_sentence_append (text, "%s and %s", "עמר", "Ann");
  g_assert_cmpstr (text->str, ==, "First. " FSI "עמר" PDI " and Ann");
}

/* A sentence in a sentence is not isolated where its names are. */
static void
test_nested (void)
{
  g_autofree char *inner = rm_sentence_new ("%s scores %d %%", "שרה", 40);
  g_autofree char *outer = rm_sentence_new ("%s. %s", inner, "So it is");
  g_autofree char *plain = rm_sentence_plain (outer);

  g_assert_cmpstr (outer, ==, FSI "שרה" PDI " scores 40 %. So it is");
  g_assert_cmpstr (plain, ==, "שרה scores 40 %. So it is");
  g_assert_null (rm_sentence_plain (NULL));
}

/* Whoever knows the marks gets no control out. */
static void
test_hostile (void)
{
  static const char *const hostile[] = { "a\uFDD1" RLO "b", "a\uFDD0" RLO "b",
                                         "\uFDD1\uFDD0" RLO "\uFDD1" PDI "\uFDD1" };

  for (gsize k = 0; k < G_N_ELEMENTS (hostile); k++)
    {
      g_autofree char *sentence = rm_sentence_new ("%s mentors %s.", hostile[k], "Ann");
      int depth = 0;

      g_assert_true (g_utf8_validate (sentence, -1, NULL));
      for (const char *p = sentence; *p != '\0'; p = g_utf8_next_char (p))
        {
          gunichar c = g_utf8_get_char (p);

          depth += c == 0x2068 ? 1 : c == 0x2069 ? -1 : 0;
          g_assert_cmpint (depth, >=, 0);
          g_assert_true (depth > 0 || c != 0x202E);
        }
      g_assert_cmpint (depth, ==, 0);
    }
}

/* The name of a file is bytes, and may end in the middle of a character. */
static void
test_bytes (void)
{
  g_autofree char *sentence = rm_sentence_new ("“%s” is not there", "M\xE4rz \xE4");
  g_autofree char *alone = rm_sentence_isolate ("\xF0\x9F");

  g_assert_cmpstr (sentence, ==, "“M\uFFFDrz \uFFFD” is not there");
  g_assert_true (g_utf8_validate (alone, -1, NULL));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/sentence/isolate", test_isolate);
  g_test_add_func ("/core/sentence/format", test_format);
  g_test_add_func ("/core/sentence/nested", test_nested);
  g_test_add_func ("/core/sentence/hostile", test_hostile);
  g_test_add_func ("/core/sentence/bytes", test_bytes);
  return g_test_run ();
}
