/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/gaps/rm-gap-pair-window.h"

#include "app/commands/rm-commands.h"
#include "app/pairing/rm-commands-pairs.h"
#include "app/pairing/rm-pairing.h"
#include "app/queries/rm-programme-query.h"
#include "app/session/rm-job.h"
#include "core/base/rm-sentence.h"
#include "core/gaps/rm-providers.h"
#include "ui/widgets/rm-accessible.h"
#include "ui/widgets/rm-drop-down.h"
#include "ui/widgets/rm-inquiry.h"
#include "ui/widgets/rm-late-spinner.h"
#include "ui/widgets/rm-parts.h"

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
  RmGapView *view;
  GArray *people;     /* gint64; of the drop-down, whose last choice is nobody in particular */
  GArray *skills;     /* gint64: all that were asked about */
  GArray *shown;      /* gint64: those of the drop-down */
  guint generation;   /* answers to older questions are dropped */
  gboolean filling;
  RmLateSpinner late;

  /* borrowed: in the content */
  GtkDropDown *person_choice;
  GtkDropDown *skill_choice;
  GtkWidget *busy;
  GtkSpinner *spinner;
  GtkListBox *list;
  GtkStack *stack;
  AdwStatusPage *nobody;
};

/* What is asked of a worker: who needs something in these cells, or who could teach it. */
typedef struct
{
  RmGapView *view;
  RmGapBlock block;
  gint64 person;
  gint64 skill;
} Question;

typedef struct
{
  GArray *people;
  GArray *skills;
} Lists;

G_DEFINE_FINAL_TYPE (RmGapPairWindow, rm_gap_pair_window, ADW_TYPE_WINDOW)

static void
question_free (gpointer data)
{
  Question *self = data;

  g_object_unref (self->view);
  g_free (self);
}

static Question *
question_new (RmGapView *view)
{
  Question *self = g_new0 (Question, 1);

  self->view = g_object_ref (view);
  return self;
}

static void
lists_free (gpointer data)
{
  Lists *self = data;

  g_array_unref (self->people);
  g_array_unref (self->skills);
  g_free (self);
}

static RmProgramme *
get_programme (RmGapPairWindow *self)
{
  return rm_scorer_get_programme (rm_gap_view_get_scorer (self->view));
}

static gpointer
find_lists (RmProgramme *programme,
            gconstpointer data)
{
  const Question *question = data;
  Lists *lists = g_new0 (Lists, 1);

  lists->people = rm_gap_view_list_counted (question->view, &question->block, RM_GAP_NEED, NULL);
  lists->skills = rm_gap_view_list_skills (question->view, &question->block);
  g_array_set_size (lists->people, MIN (lists->people->len, MAX_PEOPLE));
  return lists;
}

static gpointer
find_providers (RmProgramme *programme,
                gconstpointer data)
{
  const Question *question = data;

  return rm_providers_list (rm_gap_view_get_scorer (question->view), question->skill,
                            question->person);
}

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
  return rm_programme_name_person (get_programme (self), person);
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

  return rm_pairing_get (move->programme);
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

  /* Translators: two people's names */
  text = rm_sentence_new (_ ("%s now mentors %s"), get_name (self, ids[1]),
                          get_name (self, ids[0]));
  rm_parts_tell_outcome (GTK_WIDGET (parent),
                         rm_command_pair (self->session, pairing, ids[1], 0, ids[0], 0, &error),
                         text, _ ("The two could not be paired"), error);
  gtk_window_close (GTK_WINDOW (self));
}

static void
pair_clicked_cb (GtkButton *button,
                 RmGapPairWindow *self)
{
  gint64 ids[2] = { get_person (self),
                    *(gint64 *) g_object_get_data (G_OBJECT (button), "rm-mentor") };
  Move *move = g_new0 (Move, 1);
  g_autoptr (RmJob) job = rm_job_new ();

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
  g_autofree char *name = rm_sentence_new (_ ("Pair %s with %s"),
                                           get_name (self, provider->person),
                                           get_name (self, get_person (self)));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, provider->rule == RM_RULE_NONE);
  rm_accessible_set_label (button, name);
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

  rm_parts_set_title (row, get_name (self, provider->person));
  rm_parts_set_subtitle (row, subtitle);
  if (get_person (self) != 0)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_pair_button (self, provider));
  gtk_list_box_append (self->list, row);
}

