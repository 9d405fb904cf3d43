/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pairing/rm-pair-slot-private.h"

#include "app/commands/rm-commands.h"
#include "app/pairing/rm-commands-pairs.h"
#include "core/base/rm-sentence.h"
#include "ui/widgets/rm-accessible.h"
#include "ui/widgets/rm-copy.h"
#include "ui/widgets/rm-tooltip.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (RmPairSlot, rm_pair_slot, GTK_TYPE_WIDGET)

static void
set_class (RmPairSlot *self,
           const char *name,
           gboolean on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static void
set_texts (RmPairSlot *self,
           const char *name,
           const char *score)
{
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->score, score);
  gtk_widget_set_visible (GTK_WIDGET (self->score), *score != '\0');
}

static void
show_normal (RmPairSlot *self)
{
  gboolean changes = self->ends || self->new_pair.mentor != 0;

  set_texts (self, self->normal_name, self->normal_score);
  gtk_widget_set_visible (self->icon, self->locked);
  gtk_widget_set_visible (GTK_WIDGET (self->change), changes);
  gtk_widget_set_visible (GTK_WIDGET (self->two_way), self->pair != 0 && !self->untold && !changes);
  set_class (self, "legal", FALSE);
  set_class (self, "illegal", FALSE);
}

static void
show_move (RmPairSlot *self,
           RmMentorMove *move)
{
  RmPreview preview;
  const char *refusal = NULL;
  g_autofree char *score = NULL;
  int effect = 0;

  if (rm_mentor_move_get_from (move) == self->pair && self->pair != 0)
    return;
  if (!rm_board_preview (self->board, move, self->mentee, self->pair, &preview))
    return;

  refusal = rm_preview_get_refusal (&preview);
  set_class (self, "legal", refusal == NULL);
  set_class (self, "illegal", refusal != NULL);
  if (refusal != NULL)
    {
      set_texts (self, refusal, "");
      return;
    }

  effect = rm_points_to_percent (preview.effect);
  /* Translators: a score in percent and its effect on the total, such as "82 % (+3)" */
  score = g_strdup_printf (_ ("%d %% (%+d)"), rm_points_to_percent (preview.score), effect);
  set_texts (self, self->normal_name, score);
}

static void
move_changed_cb (RmPairSlot *self)
{
  RmMentorMove *move = rm_board_get_move (self->board);

  show_normal (self);
  if (move != NULL)
    show_move (self, move);
}

static void
choose_cb (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  RmPairSlot *self = RM_PAIR_SLOT (widget);

  rm_board_select (self->board, self->mentee);
  gtk_widget_activate_action (widget, "pairing.choose", "(xx)", self->mentee, self->pair);
}

static void
unpair_cb (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  RmPairSlot *self = RM_PAIR_SLOT (widget);
  g_autoptr (GError) error = NULL;

  if (self->pair != 0 && !rm_board_unpair (self->board, self->pair, &error))
    rm_pair_slot_report (self, error);
}

static void
lock_cb (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  RmPairSlot *self = RM_PAIR_SLOT (widget);
  g_autoptr (GError) error = NULL;

  if (self->pair != 0
      && !rm_board_set_locked (self->board, self->pair, !self->locked, &error))
    rm_pair_slot_report (self, error);
}

static void
show_mentor_cb (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.show-person", "x", RM_PAIR_SLOT (widget)->mentor);
}

static void
explain_cb (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  RmPairSlot *self = RM_PAIR_SLOT (widget);

  if (self->pair != 0)
    gtk_widget_activate_action (widget, "pairing.ask", "(xx)", self->mentee, self->mentor);
  else
    gtk_widget_activate_action (widget, "pairing.unpaired", "x", self->mentee);
}

static void
apart_cb (GtkWidget *widget,
          const char *name,
          GVariant *parameter)
{
  RmPairSlot *self = RM_PAIR_SLOT (widget);

  if (self->pair != 0)
    gtk_widget_activate_action (widget, "pairing.toggle-apart", "(xx)", self->mentee, self->mentor);
}

