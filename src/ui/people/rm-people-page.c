/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/people/rm-people-page-private.h"

#include "app/commands/rm-commands.h"
#include "ui/people/rm-people-columns.h"
#include "ui/people/rm-rating-sheet.h"
#include "ui/widgets/rm-copy.h"
#include "ui/widgets/rm-drop-down.h"
#include "ui/widgets/rm-parts.h"
#include "ui/widgets/rm-tab-past.h"
#include "ui/widgets/rm-unseen.h"

#include <glib/gi18n.h>

/* The names of sort keys in the settings. */
static const char *const sort_names[] = {
  [RM_PEOPLE_SORT_NAME] = "name",
  [RM_PEOPLE_SORT_DEPARTMENT] = "department",
  [RM_PEOPLE_SORT_LEVEL] = "level",
  [RM_PEOPLE_SORT_SIDE] = "side",
  [RM_PEOPLE_SORT_STATE] = "state",
};

static void page_init (RmPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RmPeoplePage, rm_people_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (RM_TYPE_PAGE, page_init))

void
rm_people_page_show_selected (RmPeoplePage *self)
{
  g_autoptr (GArray) selected = NULL;

  if (self->filling || self->session == NULL)
    return;

  selected = rm_people_page_list_selected (self);
  gtk_stack_set_visible_child_name (self->panes, selected->len > 1 ? "many" : "one");
  if (selected->len > 1)
    rm_many_pane_show (self->many, self->session, (const gint64 *) (gpointer) selected->data,
                       selected->len);
  else if (selected->len == 1)
    rm_record_pane_show (self->pane, g_array_index (selected, gint64, 0));
  else if (rm_record_pane_get_record (self->pane) == NULL)
    {
      rm_record_pane_show (self->pane, 0);
      adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
    }
}

static void
sort_changed_cb (RmPeoplePage *self)
{
  RmPeopleSort sort = RM_PEOPLE_SORT_NAME;
  gboolean descending = FALSE;

  rm_people_columns_get_sort (self->view, &sort, &descending);
  g_settings_set_string (self->settings, "people-sort", sort_names[sort]);
  g_settings_set_boolean (self->settings, "people-descending", descending);
  rm_people_page_refresh_list (self);
}

static void
restore_sort (RmPeoplePage *self)
{
  g_autofree char *name = g_settings_get_string (self->settings, "people-sort");

  for (guint s = 0; s < G_N_ELEMENTS (sort_names); s++)
    if (g_str_equal (sort_names[s], name))
      rm_people_columns_sort_by (self->view, (RmPeopleSort) s,
                                 g_settings_get_boolean (self->settings, "people-descending"));
}

static void
show_pane (RmPeoplePage *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

/* Keys move the focus without selecting: Enter opens the focused person. */
static void
activated_cb (RmPeoplePage *self,
              guint position)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (self->selection);

  if (!gtk_selection_model_is_selected (selection, position))
    gtk_selection_model_select_item (selection, position, TRUE);
  show_pane (self);
}

static gboolean
has_one_selected (RmPeoplePage *self)
{
  g_autoptr (GtkBitset) selected
    = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  return gtk_bitset_get_size (selected) == 1;
}

static void
clicked_cb (RmPeoplePage *self)
{
  /* If one thing is shown at a time, selecting a person opens them. */
  if (adw_leaflet_get_folded (self->leaflet)
      && has_one_selected (self))
    show_pane (self);
}

static void
search_changed_cb (RmPeoplePage *self)
{
  g_free (self->query->search);
  self->query->search = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  rm_people_page_refresh_list (self);
}

static void
clear_only_cb (RmPeoplePage *self)
{
  g_clear_pointer (&self->query->only, g_free);
  self->query->n_only = 0;
  gtk_widget_set_visible (self->only_box, FALSE);
  rm_people_page_refresh_list (self);
}

static void
clear_all_cb (RmPeoplePage *self)
{
  rm_people_page_clear_filters (self);
  clear_only_cb (self);
}

static gboolean
fit_cb (gpointer data)
{
  RmPeoplePage *self = data;

  self->fit_idle = 0;
  self->width = gtk_widget_get_width (GTK_WIDGET (self->list_stack));
  rm_people_columns_fit (self->view, self->width);
  rm_people_page_fit_filters (self);
  return G_SOURCE_REMOVE;
}

void
rm_people_page_fit_later (RmPeoplePage *self)
{
  if (self->fit_idle == 0)
    self->fit_idle = g_idle_add (fit_cb, self);
}

