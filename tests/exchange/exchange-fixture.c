/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange-fixture.h"

#include "exchange/csv/rm-csv-reader.h"
#include "exchange/source/rm-source.h"

#include <string.h>

Fixture *
fixture_new (void)
{
  Fixture *self = g_new0 (Fixture, 1);
  RmSettings *settings = rm_settings_new ();

  settings->special_category = 1;
  self->programme = rm_programme_new (settings);
  rm_record_unref (settings);
  self->ratings = g_ptr_array_new_with_free_func (rm_record_unref);
  self->next_id = 1000;

  return self;
}

void
fixture_free (Fixture *self)
{
  rm_programme_unref (self->programme);
  g_ptr_array_unref (self->ratings);
  g_free (self);
}

RmSheet *
fixture_read (const char *text)
{
  g_autoptr (GError) error = NULL;
  RmSheet *table
    = rm_csv_reader_read ((const guchar *) text, strlen (text), '\0', NULL, NULL, &error);

  g_assert_no_error (error);
  return table;
}

RmSheet *
fixture_load (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "exchange", "data", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  RmSheet *table = rm_source_load (file, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return table;
}

RmImportPlan *
fixture_plan (Fixture *self,
              RmImportKind kind,
              const char *text)
{
  g_autoptr (RmSheet) table = fixture_read (text);

  return rm_import_plan_new (table, kind, self->programme, self->ratings);
}

RmImportResult *
fixture_evaluate (const RmImportPlan *plan)
{
  g_autoptr (GError) error = NULL;
  RmImportResult *result = rm_import_plan_evaluate (plan, NULL, NULL, &error);

  g_assert_no_error (error);
  return result;
}

static gint64
real_id (GHashTable *ids,
         gint64 id)
{
  gint64 *real = id < 0 ? g_hash_table_lookup (ids, &id) : NULL;

  return id < 0 ? *real : id;
}

/* Copies records, giving each new one an id; checks that temporary ids count down. */
static GPtrArray *
settle (Fixture *self,
        GPtrArray *records,
        GHashTable *ids)
{
  GPtrArray *settled = g_ptr_array_new_with_free_func (rm_record_unref);
  gint64 expected = -1;

  for (guint i = 0; i < records->len; i++)
    {
      RmRecord *record = rm_record_copy (g_ptr_array_index (records, i));

      if (record->id < 0)
        {
          gint64 id = record->id;

          g_assert_cmpint (id, ==, expected--);
          record->id = self->next_id++;
          g_hash_table_insert (ids, g_memdup2 (&id, sizeof id),
                               g_memdup2 (&record->id, sizeof id));
        }
      g_ptr_array_add (settled, record);
    }

  return settled;
}

void
fixture_apply (Fixture *self,
               const RmImportResult *result)
{
  g_autoptr (GHashTable) person_ids
    = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GHashTable) skill_ids
    = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GPtrArray) people = settle (self, result->people, person_ids);
  g_autoptr (GPtrArray) skills = settle (self, result->skills, skill_ids);
  GPtrArray *changed[RM_N_TABLES] = { [RM_TABLE_PERSON] = people, [RM_TABLE_SKILL] = skills };
  RmProgramme *after = NULL;

  for (guint i = 0; i < people->len; i++)
    {
      RmPerson *person = g_ptr_array_index (people, i);

      person->manager = real_id (person_ids, person->manager);
    }
  for (guint i = 0; i < result->ratings->len; i++)
    {
      RmRating *rating = rm_record_copy (g_ptr_array_index (result->ratings, i));

      /* Ids only grow here, so each is above those that are there. */
      g_assert_cmpint (rating->record.id, <=, 0);
      g_assert_cmpint (-rating->record.id, <, self->next_id);
      rating->record.id = self->next_id++;
      rating->person = real_id (person_ids, rating->person);
      rating->skill = real_id (skill_ids, rating->skill);
      g_ptr_array_add (self->ratings, rating);
    }

  after = rm_programme_new_changed (self->programme, NULL, changed, NULL);
  rm_programme_unref (self->programme);
  self->programme = after;
}

void
fixture_import (Fixture *self,
                RmImportKind kind,
                const char *text)
{
  g_autoptr (RmImportPlan) plan = fixture_plan (self, kind, text);
  g_autoptr (RmImportResult) result = fixture_evaluate (plan);

  fixture_apply (self, result);
}

