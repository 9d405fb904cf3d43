/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/overview/rm-overview-page.h"

#include "app/queries/rm-overview.h"
#include "core/base/rm-sentence.h"
#include "ui/widgets/rm-accessible.h"
#include "ui/widgets/rm-inquiry.h"
#include "ui/widgets/rm-parts.h"

#include <glib/gi18n.h>

struct _RmOverviewPage
{
  GtkWidget parent_instance;

  /* owned */
  RmSession *session;
  guint generation;

  /* borrowed: rows of the groups */
  GPtrArray *step_rows;
  GPtrArray *attention_rows;

  /* template */
  GtkWidget *body;
  GtkLabel *name;
  GtkLabel *objective;
  AdwPreferencesGroup *steps;
  AdwPreferencesGroup *attention;
  GtkLabel *n_people;
  GtkLabel *n_mentees;
  GtkLabel *n_mentors;
  GtkLabel *n_pairs;
  GtkWidget *all_well;
};

static void page_init (RmPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RmOverviewPage, rm_overview_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (RM_TYPE_PAGE, page_init))

/** The text of a first step and its action. */
static const struct
{
  const char *title;
  const char *subtitle;
  const char *label;
  const char *action;
  const char *target;
} steps[RM_N_TASKS] = {
  [RM_TASK_OBJECTIVE] = { N_ ("Set the objective"),
                          N_ ("What should be different when the programme ends?"),
                          N_ ("Set up"), "win.settings", NULL },
  [RM_TASK_PEOPLE] = { N_ ("Bring people in"),
                       N_ ("Mentees (the seniors) and mentors (the juniors), from your HR system"),
                       N_ ("Import…"), "win.import", NULL },
  [RM_TASK_RATINGS] = { N_ ("Rate skills"),
                        N_ ("What each side can do and wants to learn; unrated is not zero"),
                        N_ ("Import…"), "win.import", NULL },
  [RM_TASK_PAIRING] = { N_ ("Pair people"),
                        N_ ("Get a pairing that is proved to be the best under your weights"),
                        N_ ("Propose"), "win.propose", NULL },
};

static char *
describe (const RmAttention *attention)
{
  guint n = attention->people->len;

  switch (attention->type)
    {
    case RM_ATTENTION_NO_PART:
      return g_strdup_printf (ngettext ("%u person is neither mentor nor mentee",
                                        "%u people are neither mentor nor mentee", n), n);
    case RM_ATTENTION_UNASKED:
      return g_strdup_printf (ngettext ("%u person was not asked yet and cannot be paired",
                                        "%u people were not asked yet and cannot be paired", n), n);
    case RM_ATTENTION_UNRATED:
      return g_strdup_printf (ngettext ("%u person has no rated skill and no wish",
                                        "%u people have no rated skill and no wish", n), n);
    case RM_ATTENTION_UNPAIRED:
      return g_strdup_printf (ngettext ("%u mentee has no mentor", "%u mentees have no mentor", n),
                              n);
    case RM_ATTENTION_LINE_CYCLE:
      return g_strdup_printf (ngettext ("%u circle in the reporting lines: people are each other’s "
                                        "managers",
                                        "%u circles in the reporting lines: people are each "
                                        "other’s managers", n), n);
    case RM_ATTENTION_MANAGER_MISSING:
      return g_strdup_printf (ngettext ("The manager of %u person is not in the programme: the "
                                        "reporting line ends there",
                                        "The managers of %u people are not in the programme: "
                                        "reporting lines end there", n), n);
    case RM_ATTENTION_LEVEL_BLANK:
      return g_strdup_printf (ngettext ("%u person has no seniority level",
                                        "%u people have no seniority level", n), n);
    case RM_ATTENTION_LANGUAGE_BLANK:
      return g_strdup_printf (ngettext ("%u person has no language: a common one cannot be checked",
                                        "%u people have no language: a common one cannot be "
                                        "checked", n), n);
    case RM_ATTENTION_HOURS_BLANK:
      return g_strdup_printf (ngettext ("%u person has no free hours",
                                        "%u people have no free hours", n), n);
    case RM_ATTENTION_DEPARTMENT_BLANK:
      return g_strdup_printf (ngettext ("%u person has no department",
                                        "%u people have no department", n), n);
    case RM_ATTENTION_FLAT_CRITERION:
    default:
      /* Translators: %s is a criterion such as "Availability" */
      return rm_sentence_new (_ ("“%s” is the same for all pairs and decides nothing"),
                              _ (rm_criterion_label (attention->criterion)));
    }
}

