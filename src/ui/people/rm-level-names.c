/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/people/rm-level-names.h"

#include "app/commands/rm-commands-groups.h"

void
rm_level_names_show (RmFieldEditor *editor,
                     const RmProgramme *programme)
{
  for (int level = 1; level <= RM_SENIORITY_MAX; level++)
    {
      g_autofree char *name = rm_seniority_dup_label (programme, level);

      rm_field_editor_name_value (editor, level, name);
    }
}
