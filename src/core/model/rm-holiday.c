/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/rm-holiday.h"

#include <glib/gi18n-lib.h>

#define OFFSET(member) G_STRUCT_OFFSET (RmHoliday, member)

static const RmField fields[] = {
  { .key = "name", .type = RM_FIELD_TEXT, .offset = OFFSET (name), .label = N_ ("Name"),
    .imported = TRUE },
  { .key = "day", .type = RM_FIELD_DATE, .offset = OFFSET (day), .label = N_ ("Date"),
    .imported = TRUE },
  { .key = "site", .type = RM_FIELD_TEXT, .offset = OFFSET (site), .label = N_ ("Site"),
    .imported = TRUE },
};

static const RmEntity entity = {
  .name = "holiday",
  .size = sizeof (RmHoliday),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};

const RmEntity *
rm_holiday_entity (void)
{
  return &entity;
}
