/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/rm-mapping.h"

#include <glib/gi18n-lib.h>

#define OFFSET(member) G_STRUCT_OFFSET (RmMapping, member)

static const RmField fields[] = {
  { .key = "headers", .type = RM_FIELD_TEXT, .offset = OFFSET (headers), .label = N_ ("Headers") },
  { .key = "answers", .type = RM_FIELD_TEXT, .offset = OFFSET (answers), .multiline = TRUE,
    .label = N_ ("Meaning of the columns") },
  { .key = "used", .type = RM_FIELD_TIME, .offset = OFFSET (used), .label = N_ ("Used") },
};

static const RmEntity entity = {
  .name = "mapping",
  .size = sizeof (RmMapping),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};

const RmEntity *
rm_mapping_entity (void)
{
  return &entity;
}
