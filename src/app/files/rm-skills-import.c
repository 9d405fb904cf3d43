/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/files/rm-skills-import.h"

#include "app/commands/rm-commands-skills.h"
#include "app/files/rm-starter-topics.h"
#include "core/base/rm-sentence.h"
#include "exchange/sheet/rm-exchange-types.h"
#include "exchange/source/rm-source.h"

#include <glib/gi18n-lib.h>

/* External lists of skills: thousands of rows of which a programme needs a few dozen. */

static void
mark_known (RmSkillsImport *self,
            const RmProgramme *programme)
{
  g_autoptr (RmSkillNames) names = rm_skill_names_new (programme);

  self->known = g_array_sized_new (FALSE, FALSE, sizeof (gboolean), self->skills->len);
  for (guint i = 0; i < self->skills->len; i++)
    {
      gboolean known = rm_skills_is_known (names, g_ptr_array_index (self->skills, i));

      g_array_append_val (self->known, known);
    }
}

RmSkillsImport *
rm_skills_import_new_starter (const RmProgramme *programme)
{
  RmSkillsImport *self = g_new0 (RmSkillsImport, 1);

  self->skills = rm_starter_topics_new ();
  self->problems = g_ptr_array_new ();
  mark_known (self, programme);
  return self;
}

static gboolean
find_names (RmSkillsImport *self,
            const char *column,
            GError **error)
{
  if (column == NULL)
    {
      rm_skills_table_find_names (self->table, &self->names);
      return TRUE;
    }
  if (rm_sheet_find_column (self->table, column, &self->names))
    return TRUE;

  rm_sentence_set_error (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_COLUMN,
                         /* Translators: %s is what somebody typed for a column */
                         _ ("The file has no column “%s”"), column);
  return FALSE;
}

/* @table: (transfer full) (nullable) */
static RmSkillsImport *
choose_from (const RmProgramme *programme,
             RmSheet *table,
             const char *column,
             RmProgressFunc progress,
             gpointer data,
             GError **error)
{
  g_autoptr (RmSkillsImport) self = g_new0 (RmSkillsImport, 1);
  g_autoptr (RmSkillsTable) read = NULL;

  self->table = table;
  if (table == NULL || !find_names (self, column, error))
    return NULL;
  read = rm_skills_table_new (self->table, self->names, progress, data, error);
  if (read == NULL)
    return NULL;

  self->skills = g_ptr_array_ref (read->skills);
  self->problems = g_ptr_array_ref (read->problems);
  mark_known (self, programme);
  return g_steal_pointer (&self);
}

RmSkillsImport *
rm_skills_import_load (const RmProgramme *programme,
                       GFile *file,
                       const char *sheet,
                       const char *column,
                       RmProgressFunc progress,
                       gpointer data,
                       GError **error)
{
  const RmSourceOptions options = { .sheet = sheet };

  return choose_from (programme, rm_source_load (file, &options, progress, data, error), column,
                      progress, data, error);
}

typedef struct
{
  RmProgramme *programme;
  GFile *file; /* nullable: one of both */
  GBytes *pasted;
  char *column;
} LoadData;

static void
load_data_free (gpointer data)
{
  LoadData *self = data;

  rm_programme_unref (self->programme);
  g_clear_object (&self->file);
  g_clear_pointer (&self->pasted, g_bytes_unref);
  g_free (self->column);
  g_free (self);
}

static gpointer
load_in_worker (RmJob *job,
                gpointer data,
                GError **error)
{
  const LoadData *load = data;

  if (load->pasted != NULL)
    return choose_from (load->programme,
                        rm_source_read_pasted (load->pasted, rm_job_report, job, error),
                        load->column, rm_job_report, job, error);

  return rm_skills_import_load (load->programme, load->file, NULL, load->column, rm_job_report, job,
                                error);
}

void
rm_skills_import_load_async (RmProgramme *programme,
                             RmJob *job,
                             GFile *file,
                             const char *column,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  LoadData *load = g_new0 (LoadData, 1);

  load->programme = rm_programme_ref (programme);
  load->file = g_object_ref (file);
  load->column = g_strdup (column);
  rm_job_run (job, load_in_worker, load, load_data_free, (GDestroyNotify) rm_skills_import_free,
              callback, user_data);
}

void
rm_skills_import_load_pasted_async (RmProgramme *programme,
                                    RmJob *job,
                                    GBytes *text,
                                    const char *column,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  LoadData *load = g_new0 (LoadData, 1);

  load->programme = rm_programme_ref (programme);
  load->pasted = g_bytes_ref (text);
  load->column = g_strdup (column);
  rm_job_run (job, load_in_worker, load, load_data_free, (GDestroyNotify) rm_skills_import_free,
              callback, user_data);
}

RmSkillsImport *
rm_skills_import_load_finish (RmJob *job,
                              GAsyncResult *result,
                              GError **error)
{
  return rm_job_finish (job, result, error);
}

void
rm_skills_import_free (RmSkillsImport *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->table, rm_sheet_unref);
  g_clear_pointer (&self->skills, g_ptr_array_unref);
  g_clear_pointer (&self->known, g_array_unref);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_free (self);
}
