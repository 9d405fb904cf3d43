/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-record.h"

G_BEGIN_DECLS

/** RmHoliday: a day off at one site, or at all. */
typedef struct
{
  RmRecord record;

  char *name;
  char *day;
  char *site;  /* NULL is every site */
} RmHoliday;

/**
 * rm_holiday_entity:
 *
 * Returns: (transfer none): the description of #RmHoliday
 */
const RmEntity *rm_holiday_entity (void);

RM_RECORD_TYPE (RmHoliday)

G_END_DECLS
