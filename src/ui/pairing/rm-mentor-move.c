/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pairing/rm-mentor-move.h"

struct _RmMentorMove
{
  GObject parent_instance;

  gint64 mentor;
  gint64 from;
};

G_DEFINE_FINAL_TYPE (RmMentorMove, rm_mentor_move, G_TYPE_OBJECT)

static void
rm_mentor_move_class_init (RmMentorMoveClass *class)
{
}

static void
rm_mentor_move_init (RmMentorMove *self)
{
}

RmMentorMove *
rm_mentor_move_new (gint64 mentor,
                    gint64 from)
{
  RmMentorMove *self = g_object_new (RM_TYPE_MENTOR_MOVE, NULL);

  self->mentor = mentor;
  self->from = from;
  return self;
}

gint64
rm_mentor_move_get_mentor (RmMentorMove *self)
{
  return self->mentor;
}

gint64
rm_mentor_move_get_from (RmMentorMove *self)
{
  return self->from;
}
