/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/pairing/rm-pairing-private.h"
#include "test-people.h"

#include <string.h>

#define N_MENTEES 3
#define N_MENTORS 4

/* Ids are as large as those of documents; mentors come after mentees. */
static RmScorer *
new_scorer (void)
{
  g_autoptr (TestPeople) people = test_people_new ();
  g_autoptr (RmProgramme) programme = NULL;

  for (guint k = 0; k < N_MENTEES + N_MENTORS; k++)
    test_people_add (people, G_MAXINT64 - 100 + k,
                     k < N_MENTEES ? RM_SIDE_MENTEE : RM_SIDE_MENTOR);
  programme = test_people_build (people);

  return rm_scorer_new (programme);
}

static RmCertificate *
new_certificate (void)
{
  static const gint64 mentees[] = { 5, 0, G_GINT64_CONSTANT (1) << 60 };
  static const gint64 covers[] = { 0, 7, 8 };
  static const gint64 mentors[] = { 0, 1, 0, 4000 };
  static const RmBoundDual bounds[] = { { { 0, 3 }, 12 }, { { 2, 1 }, 1 } };
  RmCertificate *certificate = g_new0 (RmCertificate, 1);

  certificate->bonus = 40001;
  certificate->n_mentees = N_MENTEES;
  certificate->n_mentors = N_MENTORS;
  certificate->mentee_price = g_memdup2 (mentees, sizeof mentees);
  certificate->mentee_cover = g_memdup2 (covers, sizeof covers);
  certificate->mentor_price = g_memdup2 (mentors, sizeof mentors);
  certificate->bounds = g_memdup2 (bounds, sizeof bounds);
  certificate->n_bounds = G_N_ELEMENTS (bounds);

  return certificate;
}

static void
assert_same_cover (const guint8 *a,
                   const guint8 *b,
                   guint n)
{
  for (guint k = 0; k < n; k++)
    g_assert_cmpuint (a != NULL ? a[k] : 0, ==, b != NULL ? b[k] : 0);
}

static void
assert_same (const RmCertificate *a,
             const RmCertificate *b)
{
  g_assert_cmpint (a->bonus, ==, b->bonus);
  g_assert_cmpint (a->floor, ==, b->floor);
  g_assert_cmpmem (a->mentee_price, N_MENTEES * sizeof (gint64), b->mentee_price,
                   N_MENTEES * sizeof (gint64));
  g_assert_cmpmem (a->mentee_cover, N_MENTEES * sizeof (gint64), b->mentee_cover,
                   N_MENTEES * sizeof (gint64));
  g_assert_cmpmem (a->mentor_price, N_MENTORS * sizeof (gint64), b->mentor_price,
                   N_MENTORS * sizeof (gint64));
  g_assert_cmpuint (a->n_bounds, ==, b->n_bounds);
  g_assert_cmpmem (a->bounds, a->n_bounds * sizeof (RmBoundDual), b->bounds,
                   b->n_bounds * sizeof (RmBoundDual));
  assert_same_cover (a->mentee_cover_all, b->mentee_cover_all, N_MENTEES);
  assert_same_cover (a->mentor_cover_all, b->mentor_cover_all, N_MENTORS);
  assert_same_cover (a->mentee_cover_above, b->mentee_cover_above, N_MENTEES);
  assert_same_cover (a->mentor_cover_above, b->mentor_cover_above, N_MENTORS);
}

static RmCertificate *
read_text (const char *text,
           const RmScorer *scorer)
{
  g_autoptr (GError) error = NULL;
  RmCertificate *certificate = rm_certificate_from_text (text, scorer, &error);

  g_assert_no_error (error);
  g_assert_nonnull (certificate);
  return certificate;
}

static void
test_prices (void)
{
  g_autoptr (RmScorer) scorer = new_scorer ();
  g_autoptr (RmCertificate) certificate = new_certificate ();
  g_autofree char *text = rm_certificate_to_text (certificate, scorer);
  g_autoptr (RmCertificate) again = read_text (text, scorer);

  assert_same (certificate, again);
  g_assert_null (again->mentee_cover_all);
  g_assert_null (again->mentor_cover_above);
}

static void
test_covers (void)
{
  static const guint8 few[] = { 0, 1, 0 };
  static const guint8 all[] = { 1, 1, 1, 1 };
  static const guint8 last[] = { 0, 0, 0, 1 };
  g_autoptr (RmScorer) scorer = new_scorer ();
  g_autoptr (RmCertificate) certificate = new_certificate ();
  g_autoptr (RmCertificate) again = NULL;
  g_autofree char *text = NULL;

  certificate->floor = 1234;
  certificate->mentee_cover_all = g_memdup2 (few, sizeof few);
  certificate->mentor_cover_all = g_memdup2 (all, sizeof all);
  certificate->mentee_cover_above = g_new0 (guint8, N_MENTEES);
  certificate->mentor_cover_above = g_memdup2 (last, sizeof last);
  text = rm_certificate_to_text (certificate, scorer);
  again = read_text (text, scorer);
  assert_same (certificate, again);
}

/* The form in documents written before there were floors. */
static void
test_first_version (void)
{
  g_autoptr (RmScorer) scorer = new_scorer ();
  g_autoptr (RmCertificate) certificate = new_certificate ();
  g_autoptr (RmCertificate) again = NULL;
  g_autofree char *text = rm_certificate_to_text (certificate, scorer);
  g_autofree char *first = g_strconcat ("reverse-mentor certificate 1", strchr (text, '\n'), NULL);

  g_assert_true (g_str_has_prefix (text, "reverse-mentor certificate 2\n"));
  again = read_text (first, scorer);
  assert_same (certificate, again);
}

static void
test_bad (void)
{
  static const char *const texts[] = {
    "",
    "reverse-mentor certificate 3\nbonus 1\n",
    "reverse-mentor certificate 2\nnonsense 1\n",
    "reverse-mentor certificate 2\nmentee 1 2 3\n",
    "reverse-mentor certificate 2\nall-mentee 1\n",
    "reverse-mentor certificate 2\nall-mentor 1\n",
    "reverse-mentor certificate 2\nabove-mentee 1\n",
    "reverse-mentor certificate 2\nabove-mentor 9223372036854775707\n",
  };
  g_autoptr (RmScorer) scorer = new_scorer ();

  for (gsize k = 0; k < G_N_ELEMENTS (texts); k++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (rm_certificate_from_text (texts[k], scorer, &error));
      g_assert_error (error, RM_CORE_ERROR, RM_CORE_ERROR_PROOF);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/certificate-text/prices", test_prices);
  g_test_add_func ("/app/certificate-text/covers", test_covers);
  g_test_add_func ("/app/certificate-text/first-version", test_first_version);
  g_test_add_func ("/app/certificate-text/bad", test_bad);
  return g_test_run ();
}
