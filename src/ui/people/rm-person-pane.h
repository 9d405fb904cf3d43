/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/rm-record-pane.h"

G_BEGIN_DECLS

/**
 * RmPersonPane:
 *
 * One person to view and edit: personal data, participation, skills and wishes. Each edit is
 * applied to the programme at once.
 */
#define RM_TYPE_PERSON_PANE (rm_person_pane_get_type ())
G_DECLARE_FINAL_TYPE (RmPersonPane, rm_person_pane, RM, PERSON_PANE, RmRecordPane)

G_END_DECLS
