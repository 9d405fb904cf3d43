/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/skills/rm-skill-picker-texts.h"

#include "core/base/rm-fold.h"
#include "core/model/rm-skill.h"

#include <glib/gi18n.h>

/* Nobody reads more than this in a tooltip. */
#define MOST_PROBLEMS 50

void
rm_skill_picker_fold (const RmSkillsImport *import,
                      GPtrArray *folded)
{
  g_ptr_array_set_size (folded, 0);
  for (guint i = 0; i < import->skills->len; i++)
    {
      const RmSkill *skill = g_ptr_array_index (import->skills, i);
      g_autofree char *all = g_strjoin ("\n", skill->name,
                                        skill->category != NULL ? skill->category : "",
                                        skill->aliases != NULL ? skill->aliases : "", NULL);

      g_ptr_array_add (folded, rm_fold (all));
    }
}

void
rm_skill_picker_show_problems (const RmSkillsImport *import,
                               GtkMenuButton *button,
                               GtkLabel *label)
{
  GPtrArray *problems = import->problems;
  g_autofree char *notices
    = import->table != NULL
        ? rm_file_problem_join_notices (rm_sheet_get_problems (import->table))
        : NULL;
  g_autoptr (GString) text = g_string_new (notices);
  g_autofree char *title = problems->len == 0
                             ? g_strdup (_ ("About this file"))
                             : g_strdup_printf (ngettext ("%'u row left out", "%'u rows left out",
                                                          problems->len),
                                                problems->len);

  for (guint i = 0; i < MIN (problems->len, MOST_PROBLEMS); i++)
    {
      g_autofree char *line = rm_file_problem_describe (g_ptr_array_index (problems, i));

      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
    }
  if (problems->len > MOST_PROBLEMS)
    g_string_append_printf (text, ngettext ("\nand %'u more", "\nand %'u more",
                                            problems->len - MOST_PROBLEMS),
                            problems->len - MOST_PROBLEMS);
  gtk_menu_button_set_label (button, title);
  gtk_label_set_label (label, text->str);
  gtk_widget_set_visible (GTK_WIDGET (button), text->len > 0);
}
