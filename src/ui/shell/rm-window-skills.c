/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/importing/rm-import-chooser.h"
#include "ui/shell/rm-window-private.h"
#include "ui/skills/rm-skill-picker.h"
#include "ui/skills/rm-skills-page.h"
#include "ui/widgets/rm-parts.h"

#include <glib/gi18n.h>

/* Actions of a window about skills, for menus and pages. */

static RmSkillsPage *
show_skills_page (GtkWidget *widget)
{
  return RM_SKILLS_PAGE (rm_window_show_page (RM_WINDOW (widget), "skills"));
}

static void
add_skill_cb (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  rm_skills_page_add_skill (show_skills_page (widget));
}

static void
show_skill_cb (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  rm_skills_page_show_skill (show_skills_page (widget), g_variant_get_int64 (parameter));
}

static void
present_picker (RmWindow *self,
                GFile *file)
{
  rm_parts_present (rm_skill_picker_new (self->session, file), GTK_WIDGET (self));
}

static void
starter_topics_cb (GtkWidget *widget,
                   const char *name,
                   GVariant *parameter)
{
  present_picker (RM_WINDOW (widget), NULL);
}

static void
file_chosen_cb (RmWindow *self,
                int response,
                GtkFileChooserNative *chooser)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file != NULL && self->session != NULL)
    present_picker (self, file);
  g_object_unref (chooser);
}

static void
import_skills_cb (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  GtkFileChooserNative *chooser
    = gtk_file_chooser_native_new (_ ("Import Skills"), GTK_WINDOW (widget),
                                   GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  rm_import_chooser_add_filters (GTK_FILE_CHOOSER (chooser));
  g_signal_connect_object (chooser, "response", G_CALLBACK (file_chosen_cb), widget,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
rm_window_install_skill_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.add-skill", NULL, add_skill_cb);
  gtk_widget_class_install_action (widget_class, "win.show-skill", "x", show_skill_cb);
  gtk_widget_class_install_action (widget_class, "win.starter-topics", NULL, starter_topics_cb);
  gtk_widget_class_install_action (widget_class, "win.import-skills", NULL, import_skills_cb);
}
