/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/pairing/rm-pairing-private.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* A stored certificate names people by id, so that it can be read after others have come or gone
 * (the checker then says whether it still proves anything). Zero prices are left out, and so are
 * people in no cover. The first version had neither floor nor covers. */

#define HEADER "reverse-mentor certificate 2"
#define FIRST_HEADER "reverse-mentor certificate 1"

static void
append_cover (GString *out,
              const char *name,
              const guint8 *cover,
              guint n,
              const RmPerson *(*get_person) (const RmScorer *scorer, guint index),
              const RmScorer *scorer)
{
  for (guint k = 0; cover != NULL && k < n; k++)
    if (cover[k] != 0)
      g_string_append_printf (out, "%s %" G_GINT64_FORMAT "\n", name,
                              get_person (scorer, k)->record.id);
}

static void
append_floor (GString *out,
              const RmCertificate *certificate,
              const RmScorer *scorer)
{
  if (certificate->floor != 0)
    g_string_append_printf (out, "floor %" G_GINT64_FORMAT "\n", certificate->floor);
  append_cover (out, "all-mentee", certificate->mentee_cover_all, certificate->n_mentees,
                rm_scorer_get_mentee, scorer);
  append_cover (out, "all-mentor", certificate->mentor_cover_all, certificate->n_mentors,
                rm_scorer_get_mentor, scorer);
  append_cover (out, "above-mentee", certificate->mentee_cover_above, certificate->n_mentees,
                rm_scorer_get_mentee, scorer);
  append_cover (out, "above-mentor", certificate->mentor_cover_above, certificate->n_mentors,
                rm_scorer_get_mentor, scorer);
}

char *
rm_certificate_to_text (const RmCertificate *certificate,
                        const RmScorer *scorer)
{
  GString *out = g_string_new (HEADER "\n");

  g_string_append_printf (out, "bonus %" G_GINT64_FORMAT "\n", certificate->bonus);
  for (guint i = 0; i < certificate->n_mentees; i++)
    if (certificate->mentee_price[i] != 0 || certificate->mentee_cover[i] != 0)
      g_string_append_printf (out,
                              "mentee %" G_GINT64_FORMAT " %" G_GINT64_FORMAT
                              " %" G_GINT64_FORMAT "\n",
                              rm_scorer_get_mentee (scorer, i)->record.id,
                              certificate->mentee_price[i], certificate->mentee_cover[i]);
  for (guint j = 0; j < certificate->n_mentors; j++)
    if (certificate->mentor_price[j] != 0)
      g_string_append_printf (out, "mentor %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n",
                              rm_scorer_get_mentor (scorer, j)->record.id,
                              certificate->mentor_price[j]);
  for (guint b = 0; b < certificate->n_bounds; b++)
    {
      const RmBoundDual *bound = &certificate->bounds[b];

      g_string_append_printf (out,
                              "pair %" G_GINT64_FORMAT " %" G_GINT64_FORMAT
                              " %" G_GINT64_FORMAT "\n",
                              rm_scorer_get_mentee (scorer, bound->place.mentee)->record.id,
                              rm_scorer_get_mentor (scorer, bound->place.mentor)->record.id,
                              bound->price);
    }
  append_floor (out, certificate, scorer);

  return g_string_free (out, FALSE);
}

/* The second definition is slightly newer than the second version of the text; only development
 * builds wrote proofs in between. */
int
rm_certificate_text_guess_definition (const char *text)
{
  return g_str_has_prefix (text != NULL ? text : "", FIRST_HEADER "\n") ? 1 : 2;
}

/* Returns whether @index is a person, and adds them to the cover. */
static gboolean
add_covered (guint8 **cover,
             guint n,
             int index)
{
  if (index < 0)
    return FALSE;
  if (*cover == NULL)
    *cover = g_new0 (guint8, n);
  (*cover)[index] = 1;

  return TRUE;
}

