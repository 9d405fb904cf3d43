/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/skills/rm-skill-picker.h"

#include "app/commands/rm-commands-skills.h"
#include "app/files/rm-skills-import.h"
#include "core/base/rm-fold.h"
#include "ui/models/rm-id-list.h"
#include "ui/skills/rm-skill-picker-texts.h"
#include "ui/widgets/rm-accessible.h"
#include "ui/widgets/rm-drop-down.h"
#include "ui/widgets/rm-parts.h"
#include "ui/widgets/rm-search-escape.h"
#include "ui/widgets/rm-unseen.h"

#include <glib/gi18n.h>
#include <string.h>

struct _RmSkillPicker
{
  AdwWindow parent_instance;

  /* owned */
  RmSession *session;
  GFile *file;    /* NULL if pasted, and for the starter topics */
  GBytes *pasted;
  RmJob *job;
  RmSkillsImport *import;
  GPtrArray *folded; /* texts that search looks through, one per skill */
  GArray *chosen;    /* gboolean, one per skill */
  RmIdList *list;    /* ids are indexes plus one */
  guint n_chosen;
  gboolean adding;
  gboolean closing;
  gboolean filling;

  /* template */
  AdwWindowTitle *window_title;
  GtkWidget *add_button;
  GtkStack *stack;
  GtkLabel *busy_label;
  GtkProgressBar *progress;
  AdwStatusPage *failed;
  GtkEditable *search;
  GtkWidget *column_box;
  GtkDropDown *column_choice;
  GtkStack *list_stack;
  GtkListView *view;
  GtkWidget *category_box;
  GtkEditable *category;
  GtkLabel *count;
  GtkMenuButton *problems_button;
  GtkLabel *problems;
};

G_DEFINE_FINAL_TYPE (RmSkillPicker, rm_skill_picker, ADW_TYPE_WINDOW)

static const RmSkill *
get_skill (RmSkillPicker *self,
           guint index)
{
  return g_ptr_array_index (self->import->skills, index);
}

static gboolean
is_known (RmSkillPicker *self,
          guint index)
{
  return g_array_index (self->import->known, gboolean, index);
}

static gboolean
is_chosen (RmSkillPicker *self,
           guint index)
{
  return g_array_index (self->chosen, gboolean, index);
}

static void
show_count (RmSkillPicker *self)
{
  guint n = self->import->skills->len;
  /* Translators: how many skills of a list are chosen */
  g_autofree char *text = g_strdup_printf (ngettext ("%'u of %'u skill chosen",
                                                     "%'u of %'u skills chosen", n),
                                           self->n_chosen, n);

  gtk_label_set_label (self->count, text);
  gtk_widget_set_sensitive (self->add_button, self->n_chosen > 0);
}

static void
set_chosen (RmSkillPicker *self,
            guint index,
            gboolean chosen)
{
  chosen = chosen && !is_known (self, index);
  if (is_chosen (self, index) == chosen)
    return;

  g_array_index (self->chosen, gboolean, index) = chosen;
  self->n_chosen += chosen ? 1 : -1u;
}

/* Rows: a check mark toggled by the list, so that only the list takes the focus. */
static void
row_show (gpointer row,
          gint64 id)
{
  RmSkillPicker *self = g_object_get_data (G_OBJECT (row), "rm-picker");
  GtkWidget *check = g_object_get_data (G_OBJECT (row), "rm-check");
  GtkLabel *name = g_object_get_data (G_OBJECT (row), "rm-name");
  GtkLabel *more = g_object_get_data (G_OBJECT (row), "rm-more");
  const RmSkill *skill = NULL;
  g_autofree char *text = NULL;

  if (id == 0 || self->import == NULL)
    return;

  skill = get_skill (self, (guint) id - 1);
  if (is_known (self, (guint) id - 1))
    text = g_strdup (_ ("In the programme already"));
  else
    text = g_strjoin (skill->category != NULL && skill->aliases != NULL ? " · " : "",
                      skill->category != NULL ? skill->category : "",
                      skill->aliases != NULL ? skill->aliases : "", NULL);
  gtk_label_set_label (name, skill->name);
  gtk_label_set_label (more, text);
  gtk_widget_set_visible (GTK_WIDGET (more), *text != '\0');
  gtk_widget_set_tooltip_text (row, skill->description);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_chosen (self, (guint) id - 1));
  gtk_widget_set_sensitive (check, !is_known (self, (guint) id - 1));
  rm_accessible_set_label (check, skill->name);
}

