/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/gaps/rm-gaps-page-private.h"

#include "ui/widgets/rm-parts.h"

#include <glib/gi18n.h>

/* Whether there is a table to show, or what to do so that there is one. */

static gboolean
anybody_is_rated (RmProgramme *programme)
{
  for (guint i = 0; i < rm_programme_count (programme, RM_TABLE_PERSON); i++)
    {
      const RmPerson *person = rm_programme_get_person (programme, i);

      for (guint k = 0; k < person->n_standings; k++)
        if (person->standings[k].level >= 0)
          return TRUE;
    }

  return FALSE;
}

static void
show_empty (RmGapsPage *self,
            const char *title,
            const char *description,
            const char *label,
            const char *action,
            GVariant *target)
{
  adw_status_page_set_title (self->status_page, title);
  rm_parts_set_description (self->status_page, description);
  gtk_button_set_label (self->status_button, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->status_button), NULL);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->status_button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->status_button), action);
  gtk_stack_set_visible_child_name (self->states, "empty");
}

void
rm_gaps_page_update_state (RmGapsPage *self)
{
  RmProgramme *programme = NULL;
  guint n_rows = self->view != NULL ? rm_gap_view_get_n_all_rows (self->view) : 0;

  if (self->session == NULL)
    return;

  programme = rm_session_get_programme (self->session);
  if (rm_programme_count (programme, RM_TABLE_PERSON) == 0)
    show_empty (self, _ ("No people yet"),
                _ ("Import a list of people to see which skills are missing where"),
                _ ("Import…"), "win.import", NULL);
  else if (rm_programme_count (programme, RM_TABLE_SKILL) == 0 || !anybody_is_rated (programme))
    show_empty (self, _ ("Nobody has rated a skill yet"),
                _ ("Import ratings to see who wants to learn what, and who can teach it"),
                _ ("Import…"), "win.import", NULL);
  else if (self->view == NULL || (self->stale && n_rows == 0))
    gtk_stack_set_visible_child_name (self->states, "loading");
  else if (n_rows == 0)
    show_empty (self, _ ("No mentees yet"),
                _ ("Gaps are counted for everybody who takes part as a mentee"),
                _ ("Show people"), "win.page", g_variant_new_string ("people"));
  else
    gtk_stack_set_visible_child_name (self->states, "table");
}
