/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/rm-cli-import.h"

#include "app/commands/rm-record-rules.h"
#include "app/files/rm-export-files.h"
#include "app/files/rm-import.h"
#include "app/files/rm-records-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Imports files into a programme. Ratings name people that another file may add, so each file is
 * read as if those before it were imported already; all of them are one edit. */

typedef struct
{
  RmCli *cli;
  char *people;
  char **ratings;
  char **records;
  char **sheets;     /* not used yet */
  GError *no_sheet;  /* why the last of them was not */
  guint n_files;     /* still to be read */
  RmCliImportAnswers answers;
  gboolean dry_run;
  gboolean strict;
  guint n_problems;
  guint n_questions; /* beside the problems */
  RmImportBatch *batch;
  JsonBuilder *builder; /* nullable */
} Import;

static void
report (Import *self,
        const char *path,
        RmImportKind kind,
        RmSheet *sheet,
        const RmImportResult *result)
{
  GPtrArray *file_problems = rm_sheet_get_problems (sheet);
  g_autofree char *counts = rm_import_result_describe (result);

  self->n_problems += result->problems->len;
  self->n_questions += rm_cli_count_questions (file_problems) + rm_cli_count_questions (result->notices);
  for (guint i = 0; i < file_problems->len; i++)
    rm_cli_print_problem (path, g_ptr_array_index (file_problems, i));
  rm_cli_print_problems (path, result->problems);
  rm_cli_tell_notices (path, result->notices);
  rm_cli_tell_ways_out (result, self->answers.gone_left);
  rm_cli_tell_sheet (rm_sheet_get_origin (sheet));

  if (self->builder == NULL)
    {
      /* All notices would fill the screen of whoever rates forty new skills; the count says enough.
       * */
      g_print ("%s: %s\n", path, counts);
      return;
    }

  json_builder_begin_object (self->builder);
  rm_cli_json_string (self->builder, "file", path);
  rm_cli_json_string (self->builder, "kind", kind == RM_IMPORT_PEOPLE ? "people" : "ratings");
  rm_cli_json_origin (self->builder, rm_sheet_get_origin (sheet));
  rm_cli_json_int (self->builder, "added", result->counts[RM_IMPORT_ADDED]);
  rm_cli_json_int (self->builder, "changed", result->counts[RM_IMPORT_CHANGED]);
  rm_cli_json_int (self->builder, "unchanged", result->counts[RM_IMPORT_UNCHANGED]);
  rm_cli_json_int (self->builder, "skipped", result->counts[RM_IMPORT_SKIPPED]);
  rm_cli_json_int (self->builder, "not-in-file", result->gone->len);
  rm_cli_json_int (self->builder, "skills-added", result->skills->len);
  rm_cli_json_int (self->builder, "ratings-added", result->ratings->len);
  rm_cli_json_problems (self->builder, "file-problems", file_problems);
  rm_cli_json_problems (self->builder, "problems", result->problems);
  rm_cli_json_problems (self->builder, "notices", result->notices);
  json_builder_end_object (self->builder);
}

/* A sheet of ratings has people and levels too: read as people it would change their seniority. */
static gboolean
check_kind (const RmImport *import,
            const char *path,
            RmImportKind kind,
            GError **error)
{
  if (kind == RM_IMPORT_RATINGS || rm_import_get_kind (import) == RM_IMPORT_PEOPLE)
    return TRUE;

  g_set_error (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_COLUMN,
               /* Translators: %s is a file */
               _ ("%s: this looks like ratings: give it as --ratings"), path);
  return FALSE;
}

/* Reads a sheet into @data, and returns where it came from; NULL on errors. */
typedef const RmSheetOrigin *(*LoadFunc) (Import *self,
                                          GFile *file,
                                          const char *sheet,
                                          gpointer data,
                                          GError **error);

/* Each --sheet is about the first of the workbooks that has such a sheet. */
static const RmSheetOrigin *
load_sheet (Import *self,
            const char *path,
            LoadFunc load,
            gpointer data,
            GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  const RmSheetOrigin *origin = NULL;

  self->n_files--;
  for (guint i = 0; self->sheets != NULL && self->sheets[i] != NULL; i++)
    {
      GError *local = NULL;

      origin = load (self, file, self->sheets[i], data, &local);
      if (origin != NULL && rm_sheet_origin_is_workbook (origin))
        {
          g_free (self->sheets[i]);
          for (; self->sheets[i] != NULL; i++)
            self->sheets[i] = self->sheets[i + 1];
        }
      if (origin != NULL)
        return origin;
      if (!g_error_matches (local, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_SHEET))
        {
          g_propagate_error (error, local);
          return NULL;
        }
      g_clear_error (&self->no_sheet);
      self->no_sheet = local;
    }

  if (self->n_files == 0 && self->no_sheet != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->no_sheet));
      return NULL;
    }
  return load (self, file, NULL, data, error);
}