static void
set_session (RmPage *page,
             RmSession *session)
{
  RmPeoplePage *self = RM_PEOPLE_PAGE (page);

  if (!rm_session_follow (&self->session, session, G_CALLBACK (rm_people_page_refresh_list), self))
    return;

  self->generation++;
  rm_record_pane_set_session (self->pane, session);
  if (session == NULL)
    {
      rm_person_list_set (self->list, NULL, NULL);
      return;
    }

  rm_people_page_refresh_list (self);
}

static const char *
get_title (RmPage *page)
{
  return _ ("People");
}

static const char *
get_icon_name (RmPage *page)
{
  return "system-users-symbolic";
}

static guint
get_count (RmPage *page)
{
  RmPeoplePage *self = RM_PEOPLE_PAGE (page);

  return self->session != NULL
           ? rm_programme_count (rm_session_get_programme (self->session), RM_TABLE_PERSON)
           : 0;
}

static GtkWidget *
get_actions (RmPage *page)
{
  return RM_PEOPLE_PAGE (page)->actions;
}

static void
set_compact (RmPage *page,
             gboolean compact)
{
  gtk_widget_set_visible (RM_PEOPLE_PAGE (page)->import_button, !compact);
}

static void
set_search (RmPage *page,
            gboolean active)
{
  RmPeoplePage *self = RM_PEOPLE_PAGE (page);

  gtk_search_bar_set_search_mode (self->search_bar, active);
  if (active)
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static gboolean
go_back (RmPage *page)
{
  RmPeoplePage *self = RM_PEOPLE_PAGE (page);

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
rm_people_page_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  gtk_widget_measure (RM_PEOPLE_PAGE (widget)->body, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
rm_people_page_size_allocate (GtkWidget *widget,
                              int width,
                              int height,
                              int baseline)
{
  gtk_widget_allocate (RM_PEOPLE_PAGE (widget)->body, width, height, baseline, NULL);
}

static void
rm_people_page_dispose (GObject *object)
{
  RmPeoplePage *self = RM_PEOPLE_PAGE (object);

  set_session (RM_PAGE (self), NULL);
  g_clear_handle_id (&self->fit_idle, g_source_remove);
  /* Destroying the view changes its order, which is not a request. */
  if (self->body != NULL)
    g_signal_handlers_disconnect_by_data (gtk_column_view_get_sorter (self->view), self);
  g_clear_pointer (&self->body, gtk_widget_unparent);
  g_clear_pointer (&self->query, rm_people_query_free);
  g_clear_pointer (&self->departments, g_strfreev);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (rm_people_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, RmPeoplePage, actions);
  gtk_widget_class_bind_template_child (widget_class, RmPeoplePage, import_button);
  gtk_widget_class_bind_template_child (widget_class, RmPeoplePage, body);
  gtk_widget_class_bind_template_child (widget_class, RmPeoplePage, stack);
  gtk_widget_class_bind_template_child (widget_class, RmPeoplePage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, RmPeoplePage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, RmPeoplePage, side_filter);
  gtk_widget_class_bind_template_child (widget_class, RmPeoplePage, department_filter);
  gtk_widget_class_bind_template_child (widget_class, RmPeoplePage, tenure_filter);
  gtk_widget_class_bind_template_child (widget_class, RmPeoplePage, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, RmPeoplePage, filters);
  gtk_widget_class_bind_template_child (widget_class, RmPeoplePage, more_filters);
  gtk_widget_class_bind_template_child (widget_class, RmPeoplePage, more_box);
  gtk_widget_class_bind_template_child (widget_class, RmPeoplePage, unrated_filter);
  gtk_widget_class_bind_template_child (widget_class, RmPeoplePage, unasked_filter);
  gtk_widget_class_bind_template_child (widget_class, RmPeoplePage, eager_filter);
  gtk_widget_class_bind_template_child (widget_class, RmPeoplePage, alike_filter);
  gtk_widget_class_bind_template_child (widget_class, RmPeoplePage, only_box);
  gtk_widget_class_bind_template_child (widget_class, RmPeoplePage, only_label);
  gtk_widget_class_bind_template_child (widget_class, RmPeoplePage, count);
  gtk_widget_class_bind_template_child (widget_class, RmPeoplePage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, RmPeoplePage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, RmPeoplePage, view);
  gtk_widget_class_bind_template_child (widget_class, RmPeoplePage, panes);
  gtk_widget_class_bind_template_child (widget_class, RmPeoplePage, pane);
  gtk_widget_class_bind_template_child (widget_class, RmPeoplePage, many);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, rm_people_page_apply_filters);
  gtk_widget_class_bind_template_callback (widget_class, clear_only_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
rm_people_page_class_init (RmPeoplePageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = rm_people_page_dispose;
  widget_class->measure = rm_people_page_measure;
  widget_class->size_allocate = rm_people_page_size_allocate;
  g_type_ensure (RM_TYPE_MANY_PANE);
  g_type_ensure (RM_TYPE_PERSON_PANE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/ReverseMentor/ui/people/rm-people-page.ui");
  bind_template (widget_class);
}

static void
rm_people_page_init (RmPeoplePage *self)
{

  self->query = rm_people_query_new ();
  self->settings = g_settings_new (RM_APP_ID);
  gtk_widget_init_template (GTK_WIDGET (self));
  rm_unseen_watch (GTK_WIDGET (self->stack));
  rm_unseen_watch (GTK_WIDGET (self->leaflet));
  rm_unseen_watch (GTK_WIDGET (self->list_stack));
  rm_unseen_watch (GTK_WIDGET (self->panes));
  rm_unseen_watch (GTK_WIDGET (self->search_bar));
  rm_parts_tell_search (self->search_bar);
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));

  self->list = rm_person_list_new ();
  self->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->list)));
  rm_people_columns_add (self->view);
  rm_copy_watch (GTK_WIDGET (self->view), (RmCopyRow) rm_people_columns_copy, self->view, TRUE);
  restore_sort (self);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "selection-changed",
                           G_CALLBACK (rm_people_page_show_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (sort_changed_cb), self, G_CONNECT_SWAPPED);

  /* While leaflets fold, the list is resized without the page. */
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->filter_bar), "changed",
                           G_CALLBACK (rm_people_page_fit_later), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_menu_button_get_popover (self->more_filters), "closed",
                           G_CALLBACK (rm_people_page_fit_later), self, G_CONNECT_SWAPPED);

  g_signal_connect_object (self->view, "map", G_CALLBACK (rm_people_page_scroll), self,
                           G_CONNECT_SWAPPED);
  rm_tab_past_watch (GTK_WIDGET (self->view));
  rm_drop_down_shorten (self->department_filter);
  rm_drop_down_speak (self->body);
}