static void
set_busy (RmGapPairWindow *self,
          gboolean busy)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->list), !busy);
  rm_late_spinner_set_busy (&self->late, busy);
}

static void
show_providers (gpointer owner,
                RmProgramme *programme,
                gpointer answer)
{
  RmGapPairWindow *self = owner;
  const GArray *providers = answer;
  GtkWidget *row = NULL;

  if (self->session == NULL)
    return;

  set_busy (self, FALSE);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint k = 0; k < MIN (providers->len, MAX_PROVIDERS); k++)
    add_provider (self, &g_array_index (providers, RmProvider, k));
  gtk_stack_set_visible_child_name (self->stack, providers->len > 0 ? "list" : "nobody");
}

static const RmInquiry providers_inquiry
  = { find_providers, show_providers, question_free, (GDestroyNotify) g_array_unref };

static void
ask_providers (RmGapPairWindow *self)
{
  Question *question = question_new (self->view);

  question->person = get_person (self);
  question->skill = get_skill (self);
  set_busy (self, TRUE);
  rm_inquiry_begin (&providers_inquiry, self, &self->generation, get_programme (self), question);
}

/* Of a person only the skills they want are offered; all where nobody is chosen. */
static void
show_skills (RmGapPairWindow *self)
{
  RmProgramme *programme = get_programme (self);
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
      text = wanted ? rm_sentence_new (_ ("%s %d → %d"), skill->name, standing->level,
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
  if (self->filling)
    return;

  show_skills (self);
  ask_providers (self);
}

static void
skill_chosen_cb (RmGapPairWindow *self)
{
  if (!self->filling)
    ask_providers (self);
}

static void
rm_gap_pair_window_dispose (GObject *object)
{
  RmGapPairWindow *self = RM_GAP_PAIR_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_object (&self->view);
  g_clear_handle_id (&self->late.source, g_source_remove);
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
  gtk_widget_class_bind_template_child (widget_class, RmGapPairWindow, busy);
  gtk_widget_class_bind_template_child (widget_class, RmGapPairWindow, spinner);
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
  rm_drop_down_shorten (self->person_choice);
  rm_drop_down_shorten (self->skill_choice);
  rm_drop_down_speak (GTK_WIDGET (self));
  self->late.box = self->busy;
  self->late.spinner = self->spinner;
}

static void
show_lists (gpointer owner,
            RmProgramme *programme,
            gpointer answer)
{
  RmGapPairWindow *self = owner;
  const Lists *lists = answer;
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);

  if (self->session == NULL)
    return;

  self->people = g_array_ref (lists->people);
  self->skills = g_array_ref (lists->skills);
  for (guint k = 0; k < self->people->len; k++)
    gtk_string_list_append (model, get_name (self, g_array_index (self->people, gint64, k)));
  gtk_string_list_append (model, _ ("Anybody"));
  self->filling = TRUE;
  gtk_drop_down_set_model (self->person_choice, G_LIST_MODEL (model));
  self->filling = FALSE;
  person_chosen_cb (self);
}

static const RmInquiry lists_inquiry = { find_lists, show_lists, question_free, lists_free };

/* Who was not asked cannot be paired: often that is all there is to it. */
static void
tell_unasked (RmGapPairWindow *self)
{
  g_autoptr (GArray) unasked
    = rm_programme_query_list_unasked (rm_session_get_programme (self->session));
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
  rm_parts_set_description (self->nobody, text);
}

GtkWidget *
rm_gap_pair_window_new (GtkWindow *parent,
                        RmSession *session,
                        RmGapView *view,
                        const RmGapBlock *block)
{
  RmGapPairWindow *self = g_object_new (RM_TYPE_GAP_PAIR_WINDOW, "transient-for", parent, NULL);
  Question *question = question_new (view);

  self->session = g_object_ref (session);
  self->view = g_object_ref (view);
  tell_unasked (self);
  g_signal_connect_swapped (self->person_choice, "notify::selected",
                            G_CALLBACK (person_chosen_cb), self);
  g_signal_connect_swapped (self->skill_choice, "notify::selected", G_CALLBACK (skill_chosen_cb),
                            self);
  question->block = *block;
  set_busy (self, TRUE);
  rm_inquiry_begin (&lists_inquiry, self, &self->generation, get_programme (self), question);
  return GTK_WIDGET (self);
}
