/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/rm-person.h"
#include "core/model/rm-programme.h"

static const struct
{
  const char *key;
  const char *text;
  const char *stands; /* NULL: refused */
} cases[] = {
  { "name", "  Zoë \n Adams ", "Zoë   Adams" },
  { "level", "Director", "8" },
  { "level", "Vice President", "9" },
  { "level", "3,0", "3" },
  { "level", "3.5", NULL },
  { "level", "11", NULL },
  { "level", "", "" },
  { "willing", "JA", "yes" },
  { "willing", "0", "no" },
  { "willing", "perhaps", NULL },
  { "joined", "2019-04-01", "2019-04-01" },
  { "joined", "1.4.2019", "2019-04-01" },
  { "joined", "31/12/2020", "2020-12-31" },
  { "joined", "2019-04-01 00:00:00", "2019-04-01" },
  { "joined", "2019-02-30", NULL },
  { "joined", "soon", NULL },
  { "side", " MENTEE", "mentee" },
  { "side", "Mentoré", NULL },
  { "side", "retailer", NULL },
  { "tags", "AI, cooking", "AI; cooking" },
  { "tags", "AI; cooking ;AI;", "AI; cooking" },
  { "tags", "Reading, writing; Sport (team, individual)", "Reading, writing; Sport (team, individual)" },
  { "tags", "Chinese (Mandarin, Cantonese), English", "Chinese (Mandarin, Cantonese); English" },
  { "tags", "Reading, writing;", "Reading, writing;" },
  { "tags", "[\"AI\", \"Cooking\"]", "AI; Cooking" },
  { "tags", "one\ntwo, three", "one; two, three" },
  { "tags", "a (b, c", "a (b; c" },
  { "week", "Mon 9-12; Di 14-16", "mon 9-12; tue 14-16" },
  { "week", "fri", "fri 8-17" },
  { "week", "-", "-" },
  { "week", "sometime", NULL },
};

static void
test_parse (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RmPerson *person = rm_person_new ();
      const RmField *field = rm_entity_find_field (rm_person_entity (), cases[i].key);
      g_autoptr (GError) error = NULL;
      gboolean ok = rm_record_parse (person, field, cases[i].text, &error);

      if (cases[i].stands == NULL)
        {
          g_assert_false (ok);
          g_assert_error (error, RM_CORE_ERROR, RM_CORE_ERROR_VALUE);
        }
      else
        {
          g_autofree char *stands = NULL;

          g_assert_no_error (error);
          stands = rm_record_format (person, field);
          g_assert_cmpstr (stands, ==, cases[i].stands);
        }
      rm_record_unref (person);
    }
}

/* Every value that can be written reads back equal. */
static void
test_round_trip (void)
{
  RmPerson *person = rm_person_new ();
  RmPerson *copy = NULL;
  RmPerson *again = rm_person_new ();
  const RmEntity *entity = rm_person_entity ();

  person->name = g_strdup ("Ana");
  person->level = 8;
  person->week = rm_week_bit (0, 8) | rm_week_bit (6, 16);
  person->style = RM_STYLE_EXPRESSIVE;
  person->willing = 0;
  copy = rm_record_copy (person);
  g_assert_true (rm_record_equal (person, copy));

  for (guint i = 0; i < entity->n_fields; i++)
    if (entity->fields[i].type != RM_FIELD_REFERENCE)
      {
        g_autofree char *text = rm_record_format (person, &entity->fields[i]);
        g_autoptr (GError) error = NULL;

        rm_record_parse (again, &entity->fields[i], text, &error);
        g_assert_no_error (error);
      }
  g_assert_true (rm_record_equal (person, again));
  copy->level = RM_UNKNOWN;
  g_assert_false (rm_record_equal (person, copy));

  rm_record_unref (again);
  rm_record_unref (copy);
  rm_record_unref (person);
}

