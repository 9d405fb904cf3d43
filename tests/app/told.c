/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "told.h"

#include "app-fixture.h"

#include "app/commands/rm-commands.h"
#include "app/explain/rm-explanations.h"
#include "app/explain/rm-reasons.h"
#include "app/files/rm-export-files.h"
#include "app/gaps/rm-gaps-text.h"
#include "app/lab/rm-comparison.h"
#include "app/lab/rm-live-result.h"
#include "app/pairing/rm-commands-pairs.h"
#include "app/pairing/rm-pairing-move.h"
#include "app/queries/rm-overview.h"
#include "core/gaps/rm-providers.h"
#include "exchange/json/rm-json-writer.h"
#include "written-book.h"

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
  /* Confidential data is left out. */
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
  g_autoptr (RmUnpairedList) report
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
    {
      const RmSteadyPair *pair = g_ptr_array_index (steady, k);

      g_string_append_printf (out, "%s\n", pair->sentence);
    }
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
                          rm_preview_get_refusal (&preview));
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

/* Everything the board shows, and its text about each move. */
static void
tell_board (GString *out,
            RmProgramme *programme)
{
  g_autoptr (RmPairing) pairing = rm_pairing_get (programme);
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

/* The programme once @proposal has been made in it. */
static RmProgramme *
with_proposal (RmProgramme *programme,
               const RmProposal *proposal)
{
  const RmProposal *before = rm_programme_get_proposal (programme);
  RmProposal *after = rm_record_copy (proposal);
  g_autoptr (GPtrArray) proposals = g_ptr_array_new_with_free_func (rm_record_unref);
  GPtrArray *changed[RM_N_TABLES] = { NULL };

  after->record.id = before != NULL ? before->record.id : 1;
  g_ptr_array_add (proposals, after);
  changed[RM_TABLE_PROPOSAL] = proposals;
  return rm_programme_new_changed (programme, NULL, changed, NULL);
}

static void
tell_proposal (GString *out,
               RmProgramme *programme)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RmPairingResult) result = rm_pairing_propose (programme, NULL, NULL, &error);
  g_autoptr (RmProgramme) proposed = NULL;

  if (result == NULL)
    {
      g_string_append_printf (out, "%s\n", error->message);
      return;
    }
  for (guint p = 0; p < result->solution->n_pairs; p++)
    g_string_append_printf (out, "%u-%u ", result->solution->pairs[p].mentee,
                            result->solution->pairs[p].mentor);
  g_string_append_printf (out, "%d %d %d\n%s\n", result->proposal->n_paired,
                          result->proposal->total, result->proposal->lowest,
                          result->proposal->certificate);
  proposed = with_proposal (programme, result->proposal);
  tell_board (out, proposed);
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

/* The pairing as it is beside a scenario that has no pair. */
static void
tell_comparison (GString *out,
                 RmProgramme *programme)
{
  g_autoptr (RmPairing) pairing = rm_pairing_get (programme);
  RmScenario *scenario = rm_record_new (rm_scenario_entity ());
  g_autoptr (RmComparison) comparison = rm_comparison_new (pairing, NULL, scenario);

  g_string_append_printf (out, "%u", comparison->n_common);
  for (guint k = 0; k < comparison->differences->len; k++)
    {
      const RmDifference *difference = g_ptr_array_index (comparison->differences, k);

      g_string_append_printf (out, " %s: %s, %s", difference->name, difference->mentors[0],
                              difference->mentors[1]);
    }
  g_string_append_c (out, '\n');
  rm_record_unref (scenario);
}

static void
tell_overview (GString *out,
               RmProgramme *programme)
{
  g_autoptr (RmOverview) overview = rm_overview_new (programme);

  g_string_append_printf (out, "%u %u %u %u %u\n", overview->n_people, overview->n_mentees,
                          overview->n_mentors, overview->n_pairs, overview->n_unrated_mentees);
  for (guint k = 0; k < overview->attention->len; k++)
    {
      const RmAttention *attention = g_ptr_array_index (overview->attention, k);

      g_string_append_printf (out, "%d %d", attention->type, attention->criterion);
      for (guint p = 0; p < attention->people->len; p++)
        g_string_append_printf (out, " %" G_GINT64_FORMAT,
                                g_array_index (attention->people, gint64, p));
      g_string_append_c (out, '\n');
    }
}