static const RmSheetOrigin *
load_import (Import *self,
             GFile *file,
             const char *sheet,
             gpointer data,
             GError **error)
{
  RmImport **import = data;

  *import = rm_import_batch_load (self->batch, file, sheet, rm_cli_progress, NULL, error);

  return *import != NULL ? rm_sheet_get_origin (rm_import_get_table (*import)) : NULL;
}

static gboolean
check_sheets (Import *self,
              GError **error)
{
  if (self->sheets == NULL || self->sheets[0] == NULL)
    return TRUE;

  if (self->no_sheet != NULL)
    g_propagate_error (error, g_steal_pointer (&self->no_sheet));
  else
    g_set_error (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_SHEET,
                 /* Translators: %s is the name of a sheet */
                 _ ("--sheet=%s: none of the files is a workbook"), self->sheets[0]);
  return FALSE;
}

static gboolean
import_table (Import *self,
              const char *path,
              RmImportKind kind,
              gboolean last,
              GError **error)
{
  g_autoptr (RmImport) import = NULL;
  g_autoptr (RmImportPlan) plan = NULL;
  RmImportResult *result = NULL;

  if (load_sheet (self, path, load_import, &import, error) == NULL
      || !rm_cli_import_answers_set_header (&self->answers, import, error)
      || !check_kind (import, path, kind, error))
    return FALSE;
  plan = rm_import_new_plan (import, kind);
  if (rm_cli_import_answers_apply (&self->answers, plan, last, error))
    result = rm_cli_import_answers_evaluate (&self->answers, plan, error);
  if (result == NULL)
    {
      g_prefix_error (error, "%s: ", path);
      return FALSE;
    }

  rm_cli_tell_left_out (path, plan);
  report (self, path, kind, rm_import_get_table (import), result);
  rm_import_batch_add (self->batch, kind, result);
  return TRUE;
}

static gboolean
import_bundle (RmSession *session,
               const char *path,
               GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GPtrArray) unknown = NULL;

  if (!rm_export_read_bundle (session, file, &unknown, rm_cli_progress, NULL, error))
    return FALSE;

  for (guint i = 0; i < unknown->len; i++)
    /* Translators: a file, then a place in it such as "person[3].colour" */
    g_printerr (_ ("%s: %s means nothing here and was left out\n"), path,
                (const char *) g_ptr_array_index (unknown, i));
  return TRUE;
}

static gboolean
import_tables (Import *self,
               const char *people,
               GError **error)
{
  if (people != NULL
      && !import_table (self, people, RM_IMPORT_PEOPLE, self->ratings == NULL, error))
    return FALSE;

  for (char **path = self->ratings; path != NULL && *path != NULL; path++)
    if (!import_table (self, *path, RM_IMPORT_RATINGS, path[1] == NULL, error))
      return FALSE;

  return rm_import_batch_apply (self->batch, self->records == NULL, error);
}

static void
report_records (Import *self,
                const char *name,
                const char *path,
                const RmRecordsImported *imported)
{
  self->n_problems += imported->n_left_out;
  for (guint i = 0; i < imported->ignored->len; i++)
    /* Translators: a file, then a column */
    g_printerr (_ ("%s: column “%s” means nothing here and was left out\n"), path,
                (const char *) g_ptr_array_index (imported->ignored, i));
  for (guint i = 0; i < imported->problems->len; i++)
    rm_cli_print_problem (path, g_ptr_array_index (imported->problems, i));
  rm_cli_tell_sheet (rm_sheet_get_origin (imported->sheet));
  if (self->builder == NULL)
    {
      /* Translators: a file, then numbers of rows */
      g_print (_ ("%s: %u new, %u already there, %u left out\n"), path, imported->n_added,
               imported->n_known, imported->n_left_out);
      return;
    }

  json_builder_begin_object (self->builder);
  rm_cli_json_string (self->builder, "file", path);
  rm_cli_json_string (self->builder, "kind", name);
  rm_cli_json_origin (self->builder, rm_sheet_get_origin (imported->sheet));
  rm_cli_json_int (self->builder, "new", imported->n_added);
  rm_cli_json_int (self->builder, "known", imported->n_known);
  rm_cli_json_int (self->builder, "left-out", imported->n_left_out);
  rm_cli_json_problems (self->builder, "problems", imported->problems);
  json_builder_end_object (self->builder);
}

