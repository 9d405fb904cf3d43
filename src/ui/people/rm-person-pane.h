/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/rm-record-pane.h"

G_BEGIN_DECLS

/**
 * RmPersonPane:
 *
 * One person to see and edit: who they are, whether they take part, what they can and want to
 * learn. Each edit goes straight into the programme.
 */
#define RM_TYPE_PERSON_PANE (rm_person_pane_get_type ())
G_DECLARE_FINAL_TYPE (RmPersonPane, rm_person_pane, RM, PERSON_PANE, RmRecordPane)

G_END_DECLS
