/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/gaps/rm-gap-table-window.h"
#include "ui/gaps/rm-gaps-page.h"
#include "ui/importing/rm-import-dialog.h"
#include "ui/importing/rm-import-problems.h"
#include "ui/overview/rm-overview-page.h"
#include "ui/pairing/rm-comparison-window.h"
#include "ui/pairing/rm-mentee-row.h"
#include "ui/pairing/rm-mentor-panel.h"
#include "ui/pairing/rm-mentor-row.h"
#include "ui/pairing/rm-pair-slot.h"
#include "ui/pairing/rm-pairing-page.h"
#include "ui/pairing/rm-propose.h"
#include "ui/pairing/rm-scenario-list.h"
#include "ui/pairing/rm-score-card.h"
#include "ui/pairing/rm-two-way-bars.h"
#include "ui/pairing/rm-weight-row.h"
#include "ui/people/rm-consent-rows.h"
#include "ui/people/rm-manager-row.h"
#include "ui/people/rm-nomination-rows.h"
#include "ui/people/rm-people-page.h"
#include "ui/people/rm-person-notice.h"
#include "ui/people/rm-person-pane.h"
#include "ui/people/rm-rating-row.h"
#include "ui/people/rm-skill-rows.h"
#include "ui/people/rm-suggestion-rows.h"
#include "ui/skills/rm-role-list.h"
#include "ui/skills/rm-role-pane.h"
#include "ui/skills/rm-skill-pane.h"
#include "ui/skills/rm-skill-picker.h"
#include "ui/skills/rm-skill-row.h"
#include "ui/skills/rm-skills-page.h"
#include "ui/welcome/rm-welcome-page.h"
#include "ui/widgets/rm-banner.h"
#include "ui/widgets/rm-heat-legend.h"
#include "ui/widgets/rm-heatmap.h"
#include "ui/widgets/rm-level-meter.h"

#include "ui-fixture.h"

/* Each widget can be made, and nothing is left when it is destroyed. */

static void
test_type (gconstpointer data)
{
  GtkWidget *widget = g_object_new (GPOINTER_TO_SIZE (data), NULL);

  if (GTK_IS_WINDOW (widget))
    {
      g_object_ref (widget);
      gtk_window_destroy (GTK_WINDOW (widget));
    }
  else
    g_object_ref_sink (widget);
  g_assert_finalize_object (widget);
}

static void
test_page_with_session (gconstpointer data)
{
  RmSession *session = ui_open_sample ("templates.mentoring");
  GtkWidget *page = g_object_ref_sink (g_object_new (GPOINTER_TO_SIZE (data), NULL));

  rm_page_set_session (RM_PAGE (page), session);
  /* It goes while workers still work for it. */
  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  rm_page_set_session (RM_PAGE (page), NULL);
  g_object_unref (page);
  ui_wait_until (page == NULL);
  wait_for_end (session);
}

int
main (int argc,
      char **argv)
{
  GType pages[5];
  GType types[31];
  guint n = 0;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  types[n++] = RM_TYPE_WELCOME_PAGE;
  types[n++] = RM_TYPE_PERSON_PANE;
  types[n++] = RM_TYPE_MENTOR_PANEL;
  types[n++] = RM_TYPE_PROPOSE;
  types[n++] = RM_TYPE_SCORE_CARD;
  types[n++] = RM_TYPE_TWO_WAY_BARS;
  types[n++] = RM_TYPE_WEIGHT_ROW;
  types[n++] = RM_TYPE_COMPARISON_WINDOW;
  types[n++] = RM_TYPE_MANAGER_ROW;
  types[n++] = RM_TYPE_SKILL_ROWS;
  types[n++] = RM_TYPE_BANNER;
  types[n++] = RM_TYPE_HEATMAP;
  types[n++] = RM_TYPE_HEAT_LEGEND;
  types[n++] = RM_TYPE_LEVEL_METER;
  types[n++] = RM_TYPE_IMPORT_DIALOG;
  types[n++] = RM_TYPE_SUGGESTION_ROWS;
  types[n++] = RM_TYPE_NOMINATION_ROWS;
  types[n++] = RM_TYPE_CONSENT_ROWS;
  types[n++] = RM_TYPE_SKILL_PANE;
  types[n++] = RM_TYPE_ROLE_PANE;
  types[n++] = RM_TYPE_ROLE_LIST;
  types[n++] = RM_TYPE_SKILL_PICKER;
  types[n++] = RM_TYPE_MENTEE_ROW;
  types[n++] = RM_TYPE_MENTOR_ROW;
  types[n++] = RM_TYPE_PAIR_SLOT;
  types[n++] = RM_TYPE_SCENARIO_LIST;
  types[n++] = RM_TYPE_GAP_TABLE_WINDOW;
  types[n++] = RM_TYPE_IMPORT_PROBLEMS;
  types[n++] = RM_TYPE_PERSON_NOTICE;
  types[n++] = RM_TYPE_RATING_ROW;
  types[n++] = RM_TYPE_SKILL_ROW;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strconcat ("/ui/templates/", g_type_name (types[i]), NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (types[i]), test_type);
    }

  pages[0] = RM_TYPE_OVERVIEW_PAGE;
  pages[1] = RM_TYPE_PEOPLE_PAGE;
  pages[2] = RM_TYPE_GAPS_PAGE;
  pages[3] = RM_TYPE_PAIRING_PAGE;
  pages[4] = RM_TYPE_SKILLS_PAGE;
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *path = g_strconcat ("/ui/templates/", g_type_name (pages[i]), NULL);
      g_autofree char *with = g_strconcat (path, "/session", NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (pages[i]), test_type);
      g_test_add_data_func (with, GSIZE_TO_POINTER (pages[i]), test_page_with_session);
    }
  return g_test_run ();
}
