/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/gaps/rm-gap-table-window.h"

#include "ui/widgets/rm-accessible.h"
#include "ui/widgets/rm-tab-past.h"

#include <glib/gi18n.h>

/* A list model of numbers costs nothing, however many cells there are: the sentence of a cell is
 * made when its row comes into sight. Cells nobody wants anything in, and in which everybody is
 * rated, are left out. */

struct _RmGapTableWindow
{
  AdwWindow parent_instance;

  /* owned */
  RmGapView *view;
  GArray *cells; /* of guint64: row << 32 | column */
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
rm_gap_table_window_dispose (GObject *object)
{
  RmGapTableWindow *self = RM_GAP_TABLE_WINDOW (object);

  /* The list goes first: it asks for sentences. */
  adw_window_set_content (ADW_WINDOW (self), NULL);
  g_clear_object (&self->view);
  g_clear_pointer (&self->cells, g_array_unref);
  G_OBJECT_CLASS (rm_gap_table_window_parent_class)->dispose (object);
}

static void
rm_gap_table_window_class_init (RmGapTableWindowClass *class)
{
  G_OBJECT_CLASS (class)->dispose = rm_gap_table_window_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (class), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
rm_gap_table_window_init (RmGapTableWindow *self)
{
  self->cells = g_array_new (FALSE, FALSE, sizeof (guint64));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 560, 640);
}

/* As many empty places as there are cells: what they hold is told by their position. */
static GListModel *
new_places (guint n)
{
  GListStore *places = g_list_store_new (G_TYPE_OBJECT);
  g_autoptr (GObject) place = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (all, place);
  g_list_store_splice (places, 0, 0, all->pdata, n);

  return G_LIST_MODEL (places);
}

static GtkWidget *
new_list (RmGapTableWindow *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSelectionModel *model = GTK_SELECTION_MODEL (
    gtk_single_selection_new (new_places (self->cells->len)));
  GtkWidget *list = NULL;

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  list = gtk_list_view_new (model, factory);
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (list), TRUE);
  gtk_widget_add_css_class (list, "picker-view");
  rm_tab_past_watch (list);
  rm_accessible_set_label (list, _ ("Cells of the table"));
  return list;
}

static GtkWidget *
new_note (gboolean all)
{
  GtkWidget *note = gtk_label_new (all ? _ ("Cells that are zero are left out.")
                                       : _ ("These are the first 5,000 cells. Filter the table to "
                                            "see others."));

  gtk_label_set_wrap (GTK_LABEL (note), TRUE);
  gtk_label_set_xalign (GTK_LABEL (note), 0);
  gtk_widget_add_css_class (note, "caption");
  gtk_widget_add_css_class (note, "dim-label");
  gtk_widget_set_margin_start (note, 12);
  gtk_widget_set_margin_end (note, 12);
  gtk_widget_set_margin_top (note, 6);
  gtk_widget_set_margin_bottom (note, 6);
  return note;
}

GtkWidget *
rm_gap_table_window_new (GtkWindow *parent,
                         RmGapView *view)
{
  RmGapTableWindow *self = g_object_new (RM_TYPE_GAP_TABLE_WINDOW, "transient-for", parent, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  g_autofree char *title = rm_gap_view_dup_title (view);
  gboolean all = FALSE;

  self->view = g_object_ref (view);
  all = collect_cells (self);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), new_list (self));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), new_note (all));
  gtk_box_append (GTK_BOX (box), scroller);
  adw_window_set_content (ADW_WINDOW (self), box);

  return GTK_WIDGET (self);
}
