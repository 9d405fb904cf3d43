/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/skills/rm-skill-pane.h"

#include "app/rm-commands-skills.h"
#include "ui/skills/rm-skill-dialogs.h"
#include "ui/skills/rm-skill-row.h"
#include "ui/widgets/rm-field-editor.h"
#include "ui/widgets/rm-unseen.h"

#include <glib/gi18n.h>

static const char *const about_fields[] = {
  "name", "category", "aliases", "context", "description", NULL,
};

static const char *const level_fields[] = {
  "anchor_0", "anchor_1", "anchor_2", "anchor_3", "anchor_4", "anchor_5", NULL,
};

struct _RmSkillPane
{
  GtkWidget parent_instance;

  /* owned */
  RmSession *session;
  GPtrArray *editors;
  gint64 shown;
  GtkWidget *count_rows[RM_N_SKILL_GROUPS]; /* borrowed */

  /* template */
  GtkWidget *body;
  GtkStack *stack;
  GtkLabel *name;
  GtkLabel *subtitle;
  GtkWidget *retired_note;
  AdwPreferencesGroup *people;
  AdwPreferencesGroup *about;
  AdwPreferencesGroup *levels;
  GtkWidget *category_row;
  GtkWidget *merge_row;
  AdwActionRow *retire_row;
  GtkScrolledWindow *scroller;
};

G_DEFINE_FINAL_TYPE (RmSkillPane, rm_skill_pane, GTK_TYPE_WIDGET)

static const RmSkill *
get_skill (RmSkillPane *self)
{
  if (self->session == NULL || self->shown == 0)
    return NULL;

  return rm_programme_find_skill (rm_session_get_programme (self->session), self->shown);
}

static char *
describe (const RmSkill *skill)
{
  if (skill->category != NULL && skill->context != NULL)
    return g_strjoin (" · ", skill->category, skill->context, NULL);
  if (skill->category != NULL)
    return g_strdup (skill->category);

  return g_strdup (skill->context != NULL ? skill->context : "");
}

static void
show_retired (RmSkillPane *self,
              gboolean retired)
{
  gtk_widget_set_visible (self->retired_note, retired);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->retire_row),
                                 retired ? _ ("Use again") : _ ("Retire"));
  adw_action_row_set_subtitle (self->retire_row,
                               retired ? _ ("Its ratings count again")
                                       : _ ("Keeps its ratings and offers it no more"));
}

static void
refresh (RmSkillPane *self)
{
  const RmSkill *skill = get_skill (self);
  g_autofree char *subtitle = NULL;

  gtk_stack_set_visible_child_name (self->stack, skill != NULL ? "skill" : "none");
  if (skill == NULL)
    return;

  subtitle = describe (skill);
  gtk_label_set_label (self->name, skill->name != NULL ? skill->name : "?");
  gtk_label_set_label (self->subtitle, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), *subtitle != '\0');
  show_retired (self, skill->retired == 1);
  gtk_widget_set_visible (self->merge_row,
                          rm_programme_count (rm_session_get_programme (self->session),
                                              RM_TABLE_SKILL) > 1);
  for (guint i = 0; i < self->editors->len; i++)
    rm_field_editor_show (g_ptr_array_index (self->editors, i), skill);
}

static void
changed_cb (RmSkillPane *self,
            RmProgramme *before,
            gpointer changes,
            RmSession *session)
{
  const RmSkill *skill = get_skill (self);

  /* Records are shared: the same pointer is the same skill. */
  if (skill == NULL || skill != rm_programme_find_skill (before, self->shown))
    refresh (self);
}

static void
committed_cb (RmSkillPane *self,
              const char *text,
              RmFieldEditor *editor)
{
  g_autoptr (GError) error = NULL;

  if (self->shown == 0)
    return;
  if (rm_command_set_skill_field (self->session, self->shown, rm_field_editor_get_field (editor),
                                  text, &error))
    return;

  rm_field_editor_set_error (editor, error->message);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static void
add_editors (RmSkillPane *self,
             AdwPreferencesGroup *group,
             const char *const *keys)
{
  for (guint i = 0; keys[i] != NULL; i++)
    {
      RmFieldEditor *editor
        = rm_field_editor_new (rm_entity_find_field (rm_skill_entity (), keys[i]));

      adw_preferences_group_add (group, rm_field_editor_get_row (editor));
      g_signal_connect_object (editor, "committed", G_CALLBACK (committed_cb), self,
                               G_CONNECT_SWAPPED);
      g_ptr_array_add (self->editors, editor);
    }
}

static char *
describe_group (const RmSkill *skill,
                RmSkillGroup group)
{
  switch (group)
    {
    case RM_SKILL_OFFERING:
      /* Translators: above a list of people; %s is a skill's name */
      return g_strdup_printf (_ ("They offer %s"), skill->name);
    case RM_SKILL_WANTING:
      /* Translators: above a list of people; %s is a skill's name */
      return g_strdup_printf (_ ("They want %s"), skill->name);
    case RM_SKILL_UNRATED:
    case RM_N_SKILL_GROUPS:
    default:
      /* Translators: above a list of people; %s is a skill's name */
      return g_strdup_printf (_ ("They are unrated in %s"), skill->name);
    }
}

static void
people_cb (RmSkillPane *self,
           GtkWidget *row)
{
  const RmSkill *skill = get_skill (self);
  guint group = 0;
  g_autoptr (GArray) ids = NULL;
  g_autofree char *title = NULL;

  while (self->count_rows[group] != row)
    group++;
  if (skill == NULL)
    return;

  ids = rm_skills_list_people (rm_session_get_programme (self->session), self->shown,
                               (RmSkillGroup) group);
  title = describe_group (skill, (RmSkillGroup) group);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-people", "(s@ax)", title,
                              g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, ids->data, ids->len,
                                                         sizeof (gint64)));
}

