/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/models/rm-person-list.h"

struct _RmPersonItem
{
  GObject parent_instance;

  /* owned */
  RmProgramme *programme;

  /* borrowed from the programme */
  const RmPerson *person;
};

G_DEFINE_FINAL_TYPE (RmPersonItem, rm_person_item, G_TYPE_OBJECT)

static void
rm_person_item_finalize (GObject *object)
{
  g_clear_pointer (&RM_PERSON_ITEM (object)->programme, rm_programme_unref);
  G_OBJECT_CLASS (rm_person_item_parent_class)->finalize (object);
}

static void
rm_person_item_class_init (RmPersonItemClass *class)
{
  G_OBJECT_CLASS (class)->finalize = rm_person_item_finalize;
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

struct _RmPersonList
{
  GObject parent_instance;

  /* owned */
  RmProgramme *programme;
  GArray *order;
};

static GType
get_item_type (GListModel *model)
{
  return RM_TYPE_PERSON_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return RM_PERSON_LIST (model)->order->len;
}

static const RmPerson *
person_at (RmProgramme *programme,
           GArray *order,
           guint position)
{
  return rm_programme_get_person (programme, g_array_index (order, guint, position));
}

static gpointer
get_item (GListModel *model,
          guint position)
{
  RmPersonList *self = RM_PERSON_LIST (model);
  RmPersonItem *item = NULL;

  if (position >= self->order->len)
    return NULL;

  item = g_object_new (RM_TYPE_PERSON_ITEM, NULL);
  item->programme = rm_programme_ref (self->programme);
  item->person = person_at (self->programme, self->order, position);
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
}

RmPersonList *
rm_person_list_new (void)
{
  return g_object_new (RM_TYPE_PERSON_LIST, NULL);
}

/* What levels are called stands in every row. */
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
static void
announce (RmPersonList *self,
          RmProgramme *before,
          GArray *old)
{
  guint start = 0;
  guint end = 0;
  guint shorter = are_levels_alike (before, self->programme) ? MIN (old->len, self->order->len)
                                                             : 0;

  while (start < shorter
         && person_at (before, old, start) == person_at (self->programme, self->order, start))
    start++;
  while (end < shorter - start
         && person_at (before, old, old->len - 1 - end)
              == person_at (self->programme, self->order, self->order->len - 1 - end))
    end++;

  if (old->len - start - end > 0 || self->order->len - start - end > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), start, old->len - start - end,
                                self->order->len - start - end);
}

void
rm_person_list_set (RmPersonList *self,
                    RmProgramme *programme,
                    GArray *order)
{
  g_autoptr (RmProgramme) before = g_steal_pointer (&self->programme);
  g_autoptr (GArray) old = g_steal_pointer (&self->order);

  self->programme = programme != NULL ? rm_programme_ref (programme) : NULL;
  self->order = order != NULL ? order : g_array_new (FALSE, FALSE, sizeof (guint));
  announce (self, before, old);
}

guint
rm_person_list_find (RmPersonList *self,
                     gint64 id)
{
  for (guint i = 0; i < self->order->len; i++)
    if (person_at (self->programme, self->order, i)->record.id == id)
      return i;

  return GTK_INVALID_LIST_POSITION;
}

GArray *
rm_person_list_dup_ids (RmPersonList *self)
{
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), self->order->len);

  for (guint i = 0; i < self->order->len; i++)
    {
      gint64 id = person_at (self->programme, self->order, i)->record.id;

      g_array_append_val (ids, id);
    }

  return ids;
}
