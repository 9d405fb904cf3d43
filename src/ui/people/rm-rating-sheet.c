/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/people/rm-rating-sheet.h"

#include "app/commands/rm-commands.h"
#include "core/base/rm-fold.h"
#include "ui/models/rm-id-list.h"
#include "ui/people/rm-rating-row.h"
#include "ui/widgets/rm-drop-down.h"
#include "ui/widgets/rm-parts.h"
#include "ui/widgets/rm-search-escape.h"

#include <glib/gi18n.h>
#include <string.h>

struct _RmRatingSheet
{
  AdwWindow parent_instance;

  /* owned */
  RmSession *session;
  GArray *people;     /* of gint64: the people to go through */
  GArray *skills;     /* of gint64: all skills in use, by name */
  RmIdList *list;     /* of skills, or of people */
  GHashTable *rows;   /* id to the row that shows it; borrowed */
  gboolean by_skill;
  gboolean filling;
  gint64 subject;     /* the person, or the skill */
  gint64 current;     /* id of the row that has the focus, or had it last */
  RmRatingColumn column;

  /* template */
  AdwWindowTitle *heading;
  GtkDropDown *way;
  GtkWidget *previous;
  GtkWidget *next;
  GtkSearchEntry *search;
  GtkToggleButton *unrated;
  GtkStack *stack;
  GtkListView *view;
  AdwToastOverlay *toasts;
};

G_DEFINE_FINAL_TYPE (RmRatingSheet, rm_rating_sheet, ADW_TYPE_WINDOW)

static RmProgramme *
get_programme (RmRatingSheet *self)
{
  return rm_session_get_programme (self->session);
}

/* The view decides which of the two is the person and which the skill. */
static gboolean
look_up (RmRatingSheet *self,
         gint64 id,
         const RmPerson **person,
         const RmSkill **skill)
{
  *person = rm_programme_find_person (get_programme (self), self->by_skill ? id : self->subject);
  *skill = rm_programme_find_skill (get_programme (self), self->by_skill ? self->subject : id);

  return *person != NULL && *skill != NULL;
}

static void
show_row (RmRatingSheet *self,
          RmRatingRow *row,
          gint64 id)
{
  const RmPerson *person = NULL;
  const RmSkill *skill = NULL;

  if (look_up (self, id, &person, &skill))
    rm_rating_row_show (row, person, skill, self->by_skill);
}

static int
compare_skills (gconstpointer a,
                gconstpointer b,
                gpointer data)
{
  const RmSkill *first = rm_programme_find_skill (data, *(const gint64 *) a);
  const RmSkill *second = rm_programme_find_skill (data, *(const gint64 *) b);
  int by_category = g_strcmp0 (first->category, second->category);

  if (by_category != 0)
    return by_category;

  return g_utf8_collate (first->name != NULL ? first->name : "",
                         second->name != NULL ? second->name : "");
}

static void
collect_skills (RmRatingSheet *self)
{
  RmProgramme *programme = get_programme (self);

  g_array_set_size (self->skills, 0);
  for (guint k = 0; k < rm_programme_count (programme, RM_TABLE_SKILL); k++)
    {
      const RmSkill *skill = rm_programme_get_skill (programme, k);

      if (skill->retired != 1)
        g_array_append_val (self->skills, skill->record.id);
    }
  g_array_sort_with_data (self->skills, compare_skills, programme);
}

static gboolean
matches (const RmPerson *person,
         const RmSkill *skill,
         gboolean by_skill,
         const char *const *words)
{
  g_autofree char *name = NULL;

  if (by_skill)
    return rm_person_matches (person, words);

  name = rm_fold (skill->name);
  for (guint w = 0; words[w] != NULL; w++)
    if (strstr (name, words[w]) == NULL)
      return FALSE;

  return TRUE;
}

/* Filled on request, not while rating: a row just rated stays in place. */
static void
fill_list (RmRatingSheet *self)
{
  const GArray *all = self->by_skill ? self->people : self->skills;
  g_autofree char *folded = rm_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  gboolean only_unrated = gtk_toggle_button_get_active (self->unrated);
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint k = 0; k < all->len; k++)
    {
      gint64 id = g_array_index (all, gint64, k);
      const RmPerson *person = NULL;
      const RmSkill *skill = NULL;
      const RmStanding *standing = NULL;

      if (!look_up (self, id, &person, &skill))
        continue;
      standing = rm_person_find_standing (person, skill->record.id);
      if ((!only_unrated || standing == NULL || standing->level < 0)
          && matches (person, skill, self->by_skill, (const char *const *) words))
        g_array_append_val (shown, id);
    }
  gtk_stack_set_visible_child_name (self->stack, shown->len > 0 ? "list" : "none");
  rm_id_list_set (self->list, shown);
  if (rm_id_list_find (self->list, self->current) == GTK_INVALID_LIST_POSITION)
    self->current = shown->len > 0 ? g_array_index (shown, gint64, 0) : 0;
}

