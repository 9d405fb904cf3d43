/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/files/rm-skills-import.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What an #RmSkillPicker searches in: one text per skill. */
void rm_skill_picker_fold (const RmSkillsImport *import,
                           GPtrArray *folded);

/* Says in @button and @label what was left out, and hides @button where there is nothing to say. */
void rm_skill_picker_show_problems (const RmSkillsImport *import,
                                    GtkMenuButton *button,
                                    GtkLabel *label);

G_END_DECLS
