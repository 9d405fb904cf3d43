/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/rm-field-kind.h"

#include "core/model/rm-record-private.h"
#include "core/model/rm-references.h"

#include <glib/gi18n-lib.h>

static gboolean
parse_text (gpointer record,
            const RmField *field,
            const char *text,
            GError **error)
{
  rm_record_set_text (record, field, text);
  return TRUE;
}

/* NULL is no value, and @error is set. (transfer full) */
static gboolean
take_normal (gpointer record,
             const RmField *field,
             char *normal)
{
  if (normal != NULL)
    rm_record_set_text (record, field, normal);
  g_free (normal);

  return normal != NULL;
}

static gboolean
parse_list (gpointer record,
            const RmField *field,
            const char *text,
            GError **error)
{
  return take_normal (record, field, rm_text_normal_list (text));
}

static gboolean
parse_date (gpointer record,
            const RmField *field,
            const char *text,
            GError **error)
{
  return take_normal (record, field, rm_text_parse_date (text, error));
}

static gboolean
parse_date_time (gpointer record,
                 const RmField *field,
                 const char *text,
                 GError **error)
{
  return take_normal (record, field, rm_text_parse_date_time (text, error));
}

static gboolean
parse_references (gpointer record,
                  const RmField *field,
                  const char *text,
                  GError **error)
{
  char *normal = rm_references_normalise (text);

  if (normal == NULL)
    g_set_error (error, RM_CORE_ERROR, RM_CORE_ERROR_VALUE,
                 /* Translators: %s is what a file says */
                 _ ("“%s” is not a list of ids"), text);

  return take_normal (record, field, normal);
}

static char *
format_text (gconstpointer record,
             const RmField *field)
{
  return g_strdup (rm_record_get_text (record, field));
}

static gboolean
parse_number (gpointer record,
              const RmField *field,
              const char *text,
              GError **error)
{
  int number = RM_UNKNOWN;

  if (!rm_text_parse_number (field, text, &number, error))
    return FALSE;

  rm_record_set_int (record, field, number);
  return TRUE;
}

static char *
format_number (gconstpointer record,
               const RmField *field)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, rm_record_get_number (record, field));
}

static gboolean
takes_within (const RmField *field,
              gint64 number)
{
  return number >= field->min && number <= field->max;
}

static gboolean
takes_value (const RmField *field,
             gint64 number)
{
  return number >= G_MININT && number <= G_MAXINT
         && rm_enum_nick (field->values, (int) number) != NULL;
}

static char *
format_choice (gconstpointer record,
               const RmField *field)
{
  return g_strdup (rm_enum_nick (field->values, rm_record_get_int (record, field)));
}

static gboolean
takes_truth (const RmField *field,
             gint64 number)
{
  return number == 0 || number == 1;
}

static char *
format_truth (gconstpointer record,
              const RmField *field)
{
  return g_strdup (rm_record_get_int (record, field) != 0 ? "yes" : "no");
}

static gboolean
takes_week (const RmField *field,
            gint64 number)
{
  return number >= 0;
}

static gboolean
parse_week (gpointer record,
            const RmField *field,
            const char *text,
            GError **error)
{
  gint64 week = -1;

  if (!rm_text_parse_week (text, &week, error))
    return FALSE;

  rm_record_set_int64 (record, field, week);
  return TRUE;
}

static char *
format_week (gconstpointer record,
             const RmField *field)
{
  return rm_text_format_week (rm_record_get_int64 (record, field));
}

static gboolean
takes_time (const RmField *field,
            gint64 number)
{
  return number >= 0 && number <= RM_TIME_MAX;
}

static gboolean
takes_id (const RmField *field,
          gint64 number)
{
  return number > 0;
}

static gboolean
takes_decimal (const RmField *field,
               gint64 number)
{
  return number >= (gint64) field->min * RM_DECIMAL_ONE
         && number <= (gint64) field->max * RM_DECIMAL_ONE;
}

