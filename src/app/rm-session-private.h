/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/rm-session.h"

G_BEGIN_DECLS

enum
{
  RM_SESSION_PROP_SAVE_STATE = 1,
  RM_SESSION_PROP_UNDO_LABEL,
  RM_SESSION_PROP_REDO_LABEL,
  RM_SESSION_PROP_EDITABLE,
  RM_SESSION_N_PROPS,
};

struct _RmSession
{
  GObject parent_instance;

  /* owned */
  RmDocument *document;
  RmProgramme *programme;
  GError *save_error;

  gboolean editable;
  RmSaveState save_state;
  guint save_timeout;
  gint64 save_duration; /* of the last one, µs */
  gint64 save_time;     /* of the last one, µs since the epoch */
};

void rm_session_set_editable (RmSession *self,
                              gboolean editable);
void rm_session_set_save_state (RmSession *self,
                                RmSaveState state);
void rm_session_take_programme (RmSession *self,
                                RmProgramme *programme,
                                RmChanges *changes);
void rm_session_schedule_save (RmSession *self);

G_END_DECLS
