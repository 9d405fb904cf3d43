/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/base/rm-core-types.h"
#include "core/model/rm-field.h"

G_BEGIN_DECLS

/**
 * RmRecord:
 * @entity: what kind of record this is
 * @id: its key in the document; 0 until it has one
 *
 * The head of every record. Once shared (put into a programme or passed to a worker) a record must
 * not change: copy it, change the copy and put that in its place.
 */
struct _RmRecord
{
  const RmEntity *entity;
  gatomicrefcount refs;
  gint64 id;
};

/**
 * rm_record_new:
 * @entity: the kind of record
 *
 * Returns: (transfer full): a record with each field at its fallback
 */
gpointer rm_record_new (const RmEntity *entity);

/**
 * rm_record_copy:
 * @record: a record
 *
 * Copies the fields and the id, but nothing derived from other records.
 *
 * Returns: (transfer full): the copy
 */
gpointer rm_record_copy (gconstpointer record);

/**
 * rm_record_ref:
 * @record: a record
 *
 * Thread-safe.
 *
 * Returns: (transfer full): @record
 */
gpointer rm_record_ref (gpointer record);

/**
 * rm_record_unref:
 * @record: (transfer full): a record
 *
 * Thread-safe.
 */
void rm_record_unref (gpointer record);

/**
 * rm_record_equal:
 * @a: a record
 * @b: a record of the same entity
 *
 * Returns: whether ids and all fields are the same
 */
gboolean rm_record_equal (gconstpointer a,
                          gconstpointer b);

/**
 * rm_record_field_equal:
 * @a: a record
 * @b: a record of the same entity
 * @field: one of their fields
 *
 * Returns: whether the field is the same in both
 */
gboolean rm_record_field_equal (gconstpointer a,
                                gconstpointer b,
                                const RmField *field);

/**
 * rm_record_is_blank:
 * @record: a record
 * @field: one of its fields
 *
 * Returns: whether the field is unanswered
 */
gboolean rm_record_is_blank (gconstpointer record,
                             const RmField *field);

/**
 * rm_record_clear:
 * @record: a record
 * @field: one of its fields
 *
 * Makes the field blank.
 */
void rm_record_clear (gpointer record,
                      const RmField *field);

/**
 * rm_record_get_text:
 * @record: a record
 * @field: a field of %RM_MEMBER_TEXT
 *
 * Returns: (nullable) (transfer none): the text
 */
const char *rm_record_get_text (gconstpointer record,
                                const RmField *field);

/**
 * rm_record_get_int:
 * @record: a record
 * @field: a field of %RM_MEMBER_INT
 *
 * Returns: the number, or %RM_UNKNOWN
 */
int rm_record_get_int (gconstpointer record,
                       const RmField *field);

/**
 * rm_record_get_int64:
 * @record: a record
 * @field: a field of %RM_MEMBER_INT64
 *
 * Returns: the number
 */
gint64 rm_record_get_int64 (gconstpointer record,
                            const RmField *field);

/**
 * rm_record_get_number:
 * @record: a record
 * @field: a field other than text
 *
 * Returns: the number, whatever its C type
 */
gint64 rm_record_get_number (gconstpointer record,
                             const RmField *field);

/**
 * rm_record_set_number:
 * @record: a record
 * @field: a field other than text
 * @number: new value, or the field's blank value
 */
void rm_record_set_number (gpointer record,
                           const RmField *field,
                           gint64 number);

/**
 * rm_record_copy_field:
 * @record: a record that is not shared
 * @from: another of the same entity
 * @field: the field to copy
 */
void rm_record_copy_field (gpointer record,
                           gconstpointer from,
                           const RmField *field);

/**
 * rm_record_set_text:
 * @record: a record
 * @field: a field of %RM_MEMBER_TEXT
 * @text: (nullable): new text, stored as it is
 */
void rm_record_set_text (gpointer record,
                         const RmField *field,
                         const char *text);

/**
 * rm_record_set_int:
 * @record: a record
 * @field: a field of %RM_MEMBER_INT
 * @value: new value or %RM_UNKNOWN
 */
void rm_record_set_int (gpointer record,
                        const RmField *field,
                        int value);

/**
 * rm_record_set_int64:
 * @record: a record
 * @field: a field of %RM_MEMBER_INT64
 * @value: new value
 */
void rm_record_set_int64 (gpointer record,
                          const RmField *field,
                          gint64 value);

/**
 * rm_record_parse:
 * @record: a record that is not shared
 * @field: one of its fields; references are not parsed (they need the other records), nor are times
 * @text: (nullable): input from a person or a file; blank clears the field, if it may be blank
 * @error: return location for %RM_CORE_ERROR_VALUE, with a sentence that says what was expected
 *
 * Reads a value as people write it: numbers with a decimal zero, ISO dates and day.month.year,
 * choices by nick, label or another word for it, lists separated by `;`, `,` or `|`, free hours as
 * "Mon 9-12; Tue 14-16", durations as 90, 1:30 or 1 h 30 min. Leaves the field unchanged if @text
 * is not a value.
 *
 * Returns: whether the field was set
 */
gboolean rm_record_parse (gpointer record,
                          const RmField *field,
                          const char *text,
                          GError **error);

/**
 * rm_record_format:
 * @record: a record
 * @field: one of its fields
 *
 * The reverse of rm_record_parse(): text that is the same in every locale and reads back equal.
 *
 * Returns: (transfer full): the text; "" if the field is blank
 */
char *rm_record_format (gconstpointer record,
                        const RmField *field);

/**
 * rm_list_split:
 * @text: (nullable): a list as a record has it: "a; b"
 *
 * Returns: (transfer full): its items, trimmed, in order
 */
GStrv rm_list_split (const char *text);

/**
 * rm_list_read:
 * @text: (nullable): a list as a person or a form wrote it
 *
 * Semicolons, bars and line breaks separate items; commas do where there are none of these. Within
 * brackets and double quotes nothing separates.
 *
 * Returns: (transfer full): its items, trimmed, in order
 */
GStrv rm_list_read (const char *text);

/**
 * rm_list_join:
 * @items: (array zero-terminated=1): items without semicolons
 *
 * Returns: (transfer full): a list as a record has it, from which rm_list_read() gives @items again
 */
char *rm_list_join (char **items);

/**
 * RM_RECORD_TYPE:
 * @Type: a struct that begins with #RmRecord
 *
 * Lets g_autoptr() hold records of that type.
 */
#define RM_RECORD_TYPE(Type) G_DEFINE_AUTOPTR_CLEANUP_FUNC (Type, rm_record_unref)

RM_RECORD_TYPE (RmRecord)

/**
 * rm_id_compare:
 * @a: (type gint64): an id
 * @b: (type gint64): another
 *
 * Returns: their order, for sorting and finding ids
 */
int rm_id_compare (gconstpointer a,
                   gconstpointer b);

G_END_DECLS
