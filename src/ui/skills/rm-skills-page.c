/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/skills/rm-skills-page.h"

#include "app/commands/rm-commands.h"
#include "app/queries/rm-skills-query.h"
#include "ui/models/rm-id-list.h"
#include "ui/skills/rm-role-list.h"
#include "ui/skills/rm-role-pane.h"
#include "ui/skills/rm-skill-pane.h"
#include "ui/skills/rm-skill-row.h"
#include "ui/widgets/rm-copy.h"
#include "ui/widgets/rm-inquiry.h"
#include "ui/widgets/rm-parts.h"
#include "ui/widgets/rm-tab-past.h"
#include "ui/widgets/rm-unseen.h"

#include <glib/gi18n.h>

struct _RmSkillsPage
{
  GtkWidget parent_instance;

  /* owned */
  RmSession *session;
  RmIdList *list;
  GArray *summaries;  /* in the order of the list */
  GHashTable *places; /* from ids to positions in @summaries, plus one */
  char *search;
  gint64 wanted;      /* the skill to select when the list is there */
  guint generation;

  /* template */
  GtkWidget *actions;
  GtkWidget *add_button;
  GtkStack *stack;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkToggleButton *skills_button;
  AdwLeaflet *leaflet;
  GtkStack *list_stack;
  GtkListView *view;
  GtkLabel *count;
  RmRoleList *roles;
  GtkStack *panes;
  RmRecordPane *pane;
  RmRecordPane *role_pane;
};

static void page_init (RmPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RmSkillsPage, rm_skills_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (RM_TYPE_PAGE, page_init))

static gpointer
find_summaries (RmProgramme *programme,
                gconstpointer search)
{
  return rm_skills_query_run (programme, search);
}

static const RmSkillSummary *
find_summary (RmSkillsPage *self,
              gint64 id)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, &id));

  return place > 0 ? &g_array_index (self->summaries, RmSkillSummary, place - 1) : NULL;
}

static void
row_show (gpointer row,
          gint64 id)
{
  RmSkillsPage *self = g_object_get_data (G_OBJECT (row), "rm-page");
  const RmSkill *skill = NULL;

  if (self->session != NULL && id != 0)
    skill = rm_programme_find_skill (rm_session_get_programme (self->session), id);
  rm_skill_row_show (RM_SKILL_ROW (row), skill, find_summary (self, id));
}

static GtkWidget *
row_new (gpointer data)
{
  GtkWidget *row = rm_skill_row_new ();

  g_object_set_data (G_OBJECT (row), "rm-page", data);
  return row;
}

static void
copy_row (gpointer owner,
          gpointer item,
          RmTableWriter *writer)
{
  RmSkillsPage *self = owner;
  const char *const headers[] = { _ ("Skill"), _ ("Context"), _ ("Category"), _ ("Offering it"),
                                  _ ("Wanting it"), _ ("Unrated") };
  const RmSkill *skill = NULL;
  const RmSkillSummary *summary = NULL;

  for (gsize i = 0; item == NULL && i < G_N_ELEMENTS (headers); i++)
    rm_table_writer_add_word (writer, headers[i]);
  if (item == NULL || self->session == NULL)
    return;

  skill = rm_programme_find_skill (rm_session_get_programme (self->session),
                                   rm_id_item_get_id (item));
  summary = find_summary (self, rm_id_item_get_id (item));
  if (skill == NULL || summary == NULL)
    return;
  rm_table_writer_add_text (writer, skill->name);
  rm_table_writer_add_text (writer, skill->context);
  rm_table_writer_add_text (writer, skill->category);
  for (guint g = 0; g < RM_N_SKILL_GROUPS && skill->retired != 1; g++)
    rm_table_writer_add_number (writer, (int) summary->counts[g]);
}

static GtkSingleSelection *
get_selection (RmSkillsPage *self)
{
  return GTK_SINGLE_SELECTION (gtk_list_view_get_model (self->view));
}

static gboolean
is_showing_roles (RmSkillsPage *self)
{
  /* The other of the two is notified later. */
  return !gtk_toggle_button_get_active (self->skills_button);
}

static void
show_counts (RmSkillsPage *self)
{
  RmProgramme *programme = rm_session_get_programme (self->session);
  guint n = self->summaries->len;
  guint all = rm_programme_count (programme, RM_TABLE_SKILL);
  guint roles = rm_programme_count (programme, RM_TABLE_ROLE_PROFILE);
  g_autofree char *text = NULL;

  gtk_stack_set_visible_child_name (self->stack, all + roles == 0 ? "empty" : "skills");
  if (is_showing_roles (self))
    text = g_strdup_printf (ngettext ("%'u role profile", "%'u role profiles", roles), roles);
  else if (n == all)
    text = g_strdup_printf (ngettext ("%'u skill", "%'u skills", n), n);
  else
    /* Translators: how many of all skills a search shows */
    text = g_strdup_printf (_ ("%'u of %'u skills"), n, all);
  gtk_label_set_label (self->count, text);
  if (is_showing_roles (self))
    gtk_stack_set_visible_child_name (self->list_stack, "roles");
  else
    gtk_stack_set_visible_child_name (self->list_stack, n == 0 && all > 0 ? "none" : "list");
  gtk_stack_set_visible_child_name (self->panes, is_showing_roles (self) ? "role" : "skill");
}

