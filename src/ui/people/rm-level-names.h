/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-programme.h"
#include "ui/widgets/rm-field-editor.h"

G_BEGIN_DECLS

/**
 * rm_level_names_show:
 * @editor: the editor of a person's seniority level
 * @programme: a programme
 *
 * Shows the level names of @programme as the choices of @editor.
 */
void rm_level_names_show (RmFieldEditor *editor,
                          const RmProgramme *programme);

G_END_DECLS