static void
popup (RmPairSlot *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  if (self->menu != NULL)
    gtk_widget_unparent (self->menu);
  g_menu_append (menu, self->pair != 0 ? _ ("_Choose another mentor…") : _ ("_Choose a mentor…"),
                 "slot.choose");
  g_menu_append (menu, self->pair != 0 ? _ ("_Why these two?") : _ ("_Why nobody?"),
                 "slot.explain");
  if (self->pair != 0)
    {
      g_menu_append (menu, self->locked ? _ ("Un_lock") : _ ("_Lock"), "slot.lock");
      g_menu_append (menu, _ ("_Take the mentor away"), "slot.unpair");
      rm_board_add_apart_item (self->board, self->mentee, self->mentor, menu, "slot.toggle-apart");
      g_menu_append (menu, _ ("_Show the mentor"), "slot.show-mentor");
    }
  g_menu_append (menu, _ ("C_opy the row"), "slot.copy");
  self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
copy_cb (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  rm_copy_row (widget);
}

static void
menu_cb (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  popup (RM_PAIR_SLOT (widget));
}

/* Not on press: then the row around it takes the focus. */
static void
released_cb (RmPairSlot *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  rm_board_select (self->board, self->mentee);
}

static void
focus_cb (RmPairSlot *self)
{
  rm_board_select (self->board, self->mentee);
}

static void
rm_pair_slot_dispose (GObject *object)
{
  RmPairSlot *self = RM_PAIR_SLOT (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->board);
  g_clear_pointer (&self->normal_name, g_free);
  g_clear_pointer (&self->normal_score, g_free);
  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->description, g_free);
  g_clear_pointer (&self->steady, g_free);
  G_OBJECT_CLASS (rm_pair_slot_parent_class)->dispose (object);
}

