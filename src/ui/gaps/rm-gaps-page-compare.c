/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/gaps/rm-gaps-page-private.h"

#include "app/gaps/rm-gaps-compare.h"
#include "app/gaps/rm-gaps-text.h"
#include "core/base/rm-sentence.h"
#include "ui/widgets/rm-accessible.h"
#include "ui/widgets/rm-drop-down.h"
#include "ui/widgets/rm-parts.h"

#include <glib/gi18n.h>
#include <string.h>

/* What the table is held against: the ratings of two days, or another cohort. */

void
rm_gaps_page_stop_comparing (RmGapsPage *self)
{
  if (self->comparing == RM_GAPS_ALONE)
    return;

  self->comparing = RM_GAPS_ALONE;
  rm_gaps_page_count_later (self);
}

static void
compare (RmGapsPage *self,
         RmGapsComparing comparing,
         const char *first,
         const char *second)
{
  g_free (self->first);
  g_free (self->second);
  self->first = g_strdup (first);
  self->second = g_strdup (second);
  self->comparing = comparing;
  rm_gaps_page_count_later (self);
}

/* What is shown, as a sentence; "" where nothing is compared. */
char *
rm_gaps_page_dup_comparison (RmGapsPage *self)
{
  const char *measure
    = rm_gaps_get_measure_name ((RmGapMeasure) rm_gaps_page_get_choice (self, "gaps-measure"));

  switch (self->comparing)
    {
    case RM_GAPS_DATE:
      if (self->second != NULL)
        /* Translators: a measure such as "Need", then two dates */
        return rm_sentence_new (_ ("%s: change from %s to %s. What became more is orange, what "
                                   "became less is blue."), measure, self->first, self->second);
      /* Translators: a measure such as "Need", then a date */
      return rm_sentence_new (_ ("%s: change since %s. What became more is orange, what became less "
                                 "is blue."), measure, self->first);
    case RM_GAPS_COHORT:
      /* Translators: a measure such as "Need", then the names of two groups of people */
      return rm_sentence_new (_ ("%s: “%s” against “%s”. What is more is orange, what is less is "
                                 "blue."), measure, self->second, self->first);
    case RM_GAPS_ALONE:
    default:
      return g_strdup ("");
    }
}

static GtkWidget *
new_dialog (RmGapsPage *self,
            const char *heading,
            const char *body,
            GtkWidget *child)
{
  return rm_parts_new_question (GTK_WIDGET (self), heading, body, child, _ ("Com_pare"));
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
                  RmGapsPage *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *one = get_day (g_object_get_data (G_OBJECT (dialog), "rm-first"));
  g_autofree char *other = get_day (g_object_get_data (G_OBJECT (dialog), "rm-second"));
  const char *first = strcmp (one, other) <= 0 ? one : other;
  const char *second = first == one ? other : one;

  if (g_str_equal (response, "do"))
    compare (self, RM_GAPS_DATE, first, strcmp (second, today) < 0 ? second : NULL);
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

static void
compare_date_cb (GSimpleAction *action,
                 GVariant *parameter,
                 gpointer data)
{
  RmGapsPage *self = data;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) month_ago = g_date_time_add_months (now, -1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *first = add_calendar (box, _ ("First day"));
  GtkWidget *second = add_calendar (box, _ ("Second day"));
  GtkWidget *dialog = new_dialog (self, _ ("Compare two days"),
                                  _ ("Skills as they were rated up to each day, for the people and "
                                     "pairs of today"), box);

  gtk_calendar_select_day (GTK_CALENDAR (first), month_ago);
  g_object_set_data (G_OBJECT (dialog), "rm-first", first);
  g_object_set_data (G_OBJECT (dialog), "rm-second", second);
  g_signal_connect_object (dialog, "response", G_CALLBACK (days_answered_cb), self, 0);
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
                     RmGapsPage *self)
{
  GtkWidget *box = adw_message_dialog_get_extra_child (dialog);

  if (g_str_equal (response, "do"))
    compare (self, RM_GAPS_COHORT, get_chosen (gtk_widget_get_first_child (box)),
             get_chosen (gtk_widget_get_last_child (box)));
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

static void
compare_cohorts_cb (GSimpleAction *action,
                    GVariant *parameter,
                    gpointer data)
{
  RmGapsPage *self = data;
  g_autoptr (GPtrArray) cohorts = rm_gaps_list_cohorts (rm_session_get_programme (self->session));
  GtkWidget *box = NULL;
  GtkWidget *dialog = NULL;

  if (cohorts->len < 2)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                                  _ ("There are no two cohorts of mentees to compare"));
      return;
    }

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (box), new_choice (cohorts, 0, _ ("First cohort")));
  gtk_box_append (GTK_BOX (box), new_choice (cohorts, 1, _ ("Second cohort")));
  dialog = new_dialog (self, _ ("Compare two cohorts"),
                       _ ("How much more or less the second has than the first"), box);
  g_signal_connect_object (dialog, "response", G_CALLBACK (cohorts_answered_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
compare_nothing_cb (GSimpleAction *action,
                    GVariant *parameter,
                    gpointer data)
{
  rm_gaps_page_stop_comparing (data);
}

void
rm_gaps_page_add_comparing (RmGapsPage *self)
{
  const GActionEntry entries[] = {
    { "compare-date", compare_date_cb, NULL, NULL, NULL },
    { "compare-cohorts", compare_cohorts_cb, NULL, NULL, NULL },
    { "compare-nothing", compare_nothing_cb, NULL, NULL, NULL },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
}
