/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/csv/rm-text-decoder.h"

#include "test-scale.h"

#include <glib.h>
#include <string.h>

#define BYTES(literal) (literal), sizeof (literal) - 1

static const struct
{
  const char *what;
  const char *bytes;
  gsize length;
  RmEncoding encoding;
  guint n_replaced;
  const char *text;
} cases[] = {
  { "empty", BYTES (""), RM_ENCODING_UTF_8, 0, "" },
  { "ASCII", BYTES ("a,b\n"), RM_ENCODING_UTF_8, 0, "a,b\n" },
  { "UTF-8 with a mark", BYTES ("\xEF\xBB\xBFZo\xC3\xAB"), RM_ENCODING_UTF_8, 0, "Zoë" },
  { "UTF-8 without", BYTES ("Zo\xC3\xAB"), RM_ENCODING_UTF_8, 0, "Zoë" },
  { "UTF-16LE with a mark", BYTES ("\xFF\xFEZ\0o\0\xEB\0"), RM_ENCODING_UTF_16LE, 0, "Zoë" },
  { "UTF-16BE with a mark", BYTES ("\xFE\xFF\0Z\0o\0\xEB"), RM_ENCODING_UTF_16BE, 0, "Zoë" },
  { "UTF-16LE without", BYTES ("Z\0o\0\xEB\0,\0\n\0"), RM_ENCODING_UTF_16LE, 0, "Zoë,\n" },
  { "UTF-16BE without", BYTES ("\0Z\0o\0\xEB\0,\0\n"), RM_ENCODING_UTF_16BE, 0, "Zoë,\n" },
  { "UTF-16 pair", BYTES ("\xFF\xFE\x3D\xD8\x00\xDE"), RM_ENCODING_UTF_16LE, 0, "😀" },
  { "UTF-16 half a pair", BYTES ("\xFF\xFE\x3D\xD8" "a\0"), RM_ENCODING_UTF_16LE, 1, "\uFFFDa" },
  { "Windows-1252", BYTES ("Zo\xEB \x80 \x84\x93"), RM_ENCODING_WINDOWS_1252, 0, "Zoë € „“" },
  { "Windows-1252 holes", BYTES ("\xEB\x81\x8D\x8F\x90\x9D"), RM_ENCODING_WINDOWS_1252, 5,
    "ë\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD" },
  { "damaged UTF-8", BYTES ("ëëëëëëëëëëëë\xEB!"), RM_ENCODING_UTF_8, 1, "ëëëëëëëëëëëë\uFFFD!" },
  { "marked and damaged", BYTES ("\xEF\xBB\xBF" "a\xEB!"), RM_ENCODING_UTF_8, 1, "a\uFFFD!" },
};

static const struct
{
  const char *what;
  const char *bytes;
  gsize length;
  RmExchangeError code;
} bad_cases[] = {
  { "UTF-32LE", BYTES ("\xFF\xFE\0\0a\0\0\0"), RM_EXCHANGE_ERROR_ENCODING },
  { "UTF-32BE", BYTES ("\0\0\xFE\xFF\0\0\0a"), RM_EXCHANGE_ERROR_ENCODING },
  { "half a unit", BYTES ("\xFF\xFE" "a\0b"), RM_EXCHANGE_ERROR_ENCODING },
  { "a NUL byte", BYTES ("name,mail\nA\0na,x\n"), RM_EXCHANGE_ERROR_BINARY },
  { "a NUL byte, even length", BYTES ("name,mail\nA\0na,xy\n"), RM_EXCHANGE_ERROR_BINARY },
  { "NUL in UTF-16", BYTES ("\xFF\xFE" "a\0\0\0b\0"), RM_EXCHANGE_ERROR_BINARY },
  { "a workbook", BYTES ("PK\x03\x04rest"), RM_EXCHANGE_ERROR_BINARY },
  { "an old workbook", BYTES ("\xD0\xCF\x11\xE0rest"), RM_EXCHANGE_ERROR_BINARY },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RmDecodedText) text
        = rm_text_decoder_decode ((const guchar *) cases[i].bytes, cases[i].length, &error);

      g_test_message ("%s", cases[i].what);
      g_assert_no_error (error);
      g_assert_cmpstr (text->text, ==, cases[i].text);
      g_assert_cmpuint (text->length, ==, strlen (cases[i].text));
      g_assert_cmpstr (rm_encoding_get_name (text->encoding), ==,
                       rm_encoding_get_name (cases[i].encoding));
      g_assert_cmpuint (text->n_replaced, ==, cases[i].n_replaced);
    }
}

