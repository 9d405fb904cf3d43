/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-check.h"

G_BEGIN_DECLS

/** RmCheckRow: a row and its fate. */
typedef struct
{
  RmRecord *record;
  gint64 found_id; /* its key in the file; the record's own may differ */
  gboolean left_out;
} RmCheckRow;

/** RmCheckTable: the rows of an entity, in the order of the file. */
typedef struct
{
  const RmEntity *entity;
  GPtrArray *rows;   /* of RmCheckRow */
  GHashTable *by_id; /* found_id → RmCheckRow */
} RmCheckTable;

struct _RmCheck
{
  GPtrArray *tables;   /* of RmCheckTable */
  GPtrArray *findings; /* of RmFinding */
  GPtrArray *about;    /* for each finding the RmCheckRow it is about, or NULL */
};

RmCheckTable *rm_check_get_table (RmCheck *self,
                                  const RmEntity *entity);
RmCheckTable *rm_check_find_table (RmCheck *self,
                                   const char *name);

/* Adds a finding about @field (nullable) of @row; takes @message. */
void rm_check_find (RmCheck *self,
                    RmCheckRow *row,
                    const RmField *field,
                    char *message,
                    const char *remedy);

/* The same, and leaves the row out. */
void rm_check_leave_out (RmCheck *self,
                         RmCheckRow *row,
                         const RmField *field,
                         char *message);

G_END_DECLS
