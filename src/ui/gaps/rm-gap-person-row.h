/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/base/rm-core-types.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmGapPersonRow:
 *
 * Somebody who stands behind a figure of the table of skill gaps: the name, what they are, and at
 * the end how they stand.
 */
#define RM_TYPE_GAP_PERSON_ROW (rm_gap_person_row_get_type ())
G_DECLARE_FINAL_TYPE (RmGapPersonRow, rm_gap_person_row, RM, GAP_PERSON_ROW, GtkWidget)

GtkWidget *rm_gap_person_row_new (void);

/**
 * rm_gap_person_row_show:
 * @self: a row
 * @person: (nullable): who
 * @standing: (nullable): how they stand: "1 → 3"
 */
void rm_gap_person_row_show (RmGapPersonRow *self,
                             const RmPerson *person,
                             const char *standing);

G_END_DECLS
