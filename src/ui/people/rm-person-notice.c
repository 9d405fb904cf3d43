/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/people/rm-person-notice.h"

#include "app/commands/rm-commands.h"
#include "app/pairing/rm-commands-pairs.h"
#include "app/queries/rm-programme-query.h"
#include "core/base/rm-sentence.h"

#include <glib/gi18n.h>

struct _RmPersonNotice
{
  GtkWidget parent_instance;

  /* borrowed: the pane holds it */
  RmSession *session;
  gint64 person;
  gboolean left;

  /* template */
  GtkWidget *box;
  GtkLabel *text;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (RmPersonNotice, rm_person_notice, GTK_TYPE_WIDGET)

static void
clicked_cb (RmPersonNotice *self)
{
  g_autoptr (GError) error = NULL;

  if (!self->left)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "pairing");
      return;
    }
  if (!rm_command_end_pairs (self->session, self->person, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static void
rm_person_notice_dispose (GObject *object)
{
  g_clear_pointer (&RM_PERSON_NOTICE (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (rm_person_notice_parent_class)->dispose (object);
}

static void
rm_person_notice_class_init (RmPersonNoticeClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = rm_person_notice_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/ReverseMentor/ui/people/rm-person-notice.ui");
  gtk_widget_class_bind_template_child (widget_class, RmPersonNotice, box);
  gtk_widget_class_bind_template_child (widget_class, RmPersonNotice, text);
  gtk_widget_class_bind_template_child (widget_class, RmPersonNotice, button);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
rm_person_notice_init (RmPersonNotice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static gboolean
has_left (const RmPerson *person)
{
  return person->state == RM_PERSON_LEFT || person->state == RM_PERSON_WITHDRAWN;
}

static char *
describe_left (const RmPerson *person,
               guint n)
{
  const char *name = rm_person_display_name (person);

  /* Translators: %s is a person's name, %u how many */
  return rm_sentence_new (ngettext ("%s does not take part any more, and still has %u pair. No "
                                    "proposal keeps it.",
                                    "%s does not take part any more, and still has %u pairs. No "
                                    "proposal keeps them.",
                                    n),
                          name, n);
}

static char *
describe_away (const RmPerson *person,
               guint n)
{
  /* Translators: %s is a person's name, %u how many */
  return rm_sentence_new (ngettext ("%s is away. %u pair stays as it is: no proposal changes it, or "
                                    "finds a new one.",
                                    "%s is away. %u pairs stay as they are: no proposal changes "
                                    "them, or finds new ones.",
                                    n),
                          rm_person_display_name (person), n);
}

static char *
describe_late (const RmPerson *person)
{
  /* Translators: %s is a person's name */
  return rm_sentence_new (_ ("Others are paired, and %s is not yet. Propose again, or choose "
                             "somebody on the Pairing page: pairs that are locked stay."),
                          rm_person_display_name (person));
}

void
rm_person_notice_show (RmPersonNotice *self,
                       RmSession *session,
                       const RmPerson *person)
{
  RmProgramme *programme = rm_session_get_programme (session);
  g_autoptr (GArray) pairs = rm_programme_query_list_pairs (programme, person->record.id);
  gboolean left = has_left (person) && pairs->len > 0;
  gboolean away = person->state == RM_PERSON_AWAY;
  gboolean late = !has_left (person) && !away && pairs->len == 0 && person->side != RM_SIDE_NONE
                  && person->side != RM_UNKNOWN
                  && rm_programme_count (programme, RM_TABLE_PAIR) > 0;
  g_autofree char *text = NULL;

  self->session = session;
  self->person = person->record.id;
  self->left = left;
  gtk_widget_set_visible (GTK_WIDGET (self), left || late || away);
  if (!left && !late && !away)
    return;

  if (left)
    text = describe_left (person, pairs->len);
  else
    text = away ? describe_away (person, pairs->len) : describe_late (person);
  gtk_widget_set_visible (GTK_WIDGET (self->button), !away);
  gtk_label_set_label (self->text, text);
  gtk_button_set_label (self->button,
                        left ? ngettext ("End the pair", "End the pairs", pairs->len)
                             : _ ("Go to pairing"));
}
