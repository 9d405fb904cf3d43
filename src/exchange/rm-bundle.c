/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/rm-bundle.h"

/* What a whole-programme file holds. RmProgramme cannot stand for it: it has no ratings. */

/* Which list of a bundle is which table of a programme; ratings are in none. */
static const struct
{
  RmBundlePart part;
  RmTable table;
} tables[] = {
  { RM_BUNDLE_PEOPLE, RM_TABLE_PERSON },
  { RM_BUNDLE_SKILLS, RM_TABLE_SKILL },
  { RM_BUNDLE_PAIRS, RM_TABLE_PAIR },
  { RM_BUNDLE_EXCLUSIONS, RM_TABLE_EXCLUSION },
  { RM_BUNDLE_ACQUAINTANCES, RM_TABLE_ACQUAINTANCE },
  { RM_BUNDLE_SCENARIOS, RM_TABLE_SCENARIO },
  { RM_BUNDLE_COHORTS, RM_TABLE_COHORT },
  { RM_BUNDLE_SENIORITY, RM_TABLE_SENIORITY },
  { RM_BUNDLE_ROLE_PROFILES, RM_TABLE_ROLE_PROFILE },
  { RM_BUNDLE_ROLE_NEEDS, RM_TABLE_ROLE_NEED },
  { RM_BUNDLE_NOMINATIONS, RM_TABLE_NOMINATION },
  { RM_BUNDLE_CONSENT_PURPOSES, RM_TABLE_CONSENT_PURPOSE },
  { RM_BUNDLE_CONSENTS, RM_TABLE_CONSENT },
};

static RmBundle *
new_bundle (RmSettings *settings)
{
  RmBundle *self = g_new0 (RmBundle, 1);

  self->settings = settings;
  for (guint p = 0; p < RM_BUNDLE_N_PARTS; p++)
    self->parts[p] = g_ptr_array_new_with_free_func (rm_record_unref);

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

  for (gsize t = 0; t < G_N_ELEMENTS (tables); t++)
    for (guint i = 0; i < rm_programme_count (programme, tables[t].table); i++)
      {
        gpointer record = rm_programme_get (programme, tables[t].table, i);

        g_ptr_array_add (self->parts[tables[t].part],
                         with_special ? rm_record_ref (record) : without_special (record));
      }
  for (guint i = 0; ratings != NULL && i < ratings->len; i++)
    g_ptr_array_add (self->parts[RM_BUNDLE_RATINGS],
                     rm_record_ref (g_ptr_array_index (ratings, i)));

  return self;
}

RmProgramme *
rm_bundle_to_programme (const RmBundle *self)
{
  GPtrArray *changed[RM_N_TABLES] = { NULL };

  for (gsize t = 0; t < G_N_ELEMENTS (tables); t++)
    changed[tables[t].table] = self->parts[tables[t].part];

  return rm_programme_new_changed (NULL, self->settings, changed, NULL);
}

gboolean
rm_bundle_equal (const RmBundle *a,
                 const RmBundle *b)
{
  if (!rm_record_equal (a->settings, b->settings))
    return FALSE;

  for (guint p = 0; p < RM_BUNDLE_N_PARTS; p++)
    {
      if (a->parts[p]->len != b->parts[p]->len)
        return FALSE;
      for (guint i = 0; i < a->parts[p]->len; i++)
        if (!rm_record_equal (g_ptr_array_index (a->parts[p], i),
                              g_ptr_array_index (b->parts[p], i)))
          return FALSE;
    }

  return TRUE;
}

const RmEntity *
rm_bundle_get_entity (RmBundlePart part)
{
  switch (part)
    {
    case RM_BUNDLE_PEOPLE:
      return rm_person_entity ();

    case RM_BUNDLE_SKILLS:
      return rm_skill_entity ();

    case RM_BUNDLE_RATINGS:
      return rm_rating_entity ();

    case RM_BUNDLE_PAIRS:
      return rm_pair_entity ();

    case RM_BUNDLE_EXCLUSIONS:
      return rm_exclusion_entity ();

    case RM_BUNDLE_ACQUAINTANCES:
      return rm_acquaintance_entity ();

    case RM_BUNDLE_SCENARIOS:
      return rm_scenario_entity ();

    case RM_BUNDLE_COHORTS:
      return rm_cohort_entity ();

    case RM_BUNDLE_SENIORITY:
      return rm_seniority_entity ();

    case RM_BUNDLE_ROLE_PROFILES:
      return rm_role_profile_entity ();

    case RM_BUNDLE_ROLE_NEEDS:
      return rm_role_need_entity ();

    case RM_BUNDLE_NOMINATIONS:
      return rm_nomination_entity ();

    case RM_BUNDLE_CONSENT_PURPOSES:
      return rm_consent_purpose_entity ();

    case RM_BUNDLE_CONSENTS:
      return rm_consent_entity ();

    case RM_BUNDLE_N_PARTS:
    default:
      g_return_val_if_reached (NULL);
    }
}

void
rm_bundle_free (RmBundle *self)
{
  if (self == NULL)
    return;

  rm_record_unref (self->settings);
  for (guint p = 0; p < RM_BUNDLE_N_PARTS; p++)
    g_ptr_array_unref (self->parts[p]);
  g_free (self);
}
