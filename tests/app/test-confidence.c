/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "app/rm-commands.h"
#include "app/rm-explanations.h"
#include "app/rm-export-files.h"
#include "app/rm-reasons.h"
#include "exchange/rm-json-writer.h"
#include "test-people.h"

#include <string.h>

/* Tries to tell a programme in which somebody is kept apart from others in confidence from one in
 * which that person withdrew or left: by all that is said, counted, priced, ordered and written. */

typedef enum
{
  WITHDRAWN,
  LEFT,
  AVOIDED,          /* by everybody on the other side, as they would be paired */
  AVOIDED_REVERSED, /* the other way round, twice, for reasons */
  N_SECRETS,
} Secret;

/* Whose secret it is, of those that make_people() makes. */
enum
{
  A_MENTEE = 2,
  A_MENTOR = 8,
  BOTH = 13,
};

static void
add_avoid (TestPeople *people,
           gint64 one,
           gint64 other,
           Secret secret)
{
  GPtrArray *exclusions = people->tables[RM_TABLE_EXCLUSION];
  RmExclusion *exclusion = NULL;

  if (one == other)
    return;
  if (secret == AVOIDED)
    {
      test_people_add_exclusion (people, one, other, TRUE);
      return;
    }
  test_people_add_exclusion (people, other, one, TRUE);
  exclusion = g_ptr_array_index (exclusions, exclusions->len - 1);
  exclusion->reason = g_strdup ("Something that nobody must read");
}

static void
keep_secret (TestPeople *people,
             gint64 id,
             Secret secret)
{
  for (guint k = 0; k < people->tables[RM_TABLE_PERSON]->len; k++)
    {
      RmPerson *person = test_people_get (people, k);

      if (secret <= LEFT && person->record.id == id)
        person->state = secret == LEFT ? RM_PERSON_LEFT : RM_PERSON_WITHDRAWN;
      if (secret >= AVOIDED)
        add_avoid (people, id, person->record.id, secret);
    }
}

/* More mentees than places, rules that remove some, and people who are not candidates at all. Of two
 * modes and pairs that stand or not. */
static TestPeople *
make_people (guint32 seed,
             gint64 id,
             Secret secret)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  TestPeople *people = test_people_new ();

  people->settings->mode = (int) (seed % RM_N_MODES);
  people->settings->need_other_department = seed % 2 == 0;
  test_people_add_skill (people, 101, "Tools", "TikTok");
  test_people_add_skill (people, 102, "Tools", "Prezi");
  for (gint64 k = 1; k <= 13; k++)
    {
      RmPerson *person = test_people_add (people, k, k == BOTH ? RM_SIDE_BOTH
                                                     : k <= 7  ? RM_SIDE_MENTEE
                                                               : RM_SIDE_MENTOR);

      person->level = k <= 7 ? 8 : 1 + (int) k % 5;
      person->mentor_capacity = 1 + (int) (seed % 2);
      person->languages = g_strdup (k % 6 == 5 ? "fr" : "en");
      person->department = g_strdup (g_rand_int_range (rand, 0, 2) == 0 ? "IT" : "Sales");
      test_person_set_standing (person, 101, k <= 7 ? 1 : g_rand_int_range (rand, 1, 6),
                                k <= 7 ? g_rand_int_range (rand, 2, 6) : -1, 3);
      test_person_set_standing (person, 102, g_rand_int_range (rand, 0, 4), 4, 3);
    }
  if (seed % 4 == 0)
    {
      test_people_add_pair (people, 1, A_MENTOR, RM_PAIR_PROPOSED);
      test_people_add_pair (people, A_MENTEE, 9, RM_PAIR_PROPOSED);
      test_people_add_pair (people, 3, 10, RM_PAIR_PROPOSED);
    }
  keep_secret (people, id, secret);

  return people;
}

static void
tell_reasons (GString *out,
              const RmScorer *scorer,
              guint mentee,
              guint mentor)
{
  g_autoptr (RmReasons) reasons = rm_reasons_new (scorer, mentee, mentor);

  g_string_append_printf (out, "%d %d %d %u %s %s %s\n", reasons->rule, reasons->told,
                          reasons->percent, reasons->n_unknown, reasons->summary,
                          reasons->mentee_gets, reasons->mentor_gets);
  for (guint k = 0; k < reasons->parts->len; k++)
    {
      const RmReason *reason = g_ptr_array_index (reasons->parts, k);

      g_string_append_printf (out, "  %s %d %d %s %s\n", reason->label, reason->percent,
                              reason->unknown, reason->figure, reason->words);
    }
  /* What must not be told is not. */
  if (!reasons->told)
    g_assert_cmpuint (reasons->parts->len, ==, 0);
}