static void
test_programme (void)
{
  g_autoptr (RmProgramme) before = rm_programme_new_changed (NULL, NULL, NULL, NULL);
  g_autoptr (RmProgramme) after = NULL;
  g_autoptr (RmProgramme) last = NULL;
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (rm_record_unref);
  g_autoptr (GArray) gone = g_array_new (FALSE, FALSE, sizeof (gint64));
  GPtrArray *changed[RM_N_TABLES] = { people };
  GArray *removed[RM_N_TABLES] = { gone };
  gint64 ids[] = { 30, 10, 20 };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      RmPerson *person = rm_person_new ();

      person->record.id = ids[i];
      g_ptr_array_add (people, person);
    }
  after = rm_programme_new_changed (before, NULL, changed, NULL);
  g_assert_cmpuint (rm_programme_count (before, RM_TABLE_PERSON), ==, 0);
  g_assert_cmpuint (rm_programme_count (after, RM_TABLE_PERSON), ==, 3);
  g_assert_cmpint (rm_programme_get_person (after, 0)->record.id, ==, 10);
  g_assert_nonnull (rm_programme_find_person (after, 30));

  g_ptr_array_remove_range (people, 1, 2);
  g_array_append_val (gone, ids[1]);
  last = rm_programme_new_changed (after, NULL, changed, removed);
  g_assert_cmpuint (rm_programme_count (last, RM_TABLE_PERSON), ==, 2);
  g_assert_null (rm_programme_find_person (last, 10));
  g_assert_true (rm_programme_find_person (last, 20) == rm_programme_find_person (after, 20));
}

static RmRating *
rating (gint64 id,
        RmSource source,
        int level,
        const char *day)
{
  RmRating *self = rm_rating_new ();

  self->record.id = id;
  self->skill = 7;
  self->source = source;
  self->level = level;
  self->rated_on = g_strdup (day);
  return self;
}

static void
test_standing (void)
{
  RmRating *ratings[] = {
    rating (1, RM_SOURCE_SELF, 5, "2026-05-01"),
    rating (2, RM_SOURCE_PEER, 1, "2026-01-01"),
    rating (3, RM_SOURCE_PEER, 2, "2026-01-02"),
    rating (4, RM_SOURCE_PEER, 4, "2026-01-03"),
    rating (5, RM_SOURCE_MANAGER, 3, "2025-01-01"),
    rating (6, RM_SOURCE_MANAGER, 4, "2025-02-01"),
  };
  const RmRating *const *all = (const RmRating *const *) ratings;

  g_assert_cmpint (rm_standing_resolve (all, 1).level, ==, 5);
  g_assert_cmpint (rm_standing_resolve (all, 4).level, ==, 2);
  g_assert_cmpint (rm_standing_resolve (all, 6).level, ==, 4);
  g_assert_cmpint (rm_standing_resolve (all, 6).target, ==, -1);
  g_assert_cmpint (rm_standing_resolve (all, 6).importance, ==, 3);

  for (gsize i = 0; i < G_N_ELEMENTS (ratings); i++)
    rm_record_unref (ratings[i]);
}

static void
test_skill_names (void)
{
  static const struct
  {
    const char *name;
    const char *said;
    gboolean same;
  } names[] = {
    { "C", "C++", FALSE },       { "C#", "C++", FALSE },   { "C++", "c ++", TRUE },
    { "TikTok", "Tik-Tok", TRUE }, { "Prezi", "prézi", TRUE }, { "AI", "Fair pay", FALSE },
    { "…", "…", TRUE },          { "…", "", FALSE },       { "Inclusive language", "langue", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      RmSkill *skill = rm_skill_new ();
      g_autofree char *key = rm_skill_make_key (names[i].said);

      skill->name = g_strdup (names[i].name);
      skill->aliases = g_strdup ("Other; Another");
      g_assert_true (rm_skill_is_called (skill, key) == names[i].same);
      g_assert_true (rm_skill_is_called (skill, "another"));
      rm_record_unref (skill);
    }
}

/* What is needed cannot be cleared, by nothing or by what is nothing when it is cleaned. */
static void
test_needed (void)
{
  static const char *const texts[] = { "", " ", "\x02", "\xef\xbb\xbf", NULL };
  RmSettings *settings = rm_settings_new ();
  const RmField *field = rm_entity_find_field (rm_settings_entity (), "weight_skills");

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (rm_record_parse (settings, field, texts[i], &error));
      g_assert_error (error, RM_CORE_ERROR, RM_CORE_ERROR_VALUE);
      g_assert_cmpint (settings->weights[RM_CRITERION_SKILLS], ==, 40);
    }
  rm_record_unref (settings);
}

