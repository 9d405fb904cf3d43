/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "app/commands/rm-commands-skills.h"
#include "app/commands/rm-commands.h"
#include "app/files/rm-starter-topics.h"
#include "app/pairing/rm-commands-pairs.h"
#include "app/pairing/rm-commands-proposal.h"
#include "app/queries/rm-apart.h"
#include "app/queries/rm-overview.h"
#include "core/base/rm-fold.h"
#include "core/gaps/rm-providers.h"
#include "exchange/import/rm-words.h"

#include <string.h>

/* The requirements of the sources on reverse mentoring, all the way from an HR export to the pairs.
 * Each part has its own tests; these are about the parts together. */

static AppFixture *
new_fixture (const char *people)
{
  AppFixture *self = app_fixture_new ();
  g_autoptr (GFile) file = app_fixture_write (self, "people.csv", people);

  app_fixture_import (self, file, RM_IMPORT_PEOPLE);
  return self;
}

static RmProgramme *
programme_of (AppFixture *self)
{
  return rm_session_get_programme (self->session);
}

static const RmPerson *
find (AppFixture *self,
      const char *name)
{
  for (guint k = 0; k < rm_programme_count (programme_of (self), RM_TABLE_PERSON); k++)
    {
      const RmPerson *person = rm_programme_get_person (programme_of (self), k);

      if (g_strcmp0 (person->name, name) == 0)
        return person;
    }

  g_assert_not_reached ();
}

static void
set (AppFixture *self,
     const char *name,
     const char *key,
     const char *text)
{
  g_autoptr (GError) error = NULL;

  rm_command_set_field (self->session, RM_TABLE_PERSON, find (self, name)->record.id,
                        rm_entity_find_field (rm_person_entity (), key), text, &error);
  g_assert_no_error (error);
}

static void
change_settings (AppFixture *self,
                 const char *key,
                 const char *text)
{
  RmSettings *settings = rm_record_copy (rm_programme_get_settings (programme_of (self)));
  g_autoptr (GError) error = NULL;

  rm_record_parse (settings, rm_entity_find_field (rm_settings_entity (), key), text, &error);
  g_assert_no_error (error);
  rm_command_change_settings (self->session, settings, "Change a rule", &error);
  g_assert_no_error (error);
  rm_record_unref (settings);
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Who is paired with whom when all is proposed anew: "Ada-Di Bo-Ed". */
static void
assert_proposed (AppFixture *self,
                 const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RmPairingResult) result
    = rm_pairing_propose (programme_of (self), NULL, NULL, &error);
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  rm_command_apply_proposal (self->session, result, &error);
  g_assert_no_error (error);
  for (guint k = 0; k < rm_programme_count (programme_of (self), RM_TABLE_PAIR); k++)
    {
      const RmPair *pair = rm_programme_get (programme_of (self), RM_TABLE_PAIR, k);

      g_ptr_array_add (
        pairs,
        g_strdup_printf ("%s-%s", rm_programme_find_person (programme_of (self), pair->mentee)->name,
                         rm_programme_find_person (programme_of (self), pair->mentor)->name));
    }
  g_ptr_array_sort (pairs, compare_texts);
  g_ptr_array_add (pairs, NULL);
  text = g_strjoinv (" ", (char **) pairs->pdata);
  g_assert_cmpstr (text, ==, expected);
}

static const char two_and_two[]
  = "staff_no;name;role;level;department;willing;committed;tags\n"
    "1;Ada;mentee;9;Board;yes;yes;climate\n"
    "2;Bo;mentee;8;Sales;yes;yes;\n"
    "3;Di;mentor;2;IT;yes;;Climate, chess\n"
    "4;Ed;mentor;2;Legal;yes;;chess\n";

/* Seniors are not paired before they have committed, unless somebody says why. */
static void
test_commitment (void)
{
  g_autoptr (AppFixture) self = new_fixture (two_and_two);

  set (self, "Ed", "mentor_capacity", "0");
  set (self, "Ada", "committed", "no");
  set (self, "Bo", "committed", "");
  assert_proposed (self, "");
  set (self, "Bo", "override_reason", "Asked by the board");
  assert_proposed (self, "Bo-Di");
  set (self, "Bo", "override_reason", " ");
  set (self, "Ada", "committed", "yes");
  set (self, "Ada", "hours", "4");
  set (self, "Ada", "committed_on", "2026-03-01");
  assert_proposed (self, "Ada-Di");
  g_assert_cmpint (find (self, "Ada")->hours, ==, 4);

  /* The day goes with the word. */
  set (self, "Ada", "committed", "no");
  g_assert_null (find (self, "Ada")->committed_on);
  assert_proposed (self, "");
}