static void
test_bad_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad_cases); i++)
    {
      g_autoptr (GError) error = NULL;
      RmDecodedText *text
        = rm_text_decoder_decode ((const guchar *) bad_cases[i].bytes, bad_cases[i].length, &error);

      g_test_message ("%s", bad_cases[i].what);
      g_assert_null (text);
      g_assert_error (error, RM_EXCHANGE_ERROR, (int) bad_cases[i].code);
    }
}

/* Tables in languages for which Windows-1252 is right, and in others, as people write them. */
static const struct
{
  const char *text;
  RmEncoding narrow; /* what a file with a byte for each character is taken for */
} tables[] = {
  { "Name,Department\nAnn Hill,Sales\n", RM_ENCODING_UTF_8 },
  { "Navn,Afdeling\nSøren Ærø,Økonomi på Sjælland\n", RM_ENCODING_WINDOWS_1252 },
  { "Name;Abteilung\nJörg Weiß;Qualität & Überwachung – „Süd“\n", RM_ENCODING_WINDOWS_1252 },
  { "Nombre;Área\nBegoña Peña;¿Formación? Más de 1.000 €\n", RM_ENCODING_WINDOWS_1252 },
  { "Nimi;Osasto\nÄijä Mäkelä;Työhyvinvointi\n", RM_ENCODING_WINDOWS_1252 },
  { "Nom;Service\nZoë Lefèvre;Œuvres sociales, à l’étranger\n", RM_ENCODING_WINDOWS_1252 },
  { "Ainm,Roinn\nSeán Ó Sé,Oideachas agus fáilte\n", RM_ENCODING_WINDOWS_1252 },
  { "Nafn;Deild\nÞórður Æsson;Ráðgjöf\n", RM_ENCODING_WINDOWS_1252 },
  { "Nome;Reparto\nNiccolò Dalì;Qualità è più\n", RM_ENCODING_WINDOWS_1252 },
  { "Nome;Área\nJoão Conceição;Informação e gestão\n", RM_ENCODING_WINDOWS_1252 },
  { "Namn;Avdelning\nÅsa Sjöström;Försäljning på Öland\n", RM_ENCODING_WINDOWS_1252 },
};

static const char *const wide_tables[] = {
  "氏名,部署\n山田花子,人事部のデジタル推進課\n",
  "이름,부서,메일\n김민준,인사부,minjun@example.org\n",
  "姓名,部门\n王小明,人力資源部\n",
  "Ιδιότητα,Τμήμα\nΕλένη,Πωλήσεις\n",
  "Imię,Dział\nŁukasz Żak,Sprzedaż\n",
};

static void
expect_decoded (const char *text,
                const char *charset,
                const char *mark,
                RmEncoding encoding)
{
  gsize length = 0;
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  g_autofree char *marked = g_strconcat (mark, text, NULL);
  g_autoptr (RmDecodedText) decoded = NULL;

  g_test_message ("%s%s: %s", charset, *mark != '\0' ? " with a mark" : "", text);
  bytes = g_convert (marked, -1, charset, "UTF-8", NULL, &length, &error);
  g_assert_no_error (error);
  decoded = rm_text_decoder_decode ((const guchar *) bytes, length, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (rm_encoding_get_name (decoded->encoding), ==, rm_encoding_get_name (encoding));
  g_assert_cmpuint (decoded->n_replaced, ==, 0);
  g_assert_cmpstr (decoded->text, ==, text);
}

static void
expect_decoded_unicode (const char *text)
{
  static const char *const marks[] = { "", "\uFEFF" };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      expect_decoded (text, "UTF-8", marks[i], RM_ENCODING_UTF_8);
      expect_decoded (text, "UTF-16LE", marks[i], RM_ENCODING_UTF_16LE);
      expect_decoded (text, "UTF-16BE", marks[i], RM_ENCODING_UTF_16BE);
    }
}

static void
test_languages (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      expect_decoded (tables[i].text, "WINDOWS-1252", "", tables[i].narrow);
      expect_decoded_unicode (tables[i].text);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (wide_tables); i++)
    expect_decoded_unicode (wide_tables[i]);
}

