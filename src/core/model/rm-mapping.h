/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-record.h"

G_BEGIN_DECLS

/** How many are remembered. */
#define RM_MAPPING_MAX 20

/** RmMapping: how the columns of a file were read, for the next file with the same ones. */
typedef struct
{
  RmRecord record;

  char *headers; /* of the file, folded, with a bar between them */
  char *answers; /* what they mean, as rm_import_plan_dup_mapping() writes it */
  gint64 used;   /* when it was used last */
} RmMapping;

/**
 * rm_mapping_entity:
 *
 * Returns: (transfer none): the description of #RmMapping
 */
const RmEntity *rm_mapping_entity (void);

RM_RECORD_TYPE (RmMapping)

G_END_DECLS
