/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/gaps/rm-gap-selection.h"

#include "ui/widgets/rm-inquiry.h"

/* Milliseconds after which a selection rests. */
#define REST 60

/** Some cells and, once they are counted, what they come to. */
typedef struct
{
  RmGapView *view;
  RmGapBlock block;
  char *sentence;
  RmGapCell figures;
} Cells;

struct _RmGapSelection
{
  GObject parent_instance;

  /* owned */
  RmGapView *view;      /* NULL where nothing is selected */
  RmGapBlock block;
  char *sentence;       /* of what was counted last */
  RmGapCell figures;

  guint generation;     /* of the inquiry */
  guint rest_id;
  gboolean counting;
};

enum
{
  COUNTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RmGapSelection, rm_gap_selection, G_TYPE_OBJECT)

static void
cells_free (gpointer data)
{
  Cells *self = data;

  g_object_unref (self->view);
  g_free (self->sentence);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Cells, cells_free)

static Cells *
cells_new (RmGapView *view,
           const RmGapBlock *block)
{
  Cells *self = g_new0 (Cells, 1);

  self->view = g_object_ref (view);
  self->block = *block;
  return self;
}

/* An answer, counted. */
static Cells *
cells_count (RmGapView *view,
             const RmGapBlock *block)
{
  Cells *cells = cells_new (view, block);

  cells->sentence = rm_gap_view_dup_block_sentence (cells->view, &cells->block);
  cells->figures = rm_gap_view_count_block (cells->view, &cells->block, RM_GAP_NEED, NULL);
  return cells;
}

static gpointer
count (RmProgramme *programme,
       gconstpointer question)
{
  const Cells *cells = question;

  return cells_count (cells->view, &cells->block);
}

static void
take_figures (RmGapSelection *self,
              const Cells *counted)
{
  self->counting = FALSE;
  g_free (self->sentence);
  self->sentence = g_strdup (counted->sentence);
  self->figures = counted->figures;
  g_signal_emit (self, signals[COUNTED], 0);
}

static void
counted_cb (gpointer owner,
            RmProgramme *programme,
            gpointer answer)
{
  take_figures (owner, answer);
}

static gboolean
rested_cb (gpointer data)
{
  static const RmInquiry inquiry = {
    .find = count,
    .show = counted_cb,
    .free_question = cells_free,
    .free_answer = cells_free,
  };
  RmGapSelection *self = data;

  self->rest_id = 0;
  self->counting = TRUE;
  rm_inquiry_begin (&inquiry, self, &self->generation,
                    rm_scorer_get_programme (rm_gap_view_get_scorer (self->view)),
                    cells_new (self->view, &self->block));
  return G_SOURCE_REMOVE;
}

static void
stop (RmGapSelection *self)
{
  rm_inquiry_stop (&self->generation);
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->counting = FALSE;
}

static void
rm_gap_selection_dispose (GObject *object)
{
  RmGapSelection *self = RM_GAP_SELECTION (object);

  stop (self);
  g_clear_object (&self->view);
  g_clear_pointer (&self->sentence, g_free);
  G_OBJECT_CLASS (rm_gap_selection_parent_class)->dispose (object);
}

static void
rm_gap_selection_class_init (RmGapSelectionClass *class)
{
  G_OBJECT_CLASS (class)->dispose = rm_gap_selection_dispose;
  signals[COUNTED] = g_signal_new ("counted", RM_TYPE_GAP_SELECTION, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
rm_gap_selection_init (RmGapSelection *self)
{
}

RmGapSelection *
rm_gap_selection_new (void)
{
  return g_object_new (RM_TYPE_GAP_SELECTION, NULL);
}

void
rm_gap_selection_set (RmGapSelection *self,
                      RmGapView *view,
                      const RmGapBlock *block)
{
  g_autoptr (Cells) cells = NULL;

  g_return_if_fail (RM_IS_GAP_SELECTION (self));

  stop (self);
  g_clear_object (&self->view);
  if (view == NULL || block == NULL)
    return;

  self->view = g_object_ref (view);
  self->block = *block;
  if (block->n_rows > 1 || block->n_columns > 1)
    {
      self->rest_id = g_timeout_add (REST, rested_cb, self);
      return;
    }

  cells = cells_count (view, block);
  take_figures (self, cells);
}

RmGapView *
rm_gap_selection_get_view (RmGapSelection *self)
{
  return self->view;
}

const RmGapBlock *
rm_gap_selection_get_block (RmGapSelection *self)
{
  return self->view != NULL ? &self->block : NULL;
}

const char *
rm_gap_selection_get_sentence (RmGapSelection *self)
{
  return self->sentence;
}

RmGapCell
rm_gap_selection_get_figures (RmGapSelection *self)
{
  return self->figures;
}

gboolean
rm_gap_selection_is_busy (RmGapSelection *self)
{
  return self->rest_id != 0 || self->counting;
}