/* What is in the folder "test" of uchardet, which is not here: longer texts that others wrote. */
static const struct
{
  const char *path;
  RmEncoding encoding;
  const char *holds; /* what a wrong decoding would not have */
} samples[] = {
  { "da/iso-8859-1.txt", RM_ENCODING_WINDOWS_1252, "ø" },
  { "da/windows-1252.txt", RM_ENCODING_WINDOWS_1252, "ø" },
  { "da/utf-8.txt", RM_ENCODING_UTF_8, "ø" },
  { "de/iso-8859-1.txt", RM_ENCODING_WINDOWS_1252, "ü" },
  { "de/windows-1252.txt", RM_ENCODING_WINDOWS_1252, "ü" },
  { "en/ascii.txt", RM_ENCODING_UTF_8, "e" },
  { "es/iso-8859-1.txt", RM_ENCODING_WINDOWS_1252, "ñ" },
  { "es/windows-1252.txt", RM_ENCODING_WINDOWS_1252, "ñ" },
  { "es/utf-8.txt", RM_ENCODING_UTF_8, "ñ" },
  { "fi/iso-8859-1.txt", RM_ENCODING_WINDOWS_1252, "ä" },
  { "fi/utf-8.txt", RM_ENCODING_UTF_8, "ä" },
  { "fr/iso-8859-1.txt", RM_ENCODING_WINDOWS_1252, "é" },
  { "fr/windows-1252.txt", RM_ENCODING_WINDOWS_1252, "é" },
  { "fr/utf-8.txt", RM_ENCODING_UTF_8, "é" },
  { "fr/utf-16.be", RM_ENCODING_UTF_16BE, "UTF-16 (16-bit" },
  { "ga/windows-1252.txt", RM_ENCODING_WINDOWS_1252, "á" },
  { "it/iso-8859-1.txt", RM_ENCODING_WINDOWS_1252, "è" },
  { "ja/utf-16be.txt", RM_ENCODING_UTF_16BE, "の" },
  { "ja/utf-16le.txt", RM_ENCODING_UTF_16LE, "の" },
  { "ja/utf-8.txt", RM_ENCODING_UTF_8, "の" },
  { "ko/utf-16.le", RM_ENCODING_UTF_16LE, "UTF-16(16-bit" },
  { "pt/iso-8859-1.txt", RM_ENCODING_WINDOWS_1252, "é" },
  { "sv/iso-8859-1.txt", RM_ENCODING_WINDOWS_1252, "å" },
  { "sv/windows-1252.txt", RM_ENCODING_WINDOWS_1252, "å" },
  { "zh/utf-8.txt", RM_ENCODING_UTF_8, "漢" },
};

static void
test_samples (gconstpointer folder)
{
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *path = g_build_filename (folder, samples[i].path, NULL);
      g_autofree char *bytes = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (RmDecodedText) text = NULL;
      gsize length = 0;

      g_test_message ("%s", samples[i].path);
      g_file_get_contents (path, &bytes, &length, &error);
      g_assert_no_error (error);
      text = rm_text_decoder_decode ((const guchar *) bytes, length, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (rm_encoding_get_name (text->encoding), ==,
                       rm_encoding_get_name (samples[i].encoding));
      g_assert_cmpuint (text->n_replaced, ==, 0);
      g_assert_nonnull (strstr (text->text, samples[i].holds));
    }
}

/* Any bytes: no crash, and whatever comes out is UTF-8. */
static void
test_random (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < TEST_SCALE (20000); i++)
    {
      guchar bytes[64];
      gsize length = (gsize) g_rand_int_range (rand, 0, sizeof bytes + 1);
      g_autoptr (RmDecodedText) text = NULL;

      for (gsize b = 0; b < length; b++)
        bytes[b] = (guchar) g_rand_int_range (rand, 0, i % 2 == 0 ? 256 : 4);
      text = rm_text_decoder_decode (bytes, length, NULL);
      g_assert_true (text == NULL || g_utf8_validate_len (text->text, text->length, NULL));
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (argc > 1)
    {
      g_test_add_data_func ("/exchange/text-decoder/samples", argv[1], test_samples);
      return g_test_run ();
    }

  g_test_add_func ("/exchange/text-decoder/cases", test_cases);
  g_test_add_func ("/exchange/text-decoder/bad-cases", test_bad_cases);
  g_test_add_func ("/exchange/text-decoder/languages", test_languages);
  g_test_add_func ("/exchange/text-decoder/random", test_random);
  return g_test_run ();
}