static void
select_wanted (RmSkillsPage *self)
{
  guint position = rm_id_list_find (self->list, self->wanted);

  self->wanted = 0;
  if (position == GTK_INVALID_LIST_POSITION)
    return;
  gtk_single_selection_set_selected (get_selection (self), position);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

/* Rows that stay have new texts: they are bound again, one by one. */
static void
refresh_rows (RmSkillsPage *self)
{
  for (GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (self->view)); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    {
      GtkWidget *row = gtk_widget_get_first_child (item);

      if (row != NULL && RM_IS_SKILL_ROW (row))
        row_show (row, rm_skill_row_get_id (RM_SKILL_ROW (row)));
    }
}

static void
take_summaries (RmSkillsPage *self,
                GArray *summaries)
{
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), summaries->len);

  g_hash_table_remove_all (self->places);
  g_array_unref (self->summaries);
  self->summaries = summaries;
  for (guint i = 0; i < summaries->len; i++)
    {
      RmSkillSummary *summary = &g_array_index (summaries, RmSkillSummary, i);

      g_hash_table_insert (self->places, &summary->skill, GUINT_TO_POINTER (i + 1));
      g_array_append_val (ids, summary->skill);
    }
  rm_id_list_set (self->list, ids);
  refresh_rows (self);
}

static void
show_summaries (gpointer owner,
                RmProgramme *programme,
                gpointer summaries)
{
  RmSkillsPage *self = owner;
  gint64 shown = rm_record_pane_get_shown (self->pane);

  take_summaries (self, g_array_ref (summaries));
  show_counts (self);
  if (self->wanted == 0)
    self->wanted = shown;
  if (self->wanted != 0)
    select_wanted (self);
  rm_skill_pane_set_counts (RM_SKILL_PANE (self->pane),
                            find_summary (self, rm_record_pane_get_shown (self->pane)));
}

static void
refresh_list (RmSkillsPage *self)
{
  static const RmInquiry inquiry = {
    .find = find_summaries,
    .show = show_summaries,
    .free_question = g_free,
    .free_answer = (GDestroyNotify) g_array_unref,
  };

  if (self->session != NULL)
    rm_inquiry_begin (&inquiry, self, &self->generation, rm_session_get_programme (self->session),
                      g_strdup (self->search));
}

static void
selected_cb (RmSkillsPage *self)
{
  RmIdItem *item = gtk_single_selection_get_selected_item (get_selection (self));
  gint64 id = item != NULL ? rm_id_item_get_id (item) : 0;

  if (self->session == NULL)
    return;
  if (id != 0)
    rm_record_pane_show (self->pane, id);
  else if (rm_record_pane_get_record (self->pane) == NULL)
    {
      rm_record_pane_show (self->pane, 0);
      adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
    }
  rm_skill_pane_set_counts (RM_SKILL_PANE (self->pane),
                            find_summary (self, rm_record_pane_get_shown (self->pane)));
}

static void
show_pane (RmSkillsPage *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

/* Keys may move the focus without selecting: Enter opens the focused row. */
static void
activated_cb (RmSkillsPage *self,
              guint position)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (get_selection (self)), position, TRUE);
  show_pane (self);
}

static void
clicked_cb (RmSkillsPage *self)
{
  /* If one thing is shown at a time, selecting it opens it. */
  if (adw_leaflet_get_folded (self->leaflet)
      && gtk_single_selection_get_selected_item (get_selection (self)) != NULL)
    show_pane (self);
}

