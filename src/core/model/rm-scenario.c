/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/rm-scenario.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A scenario has the same weights and rules as the programme's settings, so their descriptors are
 * copied from there on first use: a new rule is a row in one table only. */

#define OFFSET(member) G_STRUCT_OFFSET (RmScenario, member)
#define LARGEST 2000000000

static const RmField head[] = {
  { .key = "name", .type = RM_FIELD_TEXT, .offset = OFFSET (name), .label = N_ ("Name") },
  { .key = "made", .type = RM_FIELD_TIME, .offset = OFFSET (made), .label = N_ ("Saved") },
};

static const RmField tail[] = {
  { .key = "paired", .type = RM_FIELD_INTEGER, .offset = OFFSET (n_paired), .max = LARGEST,
    .required = TRUE, .label = N_ ("Mentees with a mentor") },
  { .key = "total", .type = RM_FIELD_INTEGER, .offset = OFFSET (total), .max = LARGEST,
    .required = TRUE, .label = N_ ("Total") },
  { .key = "lowest", .type = RM_FIELD_INTEGER, .offset = OFFSET (lowest), .max = LARGEST,
    .required = TRUE, .label = N_ ("Lowest score") },
  { .key = "pairs", .type = RM_FIELD_REFERENCES, .offset = OFFSET (pairs),
    .refers = "person", .gone = RM_GONE_STAY, .label = N_ ("Pairs") },
};

static RmEntity *
make_entity (void)
{
  RmEntity *entity = g_new0 (RmEntity, 1);
  GArray *fields = g_array_new (FALSE, FALSE, sizeof (RmField));
  guint n = 0;
  const RmField *deciding = rm_settings_list_deciding (&n);

  g_array_append_vals (fields, head, G_N_ELEMENTS (head));
  for (guint f = 0; f < n; f++)
    {
      RmField field = deciding[f];

      field.offset += OFFSET (settings);
      g_array_append_val (fields, field);
    }
  g_array_append_vals (fields, tail, G_N_ELEMENTS (tail));

  entity->name = "scenario";
  entity->size = sizeof (RmScenario);
  entity->n_fields = fields->len;
  entity->fields = (const RmField *) (gpointer) g_array_free (fields, FALSE);
  return entity;
}

const RmEntity *
rm_scenario_entity (void)
{
  static gsize entity;

  if (g_once_init_enter (&entity))
    g_once_init_leave (&entity, GPOINTER_TO_SIZE (make_entity ()));

  return GSIZE_TO_POINTER (entity);
}

RmScenario *
rm_scenario_new (const char *name,
                 const RmSettings *settings)
{
  RmScenario *self = rm_record_new (rm_scenario_entity ());

  self->name = g_strdup (name);
  rm_settings_take_deciding (&self->settings, settings);

  return self;
}

const char *
rm_scenario_display_name (const RmScenario *self)
{
  return self->name != NULL ? self->name : "?";
}

RmSettings *
rm_scenario_new_settings (const RmScenario *self,
                          const RmSettings *base)
{
  RmSettings *settings = rm_record_copy (base);

  rm_settings_take_deciding (settings, &self->settings);

  return settings;
}

int
rm_id_pair_compare (gconstpointer a,
                    gconstpointer b)
{
  const RmIdPair *first = a;
  const RmIdPair *second = b;

  if (first->mentee != second->mentee)
    return first->mentee < second->mentee ? -1 : 1;

  return (first->mentor > second->mentor) - (first->mentor < second->mentor);
}

void
rm_scenario_set_pairs (RmScenario *self,
                       GArray *pairs)
{
  GString *text = g_string_new (NULL);

  g_array_sort (pairs, rm_id_pair_compare);
  for (guint p = 0; p < pairs->len; p++)
    {
      const RmIdPair *pair = &g_array_index (pairs, RmIdPair, p);

      g_string_append_printf (text, "%s%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT,
                              p > 0 ? "; " : "", pair->mentee, pair->mentor);
    }
  g_free (self->pairs);
  self->pairs = text->len > 0 ? g_string_free (text, FALSE) : NULL;
  if (self->pairs == NULL)
    g_string_free (text, TRUE);
}

GArray *
rm_scenario_list_pairs (const RmScenario *self)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (RmIdPair));
  g_auto (GStrv) items = rm_list_split (self->pairs);

  for (guint i = 0; items[i] != NULL; i++)
    {
      char *colon = strchr (items[i], ':');
      RmIdPair pair = { 0 };

      if (colon == NULL)
        continue;
      *colon = '\0';
      if (g_ascii_string_to_signed (items[i], 10, 1, G_MAXINT64, &pair.mentee, NULL)
          && g_ascii_string_to_signed (colon + 1, 10, 1, G_MAXINT64, &pair.mentor, NULL))
        g_array_append_val (pairs, pair);
    }
  g_array_sort (pairs, rm_id_pair_compare);

  return pairs;
}
