/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/gaps/rm-gaps-page-private.h"

#include <glib/gi18n.h>

/* Counting in a worker: whoever asks again while it runs stops it, and a result that comes in all
 * the same is known by its generation and dropped. */

/* Milliseconds after which waiting is shown. */
#define PATIENCE 150

typedef struct
{
  RmProgramme *programme;
  RmGapRows rows;
} Input;

typedef struct
{
  GWeakRef page;
  guint generation;
} Waiting;

static void
input_free (gpointer data)
{
  Input *self = data;

  rm_programme_unref (self->programme);
  g_free (self);
}

static gpointer
count (RmJob *job,
       gpointer data,
       GError **error)
{
  Input *input = data;

  g_autoptr (RmScorer) scorer = rm_scorer_new (input->programme);

  return rm_gaps_new (scorer, input->rows, RM_GAP_COLUMNS_SKILL, rm_job_report, job, error);
}

static void
set_spinning (RmGapsPage *self,
              gboolean spinning)
{
  gtk_spinner_set_spinning (self->spinner, spinning);
  gtk_spinner_set_spinning (self->first_spinner, spinning);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), spinning);
}

static gboolean
patience_ended_cb (gpointer data)
{
  RmGapsPage *self = data;

  self->spinner_id = 0;
  set_spinning (self, TRUE);
  return G_SOURCE_REMOVE;
}

static void
counted_cb (GObject *object,
            GAsyncResult *result,
            gpointer data)
{
  Waiting *waiting = data;
  g_autoptr (RmGapsPage) self = g_weak_ref_get (&waiting->page);
  g_autoptr (GError) error = NULL;
  g_autoptr (RmGaps) gaps = rm_job_finish (RM_JOB (object), result, &error);
  gboolean wanted = self != NULL && self->generation == waiting->generation;

  g_weak_ref_clear (&waiting->page);
  g_free (waiting);
  if (!wanted)
    return;

  g_clear_object (&self->job);
  g_clear_handle_id (&self->spinner_id, g_source_remove);
  set_spinning (self, FALSE);
  if (gaps == NULL)
    return;

  g_clear_pointer (&self->gaps, rm_gaps_unref);
  self->gaps = g_steal_pointer (&gaps);
  rm_gaps_page_show_gaps (self);
}

static gboolean
start_cb (gpointer data)
{
  RmGapsPage *self = data;
  Input *input = NULL;
  Waiting *waiting = NULL;

  self->start_id = 0;
  rm_gaps_page_stop_counting (self);
  if (self->session == NULL)
    return G_SOURCE_REMOVE;

  self->stale = FALSE;
  input = g_new0 (Input, 1);
  input->programme = rm_programme_ref (rm_session_get_programme (self->session));
  input->rows = rm_gaps_page_get_rows (self);
  waiting = g_new0 (Waiting, 1);
  waiting->generation = self->generation;
  g_weak_ref_init (&waiting->page, self);

  self->job = rm_job_new (_ ("Counting skill gaps"));
  self->spinner_id = g_timeout_add (PATIENCE, patience_ended_cb, self);
  rm_job_run (self->job, count, input, input_free, (GDestroyNotify) rm_gaps_unref, counted_cb,
              waiting);
  return G_SOURCE_REMOVE;
}

void
rm_gaps_page_count_later (RmGapsPage *self)
{
  self->stale = TRUE;
  /* Several edits in a row are counted once, and none while nobody looks. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && self->start_id == 0)
    self->start_id = g_idle_add (start_cb, self);
}

void
rm_gaps_page_stop_counting (RmGapsPage *self)
{
  self->generation++;
  g_clear_handle_id (&self->start_id, g_source_remove);
  g_clear_handle_id (&self->spinner_id, g_source_remove);
  if (self->job != NULL)
    rm_job_cancel (self->job);
  g_clear_object (&self->job);
}
