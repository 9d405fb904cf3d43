/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/rm-commands.h"

G_BEGIN_DECLS

/* Edits of one record, as rm_store_edit() takes them; @data is the record. */
gboolean rm_commands_insert_record (RmStore *store,
                                    gpointer data,
                                    GError **error);
gboolean rm_commands_update_record (RmStore *store,
                                    gpointer data,
                                    GError **error);

/* Within an edit, makes (@level, @target) what somebody's ratings in @skill come to, as
 * rm_command_rate() does. */
gboolean rm_commands_rate (RmStore *store,
                           gint64 person,
                           gint64 skill,
                           int level,
                           int target,
                           GError **error);

/* Makes the open pairs those of @result, which is for @programme, within an edit; pairs that stay
 * keep their rows. */
gboolean rm_commands_write_proposal (RmStore *store,
                                     RmProgramme *programme,
                                     const RmPairingResult *result,
                                     GError **error);

/* The one undo label of all that makes somebody available to pair, or not. */
const char *rm_commands_label_available (void);

G_END_DECLS
