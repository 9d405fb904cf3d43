/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/settings/rm-record-rows.h"

#include "app/commands/rm-commands.h"
#include "app/files/rm-records-import.h"
#include "core/base/rm-sentence.h"
#include "ui/widgets/rm-accessible.h"
#include "ui/widgets/rm-field-editor.h"
#include "ui/widgets/rm-parts.h"

#include <glib/gi18n.h>
#include <string.h>

/** One record: a row that expands to its fields. */
typedef struct
{
  RmRecordRows *owner;
  gint64 id;
  GtkWidget *row;
  GtkWidget *remove;
  GPtrArray *editors;
} RecordRow;

struct _RmRecordRows
{
  GObject parent_instance;

  /* owned */
  RmSession *session;
  AdwPreferencesGroup *group;
  GtkWidget *entry;
  GtkFileChooserNative *chooser;
  GPtrArray *rows;

  /* borrowed */
  const RmRecordKind *kind;
};

G_DEFINE_FINAL_TYPE (RmRecordRows, rm_record_rows, G_TYPE_OBJECT)

static void
record_row_free (gpointer data)
{
  RecordRow *row = data;

  g_ptr_array_unref (row->editors);
  g_free (row);
}

static void
tell (RmRecordRows *self,
      const char *text)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self->group),
                                               ADW_TYPE_PREFERENCES_WINDOW);

  if (window != NULL)
    adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (window),
                                      rm_parts_new_toast (text));
}

static void
committed_cb (RecordRow *row,
              const char *text,
              RmFieldEditor *editor)
{
  g_autoptr (GError) error = NULL;

  if (rm_command_set_field (row->owner->session, row->owner->kind->table, row->id,
                            rm_field_editor_get_field (editor), text, &error))
    return;

  rm_field_editor_set_error (editor, error->message);
  tell (row->owner, error->message);
}

static void
remove_cb (RecordRow *row)
{
  RmRecordRows *self = row->owner;
  g_autoptr (GError) error = NULL;

  if (!rm_command_remove_record (self->session, self->kind->table, row->id, &error))
    tell (self, error->message);
}

static RecordRow *
record_row_new (RmRecordRows *self,
                const RmRecord *record)
{
  const RmEntity *entity = rm_table_get_entity (self->kind->table);
  RecordRow *row = g_new0 (RecordRow, 1);

  row->owner = self;
  row->id = record->id;
  row->editors = g_ptr_array_new_with_free_func (g_object_unref);
  row->row = adw_expander_row_new ();
  row->remove = rm_parts_new_icon_button ("user-trash-symbolic", _ (self->kind->remove));
  g_signal_connect_swapped (row->remove, "clicked", G_CALLBACK (remove_cb), row);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row->row), row->remove);
  for (guint f = 0; f < entity->n_fields; f++)
    {
      RmFieldEditor *editor = rm_field_editor_new (&entity->fields[f]);

      adw_expander_row_add_row (ADW_EXPANDER_ROW (row->row), rm_field_editor_get_row (editor));
      g_signal_connect_swapped (editor, "committed", G_CALLBACK (committed_cb), row);
      g_ptr_array_add (row->editors, editor);
    }
  adw_preferences_group_add (self->group, row->row);
  return row;
}

/* The fields that fit while the row is collapsed: all with one line. */
static char *
describe (const RmRecord *record)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint f = 0; f < record->entity->n_fields; f++)
    {
      const RmField *field = &record->entity->fields[f];
      g_autofree char *value = rm_record_format (record, field);

      if (field->multiline || *value == '\0' || g_str_equal (field->key, "name"))
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", value);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
record_row_show (RecordRow *row,
                 const RmRecord *record)
{
  const RmField *field = rm_entity_find_field (record->entity, "name");
  const char *name = rm_record_get_text (record, field);
  g_autofree char *subtitle = describe (record);
  /* Translators: what a button does, then what it does it to: "Remove this holiday: Epiphany" */
  g_autofree char *label = rm_sentence_new (_ ("%s: %s"), _ (row->owner->kind->remove),
                                            name != NULL ? name : "?");

  rm_parts_set_title (row->row, name != NULL ? name : "?");
  rm_parts_set_subtitle (row->row, subtitle);
  rm_accessible_set_label (row->remove, label);
  for (guint i = 0; i < row->editors->len; i++)
    rm_field_editor_show (g_ptr_array_index (row->editors, i), record);
}

static const char *
text_of (const RmRecord *record,
         const char *key)
{
  const char *text = rm_record_get_text (record, rm_entity_find_field (record->entity, key));

  return text != NULL ? text : "";
}

static int
compare_records (gconstpointer a,
                 gconstpointer b,
                 gpointer data)
{
  const RmRecordKind *kind = data;
  const RmRecord *first = *(const RmRecord *const *) a;
  const RmRecord *second = *(const RmRecord *const *) b;
  int order = kind->order != NULL ? strcmp (text_of (first, kind->order),
                                            text_of (second, kind->order))
                                  : 0;

  return order != 0 ? order : g_utf8_collate (text_of (first, "name"), text_of (second, "name"));
}

/* Rows are kept, in place, while the records are the same: nothing collapses or moves while
 * editing. */
static gboolean
are_shown (RmRecordRows *self,
           RmProgramme *programme)
{
  if (rm_programme_count (programme, self->kind->table) != self->rows->len)
    return FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    if (rm_programme_find (programme, self->kind->table,
                           ((RecordRow *) g_ptr_array_index (self->rows, i))->id)
        == NULL)
      return FALSE;

  return TRUE;
}

static void
make_rows (RmRecordRows *self,
           RmProgramme *programme)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group,
                                  ((RecordRow *) g_ptr_array_index (self->rows, i))->row);
  g_ptr_array_set_size (self->rows, 0);
  adw_preferences_group_remove (self->group, self->entry);
  for (guint i = 0; i < rm_programme_count (programme, self->kind->table); i++)
    g_ptr_array_add (records, rm_programme_get (programme, self->kind->table, i));
  g_ptr_array_sort_with_data (records, compare_records, (gpointer) self->kind);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (self->rows, record_row_new (self, g_ptr_array_index (records, i)));
  adw_preferences_group_add (self->group, self->entry);
}