static void
tell_figures (GString *out,
              const RmFigures *figures)
{
  g_string_append_printf (out, " [%u %u %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "]",
                          figures->n_pairs, figures->n_paired, figures->total, figures->lowest);
}

static void
tell_answer (GString *out,
             const RmExplanations *explanations,
             guint mentee,
             guint mentor)
{
  RmScorer *scorer = rm_explanations_get_scorer (explanations);
  g_autoptr (GError) error = NULL;
  g_autoptr (RmAnswer) answer
    = rm_explanations_ask (explanations, rm_scorer_get_mentee (scorer, mentee)->record.id,
                           rm_scorer_get_mentor (scorer, mentor)->record.id, NULL, NULL, &error);

  g_assert_no_error (error);
  g_string_append_printf (out, "%d %d %d %s", answer->why, answer->rule, answer->locked,
                          answer->sentence);
  tell_figures (out, &answer->before);
  tell_figures (out, &answer->after);
  for (guint k = 0; k < answer->moves->len; k++)
    g_string_append_printf (out, " | %s", ((RmMove *) g_ptr_array_index (answer->moves, k))->text);
  g_string_append_c (out, '\n');
}

static void
tell_left_out (GString *out,
               GPtrArray *list)
{
  for (guint k = 0; k < list->len; k++)
    {
      const RmLeftOut *left = g_ptr_array_index (list, k);

      g_string_append_printf (out, "%" G_GINT64_FORMAT " %d %d %d %s", left->person, left->mentor,
                              left->proposed, left->reason, left->sentence);
      for (guint d = 0; d < left->details->len; d++)
        g_string_append_printf (out, " | %s", (char *) g_ptr_array_index (left->details, d));
      g_string_append_c (out, '\n');
    }
}

static void
tell_report (GString *out,
             const RmExplanations *explanations)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RmUnpairedReport) report
    = rm_explanations_find_unpaired (explanations, NULL, NULL, &error);

  g_assert_no_error (error);
  tell_left_out (out, report->mentees);
  tell_left_out (out, report->mentors);
  for (guint k = 0; k < report->reliefs->len; k++)
    {
      const RmRelief *relief = g_ptr_array_index (report->reliefs, k);

      g_string_append_printf (out, "%d %d %u %s\n", relief->type, relief->to, relief->n_more,
                              relief->sentence);
    }
  g_string_append_printf (out, "%s\n", report->summary);
}

static void
tell_explanations (GString *out,
                   RmProgramme *programme)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RmExplanations) explanations = rm_explanations_new (programme, NULL, NULL, &error);
  RmScorer *scorer = NULL;
  g_autoptr (GPtrArray) steady = NULL;

  if (explanations == NULL)
    {
      g_string_append_printf (out, "%s\n", error->message);
      return;
    }
  scorer = rm_explanations_get_scorer (explanations);
  g_string_append_printf (out, "%d %s\n", rm_explanations_is_today (explanations),
                          rm_explanations_get_note (explanations));
  for (guint i = 0; i < rm_scorer_get_n_mentees (scorer); i++)
    for (guint j = 0; j < rm_scorer_get_n_mentors (scorer); j++)
      {
        tell_reasons (out, scorer, i, j);
        tell_answer (out, explanations, i, j);
      }
  tell_report (out, explanations);
  steady = rm_explanations_test (explanations, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint k = 0; k < steady->len; k++)
    g_string_append_printf (out, "%s\n", ((RmSteadyPair *) g_ptr_array_index (steady, k))->sentence);
}

static void
tell_preview (GString *out,
              const RmPairing *pairing,
              guint mentor,
              const RmSlot *from,
              guint mentee,
              const RmSlot *onto)
{
  RmPreview preview = rm_pairing_preview (pairing, mentor, from, mentee, onto);

  g_string_append_printf (out, "%d %d %d %d %d %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s\n",
                          preview.rule, preview.mentor_full, preview.mentee_full, preview.same,
                          preview.score, preview.effect, preview.returned,
                          rm_describe_refusal (&preview));
}

static const RmSlot *
find_slot_of (const RmPairing *pairing,
              guint mentor)
{
  for (guint i = 0; i < rm_scorer_get_n_mentees (rm_pairing_get_scorer (pairing)); i++)
    {
      guint n = 0;
      const RmSlot *slots = rm_pairing_list_slots (pairing, i, &n);

      for (guint s = 0; s < n; s++)
        if (slots[s].mentor == mentor)
          return &slots[s];
    }

  return NULL;
}

