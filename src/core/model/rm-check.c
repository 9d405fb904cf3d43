/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/rm-check-private.h"

#include "core/model/rm-field-kind.h"
#include "core/model/rm-record-private.h"

#include <glib/gi18n-lib.h>

/* Checks single values against the descriptors; rm-check-rules.c checks rows against each other. */

static void
row_free (RmCheckRow *self)
{
  rm_record_unref (self->record);
  g_free (self);
}

static void
table_free (RmCheckTable *self)
{
  g_ptr_array_unref (self->rows);
  g_hash_table_unref (self->by_id);
  g_free (self);
}

static void
finding_free (RmFinding *self)
{
  g_free (self->table);
  g_free (self->name);
  g_free (self->field);
  g_free (self->label);
  g_free (self->message);
  g_free (self->remedy);
  g_free (self);
}

RmCheck *
rm_check_new (void)
{
  RmCheck *self = g_new0 (RmCheck, 1);

  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) table_free);
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) finding_free);
  self->about = g_ptr_array_new ();
  return self;
}

void
rm_check_free (RmCheck *self)
{
  g_ptr_array_unref (self->about);
  g_ptr_array_unref (self->findings);
  g_ptr_array_unref (self->tables);
  g_free (self);
}

RmCheckTable *
rm_check_find_table (RmCheck *self,
                     const char *name)
{
  for (guint i = 0; i < self->tables->len; i++)
    {
      RmCheckTable *table = g_ptr_array_index (self->tables, i);

      if (g_str_equal (table->entity->name, name))
        return table;
    }

  return NULL;
}

RmCheckTable *
rm_check_get_table (RmCheck *self,
                    const RmEntity *entity)
{
  RmCheckTable *table = rm_check_find_table (self, entity->name);

  if (table != NULL)
    return table;

  table = g_new0 (RmCheckTable, 1);
  table->entity = entity;
  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  table->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_ptr_array_add (self->tables, table);
  return table;
}

static void
add_finding (RmCheck *self,
             const char *table,
             gint64 id,
             const char *key,
             const char *label,
             char *message,
             const char *remedy,
             RmCheckRow *about)
{
  RmFinding *finding = g_new0 (RmFinding, 1);

  finding->table = g_strdup (table);
  finding->id = id;
  finding->field = g_strdup (key);
  finding->label = g_strdup (label);
  finding->message = message;
  finding->remedy = g_strdup (remedy);
  g_ptr_array_add (self->findings, finding);
  g_ptr_array_add (self->about, about);
}

void
rm_check_add_finding (RmCheck *self,
                      const char *table,
                      gint64 id,
                      const char *field,
                      char *message,
                      const char *remedy)
{
  add_finding (self, table, id, field, field, message, remedy, NULL);
}

void
rm_check_find (RmCheck *self,
               RmCheckRow *row,
               const RmField *field,
               char *message,
               const char *remedy)
{
  add_finding (self, row->record->entity->name, row->found_id,
               field != NULL ? field->key : NULL, field != NULL ? _ (field->label) : NULL,
               message, remedy, row);
}

void
rm_check_leave_out (RmCheck *self,
                    RmCheckRow *row,
                    const RmField *field,
                    char *message)
{
  row->left_out = TRUE;
  rm_check_find (self, row, field, message, _ ("the row was left out"));
}

GPtrArray *
rm_check_get_findings (RmCheck *self)
{
  return self->findings;
}

gboolean
rm_check_is_sound (RmCheck *self)
{
  for (guint i = 0; i < self->findings->len; i++)
    if (!((const RmFinding *) g_ptr_array_index (self->findings, i))->remark)
      return FALSE;

  return TRUE;
}

GPtrArray *
rm_check_list_records (RmCheck *self,
                       const RmEntity *entity)
{
  RmCheckTable *table = rm_check_get_table (self, entity);
  GPtrArray *records = g_ptr_array_new_with_free_func (rm_record_unref);

  for (guint i = 0; i < table->rows->len; i++)
    {
      RmCheckRow *row = g_ptr_array_index (table->rows, i);

      if (!row->left_out)
        g_ptr_array_add (records, rm_record_ref (row->record));
    }

  return records;
}

static gboolean
is_utf8 (const RmRaw *raw)
{
  return raw->size == 0 || g_utf8_validate_len (raw->text, raw->size, NULL);
}

static char *
say_kind (void)
{
  return g_strdup (_ ("this is another kind of value than belongs here"));
}

static char *
say_missing (void)
{
  return g_strdup (_ ("nothing is here, and something has to be"));
}

