/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/models/rm-person-list.h"

/* Rows that follow at once, and rows per frame from then on: as many as a frame can lay out. A
 * window shows some more, which follow within the next frames. New rows cost more than new
 * texts. */
#define HEAD 12
#define STEP 12
#define NEW_HEAD 8
#define NEW_STEP 5

/* Milliseconds from one to the next. */
#define FRAME 16

/* A view has no widgets for rows after this one, unless scrolled there. */
#define WINDOW 256

struct _RmPersonItem
{
  GObject parent_instance;

  /* owned */
  RmProgramme *programme;
  guint position;

  /* borrowed */
  RmPersonList *list;     /* as long as there is one */
  const RmPerson *person; /* from the programme */
};

G_DEFINE_FINAL_TYPE (RmPersonItem, rm_person_item, G_TYPE_OBJECT)

static guint item_changed_signal;

struct _RmPersonList
{
  GObject parent_instance;

  /* owned */
  RmProgramme *programme;
  GArray *order;
  GHashTable *items; /* position → RmPersonItem, borrowed: items still in use */
  guint n_shown;     /* follows the length of the order */
  guint next_id;     /* the next step of following */
};

static void
rm_person_item_finalize (GObject *object)
{
  RmPersonItem *self = RM_PERSON_ITEM (object);

  if (self->list != NULL)
    g_hash_table_remove (self->list->items, &self->position);
  g_clear_pointer (&self->programme, rm_programme_unref);
  G_OBJECT_CLASS (rm_person_item_parent_class)->finalize (object);
}

static void
rm_person_item_class_init (RmPersonItemClass *class)
{
  G_OBJECT_CLASS (class)->finalize = rm_person_item_finalize;
  item_changed_signal = g_signal_new ("changed", RM_TYPE_PERSON_ITEM, G_SIGNAL_RUN_LAST, 0, NULL,
                                      NULL, NULL, G_TYPE_NONE, 0);
}

static void
rm_person_item_init (RmPersonItem *self)
{
}

const RmPerson *
rm_person_item_get_person (RmPersonItem *self)
{
  return self->person;
}

RmProgramme *
rm_person_item_get_programme (RmPersonItem *self)
{
  return self->programme;
}

static GType
get_item_type (GListModel *model)
{
  return RM_TYPE_PERSON_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return RM_PERSON_LIST (model)->n_shown;
}

static const RmPerson *
person_at (RmPersonList *self,
           guint position)
{
  return position < self->order->len
           ? rm_programme_get_person (self->programme,
                                      g_array_index (self->order, guint, position))
           : NULL;
}

/* Level names are shown in every row. */
static gboolean
are_levels_alike (RmProgramme *one,
                  RmProgramme *other)
{
  guint n = one != NULL ? rm_programme_count (one, RM_TABLE_SENIORITY) : 0;

  if (other == NULL)
    return n == 0;
  if (n != rm_programme_count (other, RM_TABLE_SENIORITY))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (rm_programme_get (one, RM_TABLE_SENIORITY, i)
        != rm_programme_get (other, RM_TABLE_SENIORITY, i))
      return FALSE;

  return TRUE;
}

/* Records are shared between programmes: an unchanged person is the same pointer. */
static gboolean
is_stale (RmPersonList *self,
          const RmPersonItem *item)
{
  return item->person != person_at (self, item->position)
         || (item->programme != self->programme
             && !are_levels_alike (item->programme, self->programme));
}

static void
refresh_item (RmPersonList *self,
              RmPersonItem *item)
{
  g_autoptr (RmProgramme) before = g_steal_pointer (&item->programme);

  item->person = person_at (self, item->position);
  item->programme = self->programme != NULL ? rm_programme_ref (self->programme) : NULL;
  g_signal_emit (item, item_changed_signal, 0);
}

