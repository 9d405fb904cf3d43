/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/gaps/rm-gaps-model.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/* What to hold the table of skill gaps against: asked by a dialog, told to the model. */

/**
 * rm_gap_compare_dialog_ask_days:
 * @owner: a widget of the window
 * @model: what is compared then
 */
void rm_gap_compare_dialog_ask_days (GtkWidget *owner,
                                     RmGapsModel *model);

/** As rm_gap_compare_dialog_ask_days(), for two cohorts; a toast where there are not as many. */
void rm_gap_compare_dialog_ask_cohorts (GtkWidget *owner,
                                        RmGapsModel *model);

G_END_DECLS
