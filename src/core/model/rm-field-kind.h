/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-field.h"

G_BEGIN_DECLS

/** RmMember: the C type of a value in its record. */
typedef enum
{
  RM_MEMBER_TEXT,  /* char * */
  RM_MEMBER_INT,   /* int */
  RM_MEMBER_INT64, /* gint64 */
} RmMember;

/** RmJsonForm: the form of a value in a whole-programme file. */
typedef enum
{
  RM_JSON_TEXT,
  RM_JSON_LIST,    /* of texts */
  RM_JSON_NUMBER,  /* a whole one */
  RM_JSON_TRUTH,
  RM_JSON_ID,      /* a number in quotes: ids need more digits than a double has */
} RmJsonForm;

/**
 * RmFieldKind:
 * @member: its C type
 * @blank: for numbers: the value of a blank field; for texts it is %NULL
 * @in_words: whether the document stores a number as text, which @find converts back
 * @json: its form in JSON
 * @takes: for numbers: whether one is within the field's range
 * @parse: (nullable): sets the field from trimmed text that is not blank; %NULL if people do not
 *   write such values
 * @format: the reverse of @parse
 * @find: for numbers in words: finds the number for a text in a document
 *
 * What all fields of one #RmFieldType have in common. Records, document, JSON and checks use it: a
 * new type of field is one row here.
 */
typedef struct
{
  RmMember member;
  gint64 blank;
  gboolean in_words;
  RmJsonForm json;
  gboolean (*takes) (const RmField *field, gint64 number);
  gboolean (*parse) (gpointer record, const RmField *field, const char *text, GError **error);
  char *(*format) (gconstpointer record, const RmField *field);
  gboolean (*find) (const RmField *field, const char *text, int *number);
} RmFieldKind;

/**
 * rm_field_get_kind:
 * @field: a field
 *
 * Returns: (transfer none): what is common to fields of its type
 */
const RmFieldKind *rm_field_get_kind (const RmField *field);

G_END_DECLS