static gpointer
get_item (GListModel *model,
          guint position)
{
  RmPersonList *self = RM_PERSON_LIST (model);
  RmPersonItem *item = NULL;

  if (position >= self->n_shown)
    return NULL;

  item = g_hash_table_lookup (self->items, &position);
  if (item != NULL && is_stale (self, item))
    refresh_item (self, item);
  if (item != NULL)
    return g_object_ref (item);

  item = g_object_new (RM_TYPE_PERSON_ITEM, NULL);
  item->list = self;
  item->position = position;
  item->programme = self->programme != NULL ? rm_programme_ref (self->programme) : NULL;
  item->person = person_at (self, position);
  g_hash_table_insert (self->items, &item->position, item);
  return item;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RmPersonList, rm_person_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
rm_person_list_finalize (GObject *object)
{
  RmPersonList *self = RM_PERSON_LIST (object);
  GHashTableIter iter;
  gpointer item = NULL;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    ((RmPersonItem *) item)->list = NULL;
  g_hash_table_unref (self->items);
  g_clear_handle_id (&self->next_id, g_source_remove);
  g_clear_pointer (&self->programme, rm_programme_unref);
  g_array_unref (self->order);
  G_OBJECT_CLASS (rm_person_list_parent_class)->finalize (object);
}

static void
rm_person_list_class_init (RmPersonListClass *class)
{
  G_OBJECT_CLASS (class)->finalize = rm_person_list_finalize;
}

static void
rm_person_list_init (RmPersonList *self)
{
  self->order = g_array_new (FALSE, FALSE, sizeof (guint));
  self->items = g_hash_table_new (g_int_hash, g_int_equal);
}

RmPersonList *
rm_person_list_new (void)
{
  return g_object_new (RM_TYPE_PERSON_LIST, NULL);
}

static int
compare_positions (gconstpointer a,
                   gconstpointer b)
{
  const RmPersonItem *first = *(RmPersonItem *const *) a;
  const RmPersonItem *second = *(RmPersonItem *const *) b;

  return (first->position > second->position) - (first->position < second->position);
}

/* Updates the people of up to @most rows, the first ones first. Returns: whether that is all. */
static gboolean
refresh_some (RmPersonList *self,
              guint most)
{
  g_autoptr (GPtrArray) stale = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer item = NULL;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    if (is_stale (self, item))
      g_ptr_array_add (stale, g_object_ref (item));
  g_ptr_array_sort (stale, compare_positions);
  for (guint i = 0; i < MIN (stale->len, most); i++)
    refresh_item (self, g_ptr_array_index (stale, i));

  return stale->len <= most;
}

static void
show_rows (RmPersonList *self,
           guint n)
{
  guint before = self->n_shown;

  if (n == before)
    return;
  self->n_shown = n;
  g_list_model_items_changed (G_LIST_MODEL (self), MIN (n, before), before > n ? before - n : 0,
                              n > before ? n - before : 0);
}

/* Adds or removes up to @most rows at the end. Returns: whether that is all. */
static gboolean
follow (RmPersonList *self,
        guint most)
{
  guint wanted = self->order->len;

  if (self->n_shown > wanted)
    show_rows (self, MAX (wanted, MIN (self->n_shown, WINDOW) - MIN (most, self->n_shown)));
  else if (self->n_shown < WINDOW)
    show_rows (self, MIN (wanted, self->n_shown + most));
  else
    show_rows (self, wanted);

  return self->n_shown == wanted;
}

static gboolean
follow_cb (gpointer data)
{
  RmPersonList *self = data;
  gboolean all_refreshed = refresh_some (self, STEP);
  gboolean all_there = follow (self, NEW_STEP);

  if (!all_refreshed || !all_there)
    return G_SOURCE_CONTINUE;

  self->next_id = 0;
  return G_SOURCE_REMOVE;
}

void
rm_person_list_set (RmPersonList *self,
                    RmProgramme *programme,
                    GArray *order)
{
  g_autoptr (RmProgramme) before = g_steal_pointer (&self->programme);
  gboolean all_refreshed = FALSE;
  gboolean all_there = FALSE;

  self->programme = programme != NULL ? rm_programme_ref (programme) : NULL;
  g_array_unref (self->order);
  self->order = order != NULL ? order : g_array_new (FALSE, FALSE, sizeof (guint));
  all_refreshed = refresh_some (self, HEAD);
  all_there = follow (self, NEW_HEAD);
  if ((!all_refreshed || !all_there) && self->next_id == 0)
    self->next_id = g_timeout_add_full (G_PRIORITY_LOW, FRAME, follow_cb, self, NULL);
}

void
rm_person_list_catch_up (RmPersonList *self)
{
  g_clear_handle_id (&self->next_id, g_source_remove);
  refresh_some (self, G_MAXUINT);
  show_rows (self, self->order->len);
}

guint
rm_person_list_count (RmPersonList *self)
{
  return self->order->len;
}

guint
rm_person_list_find (RmPersonList *self,
                     gint64 id)
{
  for (guint i = 0; i < self->order->len; i++)
    if (person_at (self, i)->record.id == id)
      return i;

  return GTK_INVALID_LIST_POSITION;
}

GArray *
rm_person_list_dup_ids (RmPersonList *self)
{
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), self->order->len);

  for (guint i = 0; i < self->order->len; i++)
    {
      gint64 id = person_at (self, i)->record.id;

      g_array_append_val (ids, id);
    }

  return ids;
}
