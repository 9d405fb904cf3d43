/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/rm-role.h"

#include "core/base/rm-fold.h"
#include "core/model/rm-person.h"
#include "core/model/rm-seniority.h"

#include <glib/gi18n-lib.h>

/* A profile is matched by job title and seniority rather than assigned to people one by one, so
 * people who join later have the needs of the role at once. */

#define PROFILE(member) G_STRUCT_OFFSET (RmRoleProfile, member)
#define NEED(member) G_STRUCT_OFFSET (RmRoleNeed, member)

static const RmField profile_fields[] = {
  { .key = "name", .type = RM_FIELD_TEXT, .offset = PROFILE (name), .label = N_ ("Name") },
  { .key = "job_titles", .type = RM_FIELD_LIST, .offset = PROFILE (job_titles),
    .label = N_ ("Job titles") },
  { .key = "level_from", .type = RM_FIELD_INTEGER, .offset = PROFILE (level_from), .min = 1,
    .max = RM_SENIORITY_MAX, .fallback = RM_UNKNOWN, .label = N_ ("From seniority level") },
};

static const RmField need_fields[] = {
  { .key = "profile", .type = RM_FIELD_REFERENCE, .offset = NEED (profile),
    .refers = "role_profile", .gone = RM_GONE_REMOVE, .label = N_ ("Role profile") },
  { .key = "skill", .type = RM_FIELD_REFERENCE, .offset = NEED (skill), .refers = "skill",
    .gone = RM_GONE_REMOVE, .label = N_ ("Skill") },
  { .key = "level", .type = RM_FIELD_INTEGER, .offset = NEED (level), .min = 0, .max = 5,
    .fallback = 3, .required = TRUE, .label = N_ ("Level") },
  { .key = "importance", .type = RM_FIELD_INTEGER, .offset = NEED (importance), .min = 1, .max = 5,
    .fallback = RM_UNKNOWN, .label = N_ ("Importance") },
};

static const RmEntity profile_entity = {
  .name = "role_profile",
  .size = sizeof (RmRoleProfile),
  .fields = profile_fields,
  .n_fields = G_N_ELEMENTS (profile_fields),
};

/* Of two needs of one profile for one skill one stays, with the higher level and importance. */
static void
unite_needs (GPtrArray *records,
             GPtrArray *changed,
             GArray *gone)
{
  g_autoptr (GHashTable) kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint k = 0; k < records->len; k++)
    {
      RmRoleNeed *need = g_ptr_array_index (records, k);
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT,
                                              need->profile, need->skill);
      const RmRoleNeed *other = g_hash_table_lookup (kept, key);
      RmRoleNeed *both = NULL;

      if (other == NULL)
        {
          g_hash_table_insert (kept, g_steal_pointer (&key), need);
          continue;
        }
      both = rm_record_copy (other);
      both->level = MAX (other->level, need->level);
      both->importance = MAX (other->importance, need->importance);
      g_ptr_array_add (changed, both);
      g_array_append_val (gone, need->record.id);
      g_hash_table_insert (kept, g_steal_pointer (&key), both);
    }
}

static const RmEntity need_entity = {
  .name = "role_need",
  .size = sizeof (RmRoleNeed),
  .fields = need_fields,
  .n_fields = G_N_ELEMENTS (need_fields),
  .unite = unite_needs,
};

const RmEntity *
rm_role_profile_entity (void)
{
  return &profile_entity;
}

const RmEntity *
rm_role_need_entity (void)
{
  return &need_entity;
}

RmRoleProfile *
rm_role_profile_new (const char *name)
{
  RmRoleProfile *self = rm_record_new (&profile_entity);

  self->name = g_strdup (name);

  return self;
}

RmRoleNeed *
rm_role_need_new (gint64 profile,
                  gint64 skill,
                  int level)
{
  RmRoleNeed *self = rm_record_new (&need_entity);

  self->profile = profile;
  self->skill = skill;
  self->level = level;

  return self;
}

static gboolean
has_job_title (const RmRoleProfile *self,
               const char *job_title)
{
  g_autofree char *wanted = rm_fold_key (job_title);
  g_auto (GStrv) titles = rm_list_split (self->job_titles);

  if (*wanted == '\0')
    return FALSE;

  for (guint i = 0; titles[i] != NULL; i++)
    {
      g_autofree char *title = rm_fold_key (titles[i]);

      if (g_str_equal (title, wanted))
        return TRUE;
    }

  return FALSE;
}

gboolean
rm_role_profile_applies (const RmRoleProfile *self,
                         const RmPerson *person)
{
  if (self->job_titles == NULL && self->level_from == RM_UNKNOWN)
    return FALSE;
  if (self->level_from != RM_UNKNOWN
      && (person->level == RM_UNKNOWN || person->level < self->level_from))
    return FALSE;

  return self->job_titles == NULL || has_job_title (self, person->job_title);
}
