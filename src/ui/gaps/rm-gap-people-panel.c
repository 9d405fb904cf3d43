/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/gaps/rm-gap-people-panel.h"

#include "app/gaps/rm-gaps-text.h"
#include "ui/gaps/rm-gap-person-row.h"
#include "ui/models/rm-id-list.h"
#include "ui/widgets/rm-copy.h"
#include "ui/widgets/rm-drop-down.h"
#include "ui/widgets/rm-inquiry.h"
#include "ui/widgets/rm-parts.h"
#include "ui/widgets/rm-tab-past.h"

#include <glib/gi18n.h>

/* Milliseconds after which a selection rests. */
#define REST 60

/* In the order of the choices. */
static const RmGapMeasure measures[]
  = { RM_GAP_NEED, RM_GAP_SUPPLY, RM_GAP_UNRATED, RM_GAP_RISK };

/* What was asked for, and what came out. */
typedef struct
{
  RmGapView *view;
  RmGapBlock block;
  RmGapMeasure measure;
  GArray *people;       /* gint64, by name; not where it was only asked for */
  gint64 skill;         /* the one that is asked about, or 0 */
  guint places;         /* how many the providers have room for */
} Listing;

struct _RmGapPeoplePanel
{
  GtkWidget parent_instance;

  /* owned */
  RmGapView *view;
  RmGapBlock block;     /* where there is a view */
  RmIdList *ids;
  Listing *shown;       /* what the list is of; nullable */
  guint generation;     /* results of older ones are dropped */
  guint start_id;
  gboolean listing;
  gboolean stale;       /* shown is not what was last asked for */
  gboolean focus;       /* goes to the list when it is there */

  /* template */
  GtkWidget *body;
  GtkDropDown *measure_choice;
  GtkLabel *title;
  GtkWidget *open_button;
  GtkStack *stack;
  GtkListView *list;
};

/* Where a row belongs, and for whom it stands. */
typedef struct
{
  RmGapPeoplePanel *panel;
  gint64 id;
} Row;

G_DEFINE_FINAL_TYPE (RmGapPeoplePanel, rm_gap_people_panel, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CLOSE,
  SIGNAL_LISTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
listing_clear (gpointer data)
{
  Listing *self = data;

  g_object_unref (self->view);
  g_clear_pointer (&self->people, g_array_unref);
}

static void
listing_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, listing_clear);
}

static Listing *
listing_new (RmGapView *view,
             const RmGapBlock *block,
             RmGapMeasure measure)
{
  Listing *self = g_atomic_rc_box_new0 (Listing);

  self->view = g_object_ref (view);
  self->block = *block;
  self->measure = measure;
  return self;
}

static RmProgramme *
get_programme (RmGapView *view)
{
  return rm_scorer_get_programme (rm_gap_view_get_scorer (view));
}

static gpointer
list_people (RmProgramme *programme,
             gconstpointer question)
{
  const Listing *input = question;
  Listing *output = listing_new (input->view, &input->block, input->measure);
  g_autoptr (GArray) skills = rm_gap_view_list_skills (input->view, &input->block);

  output->skill = skills->len == 1 ? g_array_index (skills, gint64, 0) : 0;
  output->people = rm_gap_view_list_counted (output->view, &output->block, output->measure,
                                             &output->places);
  return output;
}

/* Of several skills there is nothing short to tell. */
static char *
describe_standing (const Listing *listing,
                   const RmPerson *person)
{
  const RmStanding *standing = rm_person_find_standing (person, listing->skill);

  if (standing == NULL || standing->level < 0)
    return NULL;
  if (listing->measure != RM_GAP_SUPPLY && standing->target > standing->level)
    /* Translators: the level that somebody has in a skill and the one they want: "1 → 3" */
    return g_strdup_printf (_ ("%d → %d"), standing->level, standing->target);

  /* Translators: the rated level of a skill, 0 to 5 */
  return g_strdup_printf (_ ("Level %d"), standing->level);
}

static void
show_row (RmGapPersonRow *row,
          gint64 id)
{
  Row *place = g_object_get_data (G_OBJECT (row), "rm-row");
  const Listing *listing = place->panel->shown;
  const RmPerson *person = NULL;
  g_autofree char *standing = NULL;

  place->id = id;
  if (listing != NULL && id != 0)
    person = rm_programme_find_person (get_programme (listing->view), id);
  if (person != NULL)
    standing = describe_standing (listing, person);
  rm_gap_person_row_show (row, person, standing);
}

static void
show_row_again (RmGapPersonRow *row)
{
  const Row *place = g_object_get_data (G_OBJECT (row), "rm-row");

  show_row (row, place->id);
}

