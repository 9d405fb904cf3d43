/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/rm-record-pane.h"

G_BEGIN_DECLS

/** RmRolePane: one role profile to view and edit: the people it applies to, and its needs. */
#define RM_TYPE_ROLE_PANE (rm_role_pane_get_type ())
G_DECLARE_FINAL_TYPE (RmRolePane, rm_role_pane, RM, ROLE_PANE, RmRecordPane)

G_END_DECLS