static void
role_selected_cb (RmSkillsPage *self,
                  gint64 id)
{
  rm_record_pane_show (self->role_pane, id);
  if (id != 0)
    adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

static void
kind_toggled_cb (RmSkillsPage *self)
{
  if (self->session != NULL)
    show_counts (self);
}

static void
search_changed_cb (RmSkillsPage *self)
{
  g_free (self->search);
  self->search = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  gtk_toggle_button_set_active (self->skills_button, TRUE);
  refresh_list (self);
}

static void
set_session (RmPage *page,
             RmSession *session)
{
  RmSkillsPage *self = RM_SKILLS_PAGE (page);

  if (!rm_session_follow (&self->session, session, G_CALLBACK (refresh_list), self))
    return;

  self->generation++;
  rm_record_pane_set_session (self->pane, session);
  rm_role_list_set_session (self->roles, session);
  rm_record_pane_set_session (self->role_pane, session);
  if (session == NULL)
    {
      take_summaries (self, g_array_new (FALSE, FALSE, sizeof (RmSkillSummary)));
      return;
    }

  refresh_list (self);
}

static const char *
get_title (RmPage *page)
{
  return _ ("Skills");
}

static const char *
get_icon_name (RmPage *page)
{
  return "rm-skills-symbolic";
}

static guint
get_count (RmPage *page)
{
  RmSkillsPage *self = RM_SKILLS_PAGE (page);

  return self->session != NULL
           ? rm_programme_count (rm_session_get_programme (self->session), RM_TABLE_SKILL)
           : 0;
}

static GtkWidget *
get_actions (RmPage *page)
{
  return RM_SKILLS_PAGE (page)->actions;
}

static void
set_compact (RmPage *page,
             gboolean compact)
{
  gtk_widget_set_visible (RM_SKILLS_PAGE (page)->add_button, !compact);
}

static void
set_search (RmPage *page,
            gboolean active)
{
  RmSkillsPage *self = RM_SKILLS_PAGE (page);

  gtk_search_bar_set_search_mode (self->search_bar, active);
  if (active)
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static gboolean
go_back (RmPage *page)
{
  RmSkillsPage *self = RM_SKILLS_PAGE (page);

  return adw_leaflet_get_folded (self->leaflet)
         && adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
page_init (RmPageInterface *iface)
{
  iface->set_session = set_session;
  iface->get_title = get_title;
  iface->get_icon_name = get_icon_name;
  iface->get_count = get_count;
  iface->get_actions = get_actions;
  iface->set_compact = set_compact;
  iface->set_search = set_search;
  iface->go_back = go_back;
}

static void
rm_skills_page_dispose (GObject *object)
{
  RmSkillsPage *self = RM_SKILLS_PAGE (object);

  set_session (RM_PAGE (self), NULL);
  g_clear_pointer ((GtkWidget **) &self->stack, gtk_widget_unparent);
  g_clear_object (&self->list);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->summaries, g_array_unref);
  g_clear_pointer (&self->search, g_free);
  G_OBJECT_CLASS (rm_skills_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, RmSkillsPage, actions);
  gtk_widget_class_bind_template_child (widget_class, RmSkillsPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, RmSkillsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, RmSkillsPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, RmSkillsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, RmSkillsPage, skills_button);
  gtk_widget_class_bind_template_child (widget_class, RmSkillsPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, RmSkillsPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, RmSkillsPage, view);
  gtk_widget_class_bind_template_child (widget_class, RmSkillsPage, count);
  gtk_widget_class_bind_template_child (widget_class, RmSkillsPage, roles);
  gtk_widget_class_bind_template_child (widget_class, RmSkillsPage, panes);
  gtk_widget_class_bind_template_child (widget_class, RmSkillsPage, pane);
  gtk_widget_class_bind_template_child (widget_class, RmSkillsPage, role_pane);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
rm_skills_page_class_init (RmSkillsPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = rm_skills_page_dispose;
  g_type_ensure (RM_TYPE_ROLE_LIST);
  g_type_ensure (RM_TYPE_ROLE_PANE);
  g_type_ensure (RM_TYPE_SKILL_PANE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/ReverseMentor/ui/skills/rm-skills-page.ui");
  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
rm_skills_page_init (RmSkillsPage *self)
{

  self->summaries = g_array_new (FALSE, FALSE, sizeof (RmSkillSummary));
  self->places = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->list = rm_id_list_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  rm_unseen_watch (GTK_WIDGET (self->stack));
  rm_unseen_watch (GTK_WIDGET (self->leaflet));
  rm_unseen_watch (GTK_WIDGET (self->list_stack));
  rm_unseen_watch (GTK_WIDGET (self->panes));
  rm_unseen_watch (GTK_WIDGET (self->search_bar));
  rm_parts_tell_search (self->search_bar);
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  rm_id_list_attach (self->list, self->view, row_new, row_show, self);
  rm_copy_watch (GTK_WIDGET (self->view), copy_row, self, TRUE);
  g_signal_connect_object (get_selection (self), "notify::selected-item",
                           G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->roles, "role-selected", G_CALLBACK (role_selected_cb), self,
                           G_CONNECT_SWAPPED);
  rm_tab_past_watch (GTK_WIDGET (self->view));
}

void
rm_skills_page_add_skill (RmSkillsPage *self)
{
  gint64 id = 0;
  g_autoptr (GError) error = NULL;

  if (rm_command_add_skill (self->session, _ ("New skill"), NULL, &id, &error))
    {
      rm_skills_page_show_skill (self, id);
      rm_record_pane_focus_first (self->pane);
    }
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-error", "(ss)",
                                _ ("The skill cannot be added"), error->message);
}

void
rm_skills_page_show_skill (RmSkillsPage *self,
                           gint64 id)
{
  self->wanted = id;
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  g_clear_pointer (&self->search, g_free);
  gtk_toggle_button_set_active (self->skills_button, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "skills");
  rm_record_pane_show (self->pane, id);
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
  refresh_list (self);
}
