/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/rm-derived.h"

gpointer
rm_derived_get (RmDerived *self,
                gpointer source,
                gpointer (*make) (gpointer source),
                gpointer (*ref) (gpointer value))
{
  gpointer value = NULL;

  g_mutex_lock (&self->mutex);
  if (self->values == NULL)
    self->values = g_hash_table_new (NULL, NULL);
  while (g_hash_table_lookup_extended (self->values, source, NULL, &value) && value == NULL)
    g_cond_wait (&self->made, &self->mutex);
  if (value != NULL)
    ref (value);
  else
    g_hash_table_insert (self->values, source, NULL);
  g_mutex_unlock (&self->mutex);
  if (value != NULL)
    return value;

  value = make (source);
  g_mutex_lock (&self->mutex);
  g_hash_table_insert (self->values, source, value);
  g_cond_broadcast (&self->made);
  g_mutex_unlock (&self->mutex);

  return value;
}

gboolean
rm_derived_drop (RmDerived *self,
                 gpointer source,
                 gatomicrefcount *refs)
{
  gboolean last = FALSE;

  g_mutex_lock (&self->mutex);
  last = g_atomic_ref_count_dec (refs);
  if (last)
    g_hash_table_remove (self->values, source);
  g_mutex_unlock (&self->mutex);

  return last;
}
