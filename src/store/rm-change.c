/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/rm-change.h"

RmChanges *
rm_changes_new (void)
{
  RmChanges *self = g_new0 (RmChanges, 1);

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) rm_change_free);
  return self;
}

void
rm_changes_free (RmChanges *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

void
rm_changes_add (RmChanges *self,
                RmChange *change)
{
  if (self->reset || self->rows->len == RM_CHANGES_LIMIT)
    {
      self->reset = TRUE;
      g_ptr_array_set_size (self->rows, 0);
      rm_change_free (change);
      return;
    }

  g_ptr_array_add (self->rows, change);
}

void
rm_change_free (RmChange *self)
{
  g_clear_pointer (&self->before, g_variant_unref);
  g_clear_pointer (&self->after, g_variant_unref);
  g_free (self->table);
  g_free (self);
}
