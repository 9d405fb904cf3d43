/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/settings/rm-settings-people.h"

#include "app/commands/rm-commands-groups.h"
#include "core/base/rm-sentence.h"
#include "ui/settings/rm-record-rows.h"
#include "ui/widgets/rm-parts.h"

#include <glib/gi18n.h>

/* Settings about people in general rather than about one of them. */

static const RmRecordKind cohorts = {
  .table = RM_TABLE_COHORT,
  .title = N_ ("Cohorts"),
  .description = N_ ("People belong to the cohort whose name stands on them"),
  .add = N_ ("Add a cohort"),
  .remove = N_ ("Remove this cohort"),
};

static const RmRecordKind purposes = {
  .table = RM_TABLE_CONSENT_PURPOSE,
  .title = N_ ("Consent"),
  .description = N_ ("What people are asked to agree to; each answer stands on the person"),
  .add = N_ ("Add something to ask for"),
  .remove = N_ ("Remove this with all answers"),
};

static const RmRecordKind holidays = {
  .table = RM_TABLE_HOLIDAY,
  .title = N_ ("Holidays"),
  .description = N_ ("Days when nobody works: at one site or, if none is given, everywhere"),
  .add = N_ ("Add a holiday"),
  .remove = N_ ("Remove this holiday"),
  .order = "day",
  .import = N_ ("Import holidays…"),
};

/** The row of one level, from the highest. */
typedef struct
{
  RmSession *session; /* borrowed: the window holds it */
  int level;
  GtkWidget *row;     /* borrowed: owns this */
} LevelRow;

static const char *
get_name (LevelRow *self)
{
  const char *name
    = rm_seniority_find_name (rm_session_get_programme (self->session), self->level);

  return name != NULL ? name : "";
}

static void
named_cb (LevelRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->row));
  g_autoptr (GError) error = NULL;

  /* The only possible error for a name is that edits are not possible now. */
  if (!g_str_equal (text, get_name (self))
      && !rm_command_name_seniority (self->session, self->level, text, &error))
    gtk_widget_error_bell (self->row);
}

static void
show_name_cb (GtkWidget *row)
{
  LevelRow *self = g_object_get_data (G_OBJECT (row), "rm-level");

  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (row)), get_name (self)))
    gtk_editable_set_text (GTK_EDITABLE (row), get_name (self));
}

static GtkWidget *
new_level_row (RmSession *session,
               int level)
{
  LevelRow *self = g_new0 (LevelRow, 1);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  const RmField *field = rm_entity_find_field (rm_person_entity (), "level");
  /* Translators: a seniority level: a number and its usual name */
  g_autofree char *title = rm_sentence_new (_ ("%d · %s"), level,
                                            _ (rm_enum_label (field->values, level)));

  self->session = session;
  self->level = level;
  self->row = adw_entry_row_new ();
  rm_parts_set_title (self->row, title);
  g_object_set_data_full (G_OBJECT (self->row), "rm-level", self, g_free);
  g_signal_connect_swapped (self->row, "entry-activated", G_CALLBACK (named_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (named_cb), self);
  gtk_widget_add_controller (self->row, focus);
  g_signal_connect_object (session, "changed", G_CALLBACK (show_name_cb), self->row,
                           G_CONNECT_SWAPPED);
  show_name_cb (self->row);
  return self->row;
}

static AdwPreferencesGroup *
new_levels (RmSession *session)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, _ ("Seniority levels"));
  rm_parts_set_description (group, _ ("What this organisation calls them, if not so"));
  for (int level = RM_SENIORITY_MAX; level >= 1; level--)
    adw_preferences_group_add (group, new_level_row (session, level));

  return group;
}

static void
add_records (AdwPreferencesPage *page,
             const RmRecordKind *kind,
             RmSession *session)
{
  RmRecordRows *rows = rm_record_rows_new (kind, session);
  AdwPreferencesGroup *group = rm_record_rows_get_group (rows);

  adw_preferences_page_add (page, group);
  /* They are freed with the page; @rows holds the group, so the page must hold @rows. */
  g_object_set_data_full (G_OBJECT (page), kind->title, rows, g_object_unref);
}

GtkWidget *
rm_settings_people_new (RmSession *session)
{
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());

  adw_preferences_page_set_title (page, _ ("People"));
  adw_preferences_page_set_icon_name (page, "system-users-symbolic");
  add_records (page, &cohorts, session);
  add_records (page, &purposes, session);
  add_records (page, &holidays, session);
  adw_preferences_page_add (page, new_levels (session));
  return GTK_WIDGET (page);
}
