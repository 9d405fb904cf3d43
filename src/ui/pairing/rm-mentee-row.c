/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pairing/rm-mentee-row.h"

#include "ui/pairing/rm-pair-slot.h"
#include "ui/widgets/rm-tooltip.h"

struct _RmMenteeRow
{
  GtkWidget parent_instance;

  /* owned */
  RmBoard *board;
  GPtrArray *slots;
  gint64 mentee;
  gboolean stale;   /* the row does not show the weights being tried */
  guint catch_up;   /* source */

  /* template */
  GtkWidget *box;
  AdwAvatar *avatar;
  GtkLabel *name;
  GtkLabel *job;
  GtkBox *slot_box;
};

G_DEFINE_FINAL_TYPE (RmMenteeRow, rm_mentee_row, GTK_TYPE_WIDGET)

static void
fit_slots (RmMenteeRow *self,
           guint n)
{
  while (self->slots->len > n)
    {
      gtk_box_remove (self->slot_box, g_ptr_array_index (self->slots, self->slots->len - 1));
      g_ptr_array_set_size (self->slots, (int) self->slots->len - 1);
    }
  while (self->slots->len < n)
    {
      GtkWidget *slot = rm_pair_slot_new (self->board);

      gtk_box_append (self->slot_box, slot);
      g_ptr_array_add (self->slots, slot);
    }
}

/* Assigns mentors to slots: a new mentor takes the place of one who goes, or a free one. */
static void
show_trial (RmMenteeRow *self)
{
  RmLiveResult *outcome = rm_board_get_outcome (self->board);
  const RmNewPair *new_pairs = NULL;
  guint n = 0;
  guint next = 0;

  if (outcome != NULL)
    new_pairs = rm_live_result_list_new_pairs (outcome, self->mentee, &n);
  for (guint i = 0; i < self->slots->len; i++)
    {
      RmPairSlot *slot = g_ptr_array_index (self->slots, i);
      gint64 pair = rm_pair_slot_get_pair (slot);
      gboolean ends = outcome != NULL && pair != 0 && rm_live_result_ends (outcome, pair);
      gboolean begins = (ends || pair == 0) && next < n;

      rm_pair_slot_set_change (slot, ends, begins ? &new_pairs[next] : NULL);
      next += begins;
    }
}

static gboolean
catch_up_cb (gpointer data)
{
  RmMenteeRow *self = data;

  self->catch_up = 0;
  self->stale = FALSE;
  show_trial (self);
  return G_SOURCE_REMOVE;
}

/* A list keeps many more rows than it shows, and previews come often: invisible rows wait until
 * they are shown. */
static void
outcome_changed_cb (RmMenteeRow *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_trial (self);
  else
    self->stale = TRUE;
}

/* Not at once: a list maps its rows while it lays them out. */
static void
rm_mentee_row_map (GtkWidget *widget)
{
  RmMenteeRow *self = RM_MENTEE_ROW (widget);

  GTK_WIDGET_CLASS (rm_mentee_row_parent_class)->map (widget);
  if (self->stale && self->catch_up == 0)
    self->catch_up = g_idle_add (catch_up_cb, self);
}

static void
refresh (RmMenteeRow *self)
{
  const RmPairing *pairing = rm_board_get_pairing (self->board);
  const RmPerson *person = NULL;
  const RmSlot *slots = NULL;
  g_autofree char *job = NULL;
  guint n = 0;
  guint places = 0;
  int mentee = -1;

  if (pairing == NULL || self->mentee == 0)
    return;
  mentee = rm_scorer_find_mentee (rm_pairing_get_scorer (pairing), self->mentee);
  if (mentee < 0)
    return;

  person = rm_scorer_get_mentee (rm_pairing_get_scorer (pairing), (guint) mentee);
  adw_avatar_set_text (self->avatar, person->name);
  gtk_label_set_label (self->name, rm_person_display_name (person));
  rm_tooltip_set (GTK_WIDGET (self->name), rm_person_display_name (person));
  job = g_strjoin (person->job_title != NULL && person->department != NULL ? " · " : "",
                   person->job_title != NULL ? person->job_title : "",
                   person->department != NULL ? person->department : "", NULL);
  gtk_label_set_label (self->job, job);

  slots = rm_pairing_list_slots (pairing, (guint) mentee, &n);
  places = MAX (rm_pairing_get_mentee_places (pairing, (guint) mentee), n);
  fit_slots (self, MIN (places, 20));
  for (guint i = 0; i < self->slots->len; i++)
    rm_pair_slot_show (g_ptr_array_index (self->slots, i), self->mentee,
                       i < n ? &slots[i] : NULL);
  show_trial (self);
}

