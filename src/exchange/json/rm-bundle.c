/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/json/rm-bundle.h"

/* What a whole-programme file holds. RmProgramme cannot stand for it: it has no ratings. */

static RmBundle *
new_bundle (RmSettings *settings)
{
  RmBundle *self = g_new0 (RmBundle, 1);

  self->settings = settings;
  for (guint t = 0; t < RM_N_TABLES; t++)
    self->tables[t] = g_ptr_array_new_with_free_func (rm_record_unref);

  return self;
}

RmBundle *
rm_bundle_new (void)
{
  return new_bundle (rm_settings_new ());
}

static gpointer
without_special (RmRecord *record)
{
  RmRecord *copy = NULL;

  for (guint f = 0; f < record->entity->n_fields; f++)
    {
      const RmField *field = &record->entity->fields[f];

      if (field->sensitivity != RM_SENSITIVITY_SPECIAL || rm_record_is_blank (record, field))
        continue;
      if (copy == NULL)
        copy = rm_record_copy (record);
      rm_record_clear (copy, field);
    }

  return copy != NULL ? copy : rm_record_ref (record);
}

RmBundle *
rm_bundle_new_for_programme (const RmProgramme *programme,
                             GPtrArray *ratings)
{
  RmBundle *self = new_bundle (rm_record_ref ((gpointer) rm_programme_get_settings (programme)));
  gboolean with_special = self->settings->special_category == 1;

  for (guint t = 0; t < RM_N_TABLES; t++)
    for (guint i = 0; i < rm_programme_count (programme, t); i++)
      {
        gpointer record = rm_programme_get (programme, t, i);

        g_ptr_array_add (self->tables[t],
                         with_special ? rm_record_ref (record) : without_special (record));
      }
  for (guint i = 0; ratings != NULL && i < ratings->len; i++)
    g_ptr_array_add (self->tables[RM_TABLE_RATING],
                     rm_record_ref (g_ptr_array_index (ratings, i)));

  return self;
}

RmProgramme *
rm_bundle_to_programme (const RmBundle *self)
{
  GPtrArray *held[RM_N_TABLES] = { NULL };

  for (guint t = 0; t < RM_N_TABLES; t++)
    if (rm_table_get_holding (t) == RM_HOLDING_MEMORY)
      held[t] = self->tables[t];

  return rm_programme_new_changed (NULL, self->settings, held, NULL);
}

gboolean
rm_bundle_equal (const RmBundle *a,
                 const RmBundle *b)
{
  if (!rm_record_equal (a->settings, b->settings))
    return FALSE;

  for (guint t = 0; t < RM_N_TABLES; t++)
    {
      if (a->tables[t]->len != b->tables[t]->len)
        return FALSE;
      for (guint i = 0; i < a->tables[t]->len; i++)
        if (!rm_record_equal (g_ptr_array_index (a->tables[t], i),
                              g_ptr_array_index (b->tables[t], i)))
          return FALSE;
    }

  return TRUE;
}

void
rm_bundle_free (RmBundle *self)
{
  if (self == NULL)
    return;

  rm_record_unref (self->settings);
  for (guint t = 0; t < RM_N_TABLES; t++)
    g_ptr_array_unref (self->tables[t]);
  g_free (self);
}
