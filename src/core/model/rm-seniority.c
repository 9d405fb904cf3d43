/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/rm-seniority.h"

#include "core/base/rm-fold.h"
#include "core/model/rm-programme.h"

#include <glib/gi18n-lib.h>

/* Levels are always compared as numbers; names are for people only. */

#define OFFSET(member) G_STRUCT_OFFSET (RmSeniority, member)

static const RmField fields[] = {
  { .key = "level", .type = RM_FIELD_INTEGER, .offset = OFFSET (level), .min = 1,
    .max = RM_SENIORITY_MAX, .fallback = 1, .required = TRUE, .label = N_ ("Seniority level") },
  { .key = "name", .type = RM_FIELD_TEXT, .offset = OFFSET (name), .label = N_ ("Name") },
};

static const RmEntity entity = {
  .name = "seniority",
  .size = sizeof (RmSeniority),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};

const RmEntity *
rm_seniority_entity (void)
{
  return &entity;
}

RmSeniority *
rm_seniority_new (int level,
                  const char *name)
{
  RmSeniority *self = rm_record_new (&entity);

  self->level = level;
  self->name = g_strdup (name);

  return self;
}

const char *
rm_seniority_find_name (const RmProgramme *programme,
                        int level)
{
  for (guint i = 0; i < rm_programme_count (programme, RM_TABLE_SENIORITY); i++)
    {
      const RmSeniority *seniority = rm_programme_get (programme, RM_TABLE_SENIORITY, i);

      if (seniority->level == level && seniority->name != NULL)
        return seniority->name;
    }

  return NULL;
}

int
rm_seniority_find_level (const RmProgramme *programme,
                         const char *name)
{
  g_autofree char *wanted = rm_fold_key (name);

  for (guint i = 0; *wanted != '\0' && i < rm_programme_count (programme, RM_TABLE_SENIORITY); i++)
    {
      const RmSeniority *seniority = rm_programme_get (programme, RM_TABLE_SENIORITY, i);
      g_autofree char *own = rm_fold_key (seniority->name);

      if (g_str_equal (own, wanted))
        return seniority->level;
    }

  return RM_UNKNOWN;
}
