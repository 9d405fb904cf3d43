/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/gaps/rm-gap-table-window.h"

#include "app/gaps/rm-gaps-text.h"
#include "ui/widgets/rm-copy.h"
#include "ui/widgets/rm-tab-past.h"

#include <glib/gi18n.h>

/* A list model of places costs nothing, however many cells there are: the sentence of a cell is
 * made when its row comes into sight. Cells nobody wants anything in, and in which everybody is
 * rated, are left out. */

struct _RmGapTableWindow
{
  AdwWindow parent_instance;

  /* owned */
  RmGapView *view;
  GArray *cells; /* of guint64: row << 32 | column */

  /* template */
  GtkLabel *note;
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (RmGapTableWindow, rm_gap_table_window, ADW_TYPE_WINDOW)

/* More than anybody reads; the rest is a matter of filters. */
#define MAX_CELLS 5000

static gboolean
says_something (RmHeatCell cell)
{
  return cell.unrated || cell.value != 0;
}

static gboolean
collect_cells (RmGapTableWindow *self)
{
  RmHeatSource *source = RM_HEAT_SOURCE (self->view);
  guint n_columns = rm_heat_source_get_n_columns (source);

  for (guint r = 0; r < rm_heat_source_get_n_rows (source); r++)
    for (guint c = 0; c < n_columns; c++)
      {
        guint64 cell = (guint64) r << 32 | c;

        if (!says_something (rm_heat_source_get_cell (source, r, c)))
          continue;
        if (self->cells->len == MAX_CELLS)
          return FALSE;
        g_array_append_val (self->cells, cell);
      }

  return TRUE;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem *item,
          gpointer data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_margin_top (label, 2);
  gtk_widget_set_margin_bottom (label, 2);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem *item,
         gpointer data)
{
  RmGapTableWindow *self = data;
  guint64 cell = g_array_index (self->cells, guint64, gtk_list_item_get_position (item));
  g_autofree char *sentence = rm_heat_source_dup_sentence (RM_HEAT_SOURCE (self->view),
                                                           (guint) (cell >> 32), (guint) cell);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), sentence);
}

static void
copy_headers (RmGapTableWindow *self,
              RmTableWriter *writer)
{
  const RmGaps *gaps = rm_gap_sheet_get_table (rm_gap_view_get_sheet (self->view), FALSE, FALSE);

  rm_table_writer_add_word (writer, rm_gaps_get_rows_name (rm_gaps_get_row_kind (gaps)));
  rm_table_writer_add_word (writer, rm_gaps_get_columns_name (rm_gaps_get_column_kind (gaps)));
  rm_table_writer_add_word (writer,
                            rm_gaps_get_measure_name (rm_gap_view_get_measure (self->view)));
}

static void
copy_row (gpointer owner,
          gpointer item,
          RmTableWriter *writer)
{
  RmGapTableWindow *self = owner;
  guint64 place = 0;
  RmHeatCell cell;
  g_autofree char *row = NULL;
  g_autofree char *column = NULL;

  if (item == NULL)
    {
      copy_headers (self, writer);
      return;
    }

  place = g_array_index (self->cells, guint64,
                         GPOINTER_TO_UINT (g_object_get_data (item, "rm-place")));
  cell = rm_heat_source_get_cell (RM_HEAT_SOURCE (self->view), (guint) (place >> 32),
                                  (guint) place);
  row = rm_gap_view_dup_row_text (self->view, (guint) (place >> 32));
  column = rm_gap_view_dup_column_text (self->view, (guint) place);
  rm_table_writer_add_text (writer, row);
  rm_table_writer_add_text (writer, column);
  if (cell.unrated)
    rm_table_writer_add_word (writer, "?");
  else
    rm_table_writer_add_number (writer, cell.value);
}

static void
rm_gap_table_window_dispose (GObject *object)
{
  RmGapTableWindow *self = RM_GAP_TABLE_WINDOW (object);

  /* The list, which asks for sentences, outlives this. */
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->view);
  g_clear_pointer (&self->cells, g_array_unref);
  G_OBJECT_CLASS (rm_gap_table_window_parent_class)->dispose (object);
}

static void
rm_gap_table_window_class_init (RmGapTableWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = rm_gap_table_window_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/ReverseMentor/ui/gaps/rm-gap-table-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RmGapTableWindow, note);
  gtk_widget_class_bind_template_child (widget_class, RmGapTableWindow, list);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rm_gap_table_window_init (RmGapTableWindow *self)
{
  self->cells = g_array_new (FALSE, FALSE, sizeof (guint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  rm_tab_past_watch (GTK_WIDGET (self->list));
  rm_copy_watch (GTK_WIDGET (self->list), copy_row, self, TRUE);
}

/* As many places as there are cells, which know only where they are. */
static GListModel *
new_places (guint n)
{
  GListStore *places = g_list_store_new (G_TYPE_OBJECT);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      GObject *place = g_object_new (G_TYPE_OBJECT, NULL);

      g_object_set_data (place, "rm-place", GUINT_TO_POINTER (i));
      g_ptr_array_add (all, place);
    }
  g_list_store_splice (places, 0, 0, all->pdata, n);

  return G_LIST_MODEL (places);
}

GtkWidget *
rm_gap_table_window_new (GtkWindow *parent,
                         RmGapView *view)
{
  RmGapTableWindow *self = g_object_new (RM_TYPE_GAP_TABLE_WINDOW, "transient-for", parent, NULL);
  g_autofree char *title = rm_gap_view_dup_title (view);
  g_autoptr (GtkMultiSelection) model = NULL;
  gboolean all = FALSE;

  self->view = g_object_ref (view);
  all = collect_cells (self);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_label_set_label (self->note, all ? _ ("Cells that are zero are left out.")
                                       : _ ("These are the first 5,000 cells. Filter the table to "
                                            "see others."));
  model = gtk_multi_selection_new (new_places (self->cells->len));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));

  return GTK_WIDGET (self);
}
