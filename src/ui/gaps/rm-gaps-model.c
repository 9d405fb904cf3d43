/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/gaps/rm-gaps-model.h"

#include "app/gaps/rm-gap-memory.h"
#include "core/base/rm-fold.h"
#include "ui/gaps/rm-gaps-choice.h"
#include "ui/widgets/rm-inquiry.h"

/* Between a choice and its table there is a worker, so three things can lie apart: what is wanted
 * (settings, layout, comparison), what is being counted (the last inquiry), and what is there to
 * see (the view). Each change of the first ends the second; the view stays until another comes in.
 *
 * What was counted of the same programme, lines and comparison is only laid out anew. */

struct _RmGapsModel
{
  GObject parent_instance;

  /* owned */
  GSettings *settings;
  RmSession *session;
  RmGapLayout *layout;
  RmGapComparison *comparison;  /* NULL where nothing is compared */
  RmGapView *view;              /* the last one that came in */

  guint generation;             /* of the inquiry */
  guint start_id;
  gboolean seen;                /* somebody looks */
  gboolean due;                 /* something has changed that nobody looked at yet */
  gboolean stale;               /* the view is of something else: it has to be counted again */
  gboolean asking;              /* a worker is at it */
};

enum
{
  CHOICE_CHANGED,
  STATE_CHANGED,
  VIEW_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RmGapsModel, rm_gaps_model, G_TYPE_OBJECT)

/* Of a category that is gone the table would be empty; where columns are categories it is none. */
static void
forget_lost_category (RmGapsModel *self)
{
  g_autoptr (GPtrArray) categories = NULL;

  if (self->layout->category == NULL)
    return;

  categories = rm_gaps_model_list_categories (self);
  if (rm_gaps_model_get_kinds (self).columns != RM_GAP_COLUMNS_SKILL
      || !g_ptr_array_find_with_equal_func (categories, self->layout->category, g_str_equal, NULL))
    g_clear_pointer (&self->layout->category, g_free);
}

/** What a worker found. */
typedef struct
{
  RmGapView *view; /* NULL where it cannot be counted */
} Answer;

static void
answer_free (gpointer data)
{
  Answer *self = data;

  g_clear_object (&self->view);
  g_free (self);
}

static gpointer
count (RmProgramme *programme,
       gconstpointer question,
       RmProgressFunc progress,
       gpointer data)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->view = rm_gap_question_answer (question, programme, progress, data, NULL);
  return answer;
}

static void
counted_cb (gpointer owner,
            RmProgramme *programme,
            gpointer data)
{
  RmGapsModel *self = owner;
  const Answer *answer = data;

  self->asking = FALSE;
  if (answer->view == NULL)
    {
      /* Only a day can fail to be read; whoever stopped it would not be told. */
      rm_gaps_model_compare (self, NULL);
      g_signal_emit (self, signals[STATE_CHANGED], 0);
      return;
    }

  self->stale = FALSE;
  g_set_object (&self->view, answer->view);
  g_signal_emit (self, signals[STATE_CHANGED], 0);
  g_signal_emit (self, signals[VIEW_CHANGED], 0);
}

static RmGapQuestion *
new_question (RmGapsModel *self)
{
  const RmGapKinds kinds = rm_gaps_choice_get_kinds (self->settings);

  return rm_gap_question_new (self->session, &kinds, self->comparison, self->layout,
                              self->stale ? NULL : self->view);
}

static gboolean
start_cb (gpointer data)
{
  static const RmInquiry inquiry = {
    .search = count,
    .show = counted_cb,
    .free_question = (GDestroyNotify) rm_gap_question_free,
    .free_answer = answer_free,
  };
  RmGapsModel *self = data;

  self->start_id = 0;
  self->due = FALSE;
  self->asking = TRUE;
  forget_lost_category (self);
  rm_inquiry_begin (&inquiry, self, &self->generation, rm_session_get_programme (self->session),
                    new_question (self));
  return G_SOURCE_REMOVE;
}

static void
stop (RmGapsModel *self)
{
  rm_inquiry_stop (&self->generation);
  g_clear_handle_id (&self->start_id, g_source_remove);
  self->asking = FALSE;
}

/* Several changes in a row are counted once, and none while nobody looks. */
static void
lay_out_later (RmGapsModel *self)
{
  if (self->session == NULL)
    return;

  stop (self);
  self->due = TRUE;
  if (self->seen)
    self->start_id = g_idle_add (start_cb, self);
  g_signal_emit (self, signals[STATE_CHANGED], 0);
}

static void
count_later (RmGapsModel *self)
{
  self->stale = TRUE;
  lay_out_later (self);
}

static void
setting_changed_cb (RmGapsModel *self,
                    const char *key)
{
  gboolean counts = rm_gaps_choice_is_counted (key);

  if (!counts && !rm_gaps_choice_is_laid_out (key))
    return;

  rm_gaps_choice_read_layout (self->settings, self->layout);
  g_signal_emit (self, signals[CHOICE_CHANGED], 0, key);
  if (counts)
    count_later (self);
  else
    lay_out_later (self);
}

