/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/rm-skill.h"

#include "core/base/rm-fold.h"
#include "core/model/rm-person.h"

#include <glib/gi18n-lib.h>

static const RmEnumValue sources[] = {
  { RM_SOURCE_SELF, "self", N_ ("Own rating") },
  { RM_SOURCE_PEER, "peer", N_ ("Colleague") },
  { RM_SOURCE_MANAGER, "manager", N_ ("Manager") },
  { RM_SOURCE_AFTER, "after", N_ ("After the programme") },
  { 0 },
};

#define ANCHOR(level) (G_STRUCT_OFFSET (RmSkill, anchors) + sizeof (char *) * (level))

static const RmField skill_fields[] = {
  { .key = "name", .type = RM_FIELD_TEXT, .offset = G_STRUCT_OFFSET (RmSkill, name),
    .label = N_ ("Name"), .imported = TRUE },
  { .key = "category", .type = RM_FIELD_TEXT, .offset = G_STRUCT_OFFSET (RmSkill, category),
    .label = N_ ("Category"), .imported = TRUE },
  { .key = "aliases", .type = RM_FIELD_LIST, .offset = G_STRUCT_OFFSET (RmSkill, aliases),
    .label = N_ ("Other names"), .imported = TRUE },
  { .key = "context", .type = RM_FIELD_TEXT, .offset = G_STRUCT_OFFSET (RmSkill, context),
    .label = N_ ("Context"), .imported = TRUE },
  { .key = "description", .type = RM_FIELD_TEXT, .offset = G_STRUCT_OFFSET (RmSkill, description),
    .multiline = TRUE, .label = N_ ("Description"), .imported = TRUE },
  { .key = "anchor_0", .type = RM_FIELD_TEXT, .offset = ANCHOR (0), .multiline = TRUE,
    .label = N_ ("Somebody on level 0"), .imported = TRUE },
  { .key = "anchor_1", .type = RM_FIELD_TEXT, .offset = ANCHOR (1), .multiline = TRUE,
    .label = N_ ("Somebody on level 1"), .imported = TRUE },
  { .key = "anchor_2", .type = RM_FIELD_TEXT, .offset = ANCHOR (2), .multiline = TRUE,
    .label = N_ ("Somebody on level 2"), .imported = TRUE },
  { .key = "anchor_3", .type = RM_FIELD_TEXT, .offset = ANCHOR (3), .multiline = TRUE,
    .label = N_ ("Somebody on level 3"), .imported = TRUE },
  { .key = "anchor_4", .type = RM_FIELD_TEXT, .offset = ANCHOR (4), .multiline = TRUE,
    .label = N_ ("Somebody on level 4"), .imported = TRUE },
  { .key = "anchor_5", .type = RM_FIELD_TEXT, .offset = ANCHOR (5), .multiline = TRUE,
    .label = N_ ("Somebody on level 5"), .imported = TRUE },
  { .key = "retired", .type = RM_FIELD_YES_NO, .offset = G_STRUCT_OFFSET (RmSkill, retired),
    .fallback = 0, .required = TRUE, .label = N_ ("Retired"), .imported = TRUE },
};

static const RmField rating_fields[] = {
  { .key = "person", .type = RM_FIELD_REFERENCE, .offset = G_STRUCT_OFFSET (RmRating, person),
    .refers = "person", .gone = RM_GONE_REMOVE, .label = N_ ("Person"), .imported = TRUE },
  { .key = "skill", .type = RM_FIELD_REFERENCE, .offset = G_STRUCT_OFFSET (RmRating, skill),
    .refers = "skill", .gone = RM_GONE_REMOVE, .label = N_ ("Skill"), .imported = TRUE },
  { .key = "source", .type = RM_FIELD_CHOICE, .offset = G_STRUCT_OFFSET (RmRating, source),
    .fallback = RM_SOURCE_SELF, .values = sources, .required = TRUE, .label = N_ ("Source"),
    .imported = TRUE },
  { .key = "level", .type = RM_FIELD_INTEGER, .offset = G_STRUCT_OFFSET (RmRating, level),
    .min = 0, .max = 5, .fallback = RM_UNKNOWN, .label = N_ ("Level"), .imported = TRUE },
  { .key = "target", .type = RM_FIELD_INTEGER, .offset = G_STRUCT_OFFSET (RmRating, target),
    .min = 0, .max = 5, .fallback = RM_UNKNOWN, .label = N_ ("Target"), .imported = TRUE },
  { .key = "importance", .type = RM_FIELD_INTEGER,
    .offset = G_STRUCT_OFFSET (RmRating, importance), .min = 1, .max = 5,
    .fallback = RM_UNKNOWN, .label = N_ ("Importance"), .imported = TRUE },
  { .key = "rated_on", .type = RM_FIELD_DATE, .offset = G_STRUCT_OFFSET (RmRating, rated_on),
    .label = N_ ("Rated on"), .imported = TRUE },
};

