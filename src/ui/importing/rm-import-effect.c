/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/importing/rm-import-effect.h"

#include "core/base/rm-sentence.h"
#include "ui/widgets/rm-accessible.h"
#include "ui/widgets/rm-parts.h"

#include <glib/gi18n.h>

/* Rows stay when they are declined, so that they can be taken back. */

#define MAX_SHOWN 100

typedef struct
{
  RmImportEffect *effect; /* borrowed */
  GtkWidget *row;         /* borrowed from its group */
  GtkSwitch *button;
  guint line;             /* row of the file, or RM_FILE_NOWHERE */
  gint64 person;
} Entry;

struct _RmImportEffect
{
  GtkWidget parent_instance;

  /* template */
  GtkWidget *body;
  AdwPreferencesGroup *changes;
  AdwPreferencesGroup *gone;

  GPtrArray *entries; /* of Entry */
};

enum
{
  ROW_SKIPPED,
  PERSON_LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RmImportEffect, rm_import_effect, GTK_TYPE_WIDGET)

static char *
show_value (RmProgramme *programme,
            const RmPerson *person,
            const RmField *field)
{
  g_autofree char *text = NULL;

  if (rm_record_is_blank (person, field))
    /* Translators: a field without a value */
    return g_strdup (_ ("blank"));
  if (field->type == RM_FIELD_REFERENCE)
    {
      gint64 id = rm_record_get_int64 (person, field);

      /* Somebody who is new in the same file has no name here yet. */
      return g_strdup (rm_programme_find_person (programme, id) != NULL
                         ? rm_programme_name_person (programme, id) : _ ("somebody new"));
    }
  if (field->type == RM_FIELD_CHOICE)
    return g_strdup (_ (rm_enum_label (field->values, rm_record_get_int (person, field))));
  if (field->type == RM_FIELD_YES_NO)
    return g_strdup (rm_record_get_int (person, field) == 1 ? _ ("Yes") : _ ("No"));

  text = rm_record_format (person, field);
  return g_steal_pointer (&text);
}

/* "Department: IT → Law · Level: 3 → 4" */
static char *
describe_change (RmProgramme *programme,
                 const RmImportChange *change)
{
  const RmEntity *entity = rm_person_entity ();
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < entity->n_fields; i++)
    {
      const RmField *field = &entity->fields[i];
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      if (rm_record_field_equal (change->before, change->after, field))
        continue;
      if (text->len > 0)
        g_string_append (text, _ (" · "));
      if (field->multiline)
        {
          /* Translators: %s is a field with a long text, such as "Notes" */
          rm_sentence_append (text, _ ("%s: changed"), _ (field->label));
          continue;
        }
      before = show_value (programme, change->before, field);
      after = show_value (programme, change->after, field);
      /* Translators: a field, its value and its new one: "Department: IT → Law" */
      rm_sentence_append (text, _ ("%s: %s → %s"), _ (field->label), before, after);
    }

  return g_string_free (text, FALSE);
}

static void
switched_cb (GtkSwitch *button,
             GParamSpec *pspec,
             Entry *entry)
{
  gboolean active = gtk_switch_get_active (button);

  if (entry->line != RM_FILE_NOWHERE)
    g_signal_emit (entry->effect, signals[ROW_SKIPPED], 0, entry->line, !active);
  else
    g_signal_emit (entry->effect, signals[PERSON_LEFT], 0, entry->person, active);
}

static Entry *
find_entry (RmImportEffect *self,
            guint line,
            gint64 person)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);

      if (entry->line == line && (line != RM_FILE_NOWHERE || entry->person == person))
        return entry;
    }

  return NULL;
}

