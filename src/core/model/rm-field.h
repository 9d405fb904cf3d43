/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/base/rm-core-types.h"

G_BEGIN_DECLS

/**
 * RmFieldType:
 * @RM_FIELD_TEXT: `char *`; %NULL is blank
 * @RM_FIELD_LIST: `char *` holding "a; b; c"; %NULL is blank
 * @RM_FIELD_DATE: `char *` holding an ISO date; %NULL is blank
 * @RM_FIELD_DATE_TIME: `char *` holding a local date and time, "2026-03-31T14:30"; %NULL is blank
 * @RM_FIELD_INTEGER: `int` between min and max; %RM_UNKNOWN is blank
 * @RM_FIELD_CHOICE: `int`, one of the field's values; %RM_UNKNOWN is blank
 * @RM_FIELD_YES_NO: `int`, 0 or 1; %RM_UNKNOWN is blank
 * @RM_FIELD_DURATION: `int`, minutes between min and max; %RM_UNKNOWN is blank
 * @RM_FIELD_DECIMAL: `gint64`, in units of 1 / %RM_DECIMAL_ONE, between the whole numbers min and
 *   max; %G_MININT64 is blank
 * @RM_FIELD_WEEK: `gint64`, a bit for each free hour (rm_week_bit()); -1 is blank
 * @RM_FIELD_TIME: `gint64`, seconds since the epoch, UTC; 0 is blank
 * @RM_FIELD_REFERENCE: `gint64`, the id of a record of another entity; 0 is blank
 * @RM_FIELD_REFERENCES: `char *` holding "1:2; 3:4", groups of ids of one entity, sorted; %NULL is
 *   blank. What it names may be gone
 *
 * What a field holds, and as which C type it stands in its record; see RmFieldKind.
 */
typedef enum
{
  RM_FIELD_TEXT,
  RM_FIELD_LIST,
  RM_FIELD_DATE,
  RM_FIELD_DATE_TIME,
  RM_FIELD_INTEGER,
  RM_FIELD_CHOICE,
  RM_FIELD_YES_NO,
  RM_FIELD_DURATION,
  RM_FIELD_DECIMAL,
  RM_FIELD_WEEK,
  RM_FIELD_TIME,
  RM_FIELD_REFERENCE,
  RM_FIELD_REFERENCES,
} RmFieldType;

/**
 * RmGone:
 * @RM_GONE_UNSAID: no rule: a test refuses a reference without one
 * @RM_GONE_REMOVE: the record goes, too
 * @RM_GONE_BLANK: the reference becomes blank
 * @RM_GONE_WRITE_DOWN: the reference becomes blank, and another field keeps what its owner was
 *   called, where it is blank
 * @RM_GONE_STAY: the id stays as it is: only for what tells of the past
 *
 * What becomes of a reference when its owner is deleted. When two owners are merged, references to
 * the one that goes become references to the one that stays; between the two themselves it is as
 * if the owner had been deleted.
 */
typedef enum
{
  RM_GONE_UNSAID,
  RM_GONE_REMOVE,
  RM_GONE_BLANK,
  RM_GONE_WRITE_DOWN,
  RM_GONE_STAY,
} RmGone;

/**
 * RmSensitivity:
 * @RM_SENSITIVITY_OPEN: may stand in any export
 * @RM_SENSITIVITY_PERSONAL: about a person; in exports of people
 * @RM_SENSITIVITY_CONFIDENTIAL: in no export by default
 * @RM_SENSITIVITY_SPECIAL: tells of origin, belief, health or the like: confidential, and neither
 *   shown nor exported at all where the programme does not use such fields
 */
typedef enum
{
  RM_SENSITIVITY_OPEN,
  RM_SENSITIVITY_PERSONAL,
  RM_SENSITIVITY_CONFIDENTIAL,
  RM_SENSITIVITY_SPECIAL,
} RmSensitivity;

/**
 * RmEnumValue:
 * @value: the number in the record
 * @nick: how it is written in the document and in our own files; `NULL` ends a list
 * @label: untranslated label (marked with N_())
 */
struct _RmEnumValue
{
  int value;
  const char *nick;
  const char *label;
};