static GtkWidget *
new_row_label (GtkWidget *box)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
row_new (gpointer data)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = new_row_label (texts);
  GtkWidget *more = new_row_label (texts);

  gtk_widget_add_css_class (more, "caption");
  gtk_widget_add_css_class (more, "dim-label");
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_can_target (check, FALSE);
  gtk_widget_set_focusable (check, FALSE);
  gtk_box_append (GTK_BOX (row), check);
  gtk_box_append (GTK_BOX (row), texts);
  g_object_set_data (G_OBJECT (row), "rm-picker", data);
  g_object_set_data (G_OBJECT (row), "rm-check", check);
  g_object_set_data (G_OBJECT (row), "rm-name", name);
  g_object_set_data (G_OBJECT (row), "rm-more", more);
  return row;
}

/* Rows read the choice when they are bound. */
static void
rebind (RmSkillPicker *self)
{
  GListModel *model = G_LIST_MODEL (self->list);
  guint n = g_list_model_get_n_items (model);

  g_list_model_items_changed (model, 0, n, n);
  show_count (self);
}

static void
filter (RmSkillPicker *self)
{
  g_autofree char *search = rm_fold (gtk_editable_get_text (self->search));
  g_auto (GStrv) words = g_strsplit (search, " ", -1);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->folded->len; i++)
    {
      gint64 id = (gint64) i + 1;
      gboolean found = TRUE;

      for (guint w = 0; found && words[w] != NULL; w++)
        found = strstr (g_ptr_array_index (self->folded, i), words[w]) != NULL;
      if (found)
        g_array_append_val (ids, id);
    }
  gtk_stack_set_visible_child_name (self->list_stack, ids->len > 0 ? "some" : "none");
  rm_id_list_set (self->list, ids);
}

static void
search_changed_cb (RmSkillPicker *self)
{
  if (self->import != NULL)
    filter (self);
}