static char *
say_range (gint64 number,
           gint64 min,
           gint64 max)
{
  g_autofree char *found = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  g_autofree char *least = g_strdup_printf ("%" G_GINT64_FORMAT, min);
  g_autofree char *most = g_strdup_printf ("%" G_GINT64_FORMAT, max);

  /* Translators: a whole number, then two others */
  return g_strdup_printf (_ ("%s is not from %s to %s"), found, least, most);
}

/* As much of a file's text as fits into a line. */
static char *
quote (const RmRaw *raw)
{
  return g_utf8_substring (raw->text, 0, MIN (40, g_utf8_strlen (raw->text, -1)));
}

char *
rm_check_raw_text (const RmRaw *raw)
{
  if (raw->type == RM_RAW_NULL)
    return say_missing ();
  if (raw->type != RM_RAW_TEXT)
    return say_kind ();

  return is_utf8 (raw) ? NULL : g_strdup (_ ("the text cannot be read: it is not UTF-8"));
}

char *
rm_check_raw_number (const RmRaw *raw,
                     gint64 min,
                     gint64 max)
{
  if (raw->type == RM_RAW_NULL)
    return say_missing ();
  if (raw->type != RM_RAW_INTEGER)
    return say_kind ();
  if (raw->integer >= min && raw->integer <= max)
    return NULL;

  return say_range (raw->integer, min, max);
}

char *
rm_check_raw_word (const RmRaw *raw,
                   const RmField *field)
{
  g_autofree char *text = NULL;
  char *problem = rm_check_raw_text (raw);
  int value = 0;

  if (problem != NULL || rm_field_find_nick (field, raw->text, &value))
    return problem;

  text = quote (raw);
  /* Translators: %s is a word that a file holds */
  return g_strdup_printf (_ ("“%s” is not one of the choices"), text);
}

/* Invalid text is kept as far as it can be read. */
static char *
take_text (const RmField *field,
           const RmRaw *raw,
           RmRecord *record,
           const char **remedy)
{
  char *problem = rm_check_raw_text (raw);
  g_autofree char *valid = NULL;

  if (raw->type != RM_RAW_TEXT)
    return problem;

  valid = g_utf8_make_valid (raw->size > 0 ? raw->text : "", (gssize) raw->size);
  rm_record_set_text (record, field, valid);
  if (problem != NULL)
    *remedy = _ ("what cannot be read was replaced");
  return problem;
}

static char *
take_date (const RmField *field,
           const RmRaw *raw,
           RmRecord *record,
           const char **remedy)
{
  const char *date = NULL;
  g_autofree char *text = NULL;
  char *problem = rm_check_raw_text (raw);

  if (problem != NULL || raw->size == 0)
    return problem;

  rm_record_parse (record, field, raw->text, NULL);
  date = rm_record_get_text (record, field);
  if (g_strcmp0 (date, raw->text) == 0)
    return NULL;
  if (date != NULL)
    *remedy = _ ("the date was written anew");
  text = quote (raw);
  /* Translators: %s is what a file holds */
  return g_strdup_printf (_ ("“%s” is not a date"), text);
}

static char *
take_number (const RmField *field,
             const RmRaw *raw,
             RmRecord *record)
{
  gint64 min = 0;
  gint64 max = G_MAXINT64;
  char *problem = NULL;

  switch (field->type)
    {
    case RM_FIELD_INTEGER:
    case RM_FIELD_DURATION:
      min = field->min;
      max = field->max;
      break;

    case RM_FIELD_DECIMAL:
      min = (gint64) field->min * RM_DECIMAL_ONE;
      max = (gint64) field->max * RM_DECIMAL_ONE;
      break;

    case RM_FIELD_YES_NO:
      max = 1;
      break;

    case RM_FIELD_TIME:
      max = RM_TIME_MAX;
      break;

    case RM_FIELD_REFERENCE:
      /* Whether that id exists is checked when all rows are there. */
      min = raw->integer != 0 ? G_MININT64 : 1;
      break;

    default:
      break;
    }

  problem = rm_check_raw_number (raw, min, max);
  if (problem != NULL)
    return problem;

  rm_record_set_number (record, field, raw->integer);
  return NULL;
}

/* Returns the error in the value, or NULL; @remedy says how it was kept nevertheless. */
static char *
take_value (const RmField *field,
            const RmRaw *raw,
            RmRecord *record,
            const char **remedy)
{
  const RmFieldKind *kind = rm_field_get_kind (field);
  char *problem = NULL;
  int word = 0;

  rm_record_clear (record, field);
  if (raw->type == RM_RAW_NULL)
    return rm_field_may_be_blank (field) ? NULL : say_missing ();

  if (field->type == RM_FIELD_DATE || field->type == RM_FIELD_DATE_TIME)
    return take_date (field, raw, record, remedy);
  if (kind->member == RM_MEMBER_TEXT)
    return take_text (field, raw, record, remedy);
  if (!kind->in_words)
    return take_number (field, raw, record);

  problem = rm_check_raw_word (raw, field);
  if (problem == NULL && kind->find (field, raw->text, &word))
    rm_record_set_number (record, field, word);
  return problem;
}

