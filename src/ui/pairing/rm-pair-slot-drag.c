/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pairing/rm-pair-slot-private.h"

#include "app/commands/rm-commands.h"
#include "app/pairing/rm-commands-pairs.h"

/* A place of the board as source and target of a drag. The effect of a drop is shown while the
 * pointer is over it. */

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source,
                 double x,
                 double y,
                 RmPairSlot *self)
{
  g_autoptr (RmMentorMove) move = NULL;

  if (self->pair == 0)
    return NULL;

  move = rm_mentor_move_new (self->mentor, self->pair);
  return gdk_content_provider_new_typed (RM_TYPE_MENTOR_MOVE, move);
}

static void
drag_begin_cb (GtkDragSource *source,
               GdkDrag *drag,
               RmPairSlot *self)
{
  g_autoptr (RmMentorMove) move = rm_mentor_move_new (self->mentor, self->pair);
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, 12, 12);
  rm_board_set_move (self->board, move);
}

static void
drag_end_cb (GtkDragSource *source,
             GdkDrag *drag,
             gboolean delete_data,
             RmPairSlot *self)
{
  rm_board_set_move (self->board, NULL);
}

static GdkDragAction
enter_cb (GtkDropTarget *target,
          double x,
          double y,
          RmPairSlot *self)
{
  RmMentorMove *move = rm_board_get_move (self->board);
  g_autofree char *text = NULL;
  RmPreview preview;

  if (move == NULL
      || !rm_board_preview (self->board, move, self->mentee, self->pair, &preview))
    return 0;

  text = rm_board_describe (self->board, move, self->mentee, &preview);
  rm_board_say (self->board, text);
  if (rm_preview_get_refusal (&preview) == NULL)
    return GDK_ACTION_MOVE;

  /* There will be no drop: the user can ask why not. */
  rm_board_set_question (self->board, self->mentee, rm_mentor_move_get_mentor (move));
  return 0;
}

static GdkDragAction
motion_cb (GtkDropTarget *target,
           double x,
           double y,
           RmPairSlot *self)
{
  RmMentorMove *move = rm_board_get_move (self->board);
  RmPreview preview;

  if (move == NULL
      || !rm_board_preview (self->board, move, self->mentee, self->pair, &preview)
      || rm_preview_get_refusal (&preview) != NULL)
    return 0;

  return GDK_ACTION_MOVE;
}

static void
leave_cb (GtkDropTarget *target,
          RmPairSlot *self)
{
  rm_board_say (self->board, NULL);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue *value,
         double x,
         double y,
         RmPairSlot *self)
{
  g_autoptr (RmMentorMove) move = g_value_dup_object (value);
  g_autoptr (GError) error = NULL;

  if (rm_board_pair (self->board, move, self->mentee, self->pair, &error))
    return TRUE;

  rm_pair_slot_report (self, error);
  return FALSE;
}

void
rm_pair_slot_add_drag (RmPairSlot *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (RM_TYPE_MENTOR_MOVE, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (drag_prepare_cb), self, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), self, 0);
  g_signal_connect_object (source, "drag-end", G_CALLBACK (drag_end_cb), self, 0);
  g_signal_connect_object (target, "enter", G_CALLBACK (enter_cb), self, 0);
  g_signal_connect_object (target, "motion", G_CALLBACK (motion_cb), self, 0);
  g_signal_connect_object (target, "leave", G_CALLBACK (leave_cb), self, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