/**
 * RmField:
 * @key: the column in the document, the key in JSON and the header in CSV files that we write
 * @type: what it holds
 * @offset: where it stands in its record
 * @min: least whole number
 * @max: greatest whole number
 * @fallback: value of a new record (whole numbers, choices and yes/no)
 * @values: (nullable): the choices, or names for whole numbers
 * @sensitivity: who may see it
 * @multiline: whether a text may hold line breaks
 * @refers: (nullable): the entity that a reference points to, its owner
 * @gone: of a reference: what becomes of it when its owner is deleted
 * @written: (nullable): for %RM_GONE_WRITE_DOWN: the field of the same record that keeps the name
 * @names: (nullable): for %RM_GONE_WRITE_DOWN: fields of the owner that can name it, the best
 *   first, separated by `|`
 * @optional: whether a reference may be blank
 * @required: whether a number, choice or yes/no may not be blank
 * @label: untranslated label (marked with N_())
 * @imported: whether files of people, ratings and other records have it; which words mean it in
 *   files by others, exchange knows
 */
struct _RmField
{
  const char *key;
  RmFieldType type;
  gsize offset;
  int min;
  int max;
  int fallback;
  const RmEnumValue *values;
  RmSensitivity sensitivity;
  gboolean multiline;
  const char *refers;
  RmGone gone;
  const char *written;
  const char *names;
  gboolean optional;
  gboolean required;
  const char *label;
  gboolean imported;
};

/**
 * RmEntity:
 * @name: the table in the document and the list in JSON
 * @size: bytes of a record
 * @fields: (array length=n_fields): its fields; the id is not among them
 * @n_fields: how many
 * @dispose: (nullable): frees what a record holds beside its fields
 * @unite: (nullable): after a merge, of @records, which all refer to the owner that stays, adds
 *   copies that say something else to @changed and ids of those that are one too many to @gone
 *
 * The one description of an entity. SQL, JSON, CSV, validation, exports and erasure are all driven
 * by it: a new field is one row in the table, a migration and a widget.
 */
struct _RmEntity
{
  const char *name;
  gsize size;
  const RmField *fields;
  guint n_fields;
  void (*dispose) (RmRecord *record);
  void (*unite) (GPtrArray *records, GPtrArray *changed, GArray *gone);
};

/** Hours of a week that can be free: Monday to Sunday, 8 to 17 o'clock, one bit each. */
enum
{
  RM_WEEK_DAYS = 7,
  RM_WEEK_FIRST_HOUR = 8,
  RM_WEEK_HOURS = 9,
};

/** What 1 is in a decimal: four places. */
#define RM_DECIMAL_ONE 10000

/** The end of the year 9999: the last second that can be written as a date. */
#define RM_TIME_MAX G_GINT64_CONSTANT (253402300799)

/**
 * rm_week_bit:
 * @day: 0 (Monday) to 6
 * @hour: 8 to 16, the hour that begins then
 *
 * Returns: the bit of that hour in a week
 */
gint64 rm_week_bit (guint day,
                    guint hour);

/**
 * rm_text_format_week:
 * @week: bits of hours
 *
 * Returns: (transfer full): as it is written in files and can be parsed: `Mon 9-12; Tue 14-15`
 */
char *rm_text_format_week (gint64 week);

/**
 * rm_entity_find_field:
 * @entity: an entity
 * @key: a field's key
 *
 * Returns: (nullable) (transfer none): the field
 */
const RmField *rm_entity_find_field (const RmEntity *entity,
                                     const char *key);

/**
 * rm_entity_is_kept:
 * @entity: an entity
 *
 * Returns: whether its records are only ever added (%RM_KEEPING_KEPT)
 */
gboolean rm_entity_is_kept (const RmEntity *entity);

/**
 * rm_field_may_be_blank:
 * @field: a field
 *
 * Returns: whether a record may leave it unanswered
 */
gboolean rm_field_may_be_blank (const RmField *field);

/**
 * rm_field_find_choice:
 * @field: a field with values
 * @text: a nick or label, in any case and with or without accents
 * @value: (out): the value
 *
 * Returns: whether @text names one of the values
 */
gboolean rm_field_find_choice (const RmField *field,
                               const char *text,
                               int *value);

/**
 * rm_field_find_nick:
 * @field: a field with values
 * @nick: a nick, to the letter
 * @value: (out): the value
 *
 * Returns: whether @nick is the nick of one of the values
 */
gboolean rm_field_find_nick (const RmField *field,
                             const char *nick,
                             int *value);

/**
 * rm_enum_nick:
 * @values: a list of values
 * @value: a value
 *
 * Returns: (nullable): its nick
 */
const char *rm_enum_nick (const RmEnumValue *values,
                          int value);

/**
 * rm_enum_label:
 * @values: a list of values
 * @value: a value
 *
 * Returns: (nullable): its untranslated label
 */
const char *rm_enum_label (const RmEnumValue *values,
                           int value);

G_END_DECLS
