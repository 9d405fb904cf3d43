/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-programme.h"

G_BEGIN_DECLS

/**
 * RmRawType:
 *
 * The type of a value in a file, whatever it should be.
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
 * @type: which of the others is set
 * @integer: a whole number
 * @text: (nullable) (array length=size): text or bytes; text may hold anything, even NUL
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
 * @id: the row's key; 0 if it is not about one row
 * @name: (nullable): name of the row's subject; never for confidential rows
 * @field: (nullable): the column
 * @label: (nullable): the column's label, translated
 * @message: what is wrong, translated, without a full stop
 * @remedy: (nullable): what a repair does about it, translated
 * @remark: whether the programme is sound nevertheless: it is kept, but worth a look
 *
 * A problem in a programme.
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
 * Checks rows from any source against the descriptors of their entities and against each other. The
 * rows it keeps form a programme that breaks no rule, with a finding for each value changed and
 * each row left out. Deterministic; O(n).
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
 * @entity: the row's entity; people and skills come before rows that refer to them
 * @id: the row's key
 * @values: (array): for each field of @entity its value; %NULL if the file has no such column,
 *   which then gets the value of a new record
 */
void rm_check_add_row (RmCheck *self,
                       const RmEntity *entity,
                       gint64 id,
                       const RmRaw *const *values);

/**
 * rm_check_add_record:
 * @self: a check
 * @record: a row whose values have already been parsed
 *
 * rm_check_add_row() for rows of files other than documents. Does not change @record.
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
 * Adds a finding made elsewhere.
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
 * Checks the rows against each other: references, reporting lines, pairs. Call it once.
 */
void rm_check_finish (RmCheck *self);

/**
 * rm_check_get_findings:
 * @self: a check
 *
 * Returns: (transfer none) (element-type RmFinding): the findings, in the order found
 */
GPtrArray *rm_check_get_findings (RmCheck *self);

/**
 * rm_check_is_sound:
 * @self: a finished check
 *
 * Returns: whether there are no findings but remarks
 */
gboolean rm_check_is_sound (RmCheck *self);

/**
 * rm_check_list_records:
 * @self: a finished check
 * @entity: an entity
 *
 * Returns: (transfer full) (element-type RmRecord): the records kept, in the order of the rows
 */
GPtrArray *rm_check_list_records (RmCheck *self,
                                  const RmEntity *entity);

/**
 * rm_check_raw_text:
 * @raw: a value
 *
 * Returns: (nullable) (transfer full): what is wrong with it as a required text
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
