/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/people/rm-apart-rows.h"

#include "app/commands/rm-commands.h"
#include "app/queries/rm-apart.h"
#include "core/model/rm-person.h"
#include "ui-fixture.h"

#include <string.h>

typedef struct
{
  RmSession *session;
  GtkWidget *window;
  RmApartRows *rows;
  gint64 one;
  gint64 other;
} Shown;

static void
show (Shown *shown)
{
  rm_apart_rows_show (shown->rows, shown->session,
                      rm_programme_find_person (rm_session_get_programme (shown->session),
                                                shown->one));
}

static void
set_up (Shown *shown)
{
  RmProgramme *programme = NULL;

  shown->session = ui_open_own_sample ("apart");
  programme = rm_session_get_programme (shown->session);
  shown->one = rm_programme_get_person (programme, 0)->record.id;
  shown->other = rm_programme_get_person (programme, 1)->record.id;
  shown->rows = g_object_new (RM_TYPE_APART_ROWS, NULL);
  shown->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (shown->window), GTK_WIDGET (shown->rows));
  gtk_window_present (GTK_WINDOW (shown->window));
  show (shown);
}

static void
tear_down (Shown *shown)
{
  gtk_window_destroy (GTK_WINDOW (shown->window));
  wait_for_end (shown->session);
}

static AdwExpanderRow *
disclosure (Shown *shown)
{
  return ADW_EXPANDER_ROW (ui_find (GTK_WIDGET (shown->rows), ADW_TYPE_EXPANDER_ROW, 0));
}

static GtkWidget *
entry (Shown *shown,
       guint n)
{
  return ui_find (GTK_WIDGET (shown->rows), ADW_TYPE_ENTRY_ROW, n);
}

static GPtrArray *
list (Shown *shown)
{
  return rm_apart_list (rm_session_get_programme (shown->session), shown->one, 0);
}

static GtkWidget *
find_button (GtkWidget *in,
             const char *words)
{
  GtkWidget *button = NULL;

  for (guint k = 0; (button = ui_find (in, GTK_TYPE_BUTTON, k)) != NULL; k++)
    {
      const char *label = gtk_button_get_label (GTK_BUTTON (button));
      const char *tooltip = gtk_widget_get_tooltip_text (button);

      if ((label != NULL && strstr (label, words) != NULL)
          || (tooltip != NULL && strstr (tooltip, words) != NULL))
        return button;
    }

  g_assert_not_reached ();
}

static void
click (Shown *shown,
       const char *words)
{
  g_signal_emit_by_name (find_button (GTK_WIDGET (shown->rows), words), "clicked");
  show (shown);
}

/* In confidence unless it is said otherwise; taken back by the button at the name, and by undo. */
static void
test_record (void)
{
  Shown shown = { NULL };
  const RmPerson *other = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) one = NULL;
  g_autoptr (GPtrArray) open = NULL;
  g_autoptr (GError) error = NULL;

  set_up (&shown);
  other = rm_programme_find_person (rm_session_get_programme (shown.session), shown.other);
  gtk_editable_set_text (GTK_EDITABLE (entry (&shown, 0)), other->staff_no);
  gtk_editable_set_text (GTK_EDITABLE (entry (&shown, 1)), "Unsaid");
  click (&shown, "Keep apart");
  one = list (&shown);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_true (((RmExclusion *) g_ptr_array_index (one, 0))->confidential);
  g_assert_cmpstr (((RmExclusion *) g_ptr_array_index (one, 0))->reason, ==, "Unsaid");
  g_assert_cmpstr (rm_session_get_undo_label (shown.session), ==,
                   "Change who is available to pair");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry (&shown, 0))), ==, "");

  click (&shown, "Let ");
  none = list (&shown);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_true (rm_session_undo (shown.session, &error));
  g_assert_true (rm_session_undo (shown.session, &error));
  show (&shown);

  gtk_editable_set_text (GTK_EDITABLE (entry (&shown, 0)), other->name);
  gtk_switch_set_active (GTK_SWITCH (ui_find (GTK_WIDGET (shown.rows), GTK_TYPE_SWITCH, 1)), FALSE);
  click (&shown, "Keep apart");
  open = list (&shown);
  g_assert_cmpuint (open->len, ==, 1);
  g_assert_false (((RmExclusion *) g_ptr_array_index (open, 0))->confidential);
  tear_down (&shown);
}

static void
test_nobody (void)
{
  Shown shown = { NULL };
  g_autoptr (GPtrArray) none = NULL;

  set_up (&shown);
  gtk_editable_set_text (GTK_EDITABLE (entry (&shown, 0)), "No such person");
  click (&shown, "Keep apart");
  none = list (&shown);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_true (gtk_widget_has_css_class (entry (&shown, 0), "error"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry (&shown, 0))), ==, "No such person");
  gtk_editable_set_text (GTK_EDITABLE (entry (&shown, 0)), "Some");
  g_assert_false (gtk_widget_has_css_class (entry (&shown, 0), "error"));
  tear_down (&shown);
}

/* What can be seen while it is closed, the same whether anything was recorded. */
static char *
tell_closed (Shown *shown)
{
  AdwExpanderRow *row = disclosure (shown);
  gint64 one = shown->one;

  shown->one = shown->other;
  show (shown);
  shown->one = one;
  show (shown);

  return g_strdup_printf ("%s %s %d %d",
                          adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
                          adw_expander_row_get_subtitle (row),
                          adw_expander_row_get_expanded (row),
                          gtk_widget_get_child_visible (entry (shown, 0)));
}

static void
test_disclosure (void)
{
  Shown shown = { NULL };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  set_up (&shown);
  adw_expander_row_set_expanded (disclosure (&shown), TRUE);
  before = tell_closed (&shown);
  g_assert_false (adw_expander_row_get_expanded (disclosure (&shown)));
  g_assert_true (rm_command_keep_apart (shown.session, shown.one, shown.other, TRUE, NULL, &error));
  adw_expander_row_set_expanded (disclosure (&shown), TRUE);
  after = tell_closed (&shown);
  g_assert_cmpstr (before, ==, after);
  tear_down (&shown);
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/apart/record", test_record);
  g_test_add_func ("/ui/apart/nobody", test_nobody);
  g_test_add_func ("/ui/apart/disclosure", test_disclosure);
  return g_test_run ();
}
