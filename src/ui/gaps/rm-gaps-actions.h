/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/gaps/rm-gap-selection.h"
#include "ui/gaps/rm-gaps-model.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmGapsActions:
 *
 * What menus, buttons and keys can ask of the table of skill gaps and of the cells that are
 * selected, as the group of actions "gaps". Whoever shows the table may add more.
 */
#define RM_TYPE_GAPS_ACTIONS (rm_gaps_actions_get_type ())
G_DECLARE_FINAL_TYPE (RmGapsActions, rm_gaps_actions, RM, GAPS_ACTIONS, GSimpleActionGroup)

/**
 * rm_gaps_actions_new:
 * @owner: the widget that has the actions, and over whose window dialogs stand; outlives them
 * @model: the table
 * @selection: cells of it
 *
 * Returns: (transfer full): the actions
 */
RmGapsActions *rm_gaps_actions_new (GtkWidget *owner,
                                    RmGapsModel *model,
                                    RmGapSelection *selection);

G_END_DECLS
