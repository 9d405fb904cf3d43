/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/skills/rm-skill-dialogs.h"

#include "app/commands/rm-commands-skills.h"
#include "core/base/rm-sentence.h"
#include "ui/skills/rm-skill-choice.h"
#include "ui/widgets/rm-accessible.h"
#include "ui/widgets/rm-parts.h"

#include <glib/gi18n.h>

/** The data of a dialog. */
typedef struct
{
  GtkWidget *owner;   /* owned */
  RmSession *session; /* owned */
  gint64 skill;
  char *category;     /* owned, nullable */
  GtkWidget *answer;  /* borrowed: the widget for the answer */
} Question;

static Question *
question_new (GtkWidget *owner,
              RmSession *session)
{
  Question *self = g_new0 (Question, 1);

  self->owner = g_object_ref (owner);
  self->session = g_object_ref (session);
  return self;
}

static void
question_free (gpointer data)
{
  Question *self = data;

  g_object_unref (self->owner);
  g_object_unref (self->session);
  g_free (self->category);
  g_free (self);
}

static GtkWidget *
new_dialog (Question *question,
            const char *heading,
            const char *body,
            const char *action)
{
  GtkWidget *dialog
    = rm_parts_new_question (question->owner, heading, body, question->answer, action);

  g_object_set_data_full (G_OBJECT (dialog), "rm-question", question, question_free);
  return dialog;
}

static void
merge_answered_cb (AdwMessageDialog *dialog,
                   const char *response,
                   Question *question)
{
  gint64 stays = rm_skill_choice_get_skill (RM_SKILL_CHOICE (question->answer));

  if (g_str_equal (response, "do"))
    rm_command_merge_skills_async (question->session, question->skill, stays,
                                   rm_parts_outcome_cb,
                                   rm_parts_outcome_new (question->owner, _ ("Skills merged"),
                                                         _ ("The skills cannot be merged")));
}

void
rm_skill_dialogs_merge (GtkWidget *owner,
                        RmSession *session,
                        gint64 skill)
{
  const RmSkill *from = rm_programme_find_skill (rm_session_get_programme (session), skill);
  Question *question = NULL;
  GtkWidget *dialog = NULL;
  g_autofree char *heading = NULL;

  if (from == NULL)
    return;

  question = question_new (owner, session);
  question->skill = skill;
  question->answer = rm_skill_choice_new (_ ("Skill that stays"));
  rm_skill_choice_fill (RM_SKILL_CHOICE (question->answer), rm_session_get_programme (session),
                        skill, TRUE);
  /* Translators: %s is a skill's name */
  heading = rm_sentence_new (_ ("Merge %s into Which Skill?"), from->name);
  dialog = new_dialog (question, heading,
                       _ ("Its ratings, nominations and needs go to the other one, which is then "
                          "called by both names. Where somebody was rated in both, all ratings are "
                          "kept."),
                       _ ("_Merge"));
  g_signal_connect (dialog, "response", G_CALLBACK (merge_answered_cb), question);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
rename_answered_cb (AdwMessageDialog *dialog,
                    const char *response,
                    Question *question)
{
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;

  if (!g_str_equal (response, "do"))
    return;

  done = rm_command_rename_category (question->session, question->category,
                                     gtk_editable_get_text (GTK_EDITABLE (question->answer)),
                                     &error);
  rm_parts_tell_outcome (question->owner, done, _ ("Category renamed"),
                         _ ("The category cannot be renamed"), error);
}

void
rm_skill_dialogs_rename_category (GtkWidget *owner,
                                  RmSession *session,
                                  const char *category)
{
  Question *question = question_new (owner, session);
  GtkWidget *dialog = NULL;

  question->category = g_strdup (category);
  question->answer = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (question->answer), category != NULL ? category : "");
  gtk_entry_set_activates_default (GTK_ENTRY (question->answer), TRUE);
  rm_accessible_set_label (question->answer, _ ("Name of the category"));
  dialog = new_dialog (question, _ ("Rename the Category"),
                       _ ("All skills of this category get the new name. With the name of another "
                          "category the two become one."),
                       _ ("_Rename"));
  g_signal_connect (dialog, "response", G_CALLBACK (rename_answered_cb), question);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (question->answer);
}