static void
rm_pair_slot_class_init (RmPairSlotClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = rm_pair_slot_dispose;
  g_type_ensure (RM_TYPE_SLOT_CHANGE);
  g_type_ensure (RM_TYPE_STEADY_BADGE);
  g_type_ensure (RM_TYPE_TWO_WAY_BARS);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/ReverseMentor/ui/pairing/rm-pair-slot.ui");
  gtk_widget_class_bind_template_child (widget_class, RmPairSlot, box);
  gtk_widget_class_bind_template_child (widget_class, RmPairSlot, icon);
  gtk_widget_class_bind_template_child (widget_class, RmPairSlot, name);
  gtk_widget_class_bind_template_child (widget_class, RmPairSlot, badge);
  gtk_widget_class_bind_template_child (widget_class, RmPairSlot, score);
  gtk_widget_class_bind_template_child (widget_class, RmPairSlot, two_way);
  gtk_widget_class_bind_template_child (widget_class, RmPairSlot, change);
  gtk_widget_class_bind_template_callback (widget_class, released_cb);
  gtk_widget_class_bind_template_callback (widget_class, popup);
  gtk_widget_class_bind_template_callback (widget_class, focus_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "pairslot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_widget_class_install_action (widget_class, "slot.choose", NULL, choose_cb);
  gtk_widget_class_install_action (widget_class, "slot.unpair", NULL, unpair_cb);
  gtk_widget_class_install_action (widget_class, "slot.lock", NULL, lock_cb);
  gtk_widget_class_install_action (widget_class, "slot.explain", NULL, explain_cb);
  gtk_widget_class_install_action (widget_class, "slot.toggle-apart", NULL, apart_cb);
  gtk_widget_class_install_action (widget_class, "slot.menu", NULL, menu_cb);
  gtk_widget_class_install_action (widget_class, "slot.show-mentor", NULL, show_mentor_cb);
  gtk_widget_class_install_action (widget_class, "slot.copy", NULL, copy_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "slot.choose", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "slot.choose", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "slot.choose", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "slot.unpair", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, GDK_CONTROL_MASK, "slot.lock",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "slot.explain",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_k, GDK_CONTROL_MASK,
                                       "slot.toggle-apart", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "slot.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "slot.menu",
                                       NULL);
}

static void
rm_pair_slot_init (RmPairSlot *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  rm_pair_slot_add_drag (self);
}

/* Text for screen readers: the pair, and what would become of it. */
static void
update_accessible (RmPairSlot *self)
{
  g_autofree char *description = NULL;

  if (self->ends || self->new_pair.mentor != 0)
    description = rm_slot_change_dup_text (self->change);
  else if (self->steady != NULL && self->description != NULL)
    description = g_strdup_printf ("%s. %s", self->description, self->steady);
  else
    description = g_strdup (self->steady != NULL ? self->steady : self->description);
  rm_accessible_set_label (self, self->label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description != NULL ? description : "", -1);
}

static char *
describe (RmPairSlot *self,
          const RmSlot *slot)
{
  RmProgramme *programme = rm_session_get_programme (rm_board_get_session (self->board));
  const char *name = rm_programme_name_person (programme, self->mentee);

  if (slot == NULL)
    /* Translators: for a screen reader; %s is the mentee */
    return rm_sentence_new (_ ("Free place of %s"), name);
  if (self->untold)
    /* Translators: for a screen reader; mentor, mentee and "not available to pair" */
    return rm_sentence_new (_ ("%s mentors %s: %s"), self->normal_name, name,
                            _ (rm_rule_describe (slot->rule)));
  if (self->locked)
    /* Translators: for a screen reader; mentor, mentee and percent */
    return rm_sentence_new (_ ("%s mentors %s, %d %%, locked"), self->normal_name, name,
                            rm_points_to_percent (slot->score));

  /* Translators: for a screen reader; mentor, mentee and percent */
  return rm_sentence_new (_ ("%s mentors %s, %d %%"), self->normal_name, name,
                          rm_points_to_percent (slot->score));
}

static void
show_two_way (RmPairSlot *self,
              const RmSlot *slot)
{
  RmScore score;

  g_clear_pointer (&self->description, g_free);
  if (slot == NULL || self->untold)
    return;

  rm_scorer_explain (rm_pairing_get_scorer (rm_board_get_pairing (self->board)), slot->mentee,
                     slot->mentor, &score);
  rm_two_way_bars_show (self->two_way, &score);
  self->description = rm_two_way_bars_dup_text (&score);
}

static void
show_steady (RmPairSlot *self)
{
  GPtrArray *pairs = rm_asker_get_steady (rm_board_get_asker (self->board));
  const RmSteadyPair *steady = NULL;

  if (pairs != NULL && self->pair != 0 && !self->untold)
    steady = rm_steady_pairs_find (pairs, self->mentee, self->mentor);
  rm_steady_badge_show (self->badge, steady);
  g_clear_pointer (&self->steady, g_free);
  self->steady = g_strdup (steady != NULL ? steady->sentence : NULL);
  update_accessible (self);
}

static void
asker_changed_cb (RmPairSlot *self,
                  guint question)
{
  if (question == RM_QUESTION_STEADY)
    show_steady (self);
}

void
rm_pair_slot_report (RmPairSlot *self,
                     GError *error)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

GtkWidget *
rm_pair_slot_new (RmBoard *board)
{
  RmPairSlot *self = g_object_new (RM_TYPE_PAIR_SLOT, NULL);

  self->board = g_object_ref (board);
  g_signal_connect_object (board, "move-changed", G_CALLBACK (move_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (rm_board_get_asker (board), "changed", G_CALLBACK (asker_changed_cb),
                           self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
rm_pair_slot_show (RmPairSlot *self,
                   gint64 mentee,
                   const RmSlot *slot)
{
  const RmPairing *pairing = rm_board_get_pairing (self->board);

  self->mentee = mentee;
  self->pair = slot != NULL ? slot->pair : 0;
  self->locked = slot != NULL && slot->locked;
  self->untold = slot != NULL && slot->rule == RM_RULE_UNAVAILABLE;
  g_free (self->normal_name);
  g_free (self->normal_score);
  if (slot != NULL)
    {
      const RmPerson *mentor = rm_scorer_get_mentor (rm_pairing_get_scorer (pairing),
                                                     slot->mentor);

      self->mentor = mentor->record.id;
      self->normal_name = g_strdup (rm_person_display_name (mentor));
      self->normal_score
        /* Translators: a score in percent */
        = self->untold ? g_strdup ("–")
                       : g_strdup_printf (_ ("%d %%"), rm_points_to_percent (slot->score));
      rm_tooltip_set (GTK_WIDGET (self),
                                   slot->rule != RM_RULE_NONE ? _ (rm_rule_describe (slot->rule))
                                                              : self->normal_name);
    }
  else
    {
      self->mentor = 0;
      self->normal_name = g_strdup (_ ("Drop a mentor here"));
      self->normal_score = g_strdup ("");
      rm_tooltip_set (GTK_WIDGET (self), NULL);
    }
  set_class (self, "empty", slot == NULL);
  set_class (self, "broken", slot != NULL && slot->rule != RM_RULE_NONE);
  show_two_way (self, slot);
  g_free (self->label);
  self->label = describe (self, slot);
  show_steady (self);
  move_changed_cb (self);
}

gint64
rm_pair_slot_get_pair (RmPairSlot *self)
{
  return self->pair;
}

void
rm_pair_slot_set_change (RmPairSlot *self,
                         gboolean ends,
                         const RmNewPair *new_pair)
{
  static const RmNewPair nobody = { 0 };
  gboolean other = FALSE;

  if (new_pair == NULL)
    new_pair = &nobody;
  if (self->ends == ends && self->new_pair.mentor == new_pair->mentor
      && rm_points_to_percent (self->new_pair.score) == rm_points_to_percent (new_pair->score))
    return;

  /* While a slider moves this happens often to many slots: unchanged parts are left alone. */
  other = self->ends != ends || self->new_pair.mentor != new_pair->mentor;
  self->ends = ends;
  self->new_pair = *new_pair;
  rm_slot_change_show (self->change,
                       rm_session_get_programme (rm_board_get_session (self->board)), new_pair);
  set_class (self, "ends", ends);
  update_accessible (self);
  set_class (self, "changing", ends || new_pair->mentor != 0);
  if (other)
    move_changed_cb (self);
}
