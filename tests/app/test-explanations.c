/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "app/commands/rm-commands.h"
#include "app/explain/rm-explanations.h"
#include "app/explain/rm-reasons.h"
#include "app/pairing/rm-commands-proposal.h"
#include "app/session/rm-job.h"
#include "test-people.h"

/* The texts about a pairing, to the word. */

enum
{
  TIKTOK = 101,
  PREZI = 102,
};

static RmPerson *
add (TestPeople *people,
     gint64 id,
     const char *name,
     RmSide side)
{
  RmPerson *person = test_people_add (people, id, side);

  g_free (person->name);
  person->name = g_strdup (name);
  person->level = side == RM_SIDE_MENTEE ? 9 : 2;
  return person;
}

/* Two mentees want TikTok, and two mentors know it, one of them better. Only skills have weight. */
static TestPeople *
make_people (void)
{
  TestPeople *people = test_people_new ();

  for (guint c = 0; c < RM_N_CRITERIA; c++)
    people->settings->weights[c] = c == RM_CRITERION_SKILLS ? 100 : 0;
  test_people_add_skill (people, TIKTOK, "Tools", "TikTok");
  test_people_add_skill (people, PREZI, "Tools", "Prezi");
  test_person_set_standing (add (people, 1, "Carl Ames", RM_SIDE_MENTEE), TIKTOK, 0, 4, 3);
  test_person_set_standing (add (people, 2, "Bo Li", RM_SIDE_MENTEE), TIKTOK, 2, 4, 3);
  test_person_set_standing (add (people, 3, "Dana Roth", RM_SIDE_MENTOR), TIKTOK, 5, -1, 3);
  test_person_set_standing (add (people, 4, "Eli Sun", RM_SIDE_MENTOR), TIKTOK, 3, -1, 3);

  return people;
}

static RmExplanations *
explain (TestPeople *people)
{
  g_autoptr (RmProgramme) programme = test_people_build (people);
  g_autoptr (GError) error = NULL;
  RmExplanations *explanations = rm_explanations_new (programme, NULL, NULL, &error);

  g_assert_no_error (error);
  return explanations;
}

static RmAnswer *
ask (const RmExplanations *explanations,
     gint64 mentee,
     gint64 mentor)
{
  g_autoptr (GError) error = NULL;
  RmAnswer *answer = rm_explanations_ask (explanations, mentee, mentor, NULL, NULL, &error);

  g_assert_no_error (error);
  return answer;
}

static void
assert_answer (TestPeople *people,
               gint64 mentee,
               gint64 mentor,
               RmWhy why,
               const char *sentence)
{
  g_autoptr (RmExplanations) explanations = explain (people);
  g_autoptr (RmAnswer) answer = ask (explanations, mentee, mentor);

  g_assert_cmpint (answer->why, ==, why);
  g_assert_cmpstr (answer->sentence, ==, sentence);
  if (why != RM_WHY_PRICE && why != RM_WHY_CHOSEN)
    {
      g_assert_cmpuint (answer->moves->len, ==, 0);
      g_assert_cmpint (answer->before.total, ==, answer->after.total);
    }
}

/* Carl with Dana 4000 and with Eli 3000; Bo with Dana 4000 and with Eli 2000. */
static void
test_price (void)
{
  g_autoptr (TestPeople) people = make_people ();
  g_autoptr (RmExplanations) explanations = NULL;
  g_autoptr (RmAnswer) answer = NULL;
  const RmMove *move = NULL;

  assert_answer (people, 1, 3, RM_WHY_PRICE,
                 "Pairing them would cost 1000 points of 4000 in total (average 87.5 % → 75.0 %); "
                 "Carl Ames would have Dana Roth instead of Eli Sun; "
                 "Bo Li would get Eli Sun instead of Dana Roth.");
  assert_answer (people, 1, 4, RM_WHY_CHOSEN,
                 "They are a pair; keeping them apart would cost 1000 points of 4000 in total "
                 "(average 87.5 % → 75.0 %); Carl Ames would get Dana Roth; "
                 "Bo Li would get Eli Sun instead of Dana Roth.");

  explanations = explain (people);
  g_assert_false (rm_explanations_is_today (explanations));
  g_assert_nonnull (rm_explanations_get_note (explanations));
  answer = ask (explanations, 1, 3);
  g_assert_cmpuint (answer->moves->len, ==, 2);
  move = g_ptr_array_index (answer->moves, 1);
  g_assert_cmpint (move->mentee, ==, 2);
  g_assert_cmpint (answer->before.total, ==, 7000);
  g_assert_cmpint (answer->after.total, ==, 6000);
  g_assert_cmpint (answer->after.lowest, ==, 2000);
}

