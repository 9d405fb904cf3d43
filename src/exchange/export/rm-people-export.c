/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/export/rm-people-export.h"

/* The file that a coordinator edits in a spreadsheet and imports again: keys as headers in a fixed
 * order, so that it means the same on a computer with another language. */

static int
compare_people (gconstpointer a,
                gconstpointer b)
{
  return rm_person_compare (*(RmPerson *const *) a, *(RmPerson *const *) b);
}

GPtrArray *
rm_people_export_list (const RmProgramme *programme)
{
  guint n = rm_programme_count (programme, RM_TABLE_PERSON);
  GPtrArray *people = g_ptr_array_sized_new (n);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (people, rm_programme_get (programme, RM_TABLE_PERSON, i));
  g_ptr_array_sort (people, compare_people);

  return people;
}

static const char *
manager_text (const RmProgramme *programme,
              const RmPerson *person)
{
  const RmPerson *manager = NULL;

  if (person->manager != 0)
    manager = rm_programme_find_person (programme, person->manager);
  if (manager == NULL)
    return person->manager_ref;
  if (manager->staff_no != NULL)
    return manager->staff_no;

  return manager->email != NULL ? manager->email : manager->name;
}

/* The manager's text is in the manager's column, and a record of another entity in none. */
static gboolean
is_written (const RmField *field,
            gboolean with_confidential,
            gboolean with_special)
{
  if (!field->imported)
    return FALSE;
  if (field->sensitivity == RM_SENSITIVITY_SPECIAL)
    return with_confidential && with_special;

  return with_confidential || field->sensitivity != RM_SENSITIVITY_CONFIDENTIAL;
}

GBytes *
rm_people_export_write (const RmProgramme *programme,
                        gboolean with_confidential,
                        RmTableFormat format,
                        GError **error)
{
  const RmEntity *entity = rm_person_entity ();
  g_autoptr (RmTableWriter) writer = rm_table_writer_new (format, "people", 0);
  g_autoptr (GPtrArray) people = rm_people_export_list (programme);
  gboolean with_special = rm_programme_get_settings (programme)->special_category == 1;

  for (guint f = 0; f < entity->n_fields; f++)
    if (is_written (&entity->fields[f], with_confidential, with_special))
      rm_table_writer_add_word (writer, entity->fields[f].key);
  rm_table_writer_end_row (writer);

  for (guint i = 0; i < people->len; i++)
    {
      const RmPerson *person = g_ptr_array_index (people, i);

      for (guint f = 0; f < entity->n_fields; f++)
        {
          const RmField *field = &entity->fields[f];

          if (!is_written (field, with_confidential, with_special))
            continue;
          if (field->type == RM_FIELD_REFERENCE)
            rm_table_writer_add_text (writer, manager_text (programme, person));
          else
            rm_table_writer_add_field (writer, person, field);
        }
      rm_table_writer_end_row (writer);
    }

  return rm_table_writer_finish (writer, error);
}