static const RmEntity skill_entity = {
  .name = "skill",
  .size = sizeof (RmSkill),
  .fields = skill_fields,
  .n_fields = G_N_ELEMENTS (skill_fields),
};

static const RmEntity rating_entity = {
  .name = "rating",
  .size = sizeof (RmRating),
  .fields = rating_fields,
  .n_fields = G_N_ELEMENTS (rating_fields),
};

const RmEntity *
rm_skill_entity (void)
{
  return &skill_entity;
}

const RmEntity *
rm_rating_entity (void)
{
  return &rating_entity;
}

RmSkill *
rm_skill_new (void)
{
  return rm_record_new (&skill_entity);
}

RmRating *
rm_rating_new (void)
{
  return rm_record_new (&rating_entity);
}

char *
rm_skill_make_key (const char *name)
{
  g_autofree char *folded = rm_fold (name);
  GString *key = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c) || c == '+' || c == '#')
        g_string_append_unichar (key, c);
    }
  if (key->len == 0)
    g_string_append (key, folded);

  return g_string_free (key, FALSE);
}

gboolean
rm_skill_is_called (const RmSkill *self,
                    const char *key)
{
  g_autofree char *name = rm_skill_make_key (self->name);
  g_auto (GStrv) aliases = rm_list_split (self->aliases);

  if (g_str_equal (name, key))
    return TRUE;

  for (guint i = 0; aliases[i] != NULL; i++)
    {
      g_autofree char *alias = rm_skill_make_key (aliases[i]);

      if (g_str_equal (alias, key))
        return TRUE;
    }

  return FALSE;
}

/* Newer: the later day; without a day, older than any day; on the same day the higher id. */
static gboolean
is_newer (const RmRating *a,
          const RmRating *b)
{
  int order = g_strcmp0 (a->rated_on, b->rated_on);

  return order != 0 ? order > 0 : a->record.id > b->record.id;
}

static int
newest_of (const RmRating *const *ratings,
           guint n,
           RmSource source,
           const RmField *field)
{
  const RmRating *best = NULL;

  for (guint i = 0; i < n; i++)
    if (ratings[i]->source == (int) source
        && rm_record_get_int (ratings[i], field) != RM_UNKNOWN
        && (best == NULL || is_newer (ratings[i], best)))
      best = ratings[i];

  return best != NULL ? rm_record_get_int (best, field) : RM_UNKNOWN;
}

static int
compare_ints (gconstpointer a,
              gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

static int
median_of (const RmRating *const *ratings,
           guint n,
           RmSource source,
           const RmField *field)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < n; i++)
    {
      int value = rm_record_get_int (ratings[i], field);

      if (ratings[i]->source == (int) source && value != RM_UNKNOWN)
        g_array_append_val (values, value);
    }
  if (values->len == 0)
    return RM_UNKNOWN;

  g_array_sort (values, compare_ints);
  return g_array_index (values, int, (values->len - 1) / 2);
}

static int
resolve_field (const RmRating *const *ratings,
               guint n,
               const RmField *field)
{
  int value = newest_of (ratings, n, RM_SOURCE_AFTER, field);

  if (value == RM_UNKNOWN)
    value = newest_of (ratings, n, RM_SOURCE_MANAGER, field);
  if (value == RM_UNKNOWN)
    value = median_of (ratings, n, RM_SOURCE_PEER, field);
  if (value == RM_UNKNOWN)
    value = newest_of (ratings, n, RM_SOURCE_SELF, field);

  return value;
}

RmStanding
rm_standing_resolve (const RmRating *const *ratings,
                     guint n)
{
  const RmField *level = rm_entity_find_field (&rating_entity, "level");
  const RmField *target = rm_entity_find_field (&rating_entity, "target");
  const RmField *importance = rm_entity_find_field (&rating_entity, "importance");
  RmStanding standing = { .skill = ratings[0]->skill, .level = -1, .target = -1, .importance = 3 };
  int value = resolve_field (ratings, n, level);

  if (value != RM_UNKNOWN)
    standing.level = (gint8) value;
  value = resolve_field (ratings, n, target);
  if (value != RM_UNKNOWN)
    standing.target = (gint8) value;
  value = resolve_field (ratings, n, importance);
  if (value != RM_UNKNOWN)
    standing.importance = (gint8) value;

  return standing;
}