const RmPerson *
fixture_find (Fixture *self,
              const char *name)
{
  for (guint i = 0; i < rm_programme_count (self->programme, RM_TABLE_PERSON); i++)
    {
      const RmPerson *person = rm_programme_get_person (self->programme, i);

      if (g_strcmp0 (person->name, name) == 0)
        return person;
    }

  return NULL;
}

char *
fixture_describe (GPtrArray *problems)
{
  static const char *const names[] = {
    [RM_FILE_PROBLEM_REPLACED] = "replaced",
    [RM_FILE_PROBLEM_HEADER_MISSING] = "header-missing",
    [RM_FILE_PROBLEM_HEADER_DUPLICATE] = "header-duplicate",
    [RM_FILE_PROBLEM_HEADER_REPEATED] = "header-repeated",
    [RM_FILE_PROBLEM_HEADER_FOUND] = "header-found",
    [RM_FILE_PROBLEM_GUESS_DROPPED] = "guess-dropped",
    [RM_FILE_PROBLEM_REMEMBERED] = "remembered",
    [RM_FILE_PROBLEM_MATRIX] = "matrix",
    [RM_FILE_PROBLEM_MARKS] = "marks",
    [RM_FILE_PROBLEM_DATE_OPEN] = "date-open",
    [RM_FILE_PROBLEM_NAMES_TURNED] = "names-turned",
    [RM_FILE_PROBLEM_STATE_OPEN] = "state-open",
    [RM_FILE_PROBLEM_SHARED_EMAIL] = "shared-email",
    [RM_FILE_PROBLEM_SHEETS] = "sheets",
    [RM_FILE_PROBLEM_HIDDEN] = "hidden",
    [RM_FILE_PROBLEM_MERGED] = "merged",
    [RM_FILE_PROBLEM_ERROR_CELL] = "error-cell",
    [RM_FILE_PROBLEM_FORMULA_UNKNOWN] = "formula-unknown",
    [RM_FILE_PROBLEM_FORMULA_ZERO] = "formula-zero",
    [RM_FILE_PROBLEM_DATE_ODD] = "date-odd",
    [RM_FILE_PROBLEM_AFTER_QUOTE] = "after-quote",
    [RM_FILE_PROBLEM_ROW_SHORT] = "short",
    [RM_FILE_PROBLEM_ROW_LONG] = "long",
    [RM_FILE_PROBLEM_VALUE] = "value",
    [RM_FILE_PROBLEM_NOBODY] = "nobody",
    [RM_FILE_PROBLEM_TOTAL] = "total",
    [RM_FILE_PROBLEM_NOTE] = "note",
    [RM_FILE_PROBLEM_HEADERS_AGAIN] = "headers-again",
    [RM_FILE_PROBLEM_TWICE] = "twice",
    [RM_FILE_PROBLEM_OLDER] = "older",
    [RM_FILE_PROBLEM_CONFLICT] = "conflict",
    [RM_FILE_PROBLEM_REISSUED] = "reissued",
    [RM_FILE_PROBLEM_ZEROS] = "zeros",
    [RM_FILE_PROBLEM_BY_NAME] = "by-name",
    [RM_FILE_PROBLEM_SAME_NAME] = "same-name",
    [RM_FILE_PROBLEM_AMBIGUOUS] = "ambiguous",
    [RM_FILE_PROBLEM_PERSON_UNKNOWN] = "person-unknown",
    [RM_FILE_PROBLEM_MANAGER_UNKNOWN] = "manager-unknown",
    [RM_FILE_PROBLEM_MANAGER_FOUND] = "manager-found",
    [RM_FILE_PROBLEM_OWN_PAIR] = "own-pair",
    [RM_FILE_PROBLEM_OWN_MANAGER] = "own-manager",
    [RM_FILE_PROBLEM_SKILL_MISSING] = "skill-missing",
    [RM_FILE_PROBLEM_UNRATED] = "unrated",
    [RM_FILE_PROBLEM_SKILL_NEW] = "skill-new",
    [RM_FILE_PROBLEM_SKILL_RETIRED] = "skill-retired",
  };
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      const RmFileProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *sentence = rm_file_problem_describe (problem);

      g_assert_cmpuint (strlen (sentence), >, 10);
      g_string_append_printf (out, "%s%u:%s", i > 0 ? " " : "", problem->line,
                              names[problem->type]);
    }

  return g_string_free (out, FALSE);
}
