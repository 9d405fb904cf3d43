/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/people/rm-suggestion-rows.h"

#include "app/commands/rm-commands.h"
#include "app/explain/rm-suggestion-text.h"
#include "core/base/rm-sentence.h"
#include "ui/widgets/rm-accessible.h"
#include "ui/widgets/rm-inquiry.h"
#include "ui/widgets/rm-parts.h"

#include <glib/gi18n.h>

/* The most to show; the rest is a click away. */
#define FIRST_ROWS 4

struct _RmSuggestionRows
{
  GtkWidget parent_instance;

  /* owned */
  RmSession *session;
  RmProgramme *programme; /* of what is shown */
  GArray *suggestions;
  GPtrArray *rows;
  gint64 person;
  guint generation;
  gboolean all;

  /* children */
  AdwPreferencesGroup *group;
};

G_DEFINE_FINAL_TYPE (RmSuggestionRows, rm_suggestion_rows, GTK_TYPE_WIDGET)

static gpointer
find_suggestions (RmProgramme *programme,
                  gconstpointer question)
{
  const gint64 *person = question;

  return rm_suggestions_new (programme, rm_programme_find_person (programme, *person));
}

static void
add_row (RmSuggestionRows *self,
         GtkWidget *row)
{
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static void
accept_cb (GtkWidget *button,
           RmSuggestionRows *self)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "rm-index"));
  RmSuggestion suggestion = g_array_index (self->suggestions, RmSuggestion, index);
  const RmSkill *skill = rm_programme_find_skill (self->programme, suggestion.skill);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gboolean done = FALSE;

  /* Translators: %s is a skill's name */
  text = rm_sentence_new (_ ("%s added as a need"), skill->name);
  done = rm_command_add_need (self->session, self->person, suggestion.skill, suggestion.level,
                              suggestion.importance, &error);
  rm_parts_tell_outcome (GTK_WIDGET (self), done, text, NULL, error);
}

static GtkWidget *
new_row (RmSuggestionRows *self,
         guint index)
{
  const RmSuggestion *suggestion = &g_array_index (self->suggestions, RmSuggestion, index);
  const RmSkill *skill = rm_programme_find_skill (self->programme, suggestion->skill);
  g_autofree char *reasons = rm_suggestion_describe (self->programme, suggestion);
  /* Translators: a button; a skill's name and the level to aim for */
  g_autofree char *label = rm_sentence_new (_ ("Add %s as a need, level %d"), skill->name,
                                            suggestion->level);
  GtkWidget *row = rm_parts_new_row (ADW_TYPE_ACTION_ROW, skill->name, reasons);
  GtkWidget *button = gtk_button_new_with_label (_ ("Add"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  rm_accessible_set_label (button, label);
  g_object_set_data (G_OBJECT (button), "rm-index", GUINT_TO_POINTER (index));
  g_signal_connect_object (button, "clicked", G_CALLBACK (accept_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void rebuild (RmSuggestionRows *self);

static void
more_cb (RmSuggestionRows *self)
{
  self->all = TRUE;
  rebuild (self);
}

static GtkWidget *
new_more_row (RmSuggestionRows *self,
              guint n)
{
  g_autofree char *title = g_strdup_printf (ngettext ("Show %u more", "Show %u more", n), n);
  GtkWidget *row = rm_parts_new_row (ADW_TYPE_ACTION_ROW, title, NULL);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static void
rebuild (RmSuggestionRows *self)
{
  guint n = self->suggestions != NULL ? self->suggestions->len : 0;
  guint shown = self->all || n <= FIRST_ROWS + 1 ? n : FIRST_ROWS;

  rm_parts_clear_rows (self->group, self->rows);
  for (guint i = 0; i < shown; i++)
    add_row (self, new_row (self, i));
  if (n > shown)
    add_row (self, new_more_row (self, n - shown));
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

static void
show_suggestions (gpointer owner,
                  RmProgramme *programme,
                  gpointer suggestions)
{
  RmSuggestionRows *self = owner;

  g_clear_pointer (&self->suggestions, g_array_unref);
  g_clear_pointer (&self->programme, rm_programme_unref);
  self->suggestions = g_array_ref (suggestions);
  self->programme = rm_programme_ref (programme);
  rebuild (self);
}

static void
rm_suggestion_rows_dispose (GObject *object)
{
  RmSuggestionRows *self = RM_SUGGESTION_ROWS (object);

  self->generation++;
  g_clear_pointer ((GtkWidget **) &self->group, gtk_widget_unparent);
  g_clear_object (&self->session);
  g_clear_pointer (&self->programme, rm_programme_unref);
  g_clear_pointer (&self->suggestions, g_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (rm_suggestion_rows_parent_class)->dispose (object);
}

static void
rm_suggestion_rows_class_init (RmSuggestionRowsClass *class)
{
  G_OBJECT_CLASS (class)->dispose = rm_suggestion_rows_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
rm_suggestion_rows_init (RmSuggestionRows *self)
{
  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _ ("Suggested"));
  rm_parts_set_description (self->group, _ ("What this person might need without knowing it"));
  gtk_widget_set_parent (GTK_WIDGET (self->group), GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
rm_suggestion_rows_show (RmSuggestionRows *self,
                         RmSession *session,
                         const RmPerson *person)
{
  static const RmInquiry inquiry = {
    .find = find_suggestions,
    .show = show_suggestions,
    .free_question = g_free,
    .free_answer = (GDestroyNotify) g_array_unref,
  };
  gint64 id = person != NULL ? person->record.id : 0;

  g_set_object (&self->session, session);
  self->generation++;
  if (id != self->person || session == NULL)
    {
      self->person = id;
      self->all = FALSE;
      g_clear_pointer (&self->suggestions, g_array_unref);
      rebuild (self);
    }
  if (session != NULL && person != NULL)
    rm_inquiry_begin (&inquiry, self, &self->generation, rm_session_get_programme (session),
                      g_memdup2 (&id, sizeof id));
}
