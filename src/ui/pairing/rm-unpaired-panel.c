/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pairing/rm-unpaired-panel.h"

#include "app/commands/rm-commands.h"
#include "app/queries/rm-programme-query.h"
#include "ui/pairing/rm-left-out-row.h"
#include "ui/widgets/rm-accessible.h"
#include "ui/widgets/rm-late-spinner.h"
#include "ui/widgets/rm-parts.h"

#include <glib/gi18n.h>

#define ROWS_AT_ONCE 50

struct _RmUnpairedPanel
{
  GtkWidget parent_instance;

  /* owned */
  RmBoard *board;
  gint64 person; /* the person whose row to expand */
  RmLateSpinner late;
  gboolean open;

  /* borrowed */
  const RmUnpairedList *report; /* the asker's, until its "changed" */

  /* template */
  GtkWidget *body;
  GtkWidget *back;
  GtkWidget *everybody;
  GtkWidget *busy;
  GtkSpinner *spinner;
  GtkLabel *summary;
  GtkLabel *note;
  GtkWidget *relief_box;
  GtkListBox *reliefs;
  GtkWidget *mentee_box;
  GtkListBox *mentees;
  GtkWidget *mentor_box;
  GtkListBox *mentors;
};

G_DEFINE_FINAL_TYPE (RmUnpairedPanel, rm_unpaired_panel, GTK_TYPE_WIDGET)

static void
show_busy (RmUnpairedPanel *self,
           gboolean busy)
{
  self->late.box = self->busy;
  self->late.spinner = self->spinner;
  rm_late_spinner_set_busy (&self->late, busy);
}

static void
clear (GtkListBox *box)
{
  GtkWidget *row = NULL;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_list_box_remove (box, row);
}

/* Where the setting of a relief can be changed. */
static const char *
setting_of (RmRemedyType type)
{
  switch (type)
    {
    case RM_REMEDY_MODE:
      return "mode";
    case RM_REMEDY_LINE_LEVELS:
      return "line_levels";
    case RM_REMEDY_LEVEL_GAP:
      return "level_gap";
    case RM_REMEDY_LANGUAGE:
      return "need_language";
    case RM_REMEDY_FREE_HOUR:
      return "need_free_hour";
    case RM_REMEDY_UNKNOWN_LINE:
      return "unknown_line_apart";
    case RM_REMEDY_DEPARTMENT:
      return "need_other_department";
    case RM_REMEDY_TAG:
      return "only_tag";
    case RM_REMEDY_PLACES:
    case RM_REMEDY_CONSENT:
    default:
      return NULL;
    }
}

static GArray *
list_mentors (RmUnpairedPanel *self)
{
  RmScorer *scorer = rm_pairing_get_scorer (rm_board_get_pairing (self->board));
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint j = 0; j < rm_scorer_get_n_mentors (scorer); j++)
    g_array_append_val (ids, rm_scorer_get_mentor (scorer, j)->record.id);

  return ids;
}

static void
relief_activated_cb (RmUnpairedPanel *self,
                     GtkListBoxRow *row)
{
  RmRemedyType type = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "remedy"));
  RmSession *session = rm_board_get_session (self->board);
  g_autoptr (GArray) ids = NULL;

  if (setting_of (type) != NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-setting", "s", setting_of (type));
      return;
    }
  ids = type == RM_REMEDY_CONSENT ? rm_programme_query_list_unasked (rm_session_get_programme (session))
                                  : list_mentors (self);
  rm_parts_show_people (GTK_WIDGET (self),
                        type == RM_REMEDY_CONSENT ? _ ("Not asked yet") : _ ("Mentors"), ids);
}

static void
show_reliefs (RmUnpairedPanel *self,
              GPtrArray *reliefs)
{
  clear (self->reliefs);
  for (guint i = 0; i < reliefs->len; i++)
    {
      const RmRelief *relief = g_ptr_array_index (reliefs, i);
      GtkWidget *row = rm_parts_new_row (ADW_TYPE_ACTION_ROW, relief->sentence, NULL);

      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_object_set_data (G_OBJECT (row), "remedy", GINT_TO_POINTER (relief->type));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), rm_parts_new_icon ("go-next-symbolic"));
      rm_accessible_set_label (row, relief->sentence);
      gtk_list_box_append (self->reliefs, row);
    }
  gtk_widget_set_visible (self->relief_box, reliefs->len > 0);
}

static void add_rows (RmUnpairedPanel *self,
                      GtkListBox *box,
                      GPtrArray *people,
                      guint from);

/* The last row of an incomplete list. */
static void
row_activated_cb (RmUnpairedPanel *self,
                  GtkListBoxRow *row,
                  GtkListBox *box)
{
  guint from = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "from"));
  GtkListBoxRow *next = NULL;

  if (from == 0 || self->report == NULL)
    return;
  gtk_list_box_remove (box, GTK_WIDGET (row));
  add_rows (self, box, box == self->mentees ? self->report->mentees : self->report->mentors, from);
  next = gtk_list_box_get_row_at_index (box, (int) from);
  gtk_widget_grab_focus (GTK_WIDGET (next));
}

static void
add_rows (RmUnpairedPanel *self,
          GtkListBox *box,
          GPtrArray *people,
          guint from)
{
  RmProgramme *programme = rm_session_get_programme (rm_board_get_session (self->board));
  guint end = MIN (people->len, from + ROWS_AT_ONCE);
  g_autofree char *more = NULL;
  GtkWidget *row = NULL;

  for (guint i = from; i < end; i++)
    gtk_list_box_append (box, rm_left_out_row_new (programme, g_ptr_array_index (people, i)));
  if (end == people->len)
    return;

  more = g_strdup_printf (ngettext ("Show %u more", "Show %u more", people->len - end),
                          people->len - end);
  row = rm_parts_new_row (ADW_TYPE_ACTION_ROW, more, NULL);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "from", GUINT_TO_POINTER (end));
  rm_accessible_set_label (row, more);
  gtk_list_box_append (box, row);
}

