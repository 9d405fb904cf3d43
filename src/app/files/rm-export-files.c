/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/files/rm-export-files.h"

#include "app/files/rm-repair.h"
#include "core/base/rm-sentence.h"
#include "core/scoring/rm-score.h"
#include "exchange/export/rm-matrix-export.h"
#include "exchange/export/rm-pairs-export.h"
#include "exchange/export/rm-people-export.h"
#include "exchange/export/rm-ratings-export.h"
#include "exchange/json/rm-json-reader.h"
#include "exchange/json/rm-json-writer.h"
#include "store/rm-draft.h"

#include <glib/gi18n-lib.h>

/* Exports, and the one kind that can be imported whole. Exchange makes the content, the store replaces
 * the file on disk. */

static int
score_of (const RmPair *pair,
          gpointer data)
{
  RmScorer *scorer = data;
  int mentee = rm_scorer_find_mentee (scorer, pair->mentee);
  int mentor = rm_scorer_find_mentor (scorer, pair->mentor);
  int percents[RM_N_CRITERIA];
  RmScore score;

  if (mentee < 0 || mentor < 0)
    return -1;

  rm_scorer_explain (scorer, (guint) mentee, (guint) mentor, &score);
  return score.rule == RM_RULE_UNAVAILABLE ? -1 : rm_score_get_percents (&score, percents);
}

static GPtrArray *
load_ratings (RmDocument *document,
              GError **error)
{
  g_autoptr (RmStore) store = rm_document_open_worker (document, error);

  return store != NULL ? rm_store_load_records (store, rm_rating_entity (), NULL, 0, error) : NULL;
}

static GBytes *
make_file (RmDocument *document,
           RmProgramme *programme,
           RmExportKind kind,
           RmTableFormat format,
           GError **error)
{
  g_autoptr (RmScorer) scorer = NULL;
  g_autoptr (GPtrArray) ratings = NULL;
  g_autoptr (RmBundle) bundle = NULL;

  switch (kind)
    {
    case RM_EXPORT_PAIRS:
      scorer = rm_scorer_get (programme);
      return rm_pairs_export_write (programme, NULL, score_of, scorer, format, error);

    case RM_EXPORT_PEOPLE:
      return rm_people_export_write (programme, FALSE, format, error);

    case RM_EXPORT_RATINGS:
      ratings = load_ratings (document, error);
      return ratings != NULL ? rm_ratings_export_write (programme, ratings, format, error) : NULL;

    case RM_EXPORT_MATRIX:
      return rm_matrix_export_write (programme, format, error);

    case RM_EXPORT_BUNDLE:
    default:
      ratings = load_ratings (document, error);
      if (ratings == NULL)
        return NULL;
      bundle = rm_bundle_new_for_programme (programme, ratings);
      return g_string_free_to_bytes (rm_json_writer_write (bundle));
    }
}

static gboolean
write_file (RmDocument *document,
            RmProgramme *programme,
            RmExportKind kind,
            GFile *file,
            GCancellable *cancellable,
            GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GBytes) bytes = make_file (document, programme, kind, rm_table_format_of_name (name),
                                        error);
  g_autoptr (GInputStream) in = NULL;

  if (bytes == NULL)
    return FALSE;

  in = g_memory_input_stream_new_from_bytes (bytes);
  return rm_draft_replace (file, in, cancellable, error);
}

gboolean
rm_export_write (RmSession *session,
                 RmExportKind kind,
                 GFile *file,
                 GCancellable *cancellable,
                 GError **error)
{
  return write_file (rm_session_get_document (session), rm_session_get_programme (session), kind,
                     file, cancellable, error);
}

typedef struct
{
  RmSession *session; /* owned: keeps the document open */
  RmProgramme *programme;
  RmExportKind kind;
  GFile *file;
} WriteData;

static void
write_data_free (gpointer data)
{
  WriteData *self = data;

  g_object_unref (self->session);
  rm_programme_unref (self->programme);
  g_object_unref (self->file);
  g_free (self);
}