static GtkWidget *
new_row (const char *title,
         const char *subtitle,
         const char *icon)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *image = rm_parts_new_icon (icon);

  rm_parts_set_title (row, title);
  if (subtitle != NULL)
    rm_parts_set_subtitle (row, subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  return row;
}

static GtkWidget *
new_button (const char *label,
            const char *action,
            GVariant *target)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

/* The steps from a new programme to a first pairing; hidden once done. */
static void
show_steps (RmOverviewPage *self,
            const RmOverview *overview)
{
  gboolean next = TRUE;
  gboolean all = TRUE;

  rm_parts_clear_rows (self->steps, self->step_rows);
  for (guint s = 0; s < RM_N_TASKS; s++)
    {
      GtkWidget *row = new_row (_ (steps[s].title), _ (steps[s].subtitle),
                                overview->done[s] ? "object-select-symbolic"
                                                  : "content-loading-symbolic");

      if (overview->done[s])
        gtk_widget_add_css_class (row, "done");
      else if (next)
        {
          GtkWidget *button = new_button (_ (steps[s].label), steps[s].action, NULL);

          gtk_widget_add_css_class (button, "suggested-action");
          adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
          next = FALSE;
        }
      all = all && overview->done[s];
      adw_preferences_group_add (self->steps, row);
      g_ptr_array_add (self->step_rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->steps), !all);
}

/* What becomes of it, where that is not plain. */
static const char *
explain (const RmOverviewPage *self,
         const RmAttention *attention)
{
  const RmSettings *settings = rm_programme_get_settings (rm_session_get_programme (self->session));

  if (attention->type != RM_ATTENTION_MANAGER_MISSING || settings->line_levels == 0)
    return NULL;

  return settings->unknown_line_apart == 1
           ? _ ("As long as a line is unknown, people of one department are not paired")
           : _ ("A proposal could pair two people of one line: a rule can keep their department "
                "apart");
}

static GtkWidget *
button_for (const RmAttention *attention,
            const char *title)
{
  if (attention->type == RM_ATTENTION_FLAT_CRITERION)
    return new_button (_ ("Weights"), "win.settings", NULL);

  return new_button (_ ("Show"), "win.show-people",
                     g_variant_new ("(s@ax)", title,
                                    g_variant_new_fixed_array (G_VARIANT_TYPE_INT64,
                                                               attention->people->data,
                                                               attention->people->len,
                                                               sizeof (gint64))));
}

