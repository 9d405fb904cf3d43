/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/gaps/rm-gaps-page-private.h"

#include "core/base/rm-sentence.h"

#include <string.h>

/* What is told of the selected cells. One cell is known; a block has to be counted, which takes a
 * worker and begins when the selection rests. */

/* Milliseconds after which a selection rests. */
#define BLOCK_DELAY 60

typedef struct
{
  RmGapView *view;
  RmGapBlock block;
  char *sentence;
  RmGapCell cell;
} Details;

typedef struct
{
  GWeakRef page;
  guint generation;
} Waiting;

static void
details_free (gpointer data)
{
  Details *self = data;

  g_object_unref (self->view);
  g_free (self->sentence);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Details, details_free)

static Details *
details_new (RmGapView *view,
             const RmGapBlock *block)
{
  Details *self = g_new0 (Details, 1);

  self->view = g_object_ref (view);
  self->block = *block;
  return self;
}

static void
details_count (Details *self)
{
  self->sentence = rm_gap_view_dup_block_sentence (self->view, &self->block);
  self->cell = rm_gap_view_count_block (self->view, &self->block, RM_GAP_NEED, NULL);
}

static gpointer
count_in_worker (RmJob *job,
                 gpointer data,
                 GError **error)
{
  const Details *input = data;
  Details *output = details_new (input->view, &input->block);

  details_count (output);
  return output;
}

/* "Prezi, Finance" stands out. */
static void
show_details (RmGapsPage *self,
              const Details *details)
{
  g_autofree char *text = rm_gap_view_dup_block_text (self->view, &details->block);
  g_autofree char *place = rm_sentence_isolate (text);
  g_autofree char *markup = NULL;

  if (g_str_has_prefix (details->sentence, place))
    markup = g_markup_printf_escaped ("<b>%s</b>%s", place, details->sentence + strlen (place));
  else
    markup = g_markup_escape_text (details->sentence, -1);
  gtk_label_set_markup (self->figures_label, markup);
  rm_gaps_page_update_actions (self, &details->cell);
}

static void
counted_cb (GObject *object,
            GAsyncResult *result,
            gpointer data)
{
  Waiting *waiting = data;
  g_autoptr (RmGapsPage) self = g_weak_ref_get (&waiting->page);
  g_autoptr (Details) details = rm_job_finish (RM_JOB (object), result, NULL);
  gboolean wanted = self != NULL && self->block_generation == waiting->generation;

  g_weak_ref_clear (&waiting->page);
  g_free (waiting);
  if (!wanted)
    return;

  g_clear_object (&self->block_job);
  if (details != NULL && details->view == self->view)
    show_details (self, details);
}

static gboolean
rested_cb (gpointer data)
{
  RmGapsPage *self = data;
  RmGapBlock block = { 0 };
  Waiting *waiting = NULL;

  self->block_id = 0;
  if (!rm_gaps_page_get_block (self, &block))
    return G_SOURCE_REMOVE;

  waiting = g_new0 (Waiting, 1);
  waiting->generation = self->block_generation;
  g_weak_ref_init (&waiting->page, self);
  self->block_job = rm_job_new ();
  rm_job_run (self->block_job, count_in_worker, details_new (self->view, &block), details_free,
              details_free, counted_cb, waiting);
  return G_SOURCE_REMOVE;
}

void
rm_gaps_page_stop_block (RmGapsPage *self)
{
  self->block_generation++;
  g_clear_handle_id (&self->block_id, g_source_remove);
  g_clear_object (&self->block_job);
}

void
rm_gaps_page_show_block (RmGapsPage *self)
{
  g_autoptr (Details) details = NULL;
  RmGapBlock block = { 0 };

  rm_gaps_page_stop_block (self);
  if (!rm_gaps_page_get_block (self, &block))
    return;

  rm_gap_people_panel_set_block (self->people, self->view, &block);
  if (block.n_rows > 1 || block.n_columns > 1)
    {
      self->block_id = g_timeout_add (BLOCK_DELAY, rested_cb, self);
      return;
    }

  details = details_new (self->view, &block);
  details_count (details);
  show_details (self, details);
}