/* Replaces a required value; FALSE if that is impossible. People kept apart in confidence stay
 * so. */
static gboolean
take_fallback (const RmField *field,
               RmRecord *record)
{
  const RmFieldKind *kind = rm_field_get_kind (field);
  int value = field->fallback;

  if (field->type == RM_FIELD_REFERENCE)
    return FALSE;
  if (field->type == RM_FIELD_YES_NO && field->sensitivity == RM_SENSITIVITY_CONFIDENTIAL)
    value = 1;
  if (kind->takes == NULL || !kind->takes (field, value))
    return FALSE;

  rm_record_set_number (record, field, value);
  return !rm_record_is_blank (record, field);
}

static void
check_value (RmCheck *self,
             RmCheckRow *row,
             const RmField *field,
             const RmRaw *raw)
{
  const char *remedy = NULL;
  char *problem = take_value (field, raw, row->record, &remedy);
  g_autofree char *set = NULL;

  /* An empty text says as little as none, and so does what is blank once the rest was replaced. */
  if (!rm_field_may_be_blank (field) && rm_record_is_blank (row->record, field))
    {
      if (problem == NULL)
        problem = say_missing ();
      remedy = NULL;
    }
  if (problem == NULL)
    return;

  /* Confidential text is not repeated. */
  if (field->sensitivity >= RM_SENSITIVITY_CONFIDENTIAL)
    {
      g_free (problem);
      problem = g_strdup (_ ("this value cannot be here"));
    }
  if (remedy == NULL && rm_field_may_be_blank (field))
    remedy = _ ("it was left blank");
  else if (remedy == NULL && take_fallback (field, row->record))
    {
      g_autofree char *value = rm_record_format (row->record, field);

      /* Translators: %s is a value such as "yes" or "5" */
      set = g_strdup_printf (_ ("it was set to “%s”"), value);
      remedy = set;
    }

  if (remedy != NULL)
    rm_check_find (self, row, field, problem, remedy);
  else
    rm_check_leave_out (self, row, field, problem);
}

static RmCheckRow *
add_to_table (RmCheckTable *table,
              RmRecord *record)
{
  RmCheckRow *row = g_new0 (RmCheckRow, 1);

  row->record = record;
  row->found_id = record->id;
  g_ptr_array_add (table->rows, row);
  return row;
}

static void
claim_id (RmCheck *self,
          RmCheckTable *table,
          RmCheckRow *row)
{
  if (g_hash_table_contains (table->by_id, &row->found_id))
    rm_check_leave_out (self, row, NULL, g_strdup (_ ("there is another row with this id")));
  else
    g_hash_table_insert (table->by_id, &row->found_id, row);
}

void
rm_check_add_row (RmCheck *self,
                  const RmEntity *entity,
                  gint64 id,
                  const RmRaw *const *values)
{
  RmCheckTable *table = rm_check_get_table (self, entity);
  RmRecord *record = rm_record_new (entity);
  const RmRaw nothing = { .type = RM_RAW_NULL };
  RmCheckRow *row = NULL;

  record->id = id;
  row = add_to_table (table, record);
  for (guint i = 0; i < entity->n_fields && !row->left_out; i++)
    {
      const RmField *field = &entity->fields[i];

      if (values[i] != NULL)
        check_value (self, row, field, values[i]);
      /* A missing column leaves the value of a new record, which may be too little. */
      else if (!rm_field_may_be_blank (field) && rm_record_is_blank (record, field))
        check_value (self, row, field, &nothing);
    }
  claim_id (self, table, row);
}

void
rm_check_add_record (RmCheck *self,
                     gconstpointer record)
{
  const RmEntity *entity = ((const RmRecord *) record)->entity;
  RmCheckTable *table = rm_check_get_table (self, entity);
  RmCheckRow *row = add_to_table (table, rm_record_copy (record));

  for (guint i = 0; i < entity->n_fields; i++)
    if (!rm_field_may_be_blank (&entity->fields[i])
        && rm_record_is_blank (record, &entity->fields[i]))
      rm_check_find (self, row, &entity->fields[i], say_missing (), NULL);
  claim_id (self, table, row);
}