static void
add_entry (RmImportEffect *self,
           AdwPreferencesGroup *group,
           guint line,
           const RmPerson *person,
           const char *subtitle)
{
  Entry *entry = g_new0 (Entry, 1);
  const char *name = rm_person_display_name (person);

  entry->effect = self;
  entry->line = line;
  entry->person = person->record.id;
  entry->row = adw_action_row_new ();
  entry->button = GTK_SWITCH (gtk_switch_new ());
  rm_parts_set_title (entry->row, name);
  rm_parts_set_subtitle (entry->row, subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (entry->row), 0);
  gtk_switch_set_active (entry->button, line != RM_FILE_NOWHERE);
  gtk_widget_set_valign (GTK_WIDGET (entry->button), GTK_ALIGN_CENTER);
  rm_accessible_set_label (GTK_WIDGET (entry->button), name);
  adw_action_row_add_suffix (ADW_ACTION_ROW (entry->row), GTK_WIDGET (entry->button));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (entry->row), GTK_WIDGET (entry->button));
  g_signal_connect (entry->button, "notify::active", G_CALLBACK (switched_cb), entry);
  adw_preferences_group_add (group, entry->row);
  g_ptr_array_add (self->entries, entry);
}

static AdwPreferencesGroup *
group_of (RmImportEffect *self,
          const Entry *entry)
{
  return entry->line != RM_FILE_NOWHERE ? self->changes : self->gone;
}

static guint
count (RmImportEffect *self,
       AdwPreferencesGroup *group)
{
  guint n = 0;

  for (guint i = 0; i < self->entries->len; i++)
    n += group_of (self, g_ptr_array_index (self->entries, i)) == group;

  return n;
}

void
rm_import_effect_forget (RmImportEffect *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);

      adw_preferences_group_remove (group_of (self, entry), entry->row);
    }
  g_ptr_array_set_size (self->entries, 0);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
show_changes (RmImportEffect *self,
              RmProgramme *programme,
              const RmImportResult *result)
{
  for (guint i = 0; i < result->changes->len && count (self, self->changes) < MAX_SHOWN; i++)
    {
      const RmImportChange *change = &g_array_index (result->changes, RmImportChange, i);
      Entry *entry = find_entry (self, change->row, 0);
      g_autofree char *text = describe_change (programme, change);

      if (entry == NULL)
        add_entry (self, self->changes, change->row, change->before, text);
      else
        rm_parts_set_subtitle (entry->row, text);
    }
}

static void
show_gone (RmImportEffect *self,
           RmProgramme *programme,
           const RmImportResult *result)
{
  for (guint i = 0; i < result->gone->len && count (self, self->gone) < MAX_SHOWN; i++)
    {
      gint64 id = g_array_index (result->gone, gint64, i);
      const RmPerson *person = rm_programme_find_person (programme, id);

      if (person != NULL && find_entry (self, RM_FILE_NOWHERE, id) == NULL)
        add_entry (self, self->gone, RM_FILE_NOWHERE, person,
                   person->department != NULL ? person->department : "");
    }
}

void
rm_import_effect_show (RmImportEffect *self,
                       RmProgramme *programme,
                       const RmImportResult *result)
{
  show_changes (self, programme, result);
  show_gone (self, programme, result);
  gtk_widget_set_visible (GTK_WIDGET (self->changes), count (self, self->changes) > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->gone), count (self, self->gone) > 0);
  gtk_widget_set_visible (GTK_WIDGET (self), self->entries->len > 0);
}

static void
rm_import_effect_dispose (GObject *object)
{
  RmImportEffect *self = RM_IMPORT_EFFECT (object);

  g_clear_pointer (&self->body, gtk_widget_unparent);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  G_OBJECT_CLASS (rm_import_effect_parent_class)->dispose (object);
}

static void
rm_import_effect_class_init (RmImportEffectClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = rm_import_effect_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "importeffect");
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/ReverseMentor/ui/importing/rm-import-effect.ui");
  gtk_widget_class_bind_template_child (widget_class, RmImportEffect, body);
  gtk_widget_class_bind_template_child (widget_class, RmImportEffect, changes);
  gtk_widget_class_bind_template_child (widget_class, RmImportEffect, gone);

  signals[ROW_SKIPPED] = g_signal_new ("row-skipped", RM_TYPE_IMPORT_EFFECT, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT,
                                       G_TYPE_BOOLEAN);
  signals[PERSON_LEFT] = g_signal_new ("person-left", RM_TYPE_IMPORT_EFFECT, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64,
                                       G_TYPE_BOOLEAN);
}

static void
rm_import_effect_init (RmImportEffect *self)
{
  self->entries = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rm_import_effect_new (void)
{
  return g_object_new (RM_TYPE_IMPORT_EFFECT, NULL);
}