static void
test_people_price (void)
{
  g_autoptr (TestPeople) people = make_people ();

  /* Bo can only have Dana. */
  test_people_add_exclusion (people, 2, 4, FALSE);
  assert_answer (people, 1, 3, RM_WHY_PRICE,
                 "If they were paired, 1 mentee fewer would have a mentor, the lowest score would "
                 "rise from 75.0 % to 100.0 %, the total would fall by 3000 points of 4000 "
                 "(average 87.5 % → 100.0 %); Carl Ames would have Dana Roth instead of Eli Sun; "
                 "Bo Li would lose Dana Roth and have nobody.");
  assert_answer (people, 2, 4, RM_WHY_RULE,
                 "They cannot be paired: the two must not be paired.");

  people->settings->mode = RM_MODE_WEAKEST;
  g_ptr_array_set_size (people->tables[RM_TABLE_EXCLUSION], 0);
  assert_answer (people, 1, 3, RM_WHY_PRICE,
                 "If they were paired, the lowest score would fall from 75.0 % to 50.0 %, the "
                 "total would fall by 1000 points of 4000 (average 87.5 % → 75.0 %); "
                 "Carl Ames would have Dana Roth instead of Eli Sun; "
                 "Bo Li would get Eli Sun instead of Dana Roth.");
}

static void
test_obstacles (void)
{
  g_autoptr (TestPeople) people = make_people ();
  RmPair *pair = NULL;

  test_people_get (people, 3)->willing = RM_UNKNOWN;
  assert_answer (people, 1, 4, RM_WHY_RULE,
                 "They cannot be paired: the mentor has not agreed to take part.");
  test_people_get (people, 3)->willing = 1;
  test_people_get (people, 3)->state = RM_PERSON_WITHDRAWN;
  assert_answer (people, 1, 4, RM_WHY_RULE, "They cannot be paired: not available to pair.");
  test_people_get (people, 3)->state = RM_PERSON_ACTIVE;
  test_people_get (people, 3)->mentor_capacity = 0;
  assert_answer (people, 1, 4, RM_WHY_MENTOR_TAKES_NONE,
                 "Eli Sun takes no mentee: the number of places is 0.");
  test_people_get (people, 0)->mentee_capacity = 0;
  assert_answer (people, 1, 4, RM_WHY_MENTEE_TAKES_NONE,
                 "Carl Ames takes no mentor: the number of places is 0.");

  test_people_get (people, 0)->mentee_capacity = 1;
  test_people_get (people, 3)->mentor_capacity = 1;
  test_people_add_pair (people, 1, 3, RM_PAIR_PROPOSED);
  pair = g_ptr_array_index (people->tables[RM_TABLE_PAIR], 0);
  pair->locked = TRUE;
  assert_answer (people, 1, 4, RM_WHY_MENTEE_LOCKED, "Locked pairs hold all places of Carl Ames.");
  assert_answer (people, 2, 3, RM_WHY_MENTOR_LOCKED, "Locked pairs hold all places of Dana Roth.");
  assert_answer (people, 1, 3, RM_WHY_CHOSEN,
                 "They are a pair; if they were kept apart, the lowest score would rise from "
                 "50.0 % to 75.0 %, the total would rise by 1000 points of 4000 (average 75.0 % → "
                 "87.5 %); Carl Ames would get Eli Sun; Bo Li would get Dana Roth instead of Eli "
                 "Sun; the pair is locked.");
}