static void
pressed_cb (RmMenteeRow *self)
{
  rm_board_select (self->board, self->mentee);
}

static void
rm_mentee_row_dispose (GObject *object)
{
  RmMenteeRow *self = RM_MENTEE_ROW (object);

  g_clear_handle_id (&self->catch_up, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->slots, g_ptr_array_unref);
  g_clear_object (&self->board);
  G_OBJECT_CLASS (rm_mentee_row_parent_class)->dispose (object);
}

static void
rm_mentee_row_class_init (RmMenteeRowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = rm_mentee_row_dispose;
  widget_class->map = rm_mentee_row_map;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/ReverseMentor/ui/pairing/rm-mentee-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RmMenteeRow, box);
  gtk_widget_class_bind_template_child (widget_class, RmMenteeRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, RmMenteeRow, name);
  gtk_widget_class_bind_template_child (widget_class, RmMenteeRow, job);
  gtk_widget_class_bind_template_child (widget_class, RmMenteeRow, slot_box);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "menteerow");
}

static void
rm_mentee_row_init (RmMenteeRow *self)
{
  self->slots = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rm_mentee_row_new (RmBoard *board)
{
  RmMenteeRow *self = g_object_new (RM_TYPE_MENTEE_ROW, NULL);

  self->board = g_object_ref (board);
  g_signal_connect_object (board, "pairing-changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (board, "outcome-changed", G_CALLBACK (outcome_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
rm_mentee_row_show (RmMenteeRow *self,
                    gint64 mentee)
{
  self->mentee = mentee;
  refresh (self);
}

static gboolean
move_focus (RmMenteeRow *self,
            guint focused,
            gboolean forward)
{
  if (forward)
    return focused + 1 < self->slots->len
           && gtk_widget_grab_focus (g_ptr_array_index (self->slots, focused + 1));
  if (focused > 0 && focused < self->slots->len)
    return gtk_widget_grab_focus (g_ptr_array_index (self->slots, focused - 1));

  /* The list item, between which a list moves the focus. */
  return focused == 0 && gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (self)));
}

gboolean
rm_mentee_row_key (RmMenteeRow *self,
                   guint key,
                   GdkModifierType state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  guint focused = G_MAXUINT; /* one before the first: the row itself */
  GtkWidget *first = NULL;

  if (self->slots->len == 0)
    return FALSE;
  g_ptr_array_find (self->slots, focus, &focused);
  if (key == GDK_KEY_Right || key == GDK_KEY_Left)
    return move_focus (self, focused, (key == GDK_KEY_Right) != rtl);
  if (focused != G_MAXUINT)
    return FALSE;

  first = g_ptr_array_index (self->slots, 0);
  if (key == GDK_KEY_Delete)
    return gtk_widget_activate_action (first, "slot.unpair", NULL);
  if (key == GDK_KEY_l && (state & GDK_CONTROL_MASK) != 0)
    return gtk_widget_activate_action (first, "slot.lock", NULL);
  if (key == GDK_KEY_e && (state & GDK_CONTROL_MASK) != 0)
    return gtk_widget_activate_action (first, "slot.explain", NULL);
  if (key == GDK_KEY_Menu || (key == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0))
    return gtk_widget_activate_action (first, "slot.menu", NULL);

  return FALSE;
}
