/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pairing/rm-propose.h"

#include "app/commands/rm-commands.h"
#include "app/pairing/rm-commands-proposal.h"
#include "app/queries/rm-programme-query.h"
#include "ui/widgets/rm-accessible.h"
#include "ui/widgets/rm-unseen.h"

#include <glib/gi18n.h>

#define SPINNER_AFTER_MS 150

struct _RmPropose
{
  GtkWidget parent_instance;

  /* owned */
  RmSession *session;
  RmJob *job;
  RmProgramme *programme; /* the programme of the job */
  guint show_timeout;

  /* template */
  GtkRevealer *revealer;
  GtkSpinner *spinner;
  GtkProgressBar *bar;
};

G_DEFINE_FINAL_TYPE (RmPropose, rm_propose, GTK_TYPE_WIDGET)

static void
hide_bar (RmPropose *self)
{
  g_clear_handle_id (&self->show_timeout, g_source_remove);
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  gtk_spinner_set_spinning (self->spinner, FALSE);
}

static gboolean
show_bar_cb (gpointer data)
{
  RmPropose *self = data;

  self->show_timeout = 0;
  gtk_spinner_set_spinning (self->spinner, TRUE);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  return G_SOURCE_REMOVE;
}

static void
progress_cb (RmJob *job,
             GParamSpec *pspec,
             RmPropose *self)
{
  double progress = rm_job_get_progress (job);

  /* Progress may arrive when the job has ended or is no longer current. */
  if (job != self->job)
    return;
  if (progress < 0)
    gtk_progress_bar_pulse (self->bar);
  else
    gtk_progress_bar_set_fraction (self->bar, MIN (progress, 1.0));
}

static void
show_error (RmPropose *self,
            const GError *error)
{
  if (!rm_error_is_cancelled (error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-error", "(ss)",
                                _ ("No pairing can be proposed"), error->message);
}

static void
apply (RmPropose *self,
       RmPairingResult *result)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  guint n = result->solution->n_pairs;

  /* What there is stays; the reasons are told, as for single people. */
  if (n == 0)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                                  _ ("Nobody can be paired under these rules"));
      gtk_widget_activate_action (GTK_WIDGET (self), "pairing.unpaired", "x", G_GINT64_CONSTANT (0));
      return;
    }
  if (!rm_command_apply_proposal (self->session, result, &error))
    {
      show_error (self, error);
      return;
    }

  text = g_strdup_printf (ngettext ("%u pair proposed", "%u pairs proposed", n), n);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", text);
}

static void
solved_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (RmPropose) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RmPairingResult) found = rm_job_finish (RM_JOB (source), result, &error);
  gboolean current = self->job == RM_JOB (source);

  if (!current)
    return;
  g_clear_object (&self->job);
  hide_bar (self);
  if (found == NULL)
    show_error (self, error);
  else if (self->session == NULL || rm_session_get_programme (self->session) != self->programme)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                                _ ("The programme changed meanwhile: propose again"));
  else
    apply (self, found);
  g_clear_pointer (&self->programme, rm_programme_unref);
}

static gpointer
solve (RmJob *job,
       gpointer data,
       GError **error)
{
  return rm_pairing_propose (data, rm_job_report, job, error);
}

static void
start (RmPropose *self)
{
  rm_propose_cancel (self);
  self->job = rm_job_new ();
  g_clear_pointer (&self->programme, rm_programme_unref);
  self->programme = rm_programme_ref (rm_session_get_programme (self->session));
  gtk_progress_bar_set_fraction (self->bar, 0);
  g_signal_connect_object (self->job, "notify::progress", G_CALLBACK (progress_cb), self, 0);
  self->show_timeout = g_timeout_add (SPINNER_AFTER_MS, show_bar_cb, self);
  rm_job_run (self->job, solve, rm_programme_ref (self->programme),
              (GDestroyNotify) rm_programme_unref, (GDestroyNotify) rm_pairing_result_free,
              solved_cb, g_object_ref (self));
}

static void
asked_cb (RmPropose *self,
          const char *response,
          AdwMessageDialog *dialog)
{
  GtkEditable *entry = GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog));
  g_autoptr (GArray) unasked = NULL;
  g_autoptr (GError) error = NULL;

  if (self->session == NULL || g_str_equal (response, "cancel"))
    return;
  if (g_str_equal (response, "record"))
    {
      unasked = rm_programme_query_list_unasked (rm_session_get_programme (self->session));
      if (!rm_command_record_consent (self->session, (const gint64 *) (gpointer) unasked->data,
                                      unasked->len, gtk_editable_get_text (entry), &error))
        {
          show_error (self, error);
          return;
        }
    }
  start (self);
}

static void
reason_changed_cb (GtkEditable *entry,
                   AdwMessageDialog *dialog)
{
  adw_message_dialog_set_response_enabled (dialog, "record", *gtk_editable_get_text (entry) != '\0');
}

static void
ask (RmPropose *self,
     guint n)
{
  g_autofree char *heading = NULL;
  GtkWidget *dialog = NULL;
  GtkWidget *entry = gtk_entry_new ();

  heading = g_strdup_printf (ngettext ("%u person was not asked yet", "%u people were not asked yet",
                                       n), n);
  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), heading,
                                   _ ("Nobody is paired who has not agreed, and no senior who has "
                                      "not committed. You can record both for everybody who was "
                                      "not asked, with a reason, and take it back later."));
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Reason"));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  rm_accessible_set_label (entry, _ ("Reason"));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _ ("_Cancel"),
                                    "without", _ ("Propose _without them"),
                                    "record", _ ("_Record and propose"),
                                    NULL);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "record", FALSE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "record",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "record");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (entry, "changed", G_CALLBACK (reason_changed_cb), dialog, 0);
  g_signal_connect_object (dialog, "response", G_CALLBACK (asked_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
rm_propose_dispose (GObject *object)
{
  RmPropose *self = RM_PROPOSE (object);

  rm_propose_cancel (self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->programme, rm_programme_unref);
  g_clear_pointer ((GtkWidget **) &self->revealer, gtk_widget_unparent);
  G_OBJECT_CLASS (rm_propose_parent_class)->dispose (object);
}

static void
rm_propose_class_init (RmProposeClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = rm_propose_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/ReverseMentor/ui/pairing/rm-propose.ui");
  gtk_widget_class_bind_template_child (widget_class, RmPropose, revealer);
  gtk_widget_class_bind_template_child (widget_class, RmPropose, spinner);
  gtk_widget_class_bind_template_child (widget_class, RmPropose, bar);
  gtk_widget_class_bind_template_callback (widget_class, rm_propose_cancel);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
rm_propose_init (RmPropose *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  rm_unseen_watch (GTK_WIDGET (self->revealer));
}

void
rm_propose_begin (RmPropose *self,
                  RmSession *session)
{
  g_autoptr (GArray) unasked = rm_programme_query_list_unasked (rm_session_get_programme (session));

  g_set_object (&self->session, session);
  if (unasked->len > 0)
    ask (self, unasked->len);
  else
    start (self);
}

void
rm_propose_cancel (RmPropose *self)
{
  if (self->job != NULL)
    rm_job_cancel (self->job);
  g_clear_object (&self->job);
  hide_bar (self);
}