/* Of the document that is shown until now. */
static void
remember_layout (RmGapsModel *self)
{
  if (self->session != NULL)
    rm_gap_memory_save (rm_session_get_document (self->session), self->layout);
}

static void
rm_gaps_model_dispose (GObject *object)
{
  RmGapsModel *self = RM_GAPS_MODEL (object);

  remember_layout (self);
  stop (self);
  rm_session_follow (&self->session, NULL, NULL, self);
  g_clear_object (&self->view);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (rm_gaps_model_parent_class)->dispose (object);
}

static void
rm_gaps_model_finalize (GObject *object)
{
  RmGapsModel *self = RM_GAPS_MODEL (object);

  rm_gap_layout_free (self->layout);
  g_clear_pointer (&self->comparison, rm_gap_comparison_free);
  G_OBJECT_CLASS (rm_gaps_model_parent_class)->finalize (object);
}

static void
rm_gaps_model_class_init (RmGapsModelClass *class)
{
  G_OBJECT_CLASS (class)->dispose = rm_gaps_model_dispose;
  G_OBJECT_CLASS (class)->finalize = rm_gaps_model_finalize;
  signals[CHOICE_CHANGED] = g_signal_new ("choice-changed", RM_TYPE_GAPS_MODEL, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[STATE_CHANGED] = g_signal_new ("state-changed", RM_TYPE_GAPS_MODEL, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[VIEW_CHANGED] = g_signal_new ("view-changed", RM_TYPE_GAPS_MODEL, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rm_gaps_model_init (RmGapsModel *self)
{
  self->layout = rm_gap_layout_new ();
}

RmGapsModel *
rm_gaps_model_new (GSettings *settings)
{
  RmGapsModel *self = g_object_new (RM_TYPE_GAPS_MODEL, NULL);

  self->settings = g_object_ref (settings);
  rm_gaps_choice_read_layout (self->settings, self->layout);
  g_signal_connect_object (settings, "changed", G_CALLBACK (setting_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

GSettings *
rm_gaps_model_get_settings (RmGapsModel *self)
{
  return self->settings;
}

void
rm_gaps_model_set_session (RmGapsModel *self,
                           RmSession *session)
{
  g_return_if_fail (RM_IS_GAPS_MODEL (self));

  if (session != self->session)
    remember_layout (self);
  if (!rm_session_follow (&self->session, session, G_CALLBACK (count_later), self))
    return;

  stop (self);
  g_clear_object (&self->view);
  g_clear_pointer (&self->comparison, rm_gap_comparison_free);
  g_clear_pointer (&self->layout, rm_gap_layout_free);
  self->layout = rm_gap_layout_new ();
  if (session != NULL)
    rm_gap_memory_load (rm_session_get_document (session), self->layout);
  rm_gaps_choice_read_layout (self->settings, self->layout);
  g_signal_emit (self, signals[VIEW_CHANGED], 0);
  if (session != NULL)
    count_later (self);
  else
    g_signal_emit (self, signals[STATE_CHANGED], 0);
}

RmSession *
rm_gaps_model_get_session (RmGapsModel *self)
{
  return self->session;
}

void
rm_gaps_model_set_seen (RmGapsModel *self,
                        gboolean seen)
{
  g_return_if_fail (RM_IS_GAPS_MODEL (self));

  self->seen = seen;
  if (seen && self->due)
    lay_out_later (self);
}

RmGapView *
rm_gaps_model_get_view (RmGapsModel *self)
{
  return self->view;
}

static gboolean
anybody_is_rated (RmProgramme *programme)
{
  for (guint i = 0; i < rm_programme_count (programme, RM_TABLE_PERSON); i++)
    {
      const RmPerson *person = rm_programme_get_person (programme, i);

      for (guint k = 0; k < person->n_standings; k++)
        if (person->standings[k].level >= 0)
          return TRUE;
    }

  return FALSE;
}

RmGapsState
rm_gaps_model_get_state (RmGapsModel *self)
{
  RmProgramme *programme = NULL;
  gboolean any = FALSE;

  g_return_val_if_fail (RM_IS_GAPS_MODEL (self), RM_GAPS_STATE_CLOSED);

  if (self->session == NULL)
    return RM_GAPS_STATE_CLOSED;

  programme = rm_session_get_programme (self->session);
  if (rm_programme_count (programme, RM_TABLE_PERSON) == 0)
    return RM_GAPS_STATE_NOBODY;
  if (rm_programme_count (programme, RM_TABLE_SKILL) == 0 || !anybody_is_rated (programme))
    return RM_GAPS_STATE_UNRATED;

  any = self->view != NULL && rm_gap_view_get_n_all_rows (self->view) > 0;
  if (any)
    return RM_GAPS_STATE_TABLE;

  return self->view == NULL || self->stale ? RM_GAPS_STATE_WAITING : RM_GAPS_STATE_NO_MENTEES;
}

gboolean
rm_gaps_model_is_busy (RmGapsModel *self)
{
  return self->asking || self->start_id != 0;
}

RmGapMeasure
rm_gaps_model_get_measure (RmGapsModel *self)
{
  return self->layout->measure;
}

RmGapKinds
rm_gaps_model_get_kinds (RmGapsModel *self)
{
  return rm_gaps_choice_get_kinds (self->settings);
}

const RmGapLayout *
rm_gaps_model_get_layout (RmGapsModel *self)
{
  return self->layout;
}

const RmGapComparison *
rm_gaps_model_get_comparison (RmGapsModel *self)
{
  return self->comparison;
}

GPtrArray *
rm_gaps_model_list_categories (RmGapsModel *self)
{
  RmProgramme *programme = rm_session_get_programme (self->session);
  GPtrArray *categories = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < rm_programme_count (programme, RM_TABLE_SKILL); i++)
    {
      const RmSkill *skill = rm_programme_get_skill (programme, i);
      g_autofree char *folded = rm_fold (skill->category);

      if (skill->retired == 1 || *folded == '\0')
        continue;
      if (g_hash_table_add (seen, g_steal_pointer (&folded)))
        g_ptr_array_add (categories, g_strdup (skill->category));
    }
  g_ptr_array_sort_with_data (categories, (GCompareDataFunc) g_strcmp0, NULL);

  return categories;
}

void
rm_gaps_model_choose_columns (RmGapsModel *self,
                              RmGapColumns columns,
                              const char *category)
{
  g_free (self->layout->category);
  self->layout->category = g_strdup (category);
  rm_gaps_choice_set_columns (self->settings, columns);
  lay_out_later (self);
}

void
rm_gaps_model_set_filter (RmGapsModel *self,
                          const char *filter)
{
  const char *old = self->layout->filter != NULL ? self->layout->filter : "";

  if (g_str_equal (old, filter))
    return;

  g_free (self->layout->filter);
  self->layout->filter = g_strdup (filter);
  lay_out_later (self);
}

static RmGapAxis *
get_axis (RmGapsModel *self,
          gboolean rows)
{
  return rows ? &self->layout->rows : &self->layout->columns;
}

static char *
dup_key (RmGapsModel *self,
         gboolean rows,
         guint line)
{
  return rows ? rm_gap_view_dup_row_key (self->view, line)
              : rm_gap_view_dup_column_key (self->view, line);
}

static gboolean
is_group (RmGapsModel *self,
          gboolean rows,
          guint line)
{
  return rows ? rm_gap_view_get_row (self->view, line).group
              : rm_gap_view_get_column (self->view, line).group;
}

void
rm_gaps_model_sort_by (RmGapsModel *self,
                       gboolean rows,
                       guint line)
{
  g_autofree char *key = NULL;

  g_return_if_fail (self->view != NULL);

  key = dup_key (self, !rows, line);
  rm_gap_axis_sort_by (get_axis (self, rows), RM_GAP_SORT_LINE, key);
  rm_gaps_choice_set_sort (self->settings, rows, RM_GAP_SORT_LINE);
  lay_out_later (self);
}

void
rm_gaps_model_hide (RmGapsModel *self,
                    gboolean rows,
                    guint first,
                    guint n)
{
  g_return_if_fail (self->view != NULL);

  for (guint k = 0; k < n; k++)
    g_hash_table_add (get_axis (self, rows)->hidden, dup_key (self, rows, first + k));
  lay_out_later (self);
}

void
rm_gaps_model_show_all (RmGapsModel *self)
{
  g_hash_table_remove_all (self->layout->rows.hidden);
  g_hash_table_remove_all (self->layout->columns.hidden);
  g_clear_pointer (&self->layout->category, g_free);
  g_clear_pointer (&self->layout->filter, g_free);
  lay_out_later (self);
}

void
rm_gaps_model_toggle_group (RmGapsModel *self,
                            gboolean rows,
                            guint line)
{
  g_autofree char *key = NULL;

  if (self->view == NULL || !is_group (self, rows, line))
    return;

  key = dup_key (self, rows, line);
  rm_gap_axis_toggle_open (get_axis (self, rows), key);
  lay_out_later (self);
}

void
rm_gaps_model_fold_all (RmGapsModel *self)
{
  g_hash_table_remove_all (self->layout->rows.open);
  g_hash_table_remove_all (self->layout->columns.open);
  lay_out_later (self);
}

static void
open_groups (RmGapsModel *self,
             gboolean rows,
             guint n)
{
  for (guint i = 0; i < n; i++)
    if (is_group (self, rows, i))
      g_hash_table_add (get_axis (self, rows)->open, dup_key (self, rows, i));
}

void
rm_gaps_model_unfold_all (RmGapsModel *self)
{
  RmHeatSource *source = RM_HEAT_SOURCE (self->view);

  if (source == NULL)
    return;

  open_groups (self, TRUE, rm_heat_source_get_n_rows (source));
  open_groups (self, FALSE, rm_heat_source_get_n_columns (source));
  lay_out_later (self);
}

void
rm_gaps_model_compare (RmGapsModel *self,
                       RmGapComparison *comparison)
{
  if (self->comparison == NULL && comparison == NULL)
    return;

  g_clear_pointer (&self->comparison, rm_gap_comparison_free);
  self->comparison = comparison;
  count_later (self);
}
