/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/gaps/rm-gaps-page-private.h"

#include "ui/widgets/rm-parts.h"

#include <glib/gi18n.h>

/* Whether there is a table to show, or what to do so that there is one. */

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
rm_gaps_page_show_state (RmGapsPage *self)
{
  switch (rm_gaps_model_get_state (self->model))
    {
    case RM_GAPS_STATE_NOBODY:
      show_empty (self, _ ("No people yet"),
                  _ ("Import a list of people to see which skills are missing where"),
                  _ ("Import…"), "win.import", NULL);
      break;
    case RM_GAPS_STATE_UNRATED:
      show_empty (self, _ ("Nobody has rated a skill yet"),
                  _ ("Import ratings to see who wants to learn what, and who can teach it"),
                  _ ("Import…"), "win.import", NULL);
      break;
    case RM_GAPS_STATE_WAITING:
      gtk_stack_set_visible_child_name (self->states, "loading");
      break;
    case RM_GAPS_STATE_NO_MENTEES:
      show_empty (self, _ ("No mentees yet"),
                  _ ("Gaps are counted for everybody who takes part as a mentee"),
                  _ ("Show people"), "win.page", g_variant_new_string ("people"));
      break;
    case RM_GAPS_STATE_TABLE:
      gtk_stack_set_visible_child_name (self->states, "table");
      break;
    case RM_GAPS_STATE_CLOSED:
    default:
      break;
    }
}