/* That the two cannot be paired by hand, and for which reason. */
static void
assert_refused (AppFixture *self,
                const char *mentee,
                const char *mentor,
                RmRule rule)
{
  g_autoptr (RmPairing) pairing = rm_pairing_get (programme_of (self));
  RmScorer *scorer = rm_pairing_get_scorer (pairing);
  int i = rm_scorer_find_mentee (scorer, find (self, mentee)->record.id);
  int j = rm_scorer_find_mentor (scorer, find (self, mentor)->record.id);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (rm_pairing_preview (pairing, (guint) j, NULL, (guint) i, NULL).rule, ==, rule);
  g_assert_false (rm_command_pair (self->session, pairing, find (self, mentor)->record.id, 0,
                                   find (self, mentee)->record.id, 0, &error));
  g_assert_error (error, RM_APP_ERROR, RM_APP_ERROR_RULE);
}

/* Neither side is paired against its will, and who was not asked has not agreed; neither by a
 * proposal nor by hand: a proposal leaves the unwilling out before it looks at any pair, so it would
 * not tell if the rule were lost. One side alone is unwilling each time: else one check would stand
 * in for the other. */
static void
test_willingness (void)
{
  static const char *const sides[][2] = { { "Ada", "Bo" }, { "Di", "Ed" } };
  static const RmRule rules[] = { RM_RULE_MENTEE_UNWILLING, RM_RULE_MENTOR_UNWILLING };
  static const char *const refusals[] = { "no", "" };
  g_autoptr (AppFixture) self = new_fixture (two_and_two);

  for (gsize s = 0; s < G_N_ELEMENTS (sides); s++)
    for (gsize r = 0; r < G_N_ELEMENTS (refusals); r++)
      {
        assert_proposed (self, "Ada-Di Bo-Ed");
        set (self, sides[s][0], "willing", refusals[r]);
        set (self, sides[s][1], "willing", refusals[r]);
        assert_proposed (self, "");
        assert_refused (self, "Ada", "Di", rules[s]);
        set (self, sides[s][0], "willing", "yes");
        assert_proposed (self, "Ada-Di");
        set (self, sides[s][1], "willing", "yes");
      }

  /* A reason stands for a commitment, not for a will. */
  set (self, "Ada", "willing", "no");
  set (self, "Ada", "override_reason", "Asked by the board");
  set (self, "Bo", "willing", "");
  assert_proposed (self, "");
  assert_refused (self, "Ada", "Di", RM_RULE_MENTEE_UNWILLING);
}

