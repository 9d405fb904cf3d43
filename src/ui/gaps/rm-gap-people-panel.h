/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/gaps/rm-gap-view.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmGapPeoplePanel:
 *
 * Who is behind the selected cells of the table of skill gaps: in need, able to teach, not rated or
 * dependent on one mentor, by name. A worker lists them, and only while the panel can be seen.
 *
 * Signals:
 * - "close": somebody wants it gone
 */
#define RM_TYPE_GAP_PEOPLE_PANEL (rm_gap_people_panel_get_type ())
G_DECLARE_FINAL_TYPE (RmGapPeoplePanel, rm_gap_people_panel, RM, GAP_PEOPLE_PANEL, GtkWidget)

/**
 * rm_gap_people_panel_set_block:
 * @self: a panel
 * @view: (nullable): the table
 * @block: (nullable): cells of it
 */
void rm_gap_people_panel_set_block (RmGapPeoplePanel *self,
                                    RmGapView *view,
                                    const RmGapBlock *block);

/**
 * rm_gap_people_panel_set_measure:
 * @self: a panel
 * @measure: whom to list: those that this is a figure of
 */
void rm_gap_people_panel_set_measure (RmGapPeoplePanel *self,
                                      RmGapMeasure measure);

/**
 * rm_gap_people_panel_is_busy:
 * @self: a panel
 *
 * Returns: whether they are being listed
 */
gboolean rm_gap_people_panel_is_busy (RmGapPeoplePanel *self);

/** The focus goes to the first of them, now or when they are listed. */
void rm_gap_people_panel_take_focus (RmGapPeoplePanel *self);

G_END_DECLS