/* The person asked about is always included, expanded. */
static void
unfold (RmUnpairedPanel *self)
{
  for (guint i = 0; self->person != 0 && i < self->report->mentees->len; i++)
    {
      const RmLeftOut *left_out = g_ptr_array_index (self->report->mentees, i);
      GtkListBoxRow *row = NULL;

      if (left_out->person != self->person)
        continue;
      row = gtk_list_box_get_row_at_index (self->mentees, (int) i);
      if (i >= ROWS_AT_ONCE)
        {
          row = GTK_LIST_BOX_ROW (rm_left_out_row_new (
            rm_session_get_programme (rm_board_get_session (self->board)), left_out));
          gtk_list_box_prepend (self->mentees, GTK_WIDGET (row));
        }
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
      gtk_widget_grab_focus (GTK_WIDGET (row));
      break;
    }
  self->person = 0;
}

void
rm_unpaired_panel_show (RmUnpairedPanel *self,
                        const RmUnpairedList *report,
                        const GError *error,
                        const char *note)
{
  const char *summary = report != NULL ? report->summary : error != NULL ? error->message : "";
  gboolean nobody = report != NULL && report->mentees->len == 0;

  show_busy (self, report == NULL && error == NULL);
  gtk_widget_set_visible (self->everybody, nobody);
  gtk_label_set_label (self->summary, summary);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), *summary != '\0' && !nobody);
  gtk_label_set_label (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), report != NULL && note != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  summary, -1);
  if (self->report == report && report != NULL)
    return;

  self->report = report;
  clear (self->mentees);
  clear (self->mentors);
  clear (self->reliefs);
  gtk_widget_set_visible (self->relief_box, FALSE);
  gtk_widget_set_visible (self->mentee_box, report != NULL && report->mentees->len > 0);
  gtk_widget_set_visible (self->mentor_box, report != NULL && report->mentors->len > 0);
  if (report == NULL)
    return;

  show_reliefs (self, report->reliefs);
  add_rows (self, self->mentees, report->mentees, 0);
  add_rows (self, self->mentors, report->mentors, 0);
  unfold (self);
}

static void
changed_cb (RmUnpairedPanel *self,
            guint question)
{
  RmAsker *asker = rm_board_get_asker (self->board);

  if (question != RM_QUESTION_UNPAIRED || !self->open)
    return;
  rm_unpaired_panel_show (self, rm_asker_get_unpaired (asker),
                          rm_asker_get_error (asker, RM_QUESTION_UNPAIRED),
                          rm_asker_get_note (asker));
}

static void
rm_unpaired_panel_dispose (GObject *object)
{
  RmUnpairedPanel *self = RM_UNPAIRED_PANEL (object);

  g_clear_handle_id (&self->late.source, g_source_remove);
  g_clear_pointer (&self->body, gtk_widget_unparent);
  g_clear_object (&self->board);
  G_OBJECT_CLASS (rm_unpaired_panel_parent_class)->dispose (object);
}

static void
rm_unpaired_panel_class_init (RmUnpairedPanelClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = rm_unpaired_panel_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/ReverseMentor/ui/pairing/rm-unpaired-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, RmUnpairedPanel, body);
  gtk_widget_class_bind_template_child (widget_class, RmUnpairedPanel, back);
  gtk_widget_class_bind_template_child (widget_class, RmUnpairedPanel, everybody);
  gtk_widget_class_bind_template_child (widget_class, RmUnpairedPanel, busy);
  gtk_widget_class_bind_template_child (widget_class, RmUnpairedPanel, spinner);
  gtk_widget_class_bind_template_child (widget_class, RmUnpairedPanel, summary);
  gtk_widget_class_bind_template_child (widget_class, RmUnpairedPanel, note);
  gtk_widget_class_bind_template_child (widget_class, RmUnpairedPanel, relief_box);
  gtk_widget_class_bind_template_child (widget_class, RmUnpairedPanel, reliefs);
  gtk_widget_class_bind_template_child (widget_class, RmUnpairedPanel, mentee_box);
  gtk_widget_class_bind_template_child (widget_class, RmUnpairedPanel, mentees);
  gtk_widget_class_bind_template_child (widget_class, RmUnpairedPanel, mentor_box);
  gtk_widget_class_bind_template_child (widget_class, RmUnpairedPanel, mentors);
  gtk_widget_class_bind_template_callback (widget_class, relief_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "pairing.show-mentors",
                                       NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "unpairedpanel");
}

static void
rm_unpaired_panel_init (RmUnpairedPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  rm_accessible_set_label (self, _ ("Who has nobody"));
}

void
rm_unpaired_panel_set_board (RmUnpairedPanel *self,
                             RmBoard *board)
{
  g_set_object (&self->board, board);
  g_signal_connect_object (rm_board_get_asker (board), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
}

void
rm_unpaired_panel_open (RmUnpairedPanel *self,
                        gint64 person)
{
  self->open = TRUE;
  self->person = person;
  /* Focus first: an immediate answer moves it on. */
  gtk_widget_grab_focus (self->back);
  rm_asker_ask (rm_board_get_asker (self->board), RM_QUESTION_UNPAIRED);
  if (self->report != NULL)
    unfold (self);
}

void
rm_unpaired_panel_close (RmUnpairedPanel *self)
{
  if (!self->open)
    return;

  self->open = FALSE;
  show_busy (self, FALSE);
  self->report = NULL;
  rm_asker_drop (rm_board_get_asker (self->board), RM_QUESTION_UNPAIRED);
}
