/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/rm-later.h"

/* At a time; a frame has sixteen. */
#define MAX_MICROSECONDS 3000

typedef struct
{
  GtkWidget *widget;
  void (*func) (gpointer widget);
} Item;

struct _RmLater
{
  GArray *items;  /* of Item */
  guint source;
};

RmLater *
rm_later_new (void)
{
  RmLater *self = g_new0 (RmLater, 1);

  self->items = g_array_new (FALSE, FALSE, sizeof (Item));
  return self;
}

void
rm_later_free (RmLater *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  g_array_unref (self->items);
  g_free (self);
}

static gboolean
work_cb (gpointer data)
{
  RmLater *self = data;
  gint64 end = g_get_monotonic_time () + MAX_MICROSECONDS;

  while (self->items->len > 0 && g_get_monotonic_time () < end)
    {
      Item item = g_array_index (self->items, Item, 0);

      g_array_remove_index (self->items, 0);
      item.func (item.widget);
    }
  if (self->items->len > 0)
    return G_SOURCE_CONTINUE;

  self->source = 0;
  return G_SOURCE_REMOVE;
}

static int
find (const RmLater *self,
      GtkWidget *widget)
{
  for (guint k = 0; k < self->items->len; k++)
    if (g_array_index (self->items, Item, k).widget == widget)
      return (int) k;

  return -1;
}

void
rm_later_add (RmLater *self,
              GtkWidget *widget,
              void (*func) (gpointer widget))
{
  const Item item = { widget, func };

  if (find (self, widget) >= 0)
    return;

  g_array_append_val (self->items, item);
  if (self->source == 0)
    self->source = g_idle_add_full (G_PRIORITY_LOW, work_cb, self, NULL);
}

void
rm_later_remove (RmLater *self,
                 GtkWidget *widget)
{
  int at = find (self, widget);

  if (at >= 0)
    g_array_remove_index (self->items, (guint) at);
}