typedef struct
{
  RmSession *session;
  RmTable table;
  RmRecordsImported *imported;
} Records;

static const RmSheetOrigin *
load_records (Import *self,
              GFile *file,
              const char *sheet,
              gpointer data,
              GError **error)
{
  Records *records = data;

  return rm_records_import (records->session, records->table, file, sheet, self->answers.date_order,
                            records->imported, rm_cli_progress, NULL, error)
           ? rm_sheet_get_origin (records->imported->sheet)
           : NULL;
}

/* "holiday=HOLIDAYS.csv": the name of a table that can be imported on its own, and a file. */
static gboolean
import_records (Import *self,
                RmSession *session,
                const char *wanted,
                GError **error)
{
  const char *equals = strchr (wanted, '=');
  g_autofree char *name = equals != NULL ? g_strndup (wanted, (gsize) (equals - wanted)) : NULL;
  RmTable table = rm_table_find (name);
  g_auto (RmRecordsImported) imported = { 0 };
  Records records = { session, table, &imported };

  if (table == RM_N_TABLES || rm_record_rules_get (table)->import == NULL || equals[1] == '\0')
    {
      g_set_error (error, RM_APP_ERROR, RM_APP_ERROR_VALUE,
                   /* Translators: %s is what was typed; "holiday" must not be translated */
                   _ ("“%s” is not TABLE=FILE with a table such as “holiday”"), wanted);
      return FALSE;
    }

  if (load_sheet (self, equals + 1, load_records, &records, error) == NULL)
    return FALSE;

  report_records (self, name, equals + 1, &imported);
  return TRUE;
}

static gboolean
import_all_records (Import *self,
                    RmSession *session,
                    GError **error)
{
  for (char **wanted = self->records; wanted != NULL && *wanted != NULL; wanted++)
    if (!import_records (self, session, *wanted, error))
      return FALSE;

  return TRUE;
}

static guint
count_words (char **words)
{
  return words != NULL ? g_strv_length (words) : 0;
}

static gboolean
import_files (Import *self,
              RmSession *session,
              GError **error)
{
  gboolean bundle = self->people != NULL && g_str_has_suffix (self->people, ".json");

  if (bundle && !import_bundle (session, self->people, error))
    return FALSE;

  self->n_files = (self->people != NULL && !bundle) + count_words (self->ratings)
                  + count_words (self->records);
  self->batch = rm_import_batch_new (session, rm_cli_progress, NULL, error);
  return self->batch != NULL
         && import_tables (self, bundle ? NULL : self->people, error)
         && import_all_records (self, session, error)
         && check_sheets (self, error);
}

static RmCliStatus
conclude (Import *self,
          const char *path,
          RmSession *session)
{
  gboolean refused = self->strict && self->n_problems + self->n_questions > 0;
  RmCliStatus status = refused ? RM_CLI_FAILED : RM_CLI_OK;
  gboolean keep = !refused && !self->dry_run;

  if (keep)
    status = rm_cli_close_saved (self->cli, path, session);
  else
    rm_cli_close_unsaved (session);

  if (refused && self->n_problems > 0)
    g_printerr (ngettext ("%u problem: nothing was imported (--strict)\n",
                          "%u problems: nothing was imported (--strict)\n", self->n_problems),
                self->n_problems);
  if (refused && self->n_questions > 0)
    g_printerr (ngettext ("%u open question: nothing was imported (--strict)\n",
                          "%u open questions: nothing was imported (--strict)\n",
                          self->n_questions),
                self->n_questions);
  else if (self->n_questions > 0)
    g_printerr (ngettext ("%u question was answered on the safe side, as said above\n",
                          "%u questions were answered on the safe side, as said above\n",
                          self->n_questions),
                self->n_questions);
  if (!refused && self->dry_run && self->builder == NULL)
    g_print ("%s\n", _ ("Only looked at: nothing was imported"));
  if (self->builder != NULL && (status == RM_CLI_OK || refused))
    {
      json_builder_end_array (self->builder);
      rm_cli_json_int (self->builder, "questions", self->n_questions);
      rm_cli_json_boolean (self->builder, "imported", keep);
      rm_cli_json_print (self->builder);
    }

  return status;
}