static void
add_button (GtkWidget *row,
            GtkWidget *button,
            const char *title)
{
  g_autofree char *label = g_strdup_printf ("%s: %s", gtk_button_get_label (GTK_BUTTON (button)),
                                            title);

  rm_accessible_set_label (button, label);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
show_attention (RmOverviewPage *self,
                const RmOverview *overview)
{
  rm_parts_clear_rows (self->attention, self->attention_rows);
  for (guint i = 0; i < overview->attention->len; i++)
    {
      const RmAttention *attention = g_ptr_array_index (overview->attention, i);
      g_autofree char *title = describe (attention);
      const char *effect = explain (self, attention);
      GtkWidget *row = new_row (title, effect, "dialog-information-symbolic");

      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
      if (effect != NULL)
        add_button (row, new_button (_ ("Rule"), "win.show-setting",
                                     g_variant_new_string ("unknown_line_apart")), title);
      add_button (row, button_for (attention, title), title);
      adw_preferences_group_add (self->attention, row);
      g_ptr_array_add (self->attention_rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->attention),
                          overview->n_people > 0 && overview->attention->len > 0);
  gtk_widget_set_visible (self->all_well,
                          overview->n_people > 0 && overview->attention->len == 0);
}

static void
set_number (GtkLabel *label,
            guint number)
{
  /* Translators: a count, with the separators of the language */
  g_autofree char *text = g_strdup_printf (_ ("%'u"), number);

  gtk_label_set_label (label, text);
}

static gpointer
find_overview (RmProgramme *programme,
               gconstpointer question)
{
  return rm_overview_new (programme);
}

static void
show_overview (gpointer owner,
               RmProgramme *programme,
               gpointer answer)
{
  RmOverviewPage *self = owner;
  const RmOverview *overview = answer;
  const RmSettings *settings = rm_programme_get_settings (programme);

  gtk_label_set_label (self->name, settings->name != NULL ? settings->name : _ ("Programme"));
  gtk_label_set_label (self->objective,
                       settings->objective != NULL ? settings->objective
                                                   : _ ("No objective is set yet"));
  set_number (self->n_people, overview->n_people);
  set_number (self->n_mentees, overview->n_mentees);
  set_number (self->n_mentors, overview->n_mentors);
  set_number (self->n_pairs, overview->n_pairs);
  show_steps (self, overview);
  show_attention (self, overview);
}

static void
refresh (RmOverviewPage *self)
{
  static const RmInquiry inquiry = {
    .find = find_overview,
    .show = show_overview,
    .free_answer = (GDestroyNotify) rm_overview_free,
  };

  rm_inquiry_begin (&inquiry, self, &self->generation, rm_session_get_programme (self->session),
                    NULL);
}

static void
set_session (RmPage *page,
             RmSession *session)
{
  RmOverviewPage *self = RM_OVERVIEW_PAGE (page);

  if (!rm_session_follow (&self->session, session, G_CALLBACK (refresh), self))
    return;

  self->generation++;
  if (session != NULL)
    refresh (self);
}

static const char *
get_title (RmPage *page)
{
  return _ ("Overview");
}

static const char *
get_icon_name (RmPage *page)
{
  return "rm-overview-symbolic";
}

static void
page_init (RmPageInterface *iface)
{
  iface->set_session = set_session;
  iface->get_title = get_title;
  iface->get_icon_name = get_icon_name;
}

static void
rm_overview_page_dispose (GObject *object)
{
  RmOverviewPage *self = RM_OVERVIEW_PAGE (object);

  set_session (RM_PAGE (self), NULL);
  g_clear_pointer (&self->body, gtk_widget_unparent);
  g_clear_pointer (&self->step_rows, g_ptr_array_unref);
  g_clear_pointer (&self->attention_rows, g_ptr_array_unref);
  G_OBJECT_CLASS (rm_overview_page_parent_class)->dispose (object);
}

static void
rm_overview_page_class_init (RmOverviewPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = rm_overview_page_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/ReverseMentor/ui/overview/rm-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RmOverviewPage, body);
  gtk_widget_class_bind_template_child (widget_class, RmOverviewPage, name);
  gtk_widget_class_bind_template_child (widget_class, RmOverviewPage, objective);
  gtk_widget_class_bind_template_child (widget_class, RmOverviewPage, steps);
  gtk_widget_class_bind_template_child (widget_class, RmOverviewPage, attention);
  gtk_widget_class_bind_template_child (widget_class, RmOverviewPage, n_people);
  gtk_widget_class_bind_template_child (widget_class, RmOverviewPage, n_mentees);
  gtk_widget_class_bind_template_child (widget_class, RmOverviewPage, n_mentors);
  gtk_widget_class_bind_template_child (widget_class, RmOverviewPage, n_pairs);
  gtk_widget_class_bind_template_child (widget_class, RmOverviewPage, all_well);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
rm_overview_page_init (RmOverviewPage *self)
{
  self->step_rows = g_ptr_array_new ();
  self->attention_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