/* All that the board shows, and what it says about each move. */
static void
tell_board (GString *out,
            RmProgramme *programme,
            const RmProposal *proposal)
{
  g_autoptr (RmPairing) pairing = rm_pairing_new (programme, proposal);
  RmScorer *scorer = rm_pairing_get_scorer (pairing);

  g_string_append_printf (out, "%d %" G_GINT64_FORMAT " %d %u %u\n",
                          rm_pairing_get_proof (pairing), rm_pairing_get_total (pairing),
                          rm_pairing_get_lowest (pairing), rm_pairing_get_n_pairs (pairing),
                          rm_pairing_get_n_paired (pairing));
  for (guint j = 0; j < rm_scorer_get_n_mentors (scorer); j++)
    g_string_append_printf (out, "%u %u\n", rm_pairing_get_mentor_places (pairing, j),
                            rm_pairing_get_mentor_free (pairing, j));
  for (guint i = 0; i < rm_scorer_get_n_mentees (scorer); i++)
    {
      guint n = 0;
      const RmSlot *slots = rm_pairing_list_slots (pairing, i, &n);

      g_string_append_printf (out, "%u %u\n", rm_pairing_get_mentee_places (pairing, i),
                              rm_pairing_get_mentee_free (pairing, i));
      for (guint s = 0; s < n; s++)
        g_string_append_printf (out, "  %u %d %d %d\n", slots[s].mentor, slots[s].locked,
                                slots[s].score, slots[s].rule);
      for (guint j = 0; j < rm_scorer_get_n_mentors (scorer); j++)
        {
          const RmSlot *from = find_slot_of (pairing, j);

          tell_preview (out, pairing, j, NULL, i, NULL);
          tell_preview (out, pairing, j, from, i, NULL);
          tell_preview (out, pairing, j, NULL, i, n > 0 ? &slots[0] : NULL);
          tell_preview (out, pairing, j, from, i, n > 0 ? &slots[0] : NULL);
        }
    }
}

static void
tell_proposal (GString *out,
               RmProgramme *programme)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RmPairingResult) result = rm_pairing_propose (programme, NULL, NULL, &error);

  if (result == NULL)
    {
      g_string_append_printf (out, "%s\n", error->message);
      return;
    }
  for (guint p = 0; p < result->solution->n_pairs; p++)
    g_string_append_printf (out, "%u-%u ", result->solution->pairs[p].mentee,
                            result->solution->pairs[p].mentor);
  g_string_append_printf (out, "%u %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n%s\n",
                          result->proposal->n_paired, result->proposal->total,
                          result->proposal->lowest, result->proposal->certificate);
  tell_board (out, programme, result->proposal);
}

/* What a scenario keeps, and what it is compared by. */
static void
tell_scenario (GString *out,
               RmProgramme *programme)
{
  g_autoptr (RmScorer) scorer = rm_scorer_new (programme);
  g_autoptr (GError) error = NULL;
  RmPairingResult *proposal = rm_pairing_propose (programme, NULL, NULL, &error);
  g_autoptr (RmLiveResult) result = NULL;
  g_autoptr (GArray) pairs = NULL;

  if (proposal == NULL)
    return;
  result = rm_live_result_new (programme, (gpointer) rm_programme_get_settings (programme), scorer,
                               NULL, proposal);
  pairs = rm_live_result_list_pairs (result);
  for (guint p = 0; p < pairs->len; p++)
    {
      RmIdPair pair = g_array_index (pairs, RmIdPair, p);

      g_string_append_printf (out, "%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT " ", pair.mentee,
                              pair.mentor);
    }
  tell_figures (out, &result->today);
  tell_figures (out, &result->then);
  g_string_append_printf (out, " %u\n", result->n_changes);
}