static gboolean
find_subject (RmRatingSheet *self,
              guint *position)
{
  const GArray *subjects = self->by_skill ? self->skills : self->people;

  for (*position = 0; *position < subjects->len; (*position)++)
    if (g_array_index (subjects, gint64, *position) == self->subject)
      return TRUE;

  return FALSE;
}

static void
show_heading (RmRatingSheet *self)
{
  const RmPerson *person = self->by_skill ? NULL
                                          : rm_programme_find_person (get_programme (self),
                                                                      self->subject);
  const RmSkill *skill = self->by_skill ? rm_programme_find_skill (get_programme (self),
                                                                   self->subject)
                                        : NULL;
  guint n = self->by_skill ? self->skills->len : self->people->len;
  guint position = 0;
  gboolean found = find_subject (self, &position);
  /* Translators: which of how many people or skills is shown */
  g_autofree char *place = found ? g_strdup_printf (_ ("%u of %u"), position + 1, n) : NULL;

  adw_window_title_set_title (self->heading, person != NULL  ? rm_person_display_name (person)
                                             : skill != NULL ? skill->name
                                                             : "");
  adw_window_title_set_subtitle (self->heading, place != NULL ? place : "");
  gtk_widget_set_sensitive (self->previous, found && position > 0);
  gtk_widget_set_sensitive (self->next, found && position + 1 < n);
}

static void
show_rows (RmRatingSheet *self)
{
  GHashTableIter iter;
  gpointer id = NULL;
  gpointer row = NULL;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &id, &row))
    show_row (self, row, *(gint64 *) id);
}

static void
set_subject (RmRatingSheet *self,
             gboolean by_skill,
             gint64 subject)
{
  self->by_skill = by_skill;
  self->subject = subject;
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->way, by_skill ? 1 : 0);
  self->filling = FALSE;
  show_heading (self);
  fill_list (self);
  show_rows (self);
}

static void
changed_cb (RmRatingSheet *self)
{
  collect_skills (self);
  show_heading (self);
  show_rows (self);
}

static gboolean
focus_row (RmRatingSheet *self,
           gint64 id)
{
  RmRatingRow *row = g_hash_table_lookup (self->rows, &id);

  self->current = id;
  return row != NULL && rm_rating_row_focus (row, self->column);
}

/* By @step rows from the current one, as far as there are any. */
static void
move (RmRatingSheet *self,
      int step)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  guint position = rm_id_list_find (self->list, self->current);
  g_autoptr (RmIdItem) item = NULL;

  if (position == GTK_INVALID_LIST_POSITION)
    return;

  position = (guint) CLAMP ((int) position + step, 0, (int) n - 1);
  item = g_list_model_get_item (G_LIST_MODEL (self->list), position);
  if (!focus_row (self, rm_id_item_get_id (item)))
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

static void
picked_cb (RmRatingSheet *self,
           int column,
           int level,
           RmRatingRow *row)
{
  int levels[RM_N_RATING_COLUMNS];
  const RmPerson *person = NULL;
  const RmSkill *skill = NULL;
  g_autoptr (GError) error = NULL;
  GHashTableIter iter;
  gpointer id = NULL;
  gpointer other = NULL;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &id, &other))
    if (other == row)
      self->current = *(gint64 *) id;
  self->column = (RmRatingColumn) column;
  if (!look_up (self, self->current, &person, &skill))
    return;

  for (int c = 0; c < RM_N_RATING_COLUMNS; c++)
    {
      levels[c] = c == column ? level : rm_rating_row_get_level (row, (RmRatingColumn) c);
      if (levels[c] < 0)
        levels[c] = RM_UNKNOWN;
    }
  if (rm_command_rate (self->session, person->record.id, skill->record.id,
                       levels[RM_RATING_LEVEL], levels[RM_RATING_TARGET], &error))
    move (self, 1);
  else
    adw_toast_overlay_add_toast (self->toasts, rm_parts_new_toast (error->message));
}

static void
step_subject (RmRatingSheet *self,
              int step)
{
  const GArray *subjects = self->by_skill ? self->skills : self->people;
  guint position = 0;

  if (!find_subject (self, &position)
      || (int) position + step < 0
      || (int) position + step >= (int) subjects->len)
    return;

  set_subject (self, self->by_skill, g_array_index (subjects, gint64, (int) position + step));
  focus_row (self, self->current);
}