void
rm_people_page_add_person (RmPeoplePage *self)
{
  RmPerson *person = rm_person_new ();
  g_autoptr (GError) error = NULL;

  person->name = g_strdup (_ ("New person"));
  if (rm_command_add_record (self->session, person, &error))
    {
      clear_all_cb (self);
      rm_people_page_show_person (self, person->record.id);
      rm_record_pane_focus_first (self->pane);
    }
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-error", "(ss)",
                                _ ("The person cannot be added"), error->message);
  rm_record_unref (person);
}

void
rm_people_page_show_person (RmPeoplePage *self,
                            gint64 id)
{
  self->wanted = id;
  rm_record_pane_show (self->pane, id);
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
  rm_people_page_refresh_list (self);
}

void
rm_people_page_show_people (RmPeoplePage *self,
                            const char *title,
                            const gint64 *ids,
                            guint n)
{
  rm_people_page_clear_filters (self);
  g_free (self->query->only);
  /* One more than needed: the list may be empty. */
  self->query->only = g_new0 (gint64, n + 1);
  self->query->n_only = n;
  if (n > 0)
    memcpy (self->query->only, ids, n * sizeof (gint64));
  qsort (self->query->only, n, sizeof (gint64), rm_id_compare);
  gtk_label_set_label (self->only_label, title);
  gtk_widget_set_visible (self->only_box, TRUE);
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
  rm_people_page_refresh_list (self);
}

void
rm_people_page_rate (RmPeoplePage *self)
{
  g_autoptr (GArray) listed = rm_person_list_dup_ids (self->list);
  g_autoptr (GArray) selected = rm_people_page_list_selected (self);
  GArray *people = selected->len > 1 ? selected : listed;
  gint64 shown = selected->len == 1 ? g_array_index (selected, gint64, 0) : 0;
  GtkWidget *sheet = NULL;

  if (people->len == 0)
    return;
  if (shown == 0)
    shown = g_array_index (people, gint64, 0);

  sheet = rm_rating_sheet_new (self->session, (const gint64 *) (gpointer) people->data,
                               people->len, shown);
  rm_parts_present (sheet, GTK_WIDGET (self));
}