static GtkWidget *
new_row (gpointer data)
{
  GtkWidget *row = rm_gap_person_row_new ();
  Row *place = g_new0 (Row, 1);

  place->panel = data;
  g_object_set_data_full (G_OBJECT (row), "rm-row", place, g_free);
  g_signal_connect_object (data, "listed", G_CALLBACK (show_row_again), row, G_CONNECT_SWAPPED);
  return row;
}

static void
copy_row (gpointer owner,
          gpointer item,
          RmTableWriter *writer)
{
  RmGapPeoplePanel *self = owner;
  const char *const headers[] = { _ ("Name"), _ ("Job title"), _ ("Department"), _ ("Level"),
                                  _ ("Target") };
  const RmPerson *person = NULL;
  const RmStanding *standing = NULL;

  for (gsize i = 0; item == NULL && i < G_N_ELEMENTS (headers); i++)
    rm_table_writer_add_word (writer, headers[i]);
  if (item != NULL && self->shown != NULL)
    person = rm_programme_find_person (get_programme (self->shown->view),
                                       rm_id_item_get_id (item));
  if (person == NULL)
    return;

  standing = rm_person_find_standing (person, self->shown->skill);
  rm_table_writer_add_text (writer, rm_person_display_name (person));
  rm_table_writer_add_text (writer, person->job_title);
  rm_table_writer_add_text (writer, person->department);
  if (standing == NULL || standing->level < 0)
    return;
  rm_table_writer_add_number (writer, standing->level);
  if (self->shown->measure != RM_GAP_SUPPLY && standing->target > standing->level)
    rm_table_writer_add_number (writer, standing->target);
}

static void
focus_list (RmGapPeoplePanel *self)
{
  self->focus = FALSE;
  if (self->shown != NULL && self->shown->people->len > 0)
    {
      gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", 0);
      gtk_widget_grab_focus (GTK_WIDGET (self->list));
    }
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->measure_choice));
}

/* Supply is counted in places, which are more than there are names. */
static char *
add_places (const Listing *listing,
            const char *text)
{
  g_autofree char *places = NULL;

  if (listing->measure != RM_GAP_SUPPLY || listing->people->len == 0)
    return g_strdup (text);

  /* Translators: how many more people a mentor could take on */
  places = g_strdup_printf (ngettext ("%u free place", "%u free places", listing->places),
                            listing->places);
  return g_strdup_printf ("%s, %s", text, places);
}

static void
show_listing (RmGapPeoplePanel *self)
{
  const GArray *people = self->shown->people;
  g_autofree char *place = rm_gap_view_dup_block_text (self->shown->view, &self->shown->block);
  g_autofree char *text = rm_gaps_dup_people_text (place, self->shown->measure, people->len);
  g_autofree char *title = add_places (self->shown, text);

  gtk_label_set_label (self->title, title);
  gtk_widget_set_sensitive (self->open_button, people->len > 0);
  gtk_stack_set_visible_child_name (self->stack, people->len > 0 ? "list" : "nobody");
  rm_id_list_set (self->ids, g_array_copy ((GArray *) people));
  g_signal_emit (self, signals[SIGNAL_LISTED], 0);
}

static void
listed_cb (gpointer owner,
           RmProgramme *programme,
           gpointer answer)
{
  RmGapPeoplePanel *self = owner;

  self->listing = FALSE;
  g_clear_pointer (&self->shown, listing_unref);
  self->shown = g_atomic_rc_box_acquire (answer);
  show_listing (self);
  if (self->focus)
    focus_list (self);
}

static const RmInquiry listing_inquiry = { list_people, listed_cb, listing_unref, listing_unref };

static gboolean
start_cb (gpointer data)
{
  RmGapPeoplePanel *self = data;
  guint measure = gtk_drop_down_get_selected (self->measure_choice);

  self->start_id = 0;
  self->stale = FALSE;
  self->listing = TRUE;
  rm_inquiry_begin (&listing_inquiry, self, &self->generation, get_programme (self->view),
                    listing_new (self->view, &self->block, measures[measure]));
  return G_SOURCE_REMOVE;
}

static void
stop (RmGapPeoplePanel *self)
{
  rm_inquiry_stop (&self->generation);
  self->listing = FALSE;
  g_clear_handle_id (&self->start_id, g_source_remove);
}

/* Whoever moves over the table by arrow keys is not held up by lists that nobody reads. */
static void
list_later (RmGapPeoplePanel *self)
{
  stop (self);
  self->stale = TRUE;
  if (self->view != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->start_id = g_timeout_add (REST, start_cb, self);
}

static void
person_activated_cb (RmGapPeoplePanel *self,
                     guint position)
{
  gint64 id = 0;

  if (self->shown == NULL || position >= self->shown->people->len)
    return;

  id = g_array_index (self->shown->people, gint64, position);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-person", "x", id);
}

static void
open_clicked_cb (RmGapPeoplePanel *self)
{
  if (self->shown != NULL)
    rm_parts_show_people (GTK_WIDGET (self), gtk_label_get_label (self->title),
                          self->shown->people);
}

static void
close_cb (GtkWidget *widget,
          const char *name,
          GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_CLOSE], 0);
}