static gpointer
write_in_worker (RmJob *job,
                 gpointer data,
                 GError **error)
{
  WriteData *self = data;

  return GINT_TO_POINTER (write_file (rm_session_get_document (self->session), self->programme,
                                      self->kind, self->file, rm_job_get_cancellable (job),
                                      error));
}

void
rm_export_write_async (RmSession *session,
                       RmJob *job,
                       RmExportKind kind,
                       GFile *file,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  WriteData *data = g_new0 (WriteData, 1);

  data->session = g_object_ref (session);
  data->programme = rm_programme_ref (rm_session_get_programme (session));
  data->kind = kind;
  data->file = g_object_ref (file);
  rm_job_run (job, write_in_worker, data, write_data_free, NULL, callback, user_data);
}

gboolean
rm_export_write_finish (RmJob *job,
                        GAsyncResult *result,
                        GError **error)
{
  return rm_job_finish (job, result, error) != NULL;
}

static gboolean
write_bundle (RmStore *store,
              gpointer data,
              GError **error)
{
  const RmBundle *bundle = data;

  if (!rm_store_update (store, bundle->settings, error))
    return FALSE;
  for (guint t = 0; t < RM_N_TABLES; t++)
    for (guint i = 0; i < bundle->tables[t]->len; i++)
      if (!rm_store_insert (store, g_ptr_array_index (bundle->tables[t], i), error))
        return FALSE;

  return TRUE;
}

static gboolean
check_empty (RmSession *session,
             GError **error)
{
  RmProgramme *programme = rm_session_get_programme (session);

  if (rm_programme_count (programme, RM_TABLE_PERSON) == 0
      && rm_programme_count (programme, RM_TABLE_SKILL) == 0)
    return TRUE;

  g_set_error_literal (error, RM_APP_ERROR, RM_APP_ERROR_VALUE,
                       _ ("A whole programme can only be read into a new, empty one"));
  return FALSE;
}

/* Imported records obey the same rules as commands: the file would not be sound otherwise. */
static gboolean
check_rules (const RmBundle *bundle,
             const char *name,
             GError **error)
{
  g_autoptr (RmCheck) check = rm_check_new ();
  GPtrArray *findings = NULL;

  rm_check_add_record (check, bundle->settings);
  for (guint t = 0; t < RM_N_TABLES; t++)
    for (guint i = 0; i < bundle->tables[t]->len; i++)
      rm_check_add_record (check, g_ptr_array_index (bundle->tables[t], i));
  rm_check_finish (check);

  findings = rm_check_get_findings (check);
  for (guint i = 0; i < findings->len; i++)
    {
      const RmFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *text = rm_finding_dup_text (finding, FALSE);

      if (finding->remark)
        continue;
      g_set_error (error, RM_APP_ERROR, RM_APP_ERROR_VALUE, "%s: %s", name, text);
      return FALSE;
    }

  return TRUE;
}

gboolean
rm_export_read_bundle (RmSession *session,
                       GFile *file,
                       GPtrArray **unknown,
                       RmProgressFunc progress,
                       gpointer data,
                       GError **error)
{
  g_autoptr (RmBundle) bundle = NULL;
  g_autofree char *label = NULL;
  g_autofree char *name = g_file_get_basename (file);
  guint n_rows = 0;

  if (!check_empty (session, error))
    return FALSE;
  bundle = rm_json_reader_load (file, unknown, progress, data, error);
  if (bundle == NULL || !check_rules (bundle, name, error))
    return FALSE;

  for (guint t = 0; t < RM_N_TABLES; t++)
    n_rows += bundle->tables[t]->len;
  /* Translators: an undo label; %s is the name of a file */
  label = rm_sentence_new (_ ("Import %s"), name);
  return rm_session_edit_blocking (session, label,
                                   n_rows > RM_SESSION_LARGE_EDIT ? RM_EDIT_LARGE : RM_EDIT_NONE,
                                   write_bundle, bundle, error);
}
