/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/people/rm-consent-rows.h"

#include "app/commands/rm-commands-groups.h"
#include "ui/widgets/rm-parts.h"

#include <glib/gi18n.h>

/* In the order of the choices. */
enum
{
  NOT_ASKED,
  AGREED,
  REFUSED,
};

/** The row of one purpose. */
typedef struct
{
  RmConsentRows *owner;
  gint64 purpose;
  GtkWidget *row;
} ConsentRow;

struct _RmConsentRows
{
  GtkWidget parent_instance;

  /* borrowed: the pane holds it */
  RmSession *session;

  /* owned */
  GPtrArray *rows;
  gint64 person;
  gboolean showing;

  /* children */
  AdwPreferencesGroup *group;
};

G_DEFINE_FINAL_TYPE (RmConsentRows, rm_consent_rows, GTK_TYPE_WIDGET)

static void
row_show (ConsentRow *row,
          RmProgramme *programme)
{
  const RmConsentPurpose *purpose
    = rm_programme_find (programme, RM_TABLE_CONSENT_PURPOSE, row->purpose);
  const RmConsent *consent = rm_consent_find (programme, row->owner->person, row->purpose);
  guint selected = NOT_ASKED;
  const char *subtitle = purpose->text;

  if (consent != NULL)
    {
      selected = consent->given == 1 ? AGREED : REFUSED;
      subtitle = consent->recorded_on;
    }
  row->owner->showing = TRUE;
  rm_parts_set_title (row->row, purpose->name != NULL ? purpose->name : "?");
  rm_parts_set_subtitle (row->row, subtitle);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row->row), selected);
  row->owner->showing = FALSE;
}

static void
selected_cb (ConsentRow *row)
{
  RmConsentRows *self = row->owner;
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (row->row));
  g_autoptr (GError) error = NULL;

  if (self->showing)
    return;
  /* An answer stays on record; undo is for mistakes. */
  if (selected == NOT_ASKED)
    row_show (row, rm_session_get_programme (self->session));
  else if (!rm_command_answer_consent (self->session, self->person, row->purpose,
                                       selected == AGREED, NULL, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static ConsentRow *
row_new (RmConsentRows *self,
         gint64 purpose)
{
  ConsentRow *row = g_new0 (ConsentRow, 1);
  const char *const values[] = { _ ("Not asked yet"), _ ("Agreed"), _ ("Refused"), NULL };
  g_autoptr (GtkStringList) names = gtk_string_list_new (values);

  row->owner = self;
  row->purpose = purpose;
  row->row = adw_combo_row_new ();
  adw_combo_row_set_model (ADW_COMBO_ROW (row->row), G_LIST_MODEL (names));
  g_signal_connect_swapped (row->row, "notify::selected", G_CALLBACK (selected_cb), row);
  adw_preferences_group_add (self->group, row->row);
  return row;
}

static gboolean
are_shown (RmConsentRows *self,
           RmProgramme *programme)
{
  if (self->rows->len != rm_programme_count (programme, RM_TABLE_CONSENT_PURPOSE))
    return FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    if (((ConsentRow *) g_ptr_array_index (self->rows, i))->purpose
        != ((RmRecord *) rm_programme_get (programme, RM_TABLE_CONSENT_PURPOSE, i))->id)
      return FALSE;

  return TRUE;
}

static void
rm_consent_rows_dispose (GObject *object)
{
  RmConsentRows *self = RM_CONSENT_ROWS (object);

  g_clear_pointer ((GtkWidget **) &self->group, gtk_widget_unparent);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (rm_consent_rows_parent_class)->dispose (object);
}

static void
rm_consent_rows_class_init (RmConsentRowsClass *class)
{
  G_OBJECT_CLASS (class)->dispose = rm_consent_rows_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
rm_consent_rows_init (RmConsentRows *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_free);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _ ("Consent"));
  gtk_widget_set_parent (GTK_WIDGET (self->group), GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
rm_consent_rows_show (RmConsentRows *self,
                      RmSession *session,
                      const RmPerson *person)
{
  RmProgramme *programme = rm_session_get_programme (session);

  self->session = session;
  self->person = person->record.id;
  if (!are_shown (self, programme))
    {
      for (guint i = 0; i < self->rows->len; i++)
        adw_preferences_group_remove (self->group,
                                      ((ConsentRow *) g_ptr_array_index (self->rows, i))->row);
      g_ptr_array_set_size (self->rows, 0);
      for (guint i = 0; i < rm_programme_count (programme, RM_TABLE_CONSENT_PURPOSE); i++)
        {
          const RmRecord *purpose = rm_programme_get (programme, RM_TABLE_CONSENT_PURPOSE, i);

          g_ptr_array_add (self->rows, row_new (self, purpose->id));
        }
    }
  for (guint i = 0; i < self->rows->len; i++)
    row_show (g_ptr_array_index (self->rows, i), programme);
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
}