static void
rm_gap_people_panel_map (GtkWidget *widget)
{
  RmGapPeoplePanel *self = RM_GAP_PEOPLE_PANEL (widget);

  GTK_WIDGET_CLASS (rm_gap_people_panel_parent_class)->map (widget);
  if (self->stale)
    list_later (self);
}

static void
rm_gap_people_panel_dispose (GObject *object)
{
  RmGapPeoplePanel *self = RM_GAP_PEOPLE_PANEL (object);

  stop (self);
  g_clear_pointer (&self->body, gtk_widget_unparent);
  g_clear_object (&self->ids);
  g_clear_object (&self->view);
  g_clear_pointer (&self->shown, listing_unref);
  G_OBJECT_CLASS (rm_gap_people_panel_parent_class)->dispose (object);
}

static void
rm_gap_people_panel_class_init (RmGapPeoplePanelClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = rm_gap_people_panel_dispose;
  widget_class->map = rm_gap_people_panel_map;
  signals[SIGNAL_CLOSE] = g_signal_new ("close", RM_TYPE_GAP_PEOPLE_PANEL, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  /* To its rows: they may stand for the same people, who are others now. */
  signals[SIGNAL_LISTED] = g_signal_new ("listed", RM_TYPE_GAP_PEOPLE_PANEL, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/ReverseMentor/ui/gaps/rm-gap-people-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, RmGapPeoplePanel, body);
  gtk_widget_class_bind_template_child (widget_class, RmGapPeoplePanel, measure_choice);
  gtk_widget_class_bind_template_child (widget_class, RmGapPeoplePanel, title);
  gtk_widget_class_bind_template_child (widget_class, RmGapPeoplePanel, open_button);
  gtk_widget_class_bind_template_child (widget_class, RmGapPeoplePanel, stack);
  gtk_widget_class_bind_template_child (widget_class, RmGapPeoplePanel, list);
  gtk_widget_class_bind_template_callback (widget_class, list_later);
  gtk_widget_class_bind_template_callback (widget_class, person_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_clicked_cb);
  gtk_widget_class_install_action (widget_class, "people.close", NULL, close_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "people.close", NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
rm_gap_people_panel_init (RmGapPeoplePanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  rm_drop_down_speak (GTK_WIDGET (self));
  self->ids = rm_id_list_new ();
  rm_id_list_attach (self->ids, self->list, new_row, (RmRowShow) show_row, self);
  rm_tab_past_watch (GTK_WIDGET (self->list));
  rm_copy_watch (GTK_WIDGET (self->list), copy_row, self, TRUE);
}

void
rm_gap_people_panel_set_block (RmGapPeoplePanel *self,
                               RmGapView *view,
                               const RmGapBlock *block)
{
  g_return_if_fail (RM_IS_GAP_PEOPLE_PANEL (self));

  g_set_object (&self->view, view);
  if (block != NULL)
    self->block = *block;
  if (view == NULL)
    {
      g_clear_pointer (&self->shown, listing_unref);
      rm_id_list_set (self->ids, g_array_new (FALSE, FALSE, sizeof (gint64)));
      gtk_label_set_label (self->title, NULL);
    }
  list_later (self);
}

void
rm_gap_people_panel_set_measure (RmGapPeoplePanel *self,
                                 RmGapMeasure measure)
{
  guint position = 0;

  g_return_if_fail (RM_IS_GAP_PEOPLE_PANEL (self));

  if (measure == RM_GAP_UNRATED_SHARE)
    measure = RM_GAP_UNRATED;
  for (guint k = 0; k < G_N_ELEMENTS (measures); k++)
    if (measures[k] == measure)
      position = k;
  gtk_drop_down_set_selected (self->measure_choice, position);
}

gboolean
rm_gap_people_panel_is_busy (RmGapPeoplePanel *self)
{
  g_return_val_if_fail (RM_IS_GAP_PEOPLE_PANEL (self), FALSE);

  return self->start_id != 0 || self->listing;
}

void
rm_gap_people_panel_take_focus (RmGapPeoplePanel *self)
{
  g_return_if_fail (RM_IS_GAP_PEOPLE_PANEL (self));

  if (self->shown == NULL || self->stale || rm_gap_people_panel_is_busy (self))
    self->focus = TRUE;
  else
    focus_list (self);
}