static guint
index_at (RmSkillPicker *self,
          guint position)
{
  g_autoptr (RmIdItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  return (guint) rm_id_item_get_id (item) - 1;
}

static void
toggle_at (RmSkillPicker *self,
           guint position)
{
  guint index = index_at (self, position);

  set_chosen (self, index, !is_chosen (self, index));
  g_list_model_items_changed (G_LIST_MODEL (self->list), position, 1, 1);
  show_count (self);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

static void
activated_cb (RmSkillPicker *self,
              guint position)
{
  toggle_at (self, position);
}

static void
choose_shown_cb (RmSkillPicker *self)
{
  for (guint p = 0; p < g_list_model_get_n_items (G_LIST_MODEL (self->list)); p++)
    set_chosen (self, index_at (self, p), TRUE);
  rebind (self);
}

static void
choose_none_cb (RmSkillPicker *self)
{
  for (guint i = 0; i < self->chosen->len; i++)
    set_chosen (self, i, FALSE);
  rebind (self);
}

static void
fill_columns (RmSkillPicker *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  if (self->import->table == NULL)
    return;
  for (guint c = 0; c < rm_sheet_get_n_columns (self->import->table); c++)
    gtk_string_list_append (names, rm_sheet_get_header (self->import->table, c));
  self->filling = TRUE;
  gtk_drop_down_set_model (self->column_choice, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->column_choice, self->import->names);
  self->filling = FALSE;
}

/* The starter topics are few and all chosen at first; a long list starts with none. */
static void
show_import (RmSkillPicker *self,
             RmSkillsImport *import)
{
  gboolean starter = import->table == NULL;

  g_clear_pointer (&self->import, rm_skills_import_free);
  self->import = import;
  self->n_chosen = 0;
  g_array_set_size (self->chosen, 0);
  g_array_set_size (self->chosen, import->skills->len);
  for (guint i = 0; starter && i < import->skills->len; i++)
    set_chosen (self, i, TRUE);
  gtk_widget_set_visible (self->column_box, !starter);
  gtk_widget_set_visible (self->category_box, !starter);
  fill_columns (self);
  rm_skill_picker_fold (import, self->folded);
  rm_skill_picker_show_problems (import, self->problems_button, self->problems);
  rm_id_list_set (self->list, g_array_new (FALSE, FALSE, sizeof (gint64)));
  filter (self);
  show_count (self);
  gtk_stack_set_visible_child_name (self->stack, "list");
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
progress_cb (RmJob *job,
             GParamSpec *pspec,
             RmSkillPicker *self)
{
  double fraction = rm_job_get_progress (job);

  if (job != self->job)
    return;
  if (fraction < 0)
    gtk_progress_bar_pulse (self->progress);
  else
    gtk_progress_bar_set_fraction (self->progress, fraction);
}

static void
begin_job (RmSkillPicker *self,
           const char *title)
{
  if (self->job != NULL)
    rm_job_cancel (self->job);
  g_clear_object (&self->job);
  self->job = rm_job_new ();
  g_signal_connect_object (self->job, "notify::progress", G_CALLBACK (progress_cb), self, 0);
  gtk_label_set_label (self->busy_label, title);
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_stack_set_visible_child_name (self->stack, "busy");
}

static void
loaded_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (RmSkillPicker) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RmSkillsImport) import
    = rm_skills_import_load_finish (RM_JOB (source), result, &error);

  if (RM_JOB (source) != self->job || self->closing)
    return;
  if (import != NULL)
    show_import (self, g_steal_pointer (&import));
  else if (!rm_error_is_cancelled (error))
    {
      rm_parts_set_description (self->failed, error->message);
      gtk_stack_set_visible_child_name (self->stack, "failed");
    }
}

static void
load (RmSkillPicker *self,
      const char *column)
{
  begin_job (self, _ ("Reading the list"));
  if (self->pasted != NULL)
    rm_skills_import_load_pasted_async (rm_session_get_programme (self->session), self->job,
                                        self->pasted, column, loaded_cb, g_object_ref (self));
  else
    rm_skills_import_load_async (rm_session_get_programme (self->session), self->job, self->file,
                                 column, loaded_cb, g_object_ref (self));
}

static void
column_changed_cb (RmSkillPicker *self)
{
  guint selected = gtk_drop_down_get_selected (self->column_choice);
  g_autofree char *column = g_strdup_printf ("%u", selected + 1);

  if (!self->filling && self->import != NULL && selected != GTK_INVALID_LIST_POSITION
      && selected != self->import->names)
    load (self, column);
}

static GPtrArray *
list_chosen (RmSkillPicker *self)
{
  GPtrArray *skills = g_ptr_array_new_with_free_func (rm_record_unref);
  const RmField *field = rm_entity_find_field (rm_skill_entity (), "category");

  for (guint i = 0; i < self->chosen->len; i++)
    {
      RmSkill *copy = NULL;

      if (!is_chosen (self, i))
        continue;
      copy = rm_record_copy (get_skill (self, i));
      if (copy->category == NULL)
        rm_record_parse (copy, field, gtk_editable_get_text (self->category), NULL);
      g_ptr_array_add (skills, copy);
    }

  return skills;
}

static void
added_cb (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  g_autoptr (RmSkillPicker) self = data;
  g_autoptr (GError) error = NULL;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autofree char *text = NULL;

  self->adding = FALSE;
  if (rm_command_add_skills_finish (self->session, result, &error))
    {
      text = g_strdup_printf (ngettext ("%'u skill added", "%'u skills added", self->n_chosen),
                              self->n_chosen);
      if (parent != NULL)
        gtk_widget_activate_action (GTK_WIDGET (parent), "win.toast-undo", "s", text);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  if (self->closing)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, "list");
  show_count (self);
  if (parent != NULL && !rm_error_is_cancelled (error))
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-error", "(ss)",
                                _ ("The skills cannot be added"), error->message);
}

static void
add_cb (RmSkillPicker *self)
{
  g_autoptr (GPtrArray) skills = list_chosen (self);

  if (skills->len == 0 || self->adding)
    return;
  self->adding = TRUE;
  gtk_widget_set_sensitive (self->add_button, FALSE);
  begin_job (self, _ ("Adding skills"));
  rm_command_add_skills_async (self->session, self->job, skills, added_cb, g_object_ref (self));
}

/* An edit under way is stopped first; the window closes when it has. */
static gboolean
rm_skill_picker_close_request (GtkWindow *window)
{
  RmSkillPicker *self = RM_SKILL_PICKER (window);

  self->closing = TRUE;
  if (self->job != NULL)
    rm_job_cancel (self->job);
  if (self->adding)
    return GDK_EVENT_STOP;

  return GTK_WINDOW_CLASS (rm_skill_picker_parent_class)->close_request (window);
}