/* Two who are kept apart are no pair any more, and no proposal makes them one. */
static void
test_apart (void)
{
  g_autoptr (AppFixture) self = new_fixture (two_and_two);
  gint64 mentee = find (self, "Ada")->record.id;
  gint64 mentor = find (self, "Di")->record.id;
  g_autoptr (GError) error = NULL;

  assert_proposed (self, "Ada-Di Bo-Ed");
  g_assert_true (rm_command_keep_apart (self->session, mentee, mentor, FALSE, "Kin", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (rm_programme_count (programme_of (self), RM_TABLE_PAIR), ==, 1);
  g_assert_true (rm_apart_holds (programme_of (self), mentor, mentee));
  g_assert_cmpstr (rm_session_get_undo_label (self->session), ==, "Keep Ada and Di apart");
  assert_refused (self, "Ada", "Di", RM_RULE_EXCLUDED);
  assert_proposed (self, "Ada-Ed Bo-Di");
  g_assert_true (rm_session_undo (self->session, NULL));
  g_assert_true (rm_session_undo (self->session, NULL));
  g_assert_cmpuint (rm_programme_count (programme_of (self), RM_TABLE_PAIR), ==, 2);

  g_assert_true (rm_command_keep_apart (self->session, mentor, mentee, TRUE, NULL, &error));
  g_assert_true (rm_apart_holds (programme_of (self), mentee, mentor));
  g_assert_cmpuint (rm_programme_count (programme_of (self), RM_TABLE_PAIR), ==, 1);
  assert_refused (self, "Ada", "Di", RM_RULE_UNAVAILABLE);
  g_assert_true (rm_command_let_together (self->session, mentee, mentor, &error));
  g_assert_false (rm_apart_holds (programme_of (self), mentee, mentor));
}

/* A programme for those with a tag is for nobody else, whatever it costs. */
static void
test_tag (void)
{
  g_autoptr (AppFixture) self = new_fixture (two_and_two);

  change_settings (self, "only_tag", "CLIMATE");
  assert_proposed (self, "Ada-Di");
  set (self, "Bo", "tags", "climates");
  assert_proposed (self, "Ada-Di");
  change_settings (self, "only_tag", "Chess");
  assert_proposed (self, "");
  g_assert_true (rm_session_undo (self->session, NULL));
  g_assert_true (rm_session_undo (self->session, NULL));
  g_assert_cmpuint (rm_programme_count (programme_of (self), RM_TABLE_PAIR), ==, 1);
}

/* Who is nominated as eager and with long aspirations comes first where that is what counts. */
static void
test_nomination (void)
{
  static const char *const others[]
    = { "skills", "back", "difference", "sociability", "style", "acquaintance", "availability",
        "interests" };
  g_autoptr (AppFixture) self = new_fixture (two_and_two);

  set (self, "Bo", "willing", "no");
  for (gsize k = 0; k < G_N_ELEMENTS (others); k++)
    {
      g_autofree char *key = g_strconcat ("weight_", others[k], NULL);

      change_settings (self, key, "0");
    }
  change_settings (self, "weight_aspiration", "100");
  set (self, "Di", "aspiration", "2");
  set (self, "Di", "eagerness", "2");
  set (self, "Ed", "aspiration", "3");
  set (self, "Ed", "eagerness", "2");
  assert_proposed (self, "Ada-Ed");
  set (self, "Di", "eagerness", "4");
  assert_proposed (self, "Ada-Di");
}

/* Customers come from outside, with an employer and without a line manager, as an export has them. */
static void
test_external (void)
{
  g_autoptr (AppFixture) self
    = new_fixture ("staff_no;name;role;level;employer;relation;manager;willing;committed\n"
                   "1;Ada;mentee;9;;employee;;yes;yes\n"
                   "2;Cy;mentor;2;Client Ltd;customer;1;yes;\n"
                   "3;Di;mentor;2;;employee;1;yes;\n");

  g_assert_true (rm_person_is_external (find (self, "Cy")));
  g_assert_cmpint (find (self, "Cy")->manager, ==, 0);
  g_assert_null (find (self, "Cy")->manager_ref);
  g_assert_cmpint (find (self, "Di")->manager, ==, find (self, "Ada")->record.id);
  assert_proposed (self, "Ada-Cy");
}

static gint64
find_skill (AppFixture *self,
            const char *name,
            const char *context)
{
  for (guint k = 0; k < rm_programme_count (programme_of (self), RM_TABLE_SKILL); k++)
    {
      const RmSkill *skill = rm_programme_get_skill (programme_of (self), k);

      if (g_strcmp0 (skill->name, name) == 0 && g_strcmp0 (skill->context, context) == 0)
        return skill->record.id;
    }

  g_assert_not_reached ();
}

/* Whoever knows social media in private teaches nobody to use them for the business, and nobody
 * teaches who does not stand above the learner. */
static void
test_contexts (void)
{
  static const char ratings[] = "person,skill,context,level,target\n"
                                "1,Social media,business,2,4\n"
                                "3,Social media,private,5,\n"
                                "3,Social media,business,2,\n"
                                "4,Social media,business,3,\n";
  g_autoptr (AppFixture) self = new_fixture (two_and_two);
  g_autoptr (GFile) file = app_fixture_write (self, "ratings.csv", ratings);
  g_autoptr (RmScorer) scorer = NULL;
  g_autoptr (GArray) providers = NULL;

  app_fixture_import (self, file, RM_IMPORT_RATINGS);
  scorer = rm_scorer_new (programme_of (self));
  providers = rm_providers_list (scorer, find_skill (self, "Social media", "business"),
                                 find (self, "Ada")->record.id);
  g_assert_cmpuint (providers->len, ==, 1);
  g_assert_cmpint (g_array_index (providers, RmProvider, 0).person, ==,
                   find (self, "Ed")->record.id);
  set (self, "Bo", "willing", "no");
  assert_proposed (self, "Ada-Ed");
}

/* The five things that leaders gain are the categories, and what was named is there. */
static void
test_topics (void)
{
  static const char *const categories[]
    = { "Inclusive communication", "Attitudes and drivers of staff and customers",
        "How the business is perceived", "Comfort zones", "New technology" };
  static const struct
  {
    const char *name;
    const char *context;
  } named[] = { { "WhatsApp", "private" },
                { "TikTok", NULL },
                { "Prezi", "business" },
                { "Social media: private", "private" },
                { "Social media: business", "business" } };
  g_autoptr (AppFixture) self = app_fixture_new ();
  g_autoptr (GPtrArray) topics = rm_starter_topics_new ();
  guint n_found[G_N_ELEMENTS (categories)] = { 0 };
  guint n = 0;
  g_autoptr (GError) error = NULL;

  rm_command_add_skills (self->session, topics, &n, &error);
  g_assert_no_error (error);
  for (guint k = 0; k < n; k++)
    for (gsize c = 0; c < G_N_ELEMENTS (categories); c++)
      n_found[c] += g_strcmp0 (rm_programme_get_skill (programme_of (self), k)->category,
                               categories[c]) == 0;
  for (gsize c = 0; c < G_N_ELEMENTS (categories); c++)
    {
      g_assert_cmpuint (n_found[c], >=, 5);
      n -= n_found[c];
    }
  g_assert_cmpuint (n, ==, 0);
  for (gsize k = 0; k < G_N_ELEMENTS (named); k++)
    g_assert_cmpint (find_skill (self, named[k].name, named[k].context), !=, 0);
}

/* Nobody's age or birthday is asked for: no field is for it, and no column of a file finds one. */
static void
test_age (void)
{
  static const char *const headers[]
    = { "age", "birthday", "birth date", "date of birth", "dob", "year of birth", "alter",
        "geburtsdatum", "geburtstag", "âge", "date de naissance", "edad", "fecha de nacimiento" };
  const RmEntity *entity = rm_person_entity ();

  for (gsize h = 0; h < G_N_ELEMENTS (headers); h++)
    {
      g_autofree char *header = rm_fold (headers[h]);

      for (guint f = 0; f < entity->n_fields; f++)
        {
          const char *const *known = rm_words_list_headers (entity->name, entity->fields[f].key);

          for (guint k = 0; known[k] != NULL; k++)
            {
              g_autofree char *folded = rm_fold (known[k]);

              g_assert_cmpstr (folded, !=, header);
            }
        }
    }
}

/* People without a part are pointed out while one side has nobody, and not later. */
static void
test_no_part (void)
{
  g_autoptr (AppFixture) self = app_fixture_new ();
  g_autoptr (GFile) file = app_fixture_write (self, "parts.csv", "Staff no,Name\n1,Ada\n2,Ben\n");
  g_autoptr (GFile) sides
    = app_fixture_write (self, "sides.csv", "Staff no,Name,Role\n3,Cleo,mentor\n4,Dan,mentee\n");
  g_autoptr (RmOverview) before = NULL;
  g_autoptr (RmOverview) after = NULL;
  const RmAttention *first = NULL;

  app_fixture_import (self, file, RM_IMPORT_PEOPLE);
  before = rm_overview_new (programme_of (self));
  first = g_ptr_array_index (before->attention, 0);
  g_assert_cmpint (first->type, ==, RM_ATTENTION_NO_PART);
  g_assert_cmpuint (first->people->len, ==, 2);

  app_fixture_import (self, sides, RM_IMPORT_PEOPLE);
  after = rm_overview_new (programme_of (self));
  for (guint i = 0; i < after->attention->len; i++)
    g_assert_cmpint (((const RmAttention *) g_ptr_array_index (after->attention, i))->type, !=,
                     RM_ATTENTION_NO_PART);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/rows/no-part", test_no_part);
  g_test_add_func ("/app/rows/commitment", test_commitment);
  g_test_add_func ("/app/rows/willingness", test_willingness);
  g_test_add_func ("/app/rows/apart", test_apart);
  g_test_add_func ("/app/rows/tag", test_tag);
  g_test_add_func ("/app/rows/nomination", test_nomination);
  g_test_add_func ("/app/rows/external", test_external);
  g_test_add_func ("/app/rows/contexts", test_contexts);
  g_test_add_func ("/app/rows/topics", test_topics);
  g_test_add_func ("/app/rows/age", test_age);
  return g_test_run ();
}
