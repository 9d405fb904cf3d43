/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/rm-session.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * rm_settings_people_new:
 * @session: a session
 *
 * Returns: (transfer floating): a page of preferences with the names of seniority levels, the
 *   cohorts, and the purposes of consent
 */
GtkWidget *rm_settings_people_new (RmSession *session);

G_END_DECLS