/* People in no line are in no cover. */
static gboolean
read_cover_line (RmCertificate *certificate,
                 const RmScorer *scorer,
                 const char *line)
{
  gint64 id = 0;

  if (sscanf (line, "all-mentee %" G_GINT64_FORMAT, &id) == 1)
    return add_covered (&certificate->mentee_cover_all, certificate->n_mentees,
                        rm_scorer_find_mentee (scorer, id));
  if (sscanf (line, "all-mentor %" G_GINT64_FORMAT, &id) == 1)
    return add_covered (&certificate->mentor_cover_all, certificate->n_mentors,
                        rm_scorer_find_mentor (scorer, id));
  if (sscanf (line, "above-mentee %" G_GINT64_FORMAT, &id) == 1)
    return add_covered (&certificate->mentee_cover_above, certificate->n_mentees,
                        rm_scorer_find_mentee (scorer, id));
  if (sscanf (line, "above-mentor %" G_GINT64_FORMAT, &id) == 1)
    return add_covered (&certificate->mentor_cover_above, certificate->n_mentors,
                        rm_scorer_find_mentor (scorer, id));

  return *line == '\0';
}

static gboolean
read_line (RmCertificate *certificate,
           GArray *bounds,
           const RmScorer *scorer,
           const char *line)
{
  gint64 a = 0;
  gint64 b = 0;
  gint64 c = 0;

  if (sscanf (line, "bonus %" G_GINT64_FORMAT, &a) == 1)
    {
      certificate->bonus = a;
      return TRUE;
    }
  if (sscanf (line, "floor %" G_GINT64_FORMAT, &a) == 1)
    {
      certificate->floor = a;
      return TRUE;
    }
  if (sscanf (line, "mentee %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, &a, &b,
              &c)
      == 3)
    {
      int mentee = rm_scorer_find_mentee (scorer, a);

      if (mentee < 0)
        return FALSE;
      certificate->mentee_price[mentee] = b;
      certificate->mentee_cover[mentee] = c;
      return TRUE;
    }
  if (sscanf (line, "mentor %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, &a, &b) == 2)
    {
      int mentor = rm_scorer_find_mentor (scorer, a);

      if (mentor < 0)
        return FALSE;
      certificate->mentor_price[mentor] = b;
      return TRUE;
    }
  if (sscanf (line, "pair %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, &a, &b, &c)
      == 3)
    {
      int mentee = rm_scorer_find_mentee (scorer, a);
      int mentor = rm_scorer_find_mentor (scorer, b);
      RmBoundDual bound = { { (guint) mentee, (guint) mentor }, c };

      if (mentee < 0 || mentor < 0)
        return FALSE;
      g_array_append_val (bounds, bound);
      return TRUE;
    }

  return read_cover_line (certificate, scorer, line);
}

static int
compare_bounds (gconstpointer a,
                gconstpointer b)
{
  const RmPlace *first = &((const RmBoundDual *) a)->place;
  const RmPlace *second = &((const RmBoundDual *) b)->place;

  if (first->mentee != second->mentee)
    return first->mentee < second->mentee ? -1 : 1;

  return (first->mentor > second->mentor) - (first->mentor < second->mentor);
}

RmCertificate *
rm_certificate_from_text (const char *text,
                          const RmScorer *scorer,
                          GError **error)
{
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  g_autoptr (RmCertificate) certificate = g_new0 (RmCertificate, 1);
  g_autoptr (GArray) bounds = g_array_new (FALSE, FALSE, sizeof (RmBoundDual));
  gboolean ok = lines[0] != NULL
                && (g_str_equal (lines[0], HEADER) || g_str_equal (lines[0], FIRST_HEADER));

  certificate->n_mentees = rm_scorer_get_n_mentees (scorer);
  certificate->n_mentors = rm_scorer_get_n_mentors (scorer);
  certificate->mentee_price = g_new0 (gint64, certificate->n_mentees);
  certificate->mentee_cover = g_new0 (gint64, certificate->n_mentees);
  certificate->mentor_price = g_new0 (gint64, certificate->n_mentors);
  for (guint i = 1; ok && lines[i] != NULL; i++)
    ok = read_line (certificate, bounds, scorer, lines[i]);

  if (!ok)
    {
      g_set_error_literal (error, RM_CORE_ERROR, RM_CORE_ERROR_PROOF,
                           _ ("The proof speaks of people who are not in the programme any more"));
      return NULL;
    }

  g_array_sort (bounds, compare_bounds);
  certificate->n_bounds = bounds->len;
  certificate->bounds = g_memdup2 (bounds->data, bounds->len * sizeof (RmBoundDual));
  return g_steal_pointer (&certificate);
}