static void
tell_gaps (GString *out,
           RmProgramme *programme)
{
  static const RmGapRows rows[] = { RM_GAP_ROWS_DEPARTMENT, RM_GAP_ROWS_PERSON,
                                    RM_GAP_ROWS_MENTOR };
  g_autoptr (RmScorer) scorer = rm_scorer_new (programme);

  for (gsize k = 0; k < G_N_ELEMENTS (rows); k++)
    {
      g_autoptr (RmGaps) gaps
        = rm_gaps_new (scorer, rows[k], RM_GAP_COLUMNS_SKILL, NULL, NULL, NULL);

      for (guint r = 0; r < rm_gaps_get_n_rows (gaps); r++)
        for (guint c = 0; c < rm_gaps_get_n_columns (gaps); c++)
          {
            RmGapCell cell = rm_gaps_get_cell (gaps, r, c);
            g_autofree char *text = rm_gaps_dup_figures_text (&cell, rm_gaps_get_row_size (gaps, r),
                                                              RM_GAP_RISK);

            g_string_append_printf (out, "%s\n", text);
          }
    }
}

/* Who could teach whom. */
static void
tell_providers (GString *out,
                RmProgramme *programme)
{
  g_autoptr (RmScorer) scorer = rm_scorer_new (programme);

  for (guint s = 0; s < rm_programme_count (programme, RM_TABLE_SKILL); s++)
    for (guint p = 0; p < rm_programme_count (programme, RM_TABLE_PERSON); p++)
      {
        const RmSkill *skill = rm_programme_get (programme, RM_TABLE_SKILL, s);
        const RmPerson *person = rm_programme_get_person (programme, p);
        g_autoptr (GArray) providers
          = rm_providers_list (scorer, skill->record.id, person->record.id);

        for (guint k = 0; k < providers->len; k++)
          {
            RmProvider provider = g_array_index (providers, RmProvider, k);

            g_string_append_printf (out, "%" G_GINT64_FORMAT " %d %u %d %d, ", provider.person,
                                    provider.level, provider.places, provider.score,
                                    provider.rule);
          }
        g_string_append_c (out, '\n');
      }
}

/* A file that goes out, from a session of its own. */
static void
tell_file (GString *out,
           RmProgramme *programme,
           RmExportKind kind)
{
  g_autoptr (AppFixture) fixture = app_fixture_new ();
  g_autoptr (GPtrArray) ratings = g_ptr_array_new ();
  g_autoptr (RmBundle) bundle = rm_bundle_new_for_programme (programme, ratings);
  g_autoptr (GString) json = rm_json_writer_write (bundle);
  g_autoptr (GFile) file = app_fixture_write (fixture, "all.json", json->str);
  g_autoptr (GFile) csv = app_fixture_file (fixture, "out.csv");
  g_autoptr (GFile) book = app_fixture_file (fixture, "out.xlsx");
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  g_autofree char *sheet = NULL;
  g_autofree char *digest = NULL;
  g_autoptr (GError) error = NULL;

  rm_export_read_bundle (fixture->session, file, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  rm_export_write (fixture->session, kind, csv, NULL, &error);
  g_assert_no_error (error);
  g_file_load_contents (csv, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  rm_export_write (fixture->session, kind, book, NULL, &error);
  g_assert_no_error (error);
  bytes = g_file_load_bytes (book, NULL, NULL, &error);
  g_assert_no_error (error);
  sheet = written_book_read (bytes, "xl/worksheets/sheet1.xml");
  digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_string_append_printf (out, "%s%s\n%s\n%s\n", text, sheet, digest,
                          rm_session_get_undo_label (fixture->session));
}

char *
told_pairing (RmProgramme *programme,
              gboolean with_file)
{
  GString *out = g_string_new (NULL);

  tell_explanations (out, programme);
  tell_proposal (out, programme);
  tell_scenario (out, programme);
  tell_board (out, programme);
  if (with_file)
    tell_file (out, programme, RM_EXPORT_PAIRS);

  return g_string_free (out, FALSE);
}

char *
told_all (RmProgramme *programme,
          gboolean with_files)
{
  GString *out = g_string_new (NULL);
  g_autofree char *pairing = told_pairing (programme, with_files);

  tell_comparison (out, programme);
  tell_overview (out, programme);
  tell_gaps (out, programme);
  tell_providers (out, programme);
  if (with_files)
    {
      tell_file (out, programme, RM_EXPORT_PEOPLE);
      tell_file (out, programme, RM_EXPORT_RATINGS);
      tell_file (out, programme, RM_EXPORT_MATRIX);
    }
  g_string_append (out, pairing);

  return g_string_free (out, FALSE);
}

void
told_assert_same (const char *first,
                  const char *second,
                  const char *what)
{
  g_auto (GStrv) one = g_strsplit (first, "\n", -1);
  g_auto (GStrv) other = g_strsplit (second, "\n", -1);

  for (guint k = 0; one[k] != NULL && other[k] != NULL; k++)
    if (!g_str_equal (one[k], other[k]))
      g_error ("%s tells itself in line %u:\n%s\n%s", what, k, one[k], other[k]);
  g_assert_cmpstr (first, ==, second);
}
