/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/gaps/rm-gap-pair-window.h"

#include "app/rm-commands.h"
#include "app/rm-job.h"
#include "app/rm-pairing.h"
#include "core/rm-providers.h"
#include "ui/widgets/rm-drop-down.h"

#include <glib/gi18n.h>

/* A person and a skill are chosen above; below are those who could teach it, as a list that is
 * made anew for each choice. Whoever is at its end would hardly be taken, so it ends somewhere. */

#define MAX_PROVIDERS 40
#define MAX_PEOPLE 500

struct _RmGapPairWindow
{
  AdwWindow parent_instance;

  /* owned */
  RmSession *session;
  RmScorer *scorer;
  GArray *people;     /* gint64; of the drop-down, whose last choice is nobody in particular */
  GArray *skills;     /* gint64: all that were asked about */
  GArray *shown;      /* gint64: those of the drop-down */
  gboolean filling;

  /* borrowed: in the content */
  GtkDropDown *person_choice;
  GtkDropDown *skill_choice;
  GtkListBox *list;
  GtkStack *stack;
  AdwStatusPage *nobody;
};

G_DEFINE_FINAL_TYPE (RmGapPairWindow, rm_gap_pair_window, ADW_TYPE_WINDOW)

static gint64
get_person (RmGapPairWindow *self)
{
  guint selected = gtk_drop_down_get_selected (self->person_choice);

  return selected < self->people->len ? g_array_index (self->people, gint64, selected) : 0;
}

static gint64
get_skill (RmGapPairWindow *self)
{
  guint selected = gtk_drop_down_get_selected (self->skill_choice);

  return selected < self->shown->len ? g_array_index (self->shown, gint64, selected) : 0;
}

static const char *
get_name (RmGapPairWindow *self,
          gint64 person)
{
  const RmPerson *found = rm_programme_find_person (rm_scorer_get_programme (self->scorer), person);

  return found != NULL ? rm_person_display_name (found) : "?";
}

static char *
describe_provider (const RmProvider *provider)
{
  /* Translators: how many more people a mentor could take on */
  g_autofree char *places = g_strdup_printf (ngettext ("%u free place", "%u free places",
                                                       provider->places), provider->places);
  /* Translators: the rated level of a skill, 0 to 5 */
  g_autofree char *level = g_strdup_printf (_ ("Level %d"), provider->level);
  g_autofree char *score = NULL;

  if (provider->score < 0)
    return g_strjoin (" · ", level, places, NULL);

  score = g_strdup_printf ("%d %%", (provider->score * 100 + RM_SCORE_POINTS / 2)
                                      / RM_SCORE_POINTS);
  if (provider->rule != RM_RULE_NONE)
    return g_strjoin (" · ", score, level, places, _ (rm_rule_describe (provider->rule)), NULL);

  return g_strjoin (" · ", score, level, places, NULL);
}

/* What it takes to pair two people, gathered off the main thread. */
typedef struct
{
  RmProgramme *programme;
  gint64 mentee;
  gint64 mentor;
} Move;

static void
move_free (gpointer data)
{
  Move *self = data;

  rm_programme_unref (self->programme);
  g_free (self);
}

static gpointer
prepare (RmJob *job,
         gpointer data,
         GError **error)
{
  const Move *move = data;

  return rm_pairing_new (move->programme, NULL);
}

static void
prepared_cb (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  g_autoptr (RmGapPairWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RmPairing) pairing = rm_job_finish (RM_JOB (source), result, &error);
  gint64 *ids = g_object_get_data (source, "rm-ids");
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autofree char *text = NULL;

  if (pairing == NULL || self->session == NULL || parent == NULL)
    return;

  if (rm_command_pair (self->session, pairing, ids[1], 0, ids[0], 0, &error))
    {
      /* Translators: two people's names */
      text = g_strdup_printf (_ ("%s now mentors %s"), get_name (self, ids[1]),
                              get_name (self, ids[0]));
      gtk_widget_activate_action (GTK_WIDGET (parent), "win.toast-undo", "s", text);
      gtk_window_close (GTK_WINDOW (self));
    }
  else
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-error", "(ss)",
                                _ ("The two could not be paired"), error->message);
}

static void
pair_clicked_cb (GtkButton *button,
                 RmGapPairWindow *self)
{
  gint64 ids[2] = { get_person (self),
                    *(gint64 *) g_object_get_data (G_OBJECT (button), "rm-mentor") };
  Move *move = g_new0 (Move, 1);
  g_autoptr (RmJob) job = rm_job_new (_ ("Pairing"));

  move->programme = rm_programme_ref (rm_session_get_programme (self->session));
  move->mentee = ids[0];
  move->mentor = ids[1];
  g_object_set_data_full (G_OBJECT (job), "rm-ids", g_memdup2 (ids, sizeof ids), g_free);
  gtk_widget_set_sensitive (GTK_WIDGET (self->list), FALSE);
  rm_job_run (job, prepare, move, move_free, (GDestroyNotify) rm_pairing_unref, prepared_cb,
              g_object_ref (self));
}

static GtkWidget *
new_pair_button (RmGapPairWindow *self,
                 const RmProvider *provider)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Pair"));
  /* Translators: a button's full name; two people's names */
  g_autofree char *name = g_strdup_printf (_ ("Pair %s with %s"),
                                           get_name (self, provider->person),
                                           get_name (self, get_person (self)));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, provider->rule == RM_RULE_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "rm-mentor",
                          g_memdup2 (&provider->person, sizeof provider->person), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (pair_clicked_cb), self, 0);
  return button;
}

