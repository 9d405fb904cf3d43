/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-programme.h"

G_BEGIN_DECLS

/**
 * RmRawType:
 *
 * What a file holds in a column, whatever it should hold there.
 */
typedef enum
{
  RM_RAW_NULL,
  RM_RAW_INTEGER,
  RM_RAW_REAL,
  RM_RAW_TEXT,
  RM_RAW_BLOB,
} RmRawType;

/**
 * RmRaw:
 * @type: which of the others counts
 * @integer: a whole number
 * @text: (nullable) (array length=size): a text or bytes; a text may hold anything, NUL too
 * @size: bytes of @text
 *
 * A value as a file holds it.
 */
typedef struct
{
  RmRawType type;
  gint64 integer;
  const char *text;
  gsize size;
} RmRaw;

/**
 * RmFinding:
 * @table: the table, "" for the file as a whole
 * @id: the row's key; 0 where no one row is meant
 * @name: (nullable): whom or what the row is about, by name; never for what is confidential
 * @field: (nullable): the column
 * @label: (nullable): the column as people know it, translated
 * @message: what is wrong, translated, without a full stop
 * @remedy: (nullable): what a repair does about it, translated
 * @remark: whether the programme is sound all the same: it should be looked at, and is kept
 *
 * Something that is wrong with a programme.
 */
typedef struct
{
  char *table;
  gint64 id;
  char *name;
  char *field;
  char *label;
  char *message;
  char *remedy;
  gboolean remark;
} RmFinding;

/**
 * RmCheck:
 *
 * Holds rows from anywhere against the descriptors of their entities and against each other. What
 * it keeps of them is a programme that breaks no rule, with a finding for each value that was
 * changed and each row that was left out. Deterministic; O(n).
 */
typedef struct _RmCheck RmCheck;

/**
 * rm_check_new:
 *
 * Returns: (transfer full): a check without any rows
 */
RmCheck *rm_check_new (void);

void rm_check_free (RmCheck *self);

/**
 * rm_check_add_row:
 * @self: a check
 * @entity: what the row is; people and skills come before the rows that speak of them
 * @id: the row's key
 * @values: (array): for each field of @entity its value; %NULL where the file has no such column,
 *   which is then as in a new record
 */
void rm_check_add_row (RmCheck *self,
                       const RmEntity *entity,
                       gint64 id,
                       const RmRaw *const *values);

/**
 * rm_check_add_record:
 * @self: a check
 * @record: a row whose values were read one by one already
 *
 * rm_check_add_row() for what comes from a file that is no document. @record itself is not changed.
 */
void rm_check_add_record (RmCheck *self,
                          gconstpointer record);

/**
 * rm_check_add_finding:
 * @self: a check
 * @table: the table, or ""
 * @id: the row's key, or 0
 * @field: (nullable): the column
 * @message: (transfer full): what is wrong, translated
 * @remedy: (nullable): what a repair does, translated
 *
 * Something that was found elsewhere.
 */
void rm_check_add_finding (RmCheck *self,
                           const char *table,
                           gint64 id,
                           const char *field,
                           char *message,
                           const char *remedy);

/**
 * rm_check_finish:
 * @self: a check that has all rows
 *
 * Holds the rows against each other: references, reporting lines, pairs. Call it once.
 */
void rm_check_finish (RmCheck *self);

/**
 * rm_check_get_findings:
 * @self: a check
 *
 * Returns: (transfer none) (element-type RmFinding): what is wrong, in the order of finding it
 */
GPtrArray *rm_check_get_findings (RmCheck *self);

/**
 * rm_check_is_sound:
 * @self: a finished check
 *
 * Returns: whether nothing was found but remarks
 */
gboolean rm_check_is_sound (RmCheck *self);

/**
 * rm_check_list_records:
 * @self: a finished check
 * @entity: which
 *
 * Returns: (transfer full) (element-type RmRecord): what was kept, in the order of the rows
 */
GPtrArray *rm_check_list_records (RmCheck *self,
                                  const RmEntity *entity);

/**
 * rm_check_raw_text:
 * @raw: a value
 *
 * Returns: (nullable) (transfer full): what is wrong with it as a text that has to be there
 */
char *rm_check_raw_text (const RmRaw *raw);

/**
 * rm_check_raw_number:
 * @raw: a value
 * @min: least
 * @max: greatest
 *
 * Returns: (nullable) (transfer full): what is wrong with it as a whole number
 */
char *rm_check_raw_number (const RmRaw *raw,
                           gint64 min,
                           gint64 max);

/**
 * rm_check_raw_word:
 * @raw: a value
 * @field: a field with choices
 *
 * Returns: (nullable) (transfer full): what is wrong with it as one of them
 */
char *rm_check_raw_word (const RmRaw *raw,
                         const RmField *field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmCheck, rm_check_free)

G_END_DECLS
