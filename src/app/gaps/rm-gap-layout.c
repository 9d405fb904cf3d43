/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/gaps/rm-gap-layout.h"

/* The user's choices for viewing a gap sheet. */

static GHashTable *
new_keys (GHashTable *from)
{
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer key = NULL;

  if (from == NULL)
    return keys;

  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (keys, g_strdup (key));

  return keys;
}

static RmGapAxis
copy_axis (const RmGapAxis *self)
{
  return (RmGapAxis) {
    .sort = self->sort,
    .by = g_strdup (self->by),
    .hidden = new_keys (self->hidden),
    .open = new_keys (self->open),
  };
}

static void
clear_axis (RmGapAxis *self)
{
  g_free (self->by);
  g_hash_table_unref (self->hidden);
  g_hash_table_unref (self->open);
}

RmGapLayout *
rm_gap_layout_new (void)
{
  const RmGapLayout plain = { 0 };

  return rm_gap_layout_copy (&plain);
}

RmGapLayout *
rm_gap_layout_copy (const RmGapLayout *self)
{
  RmGapLayout *copy = g_new0 (RmGapLayout, 1);

  copy->measure = self->measure;
  copy->category = g_strdup (self->category);
  copy->filter = g_strdup (self->filter);
  copy->rows = copy_axis (&self->rows);
  copy->columns = copy_axis (&self->columns);

  return copy;
}

void
rm_gap_layout_free (RmGapLayout *self)
{
  clear_axis (&self->rows);
  clear_axis (&self->columns);
  g_free (self->category);
  g_free (self->filter);
  g_free (self);
}

void
rm_gap_axis_sort_by (RmGapAxis *self,
                     RmGapSort sort,
                     const char *key)
{
  g_free (self->by);
  self->by = g_strdup (key);
  self->sort = sort;
}

void
rm_gap_axis_toggle_open (RmGapAxis *self,
                         const char *key)
{
  if (!g_hash_table_remove (self->open, key))
    g_hash_table_add (self->open, g_strdup (key));
}