static void
refresh (RmRecordRows *self)
{
  RmProgramme *programme = rm_session_get_programme (self->session);

  if (!are_shown (self, programme))
    make_rows (self, programme);
  for (guint i = 0; i < self->rows->len; i++)
    {
      RecordRow *row = g_ptr_array_index (self->rows, i);

      record_row_show (row, rm_programme_find (programme, self->kind->table, row->id));
    }
}

static void
add_cb (RmRecordRows *self)
{
  const char *name = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GError) error = NULL;

  if (*name == '\0')
    return;
  if (rm_command_add_named (self->session, self->kind->table, name, NULL, &error))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  else
    tell (self, error->message);
}

/* Which of several sheets was read, nullable. */
static const RmFileProblem *
find_sheets (const RmRecordsImported *imported)
{
  for (guint i = 0; i < imported->problems->len; i++)
    {
      const RmFileProblem *problem = g_ptr_array_index (imported->problems, i);

      if (problem->type == RM_FILE_PROBLEM_SHEETS)
        return problem;
    }

  return NULL;
}

/* Rows left out are reported; added ones are visible. */
static void
tell_import (RmRecordRows *self,
             const RmRecordsImported *imported)
{
  const RmFileProblem *problem = NULL;
  g_autofree char *text = NULL;

  if (imported->n_left_out > 0)
    {
      problem = g_ptr_array_index (imported->problems, imported->problems->len - 1);
      /* Translators: how many rows of a file were left out, the line of the last, and why */
      text = rm_sentence_new (problem->in_workbook
                                ? ngettext ("%u row was left out. Row %u: %s",
                                            "%u rows were left out. The last, row %u: %s",
                                            imported->n_left_out)
                                : ngettext ("%u row was left out. Line %u: %s",
                                            "%u rows were left out. The last, line %u: %s",
                                            imported->n_left_out),
                              imported->n_left_out, problem->line, problem->message);
    }
  else if (imported->ignored->len > 0)
    /* Translators: %s is the header of a column in a file */
    text = rm_sentence_new (_ ("The column “%s” means nothing here and was left out"),
                            (const char *) g_ptr_array_index (imported->ignored, 0));
  else if (find_sheets (imported) != NULL)
    text = g_strdup (find_sheets (imported)->message);
  else if (imported->n_added == 0)
    text = g_strdup (_ ("There was nothing new in the file"));
  if (text != NULL)
    tell (self, text);
}

static void
imported_cb (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  g_autoptr (RmRecordRows) self = data;
  g_auto (RmRecordsImported) imported = { 0 };
  g_autoptr (GError) error = NULL;

  if (rm_records_import_finish (RM_SESSION (source), result, &imported, &error))
    tell_import (self, &imported);
  else
    tell (self, error->message);
}

static void
chosen_cb (RmRecordRows *self,
           int response)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT
                             ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser))
                             : NULL;

  if (file != NULL && self->session != NULL)
    rm_records_import_async (self->session, self->kind->table, file, imported_cb,
                             g_object_ref (self));
  g_clear_object (&self->chooser);
}

static void
import_cb (RmRecordRows *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->group));

  if (self->chooser != NULL)
    return;
  self->chooser = gtk_file_chooser_native_new (_ (self->kind->import), GTK_WINDOW (root),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
add_import_button (RmRecordRows *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ (self->kind->import));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (import_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (self->group, button);
}

static void
rm_record_rows_dispose (GObject *object)
{
  RmRecordRows *self = RM_RECORD_ROWS (object);

  rm_session_follow (&self->session, NULL, NULL, self);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->chooser);
  g_clear_object (&self->entry);
  g_clear_object (&self->group);
  G_OBJECT_CLASS (rm_record_rows_parent_class)->dispose (object);
}

static void
rm_record_rows_class_init (RmRecordRowsClass *class)
{
  G_OBJECT_CLASS (class)->dispose = rm_record_rows_dispose;
}

static void
rm_record_rows_init (RmRecordRows *self)
{
  self->rows = g_ptr_array_new_with_free_func (record_row_free);
}

RmRecordRows *
rm_record_rows_new (const RmRecordKind *kind,
                    RmSession *session)
{
  RmRecordRows *self = g_object_new (RM_TYPE_RECORD_ROWS, NULL);

  self->kind = kind;
  rm_session_follow (&self->session, session, G_CALLBACK (refresh), self);
  self->group = g_object_ref_sink (ADW_PREFERENCES_GROUP (adw_preferences_group_new ()));
  adw_preferences_group_set_title (self->group, _ (kind->title));
  rm_parts_set_description (self->group, _ (kind->description));
  if (kind->import != NULL)
    add_import_button (self);
  self->entry = g_object_ref_sink (adw_entry_row_new ());
  rm_parts_set_title (self->entry, _ (kind->add));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->entry), TRUE);
  g_signal_connect_object (self->entry, "apply", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, self->entry);
  refresh (self);
  return self;
}

AdwPreferencesGroup *
rm_record_rows_get_group (RmRecordRows *self)
{
  return self->group;
}