static gboolean
list_key_cb (RmSkillPicker *self,
             guint key,
             guint code,
             GdkModifierType state)
{
  GtkSelectionModel *model = gtk_list_view_get_model (self->view);
  guint position = gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (model));

  if (key == GDK_KEY_space && position != GTK_INVALID_LIST_POSITION)
    {
      toggle_at (self, position);
      return GDK_EVENT_STOP;
    }
  if (key != GDK_KEY_Tab && key != GDK_KEY_ISO_Left_Tab)
    return GDK_EVENT_PROPAGATE;

  /* In GTK before 4.12 Tab walks through every row of a list. */
  if (key == GDK_KEY_ISO_Left_Tab)
    return gtk_widget_grab_focus (GTK_WIDGET (self->search));
  return gtk_widget_grab_focus (gtk_widget_get_visible (self->category_box)
                                  ? GTK_WIDGET (self->category)
                                  : self->add_button);
}

static void
rm_skill_picker_dispose (GObject *object)
{
  RmSkillPicker *self = RM_SKILL_PICKER (object);

  g_clear_object (&self->job);
  g_clear_object (&self->session);
  g_clear_object (&self->file);
  g_clear_pointer (&self->pasted, g_bytes_unref);
  g_clear_pointer (&self->import, rm_skills_import_free);
  g_clear_pointer (&self->folded, g_ptr_array_unref);
  g_clear_pointer (&self->chosen, g_array_unref);
  g_clear_object (&self->list);
  G_OBJECT_CLASS (rm_skill_picker_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *class)
{
  gtk_widget_class_bind_template_child (class, RmSkillPicker, window_title);
  gtk_widget_class_bind_template_child (class, RmSkillPicker, add_button);
  gtk_widget_class_bind_template_child (class, RmSkillPicker, stack);
  gtk_widget_class_bind_template_child (class, RmSkillPicker, busy_label);
  gtk_widget_class_bind_template_child (class, RmSkillPicker, progress);
  gtk_widget_class_bind_template_child (class, RmSkillPicker, failed);
  gtk_widget_class_bind_template_child (class, RmSkillPicker, search);
  gtk_widget_class_bind_template_child (class, RmSkillPicker, column_box);
  gtk_widget_class_bind_template_child (class, RmSkillPicker, column_choice);
  gtk_widget_class_bind_template_child (class, RmSkillPicker, list_stack);
  gtk_widget_class_bind_template_child (class, RmSkillPicker, view);
  gtk_widget_class_bind_template_child (class, RmSkillPicker, category_box);
  gtk_widget_class_bind_template_child (class, RmSkillPicker, category);
  gtk_widget_class_bind_template_child (class, RmSkillPicker, count);
  gtk_widget_class_bind_template_child (class, RmSkillPicker, problems_button);
  gtk_widget_class_bind_template_child (class, RmSkillPicker, problems);
}

static void
rm_skill_picker_class_init (RmSkillPickerClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = rm_skill_picker_dispose;
  GTK_WINDOW_CLASS (class)->close_request = rm_skill_picker_close_request;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/ReverseMentor/ui/skills/rm-skill-picker.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, rm_search_escape_cb);
  gtk_widget_class_bind_template_callback (widget_class, column_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_none_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rm_skill_picker_init (RmSkillPicker *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->folded = g_ptr_array_new_with_free_func (g_free);
  self->chosen = g_array_new (FALSE, TRUE, sizeof (gboolean));
  self->list = rm_id_list_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  rm_drop_down_speak (GTK_WIDGET (self->column_choice));
  rm_unseen_watch (GTK_WIDGET (self->stack));
  rm_unseen_watch (GTK_WIDGET (self->list_stack));
  rm_id_list_attach (self->list, self->view, row_new, row_show, self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (list_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
}

static RmSkillPicker *
new_picker (RmSession *session,
            const char *title,
            const char *subtitle)
{
  RmSkillPicker *self = g_object_new (RM_TYPE_SKILL_PICKER, NULL);

  self->session = g_object_ref (session);
  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, subtitle);
  return self;
}

GtkWidget *
rm_skill_picker_new (RmSession *session,
                     GFile *file)
{
  g_autofree char *name = file != NULL ? rm_parts_dup_file_name (file) : NULL;
  RmSkillPicker *self
    = new_picker (session, file == NULL ? _ ("Add Starter Topics") : _ ("Import Skills"),
                  name != NULL ? name : "");

  g_set_object (&self->file, file);
  if (file != NULL)
    load (self, NULL);
  else
    show_import (self, rm_skills_import_new_starter (rm_session_get_programme (session)));
  return GTK_WIDGET (self);
}

GtkWidget *
rm_skill_picker_new_pasted (RmSession *session,
                            GBytes *text)
{
  RmSkillPicker *self = new_picker (session, _ ("Import Skills"), _ ("Clipboard"));

  self->pasted = g_bytes_ref (text);
  load (self, NULL);
  return GTK_WIDGET (self);
}
