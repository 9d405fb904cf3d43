/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/gaps/rm-gap-compare-dialog.h"

#include "app/gaps/rm-gaps-compare.h"
#include "ui/widgets/rm-accessible.h"
#include "ui/widgets/rm-drop-down.h"
#include "ui/widgets/rm-parts.h"

#include <glib/gi18n.h>
#include <string.h>

static GtkWidget *
new_dialog (GtkWidget *owner,
            const char *heading,
            const char *body,
            GtkWidget *child)
{
  return rm_parts_new_question (owner, heading, body, child, _ ("Com_pare"));
}

static char *
get_day (GtkWidget *calendar)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (GTK_CALENDAR (calendar));

  return g_date_time_format (date, "%Y-%m-%d");
}

/* Whichever comes first is held against; what was rated up to today is all there is. */
static void
days_answered_cb (AdwMessageDialog *dialog,
                  const char *response,
                  RmGapsModel *model)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *one = get_day (g_object_get_data (G_OBJECT (dialog), "rm-first"));
  g_autofree char *other = get_day (g_object_get_data (G_OBJECT (dialog), "rm-second"));
  const char *first = strcmp (one, other) <= 0 ? one : other;
  const char *second = first == one ? other : one;

  if (g_str_equal (response, "do"))
    rm_gaps_model_compare (model,
                           rm_gap_comparison_new (RM_GAP_COMPARING_DAYS, first,
                                                  strcmp (second, today) < 0 ? second : NULL));
}

static GtkWidget *
add_calendar (GtkWidget *box,
              const char *title)
{
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *calendar = gtk_calendar_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  rm_accessible_set_label (calendar, title);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), calendar);
  return calendar;
}

void
rm_gap_compare_dialog_ask_days (GtkWidget *owner,
                                RmGapsModel *model)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) month_ago = g_date_time_add_months (now, -1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *first = add_calendar (box, _ ("First day"));
  GtkWidget *second = add_calendar (box, _ ("Second day"));
  GtkWidget *dialog = new_dialog (owner, _ ("Compare two days"),
                                  _ ("Skills as they were rated up to each day, for the people and "
                                     "pairs of today"), box);

  gtk_calendar_select_day (GTK_CALENDAR (first), month_ago);
  g_object_set_data (G_OBJECT (dialog), "rm-first", first);
  g_object_set_data (G_OBJECT (dialog), "rm-second", second);
  g_signal_connect_object (dialog, "response", G_CALLBACK (days_answered_cb), model, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static const char *
get_chosen (GtkWidget *choice)
{
  GObject *item = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (choice));

  return item != NULL ? gtk_string_object_get_string (GTK_STRING_OBJECT (item)) : NULL;
}

static void
cohorts_answered_cb (AdwMessageDialog *dialog,
                     const char *response,
                     RmGapsModel *model)
{
  GtkWidget *box = adw_message_dialog_get_extra_child (dialog);

  if (g_str_equal (response, "do"))
    rm_gaps_model_compare (model,
                           rm_gap_comparison_new (RM_GAP_COMPARING_COHORTS,
                                                  get_chosen (gtk_widget_get_first_child (box)),
                                                  get_chosen (gtk_widget_get_last_child (box))));
}

static GtkWidget *
new_choice (GPtrArray *names,
            guint selected,
            const char *label)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);
  GtkWidget *choice = NULL;

  for (guint i = 0; i < names->len; i++)
    gtk_string_list_append (model, g_ptr_array_index (names, i));
  choice = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&model)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), selected);
  rm_accessible_set_label (choice, label);
  rm_drop_down_shorten (GTK_DROP_DOWN (choice));
  rm_drop_down_speak (choice);
  return choice;
}

void
rm_gap_compare_dialog_ask_cohorts (GtkWidget *owner,
                                   RmGapsModel *model)
{
  RmSession *session = rm_gaps_model_get_session (model);
  g_autoptr (GPtrArray) cohorts = rm_gaps_list_cohorts (rm_session_get_programme (session));
  GtkWidget *box = NULL;
  GtkWidget *dialog = NULL;

  if (cohorts->len < 2)
    {
      gtk_widget_activate_action (owner, "win.toast", "s",
                                  _ ("There are no two cohorts of mentees to compare"));
      return;
    }

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (box), new_choice (cohorts, 0, _ ("First cohort")));
  gtk_box_append (GTK_BOX (box), new_choice (cohorts, 1, _ ("Second cohort")));
  dialog = new_dialog (owner, _ ("Compare two cohorts"),
                       _ ("How much more or less the second has than the first"), box);
  g_signal_connect_object (dialog, "response", G_CALLBACK (cohorts_answered_cb), model, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
