/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/models/rm-gradual-list.h"

/* Up to this many rows change in one iteration of the main loop. */
#define FEW 28

/* Rows that follow at once, and rows per iteration from then on: as many as fit into a frame. A
 * window shows some more, which follow within the next frames. */
#define HEAD 10
#define STEP 6

/* A view has no widgets for rows after this one, unless scrolled there. */
#define WINDOW 256

struct _RmGradualList
{
  GObject parent_instance;

  /* owned */
  GListModel *source;
  guint n;       /* rows that are there */
  guint n_known; /* leading rows that are those of the source; the others are blank */
  guint idle;
};

static GType
get_item_type (GListModel *model)
{
  return g_list_model_get_item_type (RM_GRADUAL_LIST (model)->source);
}

static guint
get_n_items (GListModel *model)
{
  return RM_GRADUAL_LIST (model)->n;
}

static gpointer
get_item (GListModel *model,
          guint position)
{
  RmGradualList *self = RM_GRADUAL_LIST (model);

  if (position >= self->n)
    return NULL;

  /* Each blank item is a different one: views compare items by pointer. */
  return position < self->n_known ? g_list_model_get_item (self->source, position)
                                  : g_object_new (get_item_type (model), NULL);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RmGradualList, rm_gradual_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
say_changed (RmGradualList *self,
             guint position,
             guint removed,
             guint added)
{
  self->n = self->n - removed + added;
  if (removed > 0 || added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

/* Makes up to @k more rows known, or removes up to @k surplus ones. */
static void
follow (RmGradualList *self,
        guint k)
{
  guint wanted = g_list_model_get_n_items (self->source);
  guint there = MIN (self->n, wanted);

  if (self->n_known < there)
    {
      guint from = self->n_known;
      guint n = MIN (k, there - from);

      self->n_known += n;
      say_changed (self, from, n, n);
    }
  else if (self->n > wanted)
    {
      guint n = MIN (k, self->n - wanted);

      say_changed (self, self->n - n, n, 0);
    }
  else if (self->n < wanted)
    {
      guint n = self->n < WINDOW ? MIN (k, wanted - self->n) : wanted - self->n;

      self->n_known = self->n + n;
      say_changed (self, self->n, 0, n);
    }
}

static gboolean
has_caught_up (const RmGradualList *self)
{
  return self->n_known == self->n && self->n == g_list_model_get_n_items (self->source);
}

static gboolean
follow_cb (gpointer data)
{
  RmGradualList *self = data;

  follow (self, STEP);
  if (!has_caught_up (self))
    return G_SOURCE_CONTINUE;

  self->idle = 0;
  return G_SOURCE_REMOVE;
}

static void
catch_up (RmGradualList *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  while (!has_caught_up (self))
    follow (self, G_MAXUINT);
}

/* Rows after the window have no widgets and can go; of the rest, the visible ones follow now, blank
 * if they no longer exist. */
static void
begin (RmGradualList *self,
       guint position)
{
  guint wanted = g_list_model_get_n_items (self->source);
  guint n = 0;

  self->n_known = MIN (self->n_known, position);
  if (self->n > WINDOW)
    say_changed (self, WINDOW, self->n - WINDOW, 0);
  n = MIN (HEAD, self->n - MIN (position, self->n));
  self->n_known = MAX (self->n_known, MIN (position + n, wanted));
  say_changed (self, position, n, n);
  if (self->n < HEAD)
    follow (self, HEAD - self->n);
  if (!has_caught_up (self) && self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, follow_cb, self, NULL);
}

static void
items_changed_cb (RmGradualList *self,
                  guint position,
                  guint removed,
                  guint added)
{
  gboolean few = removed <= FEW && added <= FEW;

  /* It has changed already, so the previous state follows from the signal's arguments. */
  if (self->idle == 0 && (few || position >= WINDOW))
    {
      self->n_known = self->n - removed + added;
      say_changed (self, position, removed, added);
    }
  else
    begin (self, MIN (position, self->n_known));
}

static void
rm_gradual_list_dispose (GObject *object)
{
  RmGradualList *self = RM_GRADUAL_LIST (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->source != NULL)
    g_signal_handlers_disconnect_by_data (self->source, self);
  G_OBJECT_CLASS (rm_gradual_list_parent_class)->dispose (object);
}

static void
rm_gradual_list_finalize (GObject *object)
{
  RmGradualList *self = RM_GRADUAL_LIST (object);

  g_clear_object (&self->source);
  G_OBJECT_CLASS (rm_gradual_list_parent_class)->finalize (object);
}

static void
rm_gradual_list_class_init (RmGradualListClass *class)
{
  G_OBJECT_CLASS (class)->dispose = rm_gradual_list_dispose;
  G_OBJECT_CLASS (class)->finalize = rm_gradual_list_finalize;
}

static void
rm_gradual_list_init (RmGradualList *self)
{
}

RmGradualList *
rm_gradual_list_new (GListModel *source)
{
  RmGradualList *self = g_object_new (RM_TYPE_GRADUAL_LIST, NULL);

  self->source = g_object_ref (source);
  self->n = self->n_known = g_list_model_get_n_items (source);
  g_signal_connect_object (source, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

void
rm_gradual_list_reach (RmGradualList *self,
                       guint position)
{
  if (position >= self->n_known)
    catch_up (self);
}