static void
add_count_rows (RmSkillPane *self)
{
  for (guint g = 0; g < RM_N_SKILL_GROUPS; g++)
    {
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *arrow = g_object_new (GTK_TYPE_IMAGE,
                                       "icon-name", "go-next-symbolic",
                                       "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                       NULL);

      adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_signal_connect_object (row, "activated", G_CALLBACK (people_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->people, row);
      self->count_rows[g] = row;
    }
}

static void
rename_cb (RmSkillPane *self)
{
  const RmSkill *skill = get_skill (self);

  if (skill != NULL)
    rm_skill_dialogs_rename_category (GTK_WIDGET (self), self->session, skill->category);
}

static void
merge_cb (RmSkillPane *self)
{
  rm_skill_dialogs_merge (GTK_WIDGET (self), self->session, self->shown);
}

static void
retire_cb (RmSkillPane *self)
{
  const RmSkill *skill = get_skill (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gboolean retired = FALSE;

  if (skill == NULL)
    return;

  retired = skill->retired != 1;
  /* Translators: %s is a skill's name */
  text = g_strdup_printf (retired ? _ ("%s retired") : _ ("%s is used again"), skill->name);
  if (rm_command_retire_skill (self->session, self->shown, retired, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", text);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static void
remove_cb (RmSkillPane *self)
{
  const RmSkill *skill = get_skill (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (skill == NULL)
    return;

  /* Translators: %s is a skill's name */
  text = g_strdup_printf (_ ("%s removed"), skill->name);
  if (rm_command_remove_skill (self->session, self->shown, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", text);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-error", "(ss)",
                                _ ("The skill cannot be removed"), error->message);
}

static void
rm_skill_pane_dispose (GObject *object)
{
  RmSkillPane *self = RM_SKILL_PANE (object);

  rm_skill_pane_set_session (self, NULL);
  g_clear_pointer (&self->editors, g_ptr_array_unref);
  g_clear_pointer (&self->body, gtk_widget_unparent);
  G_OBJECT_CLASS (rm_skill_pane_parent_class)->dispose (object);
}

static void
rm_skill_pane_class_init (RmSkillPaneClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = rm_skill_pane_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/ReverseMentor/ui/skills/rm-skill-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, RmSkillPane, body);
  gtk_widget_class_bind_template_child (widget_class, RmSkillPane, stack);
  gtk_widget_class_bind_template_child (widget_class, RmSkillPane, name);
  gtk_widget_class_bind_template_child (widget_class, RmSkillPane, subtitle);
  gtk_widget_class_bind_template_child (widget_class, RmSkillPane, retired_note);
  gtk_widget_class_bind_template_child (widget_class, RmSkillPane, people);
  gtk_widget_class_bind_template_child (widget_class, RmSkillPane, about);
  gtk_widget_class_bind_template_child (widget_class, RmSkillPane, levels);
  gtk_widget_class_bind_template_child (widget_class, RmSkillPane, category_row);
  gtk_widget_class_bind_template_child (widget_class, RmSkillPane, merge_row);
  gtk_widget_class_bind_template_child (widget_class, RmSkillPane, retire_row);
  gtk_widget_class_bind_template_child (widget_class, RmSkillPane, scroller);
  gtk_widget_class_bind_template_callback (widget_class, rename_cb);
  gtk_widget_class_bind_template_callback (widget_class, merge_cb);
  gtk_widget_class_bind_template_callback (widget_class, retire_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
rm_skill_pane_init (RmSkillPane *self)
{
  self->editors = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  rm_unseen_watch (GTK_WIDGET (self->stack));
  add_count_rows (self);
  add_editors (self, self->about, about_fields);
  add_editors (self, self->levels, level_fields);
}

void
rm_skill_pane_set_session (RmSkillPane *self,
                           RmSession *session)
{
  if (self->session == session)
    return;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  self->shown = 0;
  if (session != NULL)
    {
      g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self,
                               G_CONNECT_SWAPPED);
      refresh (self);
    }
}

void
rm_skill_pane_show (RmSkillPane *self,
                    gint64 id)
{
  if (self->shown == id)
    return;

  self->shown = id;
  refresh (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

gint64
rm_skill_pane_get_shown (RmSkillPane *self)
{
  return self->shown;
}

void
rm_skill_pane_set_counts (RmSkillPane *self,
                          const RmSkillSummary *summary)
{
  guint n = 0;

  for (guint g = 0; g < RM_N_SKILL_GROUPS; g++)
    {
      guint count = summary != NULL ? summary->counts[g] : 0;
      g_autofree char *text = rm_skill_summary_describe ((RmSkillGroup) g, count);

      n += count;
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->count_rows[g]), text);
      gtk_widget_set_visible (self->count_rows[g], count > 0);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->people), n > 0);
}

void
rm_skill_pane_focus_name (RmSkillPane *self)
{
  gtk_widget_grab_focus (rm_field_editor_get_row (g_ptr_array_index (self->editors, 0)));
}