static gboolean
parse_decimal (gpointer record,
               const RmField *field,
               const char *text,
               GError **error)
{
  gint64 decimal = 0;

  if (!rm_text_parse_decimal (text, &decimal) || !takes_decimal (field, decimal))
    {
      g_set_error (error, RM_CORE_ERROR, RM_CORE_ERROR_VALUE,
                   /* Translators: first what a file says, then two whole numbers */
                   _ ("“%s” is not a number from %d to %d, with four decimal places at most and "
                      "no thousands separators"),
                   text, field->min, field->max);
      return FALSE;
    }

  rm_record_set_int64 (record, field, decimal);
  return TRUE;
}

static char *
format_decimal (gconstpointer record,
                const RmField *field)
{
  return rm_text_format_decimal (rm_record_get_int64 (record, field));
}

static gboolean
parse_duration (gpointer record,
                const RmField *field,
                const char *text,
                GError **error)
{
  int minutes = 0;

  if (!rm_text_parse_duration (text, &minutes) || !takes_within (field, minutes))
    {
      g_set_error (error, RM_CORE_ERROR, RM_CORE_ERROR_VALUE,
                   /* Translators: first what a file says, then two numbers of minutes; keep the
                    * English letters */
                   _ ("“%s” is not a duration from %d to %d minutes: write it as 90, 1:30 or "
                      "1 h 30 min"),
                   text, field->min, field->max);
      return FALSE;
    }

  rm_record_set_int (record, field, minutes);
  return TRUE;
}

static char *
format_duration (gconstpointer record,
                 const RmField *field)
{
  int minutes = rm_record_get_int (record, field);

  return g_strdup_printf ("%d:%02d", minutes / 60, minutes % 60);
}

static const RmFieldKind kinds[] = {
  [RM_FIELD_TEXT] = { RM_MEMBER_TEXT, .json = RM_JSON_TEXT, .parse = parse_text,
                      .format = format_text },
  [RM_FIELD_LIST] = { RM_MEMBER_TEXT, .json = RM_JSON_LIST, .parse = parse_list,
                      .format = format_text },
  [RM_FIELD_DATE] = { RM_MEMBER_TEXT, .json = RM_JSON_TEXT, .parse = parse_date,
                      .format = format_text },
  [RM_FIELD_DATE_TIME] = { RM_MEMBER_TEXT, .json = RM_JSON_TEXT, .parse = parse_date_time,
                           .format = format_text },
  [RM_FIELD_REFERENCES] = { RM_MEMBER_TEXT, .json = RM_JSON_LIST, .parse = parse_references,
                            .format = format_text },
  [RM_FIELD_INTEGER] = { RM_MEMBER_INT, RM_UNKNOWN, .json = RM_JSON_NUMBER,
                         .takes = takes_within, .parse = parse_number, .format = format_number },
  [RM_FIELD_CHOICE] = { RM_MEMBER_INT, RM_UNKNOWN, .in_words = TRUE, .json = RM_JSON_TEXT,
                        .takes = takes_value, .parse = parse_number, .format = format_choice,
                        .find = rm_field_find_nick },
  [RM_FIELD_YES_NO] = { RM_MEMBER_INT, RM_UNKNOWN, .json = RM_JSON_TRUTH, .takes = takes_truth,
                        .parse = parse_number, .format = format_truth },
  [RM_FIELD_DURATION] = { RM_MEMBER_INT, RM_UNKNOWN, .json = RM_JSON_NUMBER,
                          .takes = takes_within, .parse = parse_duration,
                          .format = format_duration },
  [RM_FIELD_WEEK] = { RM_MEMBER_INT64, -1, .json = RM_JSON_TEXT, .takes = takes_week,
                      .parse = parse_week, .format = format_week },
  [RM_FIELD_TIME] = { RM_MEMBER_INT64, 0, .json = RM_JSON_NUMBER, .takes = takes_time,
                      .format = format_number },
  [RM_FIELD_DECIMAL] = { RM_MEMBER_INT64, G_MININT64, .json = RM_JSON_TEXT,
                         .takes = takes_decimal, .parse = parse_decimal,
                         .format = format_decimal },
  [RM_FIELD_REFERENCE] = { RM_MEMBER_INT64, 0, .json = RM_JSON_ID, .takes = takes_id,
                           .format = format_number },
};

const RmFieldKind *
rm_field_get_kind (const RmField *field)
{
  return &kinds[field->type];
}