static void
import_clear (Import *self)
{
  g_free (self->people);
  g_strfreev (self->ratings);
  rm_cli_import_answers_clear (&self->answers);
  g_strfreev (self->records);
  g_strfreev (self->sheets);
  g_clear_error (&self->no_sheet);
  g_clear_object (&self->builder);
  g_clear_pointer (&self->batch, rm_import_batch_free);
}

static RmCliStatus
run_import (Import *self,
            const char *path)
{
  RmSession *session = rm_cli_open (self->cli, path, TRUE);
  GError *error = NULL;

  if (session == NULL)
    return RM_CLI_FAILED;
  if (self->cli->json)
    {
      self->builder = rm_cli_json_begin ();
      json_builder_set_member_name (self->builder, "files");
      json_builder_begin_array (self->builder);
    }
  if (import_files (self, session, &error))
    return conclude (self, path, session);

  rm_cli_close_unsaved (session);
  return rm_cli_fail (self->cli, NULL, error);
}

RmCliStatus
rm_cli_import (RmCli *cli,
               char **args)
{
  Import self = { .cli = cli };
  const GOptionEntry entries[] = {
    { "ratings", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self.ratings,
      N_ ("Also bring ratings in from this file; may be given again"), N_ ("RATINGS.xlsx") },
    { "records", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self.records,
      N_ ("Also import rows of another table, such as holidays; may be given more than once"),
      N_ ("holiday=HOLIDAYS.xlsx") },
    { "map", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self.answers.map,
      N_ ("Import a column (its header or number) as this field; may be given again"),
      N_ ("COLUMN=FIELD") },
    { "sheet", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self.sheets,
      N_ ("The sheet of a workbook, where it has several; may be given again"), N_ ("NAME") },
    { "mapping", 0, 0, G_OPTION_ARG_FILENAME, &self.answers.mapping,
      N_ ("Read columns as this file says, which --write-mapping wrote"), N_ ("MAPPING") },
    { "write-mapping", 0, 0, G_OPTION_ARG_FILENAME, &self.answers.write_mapping,
      N_ ("Write down what the columns mean, for --mapping"), N_ ("MAPPING") },
    { "header", 0, 0, G_OPTION_ARG_INT, &self.answers.header,
      N_ ("The line, or the row of a sheet, that names the columns, where it is not found"),
      N_ ("LINE") },
    { "dates", 0, 0, G_OPTION_ARG_STRING, &self.answers.dates,
      N_ ("How dates such as 03/04/2026 are written where nothing else in their column says so"),
      "day-first|month-first" },
    { "set", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self.answers.set,
      N_ ("Everybody in the file of people has this value, unless their row says another; may be given "
          "again"), N_ ("FIELD=VALUE") },
    { "gone-left", 0, 0, G_OPTION_ARG_NONE, &self.answers.gone_left,
      N_ ("People whom the file of people does not name have left"), NULL },
    { "skills", 0, 0, G_OPTION_ARG_NONE, &self.answers.skills,
      N_ ("Columns that look like levels of skills are skills, called as their headers"), NULL },
    { "scale", 0, 0, G_OPTION_ARG_STRING, &self.answers.scale,
      N_ ("The lowest and the highest level of skills in the files, such as 1-4"),
      N_ ("LOWEST-HIGHEST") },
    { "same-person", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self.answers.same,
      N_ ("In this line of the file is the person who has the number, under a new name and address; "
          "may be given again"), N_ ("LINE") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &self.dry_run,
      N_ ("Say what would happen and change nothing"), NULL },
    { "strict", 0, 0, G_OPTION_ARG_NONE, &self.strict,
      N_ ("Import nothing where anything cannot be read or a question is open"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) rest = NULL;
  RmCliStatus status = RM_CLI_USAGE;

  if (rm_cli_parse (cli, args, entries, 1, 2, &rest))
    {
      self.people = g_strdup (rest[1]);
      if (self.people == NULL && self.ratings == NULL && self.records == NULL)
        status = rm_cli_usage (cli, _ ("Name a file with people, or one with --ratings or "
                                       "--records"));
      else if (!rm_cli_import_answers_read_dates (&self.answers))
        status = rm_cli_usage (cli, _ ("--dates is day-first or month-first"));
      else if (!rm_cli_import_answers_read_scale (&self.answers))
        status = rm_cli_usage (cli, _ ("--scale is a lowest and a highest level, such as 1-4"));
      else
        status = run_import (&self, rest[0]);
    }

  import_clear (&self);
  return status;
}