static gboolean
key_cb (RmRatingSheet *self,
        guint key,
        guint code,
        GdkModifierType state)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean in_row = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view));
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  /* A list handles these keys itself, so they are caught before it. */
  if ((state & GDK_CONTROL_MASK) != 0 && (key == GDK_KEY_Page_Up || key == GDK_KEY_Page_Down))
    {
      step_subject (self, key == GDK_KEY_Page_Up ? -1 : 1);
      return GDK_EVENT_STOP;
    }
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || !in_row)
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      move (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Left:
    case GDK_KEY_Right:
    case GDK_KEY_KP_Left:
    case GDK_KEY_KP_Right:
      self->column = ((key == GDK_KEY_Right || key == GDK_KEY_KP_Right) != rtl) ? RM_RATING_TARGET
                                                                             : RM_RATING_LEVEL;
      focus_row (self, self->current);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
focus_cb (RmRatingSheet *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GHashTableIter iter;
  gpointer id = NULL;
  gpointer row = NULL;

  g_hash_table_iter_init (&iter, self->rows);
  while (focus != NULL && g_hash_table_iter_next (&iter, &id, &row))
    if (gtk_widget_is_ancestor (focus, row))
      self->current = *(gint64 *) id;
}

static void
way_changed_cb (RmRatingSheet *self)
{
  gboolean by_skill = gtk_drop_down_get_selected (self->way) == 1;
  gint64 before = self->subject;

  if (self->filling || by_skill == self->by_skill)
    return;

  /* Swaps the subject of the sheet and its row. */
  if (self->current == 0)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  set_subject (self, by_skill, self->current);
  self->current = before;
}

static void
filter_cb (RmRatingSheet *self)
{
  fill_list (self);
}

static void
previous_cb (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  step_subject (RM_RATING_SHEET (widget), -1);
}

static void
next_cb (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  step_subject (RM_RATING_SHEET (widget), 1);
}

static void
undo_cb (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  RmRatingSheet *self = RM_RATING_SHEET (widget);

  if (g_str_equal (name, "sheet.undo"))
    rm_session_undo_async (self->session, NULL, NULL);
  else
    rm_session_redo_async (self->session, NULL, NULL);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem *item,
          RmRatingSheet *self)
{
  GtkWidget *row = rm_rating_row_new ();

  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
  gtk_list_item_set_child (item, row);
  g_signal_connect_object (row, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem *item,
         RmRatingSheet *self)
{
  gint64 id = rm_id_item_get_id (gtk_list_item_get_item (item));
  RmRatingRow *row = RM_RATING_ROW (gtk_list_item_get_child (item));

  g_hash_table_insert (self->rows, g_memdup2 (&id, sizeof id), row);
  show_row (self, row, id);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem *item,
           RmRatingSheet *self)
{
  gint64 id = rm_id_item_get_id (gtk_list_item_get_item (item));

  if (g_hash_table_lookup (self->rows, &id) == gtk_list_item_get_child (item))
    g_hash_table_remove (self->rows, &id);
}

static void
rm_rating_sheet_map (GtkWidget *widget)
{
  RmRatingSheet *self = RM_RATING_SHEET (widget);

  GTK_WIDGET_CLASS (rm_rating_sheet_parent_class)->map (widget);
  focus_row (self, self->current);
}

static void
rm_rating_sheet_dispose (GObject *object)
{
  RmRatingSheet *self = RM_RATING_SHEET (object);

  rm_session_follow (&self->session, NULL, NULL, self);
  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  g_clear_object (&self->list);
  g_clear_pointer (&self->people, g_array_unref);
  g_clear_pointer (&self->skills, g_array_unref);
  G_OBJECT_CLASS (rm_rating_sheet_parent_class)->dispose (object);
  g_clear_pointer (&self->rows, g_hash_table_unref);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "sheet.previous", NULL, previous_cb);
  gtk_widget_class_install_action (widget_class, "sheet.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "sheet.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "sheet.redo", NULL, undo_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "sheet.undo",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z,
                                       GDK_CONTROL_MASK | GDK_SHIFT_MASK, "sheet.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rm_rating_sheet_class_init (RmRatingSheetClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = rm_rating_sheet_dispose;
  widget_class->map = rm_rating_sheet_map;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/ReverseMentor/ui/people/rm-rating-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, RmRatingSheet, heading);
  gtk_widget_class_bind_template_child (widget_class, RmRatingSheet, way);
  gtk_widget_class_bind_template_child (widget_class, RmRatingSheet, previous);
  gtk_widget_class_bind_template_child (widget_class, RmRatingSheet, next);
  gtk_widget_class_bind_template_child (widget_class, RmRatingSheet, search);
  gtk_widget_class_bind_template_child (widget_class, RmRatingSheet, unrated);
  gtk_widget_class_bind_template_child (widget_class, RmRatingSheet, stack);
  gtk_widget_class_bind_template_child (widget_class, RmRatingSheet, view);
  gtk_widget_class_bind_template_child (widget_class, RmRatingSheet, toasts);
  gtk_widget_class_bind_template_callback (widget_class, way_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, rm_search_escape_cb);
  install_actions (widget_class);
}

static void
rm_rating_sheet_init (RmRatingSheet *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) selection = NULL;
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->skills = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->list = rm_id_list_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  rm_drop_down_speak (GTK_WIDGET (self));
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->list)));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (focus_cb), NULL);
}

GtkWidget *
rm_rating_sheet_new (RmSession *session,
                     const gint64 *people,
                     guint n,
                     gint64 first)
{
  RmRatingSheet *self = g_object_new (RM_TYPE_RATING_SHEET, NULL);

  rm_session_follow (&self->session, session, G_CALLBACK (changed_cb), self);
  self->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (self->people, people, n);
  collect_skills (self);
  set_subject (self, FALSE, first);

  return GTK_WIDGET (self);
}