static void
test_ties (void)
{
  g_autoptr (TestPeople) people = make_people ();

  test_people_get (people, 0)->standings[0].level = 2;
  /* Both are alike now; today's pairs are one of two that are best. */
  test_people_add_pair (people, 1, 4, RM_PAIR_PROPOSED);
  test_people_add_pair (people, 2, 3, RM_PAIR_PROPOSED);
  assert_answer (people, 1, 3, RM_WHY_PRICE,
                 "Pairing them would cost nothing: that is as good; "
                 "Carl Ames would have Dana Roth instead of Eli Sun; "
                 "Bo Li would get Eli Sun instead of Dana Roth.");
  assert_answer (people, 1, 4, RM_WHY_CHOSEN,
                 "They are a pair; keeping them apart would cost nothing; Carl Ames would get Dana "
                 "Roth; Bo Li would get Eli Sun instead of Dana Roth.");
  {
    g_autoptr (RmExplanations) explanations = explain (people);

    g_assert_true (rm_explanations_is_today (explanations));
    g_assert_null (rm_explanations_get_note (explanations));
  }
}

static void
test_errors (void)
{
  g_autoptr (TestPeople) people = make_people ();
  g_autoptr (RmExplanations) explanations = explain (people);
  g_autoptr (TestPeople) nobody = test_people_new ();
  g_autoptr (RmProgramme) programme = test_people_build (nobody);
  g_autoptr (GError) error = NULL;

  g_assert_null (rm_explanations_ask (explanations, 3, 1, NULL, NULL, &error));
  g_assert_error (error, RM_APP_ERROR, RM_APP_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (rm_explanations_new (programme, NULL, NULL, &error));
  g_assert_error (error, RM_APP_ERROR, RM_APP_ERROR_NOBODY);
}

static const RmLeftOut *
find_left_out (const RmUnpairedList *report,
               gint64 person,
               gboolean mentor)
{
  GPtrArray *list = mentor ? report->mentors : report->mentees;

  for (guint k = 0; k < list->len; k++)
    if (((RmLeftOut *) g_ptr_array_index (list, k))->person == person)
      return g_ptr_array_index (list, k);

  return NULL;
}

static void
assert_left_out (const RmUnpairedList *report,
                 gint64 person,
                 gboolean mentor,
                 const char *sentence,
                 const char *details)
{
  const RmLeftOut *left = find_left_out (report, person, mentor);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_nonnull (left);
  g_assert_cmpstr (left->sentence, ==, sentence);
  for (guint k = 0; k < left->details->len; k++)
    g_string_append_printf (text, "%s|", (char *) g_ptr_array_index (left->details, k));
  g_assert_cmpstr (text->str, ==, details);
}

static RmUnpairedList *
find_unpaired (TestPeople *people)
{
  g_autoptr (RmExplanations) explanations = explain (people);
  g_autoptr (GError) error = NULL;
  RmUnpairedList *report = rm_explanations_find_unpaired (explanations, NULL, NULL, &error);

  g_assert_no_error (error);
  return report;
}

static void
test_unpaired (void)
{
  g_autoptr (TestPeople) people = make_people ();
  g_autoptr (RmUnpairedList) report = NULL;
  const RmRelief *relief = NULL;

  test_people_get (people, 3)->willing = RM_UNKNOWN;
  add (people, 5, "Fay Ott", RM_SIDE_MENTEE)->level = 1;
  add (people, 6, "Gus Wu", RM_SIDE_MENTEE)->mentee_capacity = 0;
  test_people_add_pair (people, 1, 3, RM_PAIR_PROPOSED);
  report = find_unpaired (people);
  g_assert_cmpuint (report->mentees->len, ==, 3);
  assert_left_out (report, 2, FALSE,
                   "2 mentees, this one among them, have only 1 mentor with 1 place to share.",
                   "Mentees: Carl Ames, Bo Li|Mentors: Dana Roth|"
                   "1: the mentor has not agreed to take part|");
  assert_left_out (report, 5, FALSE,
                   "Nobody is left whom the rules allow, mostly because the mentor has not agreed "
                   "to take part.",
                   "1: the mentor has not agreed to take part|"
                   "1: the mentee is not senior enough to the mentor|");
  assert_left_out (report, 6, FALSE, "Takes no mentor: the number of places is 0.", "");
  g_assert_cmpuint (report->mentors->len, ==, 1);
  assert_left_out (report, 4, TRUE,
                   "Nobody is left whom the rules allow: the mentor has not agreed to take part.",
                   "4: the mentor has not agreed to take part|");

  g_assert_cmpuint (report->reliefs->len, ==, 2);
  relief = g_ptr_array_index (report->reliefs, 0);
  g_assert_cmpint (relief->type, ==, RM_REMEDY_PLACES);
  g_assert_cmpstr (relief->sentence, ==,
                   "If everyone who mentors had one more place, 1 more mentee could be paired.");
  relief = g_ptr_array_index (report->reliefs, 1);
  g_assert_cmpint (relief->type, ==, RM_REMEDY_CONSENT);
  g_assert_cmpstr (report->summary, ==,
                   "3 mentees have no mentor. If everyone who mentors had one more place, 1 more "
                   "mentee could be paired.");
}

/* The board is empty, and the best pairing is not. */
static void
test_proposed (void)
{
  g_autoptr (TestPeople) people = make_people ();
  g_autoptr (RmUnpairedList) report = NULL;
  const RmLeftOut *left = NULL;

  people->settings->mode = RM_MODE_TOTAL;
  test_people_get (people, 3)->standings[0].level = 0;
  report = find_unpaired (people);
  g_assert_cmpuint (report->mentees->len, ==, 2);
  left = find_left_out (report, 1, FALSE);
  g_assert_true (left->proposed != find_left_out (report, 2, FALSE)->proposed);
  left = left->proposed ? find_left_out (report, 2, FALSE) : left;
  g_assert_cmpint (left->reason, ==, RM_UNPAIRED_TOTAL);
  g_assert_cmpstr (left->sentence, ==, "Could be paired, but the best total leaves them out.");
  g_assert_cmpstr (((RmRelief *) g_ptr_array_index (report->reliefs, 0))->sentence, ==,
                   "If most people came first, instead of the best total, 1 more mentee could be "
                   "paired.");
  left = find_left_out (report, 4, TRUE);
  g_assert_cmpint (left->reason, ==, RM_UNPAIRED_NOT_NEEDED);
}

static void
test_steady (void)
{
  g_autoptr (TestPeople) people = make_people ();
  g_autoptr (RmExplanations) explanations = NULL;
  g_autoptr (GPtrArray) pairs = NULL;
  const RmSteadyPair *pair = NULL;

  /* Prezi is known to Dana alone, and is what Carl gives back to Eli. */
  people->settings->weights[RM_CRITERION_SKILLS] = 50;
  people->settings->weights[RM_CRITERION_BACK] = 46;
  test_person_set_standing (test_people_get (people, 0), PREZI, 5, -1, 3);
  test_person_set_standing (test_people_get (people, 2), PREZI, 0, 5, 3);
  test_people_get (people, 0)->standings[0].level = 3;
  test_people_get (people, 1)->standings[0].level = 0;
  test_people_get (people, 2)->standings[0].level = 2;
  test_people_get (people, 3)->standings[0].level = 4;
  explanations = explain (people);
  pairs = rm_explanations_test (explanations, NULL, NULL, NULL);
  g_assert_cmpuint (pairs->len, ==, 2);
  g_assert_null (rm_steady_pairs_find (pairs, 1, 99));
  for (guint p = 0; p < pairs->len; p++)
    {
      pair = g_ptr_array_index (pairs, p);
      g_assert_true (pair == rm_steady_pairs_find (pairs, pair->mentee, pair->mentor));
      g_assert_true (g_str_has_prefix (pair->sentence, pair->label));
      g_assert_cmpstr (pair->label, ==, pair->robust ? "Robust" : "Fragile");
    }

  /* A third of the other criterion is worth half of this one, or not. */
  people->settings->weights[RM_CRITERION_BACK] = 80;
  test_people_get (people, 0)->standings[0].level = 2;
  g_clear_pointer (&explanations, rm_explanations_unref);
  explanations = explain (people);
  g_ptr_array_unref (g_steal_pointer (&pairs));
  pairs = rm_explanations_test (explanations, NULL, NULL, NULL);
  g_assert_cmpuint (pairs->len, ==, 2);
  for (guint p = 0; p < pairs->len; p++)
    g_test_message ("%s", ((RmSteadyPair *) g_ptr_array_index (pairs, p))->sentence);
}

static void
test_reasons (void)
{
  g_autoptr (TestPeople) people = make_people ();
  g_autoptr (RmProgramme) programme = NULL;
  g_autoptr (RmScorer) scorer = NULL;
  g_autoptr (RmReasons) reasons = NULL;
  RmPerson *carl = test_people_get (people, 0);
  RmPerson *dana = test_people_get (people, 2);
  g_autoptr (GString) text = g_string_new (NULL);
  int sum = 0;

  for (guint c = 0; c < RM_N_CRITERIA; c++)
    people->settings->weights[c] = c == RM_CRITERION_SKILLS ? 60 : 5;
  test_person_set_standing (carl, PREZI, 4, -1, 3);
  test_person_set_standing (dana, PREZI, 1, 3, 3);
  carl->department = g_strdup ("Sales");
  dana->department = g_strdup ("IT");
  carl->site = g_strdup ("Bonn");
  dana->site = g_strdup ("BONN");
  carl->sociability = 4;
  dana->sociability = 3;
  carl->style = RM_STYLE_DIRECT;
  dana->style = RM_STYLE_ANALYTICAL;
  carl->week = rm_week_bit (0, 8) | rm_week_bit (1, 9) | rm_week_bit (2, 9);
  dana->week = rm_week_bit (1, 9) | rm_week_bit (2, 9);
  carl->tags = g_strdup ("Chess; AI; green");
  dana->tags = g_strdup ("ai; chess");
  dana->aspiration = 4;
  test_people_add_acquaintance (people, 3, 1, RM_ACQUAINTANCE_WORKED);
  programme = test_people_build (people);
  scorer = rm_scorer_new (programme);
  reasons = rm_reasons_new (scorer, 0, 0);

  g_assert_true (reasons->told);
  for (guint k = 0; k < reasons->parts->len; k++)
    {
      const RmReason *reason = g_ptr_array_index (reasons->parts, k);

      g_string_append_printf (text, "%s: %s (%s)\n", reason->label, reason->figure,
                              reason->words != NULL ? reason->words : "–");
      sum += reason->percent;
    }
  g_assert_cmpstr (text->str, ==,
                   "Skills gained: 60 of 60 (TikTok 0→4)\n"
                   "Given back: 2 of 5 (Prezi 1→3)\n"
                   "Difference: 3 of 5 (different departments)\n"
                   "Sociability: 3 of 5 (4 and 3 of 5)\n"
                   "Communication style: 4 of 5 (Direct with Analytical)\n"
                   "Acquaintance: 5 of 5 (Worked together)\n"
                   "Availability: 3 of 5 (2 common free hours a week)\n"
                   "Interests and growth areas: 3 of 5 (Chess, AI)\n"
                   "Aspiration and eagerness: 2 of 5, partly unknown (aspiration 4)\n");
  g_assert_cmpint (sum, ==, reasons->percent);
  g_assert_cmpstr (reasons->summary, ==,
                   "Carl Ames with Dana Roth scores 85 %. 1 part is unknown, or partly so.");
  g_assert_cmpstr (reasons->mentee_gets, ==, "Carl Ames can learn TikTok 0→4.");
  g_assert_cmpstr (reasons->mentor_gets, ==, "Dana Roth can learn Prezi 1→3 in return.");
}

typedef struct
{
  gpointer result;
  gboolean done;
} Wait;

static void
made_cb (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  Wait *wait = data;
  g_autoptr (GError) error = NULL;

  wait->result = rm_explanations_new_finish (RM_JOB (source), result, &error);
  g_assert_no_error (error);
  wait->done = TRUE;
}

static void
asked_cb (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  Wait *wait = data;

  wait->result = rm_explanations_ask_finish (RM_JOB (source), result, NULL);
  wait->done = TRUE;
}

static void
found_cb (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  Wait *wait = data;

  wait->result = rm_explanations_find_unpaired_finish (RM_JOB (source), result, NULL);
  wait->done = TRUE;
}

static void
tested_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  Wait *wait = data;
  g_autoptr (GError) error = NULL;

  wait->result = rm_explanations_test_finish (RM_JOB (source), result, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  wait->done = TRUE;
}

/* The sample, all questions from a worker, and one that is called off. */
static void
test_async (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_sample ();
  g_autoptr (RmJob) job = rm_job_new ();
  g_autoptr (RmJob) other = rm_job_new ();
  g_autoptr (RmPairingResult) proposal = NULL;
  g_autoptr (RmExplanations) explanations = NULL;
  g_autoptr (RmAnswer) answer = NULL;
  g_autoptr (RmUnpairedList) report = NULL;
  g_autoptr (GError) error = NULL;
  Wait wait = { NULL, FALSE };

  proposal = rm_pairing_propose (rm_session_get_programme (fixture->session), NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (rm_command_apply_proposal (fixture->session, proposal, &error));

  rm_explanations_new_async (rm_session_get_programme (fixture->session), job, made_cb, &wait);
  wait_until (wait.done);
  explanations = wait.result;
  g_assert_true (rm_explanations_is_today (explanations));

  wait.done = FALSE;
  rm_explanations_ask_async (
    explanations, rm_scorer_get_mentee (proposal->scorer, proposal->solution->pairs[0].mentee)
                    ->record.id,
    rm_scorer_get_mentor (proposal->scorer, proposal->solution->pairs[0].mentor)->record.id, job,
    asked_cb, &wait);
  wait_until (wait.done);
  answer = wait.result;
  g_assert_cmpint (answer->why, ==, RM_WHY_CHOSEN);
  g_assert_cmpint (answer->before.total, ==, proposal->solution->total);

  wait.done = FALSE;
  rm_explanations_find_unpaired_async (explanations, job, found_cb, &wait);
  wait_until (wait.done);
  report = wait.result;
  g_assert_cmpuint (report->mentees->len, ==,
                    rm_scorer_get_n_mentees (proposal->scorer) - proposal->solution->n_paired);

  wait.done = FALSE;
  rm_explanations_test_async (explanations, other, tested_cb, &wait);
  rm_job_cancel (other);
  wait_until (wait.done);
  g_assert_null (wait.result);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/explanations/price", test_price);
  g_test_add_func ("/app/explanations/people-price", test_people_price);
  g_test_add_func ("/app/explanations/obstacles", test_obstacles);
  g_test_add_func ("/app/explanations/ties", test_ties);
  g_test_add_func ("/app/explanations/errors", test_errors);
  g_test_add_func ("/app/explanations/unpaired", test_unpaired);
  g_test_add_func ("/app/explanations/proposed", test_proposed);
  g_test_add_func ("/app/explanations/steady", test_steady);
  g_test_add_func ("/app/explanations/reasons", test_reasons);
  g_test_add_func ("/app/explanations/async", test_async);
  return g_test_run ();
}