static void
add_provider (RmGapPairWindow *self,
              const RmProvider *provider)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = describe_provider (provider);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), get_name (self, provider->person));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (get_person (self) != 0)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_pair_button (self, provider));
  gtk_list_box_append (self->list, row);
}

static void
show_providers (RmGapPairWindow *self)
{
  g_autoptr (GArray) providers = rm_providers_list (self->scorer, get_skill (self),
                                                    get_person (self));
  GtkWidget *row = NULL;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint k = 0; k < MIN (providers->len, MAX_PROVIDERS); k++)
    add_provider (self, &g_array_index (providers, RmProvider, k));
  gtk_stack_set_visible_child_name (self->stack, providers->len > 0 ? "list" : "nobody");
}

/* Of a person only the skills they want are offered; all where nobody is chosen. */
static void
show_skills (RmGapPairWindow *self)
{
  RmProgramme *programme = rm_scorer_get_programme (self->scorer);
  const RmPerson *person = rm_programme_find_person (programme, get_person (self));
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);

  g_array_set_size (self->shown, 0);
  for (guint k = 0; k < self->skills->len; k++)
    {
      gint64 id = g_array_index (self->skills, gint64, k);
      const RmSkill *skill = rm_programme_find_skill (programme, id);
      const RmStanding *standing = person != NULL ? rm_person_find_standing (person, id) : NULL;
      gboolean wanted = standing != NULL && standing->level >= 0
                        && standing->target > standing->level;
      g_autofree char *text = NULL;

      if (skill == NULL || (person != NULL && !wanted))
        continue;
      g_array_append_val (self->shown, id);
      /* Translators: a skill, the level that somebody has and the one they want: "Prezi 1 → 3" */
      text = wanted ? g_strdup_printf (_ ("%s %d → %d"), skill->name, standing->level,
                                       standing->target)
                    : g_strdup (skill->name);
      gtk_string_list_append (model, text);
    }

  self->filling = TRUE;
  gtk_drop_down_set_model (self->skill_choice, G_LIST_MODEL (model));
  self->filling = FALSE;
}

static void
person_chosen_cb (RmGapPairWindow *self)
{
  show_skills (self);
  show_providers (self);
}

static void
skill_chosen_cb (RmGapPairWindow *self)
{
  if (!self->filling)
    show_providers (self);
}

static void
rm_gap_pair_window_dispose (GObject *object)
{
  RmGapPairWindow *self = RM_GAP_PAIR_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->scorer, rm_scorer_unref);
  g_clear_pointer (&self->people, g_array_unref);
  g_clear_pointer (&self->skills, g_array_unref);
  g_clear_pointer (&self->shown, g_array_unref);
  G_OBJECT_CLASS (rm_gap_pair_window_parent_class)->dispose (object);
}

static void
rm_gap_pair_window_class_init (RmGapPairWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = rm_gap_pair_window_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/ReverseMentor/ui/gaps/rm-gap-pair-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RmGapPairWindow, person_choice);
  gtk_widget_class_bind_template_child (widget_class, RmGapPairWindow, skill_choice);
  gtk_widget_class_bind_template_child (widget_class, RmGapPairWindow, list);
  gtk_widget_class_bind_template_child (widget_class, RmGapPairWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, RmGapPairWindow, nobody);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rm_gap_pair_window_init (RmGapPairWindow *self)
{
  self->shown = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  rm_drop_down_speak (GTK_WIDGET (self));
}

static void
show_people (RmGapPairWindow *self)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);

  for (guint k = 0; k < self->people->len; k++)
    gtk_string_list_append (model, get_name (self, g_array_index (self->people, gint64, k)));
  gtk_string_list_append (model, _ ("Anybody"));
  gtk_drop_down_set_model (self->person_choice, G_LIST_MODEL (model));
}

static GArray *
copy_ids (const GArray *ids,
          guint most)
{
  GArray *copy = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_vals (copy, ids->data, MIN (ids->len, most));
  return copy;
}

/* Who was not asked cannot be paired: often that is all there is to it. */
static void
tell_unasked (RmGapPairWindow *self)
{
  g_autoptr (GArray) unasked
    = rm_command_list_unasked (rm_session_get_programme (self->session));
  g_autofree char *text = NULL;

  if (unasked->len == 0)
    return;

  /* Translators: %u is how many; "Not asked yet" is a filter of that page */
  text = g_strdup_printf (ngettext ("%u person was not asked yet and so cannot be paired. The "
                                    "People page lists who it is under “Not asked yet”.",
                                    "%u people were not asked yet and so cannot be paired. The "
                                    "People page lists them under “Not asked yet”.",
                                    unasked->len),
                          unasked->len);
  adw_status_page_set_description (self->nobody, text);
}

GtkWidget *
rm_gap_pair_window_new (GtkWindow *parent,
                        RmSession *session,
                        const GArray *people,
                        const GArray *skills)
{
  RmGapPairWindow *self = g_object_new (RM_TYPE_GAP_PAIR_WINDOW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->scorer = rm_scorer_new (rm_session_get_programme (session));
  tell_unasked (self);
  self->people = copy_ids (people, MAX_PEOPLE);
  self->skills = copy_ids (skills, G_MAXUINT);
  show_people (self);
  person_chosen_cb (self);
  g_signal_connect_swapped (self->person_choice, "notify::selected",
                            G_CALLBACK (person_chosen_cb), self);
  g_signal_connect_swapped (self->skill_choice, "notify::selected", G_CALLBACK (skill_chosen_cb),
                            self);
  return GTK_WIDGET (self);
}