/* Types that no entity has so far. */
typedef struct
{
  RmRecord record;

  char *begins;
  gint64 amount;
  int length;
} Sample;

static const RmField sample_fields[] = {
  { .key = "begins", .type = RM_FIELD_DATE_TIME, .offset = G_STRUCT_OFFSET (Sample, begins) },
  { .key = "amount", .type = RM_FIELD_DECIMAL, .offset = G_STRUCT_OFFSET (Sample, amount),
    .min = -1000, .max = 1000 },
  { .key = "length", .type = RM_FIELD_DURATION, .offset = G_STRUCT_OFFSET (Sample, length),
    .max = 1440, .fallback = RM_UNKNOWN },
};

static const RmEntity sample = {
  .name = "sample",
  .size = sizeof (Sample),
  .fields = sample_fields,
  .n_fields = G_N_ELEMENTS (sample_fields),
};

static void
test_kinds (void)
{
  static const struct
  {
    guint field;
    const char *text;
    const char *written; /* NULL where it is no value */
  } writings[] = {
    { 0, "2026-03-31 14:30", "2026-03-31T14:30" },
    { 0, "2026-03-31T14:30:00", "2026-03-31T14:30" },
    { 0, "31.03.2026 9:05", "2026-03-31T09:05" },
    { 0, "2026-03-31", NULL },
    { 0, "2026-03-31 24:00", NULL },
    { 0, "2026-02-30 10:00", NULL },
    { 0, "2026-03-31 10:00 pm", NULL },
    { 1, "12.50", "12.5" },
    { 1, "12,5", "12.5" },
    { 1, "-0.0001", "-0.0001" },
    { 1, "1000", "1000" },
    { 1, "1000.0001", NULL },
    { 1, "1.00001", NULL },
    { 1, "1,234.50", NULL },
    { 1, ".5", NULL },
    { 1, "-", NULL },
    { 2, "90", "1:30" },
    { 2, "90 min", "1:30" },
    { 2, "1:30", "1:30" },
    { 2, "1 h 30 min", "1:30" },
    { 2, "1h30", "1:30" },
    { 2, "2 h", "2:00" },
    { 2, "0", "0:00" },
    { 2, "1:60", NULL },
    { 2, "1441", NULL },
    { 2, "-5", NULL },
    { 2, "an hour", NULL },
  };

  for (gsize k = 0; k < G_N_ELEMENTS (writings); k++)
    {
      const RmField *field = &sample_fields[writings[k].field];
      g_autoptr (RmRecord) record = rm_record_new (&sample);
      g_autoptr (RmRecord) again = rm_record_new (&sample);
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;

      g_assert_true (rm_record_is_blank (record, field));
      g_assert_true (rm_record_parse (record, field, writings[k].text, &error)
                     == (writings[k].written != NULL));
      text = rm_record_format (record, field);
      g_assert_cmpstr (text, ==, writings[k].written != NULL ? writings[k].written : "");
      if (writings[k].written == NULL)
        {
          g_assert_error (error, RM_CORE_ERROR, RM_CORE_ERROR_VALUE);
          continue;
        }
      g_assert_true (rm_record_parse (again, field, text, NULL));
      g_assert_true (rm_record_equal (record, again));
      rm_record_clear (record, field);
      g_assert_true (rm_record_is_blank (record, field));
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/record/parse", test_parse);
  g_test_add_func ("/core/record/round-trip", test_round_trip);
  g_test_add_func ("/core/record/programme", test_programme);
  g_test_add_func ("/core/record/standing", test_standing);
  g_test_add_func ("/core/record/skill-names", test_skill_names);
  g_test_add_func ("/core/record/needed", test_needed);
  g_test_add_func ("/core/record/kinds", test_kinds);
  return g_test_run ();
}
