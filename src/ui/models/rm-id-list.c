/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/models/rm-id-list.h"

#include "ui/models/rm-gradual-list.h"

struct _RmIdItem
{
  GObject parent_instance;

  gint64 id;
};

G_DEFINE_FINAL_TYPE (RmIdItem, rm_id_item, G_TYPE_OBJECT)

static void
rm_id_item_class_init (RmIdItemClass *class)
{
}

static void
rm_id_item_init (RmIdItem *self)
{
}

gint64
rm_id_item_get_id (RmIdItem *self)
{
  return self->id;
}

struct _RmIdList
{
  GObject parent_instance;

  /* owned */
  GArray *ids;
  RmGradualList *gradual; /* the model of a view */
};

static GType
get_item_type (GListModel *model)
{
  return RM_TYPE_ID_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return RM_ID_LIST (model)->ids->len;
}

static gpointer
get_item (GListModel *model,
          guint position)
{
  RmIdList *self = RM_ID_LIST (model);
  RmIdItem *item = NULL;

  if (position >= self->ids->len)
    return NULL;

  item = g_object_new (RM_TYPE_ID_ITEM, NULL);
  item->id = g_array_index (self->ids, gint64, position);
  return item;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RmIdList, rm_id_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
rm_id_list_dispose (GObject *object)
{
  g_clear_object (&RM_ID_LIST (object)->gradual);
  G_OBJECT_CLASS (rm_id_list_parent_class)->dispose (object);
}

static void
rm_id_list_finalize (GObject *object)
{
  g_array_unref (RM_ID_LIST (object)->ids);
  G_OBJECT_CLASS (rm_id_list_parent_class)->finalize (object);
}

static void
rm_id_list_class_init (RmIdListClass *class)
{
  G_OBJECT_CLASS (class)->dispose = rm_id_list_dispose;
  G_OBJECT_CLASS (class)->finalize = rm_id_list_finalize;
}

static void
rm_id_list_init (RmIdList *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
}

RmIdList *
rm_id_list_new (void)
{
  return g_object_new (RM_TYPE_ID_LIST, NULL);
}

void
rm_id_list_set (RmIdList *self,
                GArray *ids)
{
  g_autoptr (GArray) old = g_steal_pointer (&self->ids);
  guint shorter = MIN (old->len, ids->len);
  guint start = 0;
  guint end = 0;

  self->ids = ids;
  while (start < shorter
         && g_array_index (old, gint64, start) == g_array_index (ids, gint64, start))
    start++;
  while (end < shorter - start
         && g_array_index (old, gint64, old->len - 1 - end)
              == g_array_index (ids, gint64, ids->len - 1 - end))
    end++;

  if (old->len - start - end > 0 || ids->len - start - end > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), start, old->len - start - end,
                                ids->len - start - end);
}

guint
rm_id_list_find (RmIdList *self,
                 gint64 id)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == id)
      {
        if (self->gradual != NULL)
          rm_gradual_list_reach (self->gradual, i);
        return i;
      }

  return GTK_INVALID_LIST_POSITION;
}

/** The data of a factory to make and fill rows. */
typedef struct
{
  RmRowNew row_new;
  RmRowShow row_show;
  gpointer data;
} Rows;

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem *item,
          Rows *rows)
{
  gtk_list_item_set_child (item, rows->row_new (rows->data));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem *item,
         Rows *rows)
{
  rows->row_show (gtk_list_item_get_child (item),
                  rm_id_item_get_id (gtk_list_item_get_item (item)));
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem *item,
           Rows *rows)
{
  rows->row_show (gtk_list_item_get_child (item), 0);
}

void
rm_id_list_attach (RmIdList *self,
                   GtkListView *view,
                   RmRowNew row_new,
                   RmRowShow row_show,
                   gpointer data)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSingleSelection) selection = NULL;
  Rows *rows = g_new0 (Rows, 1);

  g_clear_object (&self->gradual);
  self->gradual = rm_gradual_list_new (G_LIST_MODEL (self));
  selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->gradual)));
  rows->row_new = row_new;
  rows->row_show = row_show;
  rows->data = data;
  g_object_set_data_full (G_OBJECT (factory), "rm-rows", rows, g_free);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), rows);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), rows);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), rows);
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_list_view_set_factory (view, factory);
  gtk_list_view_set_model (view, GTK_SELECTION_MODEL (selection));
}
