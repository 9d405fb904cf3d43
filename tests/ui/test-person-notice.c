/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/people/rm-person-notice.h"

#include "app/commands/rm-commands.h"
#include "app/queries/rm-programme-query.h"
#include "ui-fixture.h"

static const RmPerson *
find_mentor (RmProgramme *programme,
             gboolean paired)
{
  for (guint k = 0; k < rm_programme_count (programme, RM_TABLE_PERSON); k++)
    {
      const RmPerson *person = rm_programme_get_person (programme, k);
      g_autoptr (GArray) pairs = rm_programme_query_list_pairs (programme, person->record.id);

      if (person->state == RM_PERSON_ACTIVE && person->side == RM_SIDE_MENTOR
          && (pairs->len > 0) == paired)
        return person;
    }

  g_assert_not_reached ();
}

/* Nothing without pairs; who is not in them came late; who leaves can be taken out of them. */
static void
test_states (void)
{
  RmSession *session = ui_open_sample ("notice.mentoring");
  RmPersonNotice *notice = g_object_ref_sink (g_object_new (RM_TYPE_PERSON_NOTICE, NULL));
  GtkWidget *text = ui_find (GTK_WIDGET (notice), GTK_TYPE_LABEL, 0);
  const RmField *state = rm_entity_find_field (rm_person_entity (), "state");
  gint64 id = 0;

  rm_person_notice_show (notice, session,
                         find_mentor (rm_session_get_programme (session), FALSE));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (notice)));

  ui_pair_everybody (session);
  rm_person_notice_show (notice, session,
                         find_mentor (rm_session_get_programme (session), FALSE));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (notice)));
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (text)), "Others are paired"));

  id = find_mentor (rm_session_get_programme (session), TRUE)->record.id;
  rm_person_notice_show (notice, session,
                         rm_programme_find_person (rm_session_get_programme (session), id));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (notice)));
  g_assert_true (rm_command_set_field (session, RM_TABLE_PERSON, id, state, "left", NULL));
  rm_person_notice_show (notice, session,
                         rm_programme_find_person (rm_session_get_programme (session), id));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (notice)));
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (text)), "does not take part any more"));
  g_signal_emit_by_name (ui_find (GTK_WIDGET (notice), GTK_TYPE_BUTTON, 0), "clicked");
  rm_person_notice_show (notice, session,
                         rm_programme_find_person (rm_session_get_programme (session), id));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (notice)));

  g_assert_finalize_object (notice);
  wait_for_end (session);
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/notice/states", test_states);
  return g_test_run ();
}