/* The list that goes out, from a session of its own. */
static void
tell_export (GString *out,
             TestPeople *people,
             RmProgramme *programme)
{
  g_autoptr (AppFixture) fixture = app_fixture_new ();
  g_autoptr (GPtrArray) ratings = g_ptr_array_new ();
  g_autoptr (RmBundle) bundle = rm_bundle_new_for_programme (programme, ratings);
  g_autoptr (GString) json = rm_json_writer_write (bundle);
  g_autoptr (GFile) file = app_fixture_write (fixture, "all.json", json->str);
  g_autoptr (GFile) csv = app_fixture_file (fixture, "pairs.csv");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  rm_export_read_bundle (fixture->session, file, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  rm_export_write (fixture->session, RM_EXPORT_PAIRS, csv, NULL, &error);
  g_assert_no_error (error);
  g_file_load_contents (csv, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  g_string_append (out, text);
}

static char *
tell_all (guint32 seed,
          gint64 id,
          Secret secret,
          gboolean with_files)
{
  g_autoptr (TestPeople) people = make_people (seed, id, secret);
  g_autoptr (RmProgramme) programme = test_people_build (people);
  GString *out = g_string_new (NULL);

  tell_explanations (out, programme);
  tell_proposal (out, programme);
  tell_scenario (out, programme);
  tell_board (out, programme, NULL);
  if (with_files)
    tell_export (out, people, programme);

  return g_string_free (out, FALSE);
}

static void
assert_same (const char *first,
             const char *second,
             guint32 seed,
             gint64 id,
             Secret secret)
{
  g_auto (GStrv) one = g_strsplit (first, "\n", -1);
  g_auto (GStrv) other = g_strsplit (second, "\n", -1);

  for (guint k = 0; one[k] != NULL && other[k] != NULL; k++)
    if (!g_str_equal (one[k], other[k]))
      g_error ("seed %u, person %d, secret %d tells itself in line %u:\n%s\n%s", seed, (int) id,
               secret, k, one[k], other[k]);
  g_assert_cmpstr (first, ==, second);
}

static void
test_all (void)
{
  static const gint64 ids[] = { A_MENTEE, A_MENTOR, BOTH };

  for (guint32 seed = 1; seed <= 24; seed++)
    for (gsize k = 0; k < G_N_ELEMENTS (ids); k++)
      {
        g_autofree char *first = tell_all (seed, ids[k], WITHDRAWN, seed % 8 == 0);

        g_assert_nonnull (strstr (first, "not available to pair"));
        g_assert_null (strstr (first, "must read"));
        for (Secret secret = LEFT; secret < N_SECRETS; secret++)
          {
            g_autofree char *other = tell_all (seed, ids[k], secret, seed % 8 == 0);

            assert_same (first, other, seed, ids[k], secret);
          }
      }
}

/* Undo and history name neither people nor reasons. */
static void
test_labels (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new ();
  g_autoptr (GFile) people = app_fixture_sample ("people.csv");
  const RmField *state = rm_entity_find_field (rm_person_entity (), "state");
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;
  RmProgramme *programme = NULL;
  gint64 one = 0;
  gint64 other = 0;

  app_fixture_import (fixture, people, RM_IMPORT_PEOPLE);
  programme = rm_session_get_programme (fixture->session);
  one = rm_programme_get_person (programme, 0)->record.id;
  other = rm_programme_get_person (programme, 1)->record.id;
  g_assert_true (rm_command_set_field (fixture->session, one, state, "withdrawn", &error));
  g_assert_no_error (error);
  label = g_strdup (rm_session_get_undo_label (fixture->session));

  g_assert_true (rm_command_set_field (fixture->session, one, state, "left", &error));
  g_assert_cmpstr (rm_session_get_undo_label (fixture->session), ==, label);
  g_assert_true (rm_command_set_field (fixture->session, one, state, "active", &error));
  g_assert_cmpstr (rm_session_get_undo_label (fixture->session), ==, label);
  g_assert_true (rm_command_keep_apart (fixture->session, one, other, TRUE, "Why", &error));
  g_assert_cmpstr (rm_session_get_undo_label (fixture->session), ==, label);
  /* An open one without a reason is told by nothing, either. */
  g_assert_true (rm_command_keep_apart (fixture->session, other, one, FALSE, NULL, &error));
  g_assert_cmpstr (rm_session_get_undo_label (fixture->session), ==, label);
  programme = rm_session_get_programme (fixture->session);
  g_assert_cmpuint (rm_programme_count (programme, RM_TABLE_EXCLUSION), ==, 1);
  g_assert_true (rm_command_let_together (fixture->session, one, other, &error));
  g_assert_cmpstr (rm_session_get_undo_label (fixture->session), ==, label);
  g_assert_false (rm_command_let_together (fixture->session, one, other, &error));
  g_assert_error (error, RM_APP_ERROR, RM_APP_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_true (rm_session_undo (fixture->session, &error));
  g_assert_true (rm_session_undo (fixture->session, &error));
  g_assert_cmpstr (rm_session_get_undo_label (fixture->session), ==, label);
  g_assert_cmpstr (rm_session_get_redo_label (fixture->session), ==, label);
  g_assert_false (rm_command_keep_apart (fixture->session, one, 77, TRUE, NULL, &error));
  g_assert_error (error, RM_APP_ERROR, RM_APP_ERROR_NOT_FOUND);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/confidence/all", test_all);
  g_test_add_func ("/app/confidence/labels", test_labels);
  return g_test_run ();
}
