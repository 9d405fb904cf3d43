/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/people/rm-people-page-private.h"

#include "ui/people/rm-people-columns.h"
#include "ui/widgets/rm-inquiry.h"

#include <glib/gi18n.h>

/** The people listed, and the choices of the filters. */
typedef struct
{
  GArray *order;
  GStrv departments;
} Listed;

static void
listed_free (gpointer data)
{
  Listed *listed = data;

  g_array_unref (listed->order);
  g_strfreev (listed->departments);
  g_free (listed);
}

static gpointer
find_listed (RmProgramme *programme,
             gconstpointer query)
{
  Listed *listed = g_new0 (Listed, 1);

  listed->order = rm_people_query_run (query, programme);
  listed->departments = rm_people_list_departments (programme);
  return listed;
}

/* The action belongs to the list within the view, which loses its rows if it has no size yet. */
static gboolean
scroll_cb (GtkWidget *view,
           GdkFrameClock *clock,
           gpointer data)
{
  RmPeoplePage *self = data;
  GtkWidget *list = gtk_widget_get_last_child (view);

  if (gtk_widget_get_mapped (list) && gtk_widget_get_height (list) == 0)
    return G_SOURCE_CONTINUE;

  self->scroll_id = 0;
  if (!gtk_widget_get_mapped (list))
    return G_SOURCE_REMOVE;

  self->scroll_wanted = FALSE;
  gtk_widget_activate_action (list, "list.scroll-to-item", "u", self->scroll_position);
  /* The first widget to take the focus in the pane would be the button that removes people. Focus
   * in an entry, such as the name of a new person, stays there. */
  if (!adw_leaflet_get_folded (self->leaflet)
      && !GTK_IS_TEXT (gtk_root_get_focus (gtk_widget_get_root (view))))
    gtk_widget_grab_focus (list);
  return G_SOURCE_REMOVE;
}

static void
scroll_to (RmPeoplePage *self,
           guint position)
{
  self->scroll_position = position;
  self->scroll_wanted = TRUE;
  rm_people_page_scroll (self);
}

void
rm_people_page_scroll (RmPeoplePage *self)
{
  if (self->scroll_wanted && self->scroll_id == 0)
    self->scroll_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->view), scroll_cb, self, NULL);
}

static void
select_one (RmPeoplePage *self,
            gint64 id,
            gboolean scroll)
{
  guint position = rm_person_list_find (self->list, id);

  if (position == GTK_INVALID_LIST_POSITION)
    {
      gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
      return;
    }
  if (position >= g_list_model_get_n_items (G_LIST_MODEL (self->list)))
    rm_person_list_catch_up (self->list);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  if (scroll)
    scroll_to (self, position);
}

GArray *
rm_people_page_list_selected (RmPeoplePage *self)
{
  g_autoptr (GtkBitset) selected
    = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GtkBitsetIter iter;
  guint position = 0;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (RmPersonItem) item
        = g_list_model_get_item (G_LIST_MODEL (self->list), position);
      const RmPerson *person = item != NULL ? rm_person_item_get_person (item) : NULL;

      if (person != NULL)
        g_array_append_val (ids, person->record.id);
    }

  return ids;
}

/* Those of @people who still exist. */
static void
select_again (RmPeoplePage *self,
              GArray *people)
{
  g_autoptr (GArray) listed = rm_person_list_dup_ids (self->list);
  g_autoptr (GtkBitset) selected = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) all = gtk_bitset_new_range (0, listed->len);

  g_array_sort (people, rm_id_compare);
  rm_person_list_catch_up (self->list);
  for (guint k = 0; k < listed->len; k++)
    if (g_array_binary_search (people, &g_array_index (listed, gint64, k),
                               rm_id_compare, NULL))
      gtk_bitset_add (selected, k);
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), selected, all);
}

static void
fill_departments (RmPeoplePage *self,
                  GStrv departments)
{
  g_autoptr (GtkStringList) names = NULL;
  guint selected = 0;

  if (self->departments != NULL
      && g_strv_equal ((const char *const *) self->departments, (const char *const *) departments))
    return;

  g_strfreev (self->departments);
  self->departments = g_strdupv (departments);
  names = gtk_string_list_new (NULL);
  gtk_string_list_append (names, _ ("All departments"));
  for (guint i = 0; departments[i] != NULL; i++)
    {
      gtk_string_list_append (names, departments[i]);
      if (g_strcmp0 (departments[i], self->query->department) == 0)
        selected = i + 1;
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->department_filter, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->department_filter, selected);
  self->filling = FALSE;
}

static void
show_counts (RmPeoplePage *self)
{
  guint n = rm_person_list_count (self->list);
  guint all = rm_programme_count (rm_session_get_programme (self->session), RM_TABLE_PERSON);
  g_autofree char *text = NULL;

  gtk_stack_set_visible_child_name (self->stack, all == 0 ? "empty" : "people");
  gtk_stack_set_visible_child_name (self->list_stack, n == 0 ? "none" : "list");
  if (n == all)
    text = g_strdup_printf (ngettext ("%u person", "%u people", n), n);
  else
    /* Translators: how many of all people a filter shows */
    text = g_strdup_printf (_ ("%u of %u people"), n, all);
  gtk_label_set_label (self->count, text);
}

static void
show_listed (gpointer owner,
             RmProgramme *programme,
             gpointer answer)
{
  RmPeoplePage *self = owner;
  Listed *listed = answer;
  gint64 shown = rm_record_pane_get_shown (self->pane);
  g_autoptr (GArray) selected = rm_people_page_list_selected (self);

  self->filling = TRUE;
  rm_person_list_set (self->list, programme, g_array_ref (listed->order));
  fill_departments (self, listed->departments);
  show_counts (self);
  self->filling = FALSE;
  if (self->wanted == 0 && selected->len > 1)
    select_again (self, selected);
  else if (self->wanted != 0)
    select_one (self, self->wanted, TRUE);
  else
    select_one (self, shown, FALSE);
  self->wanted = 0;
  rm_people_page_show_selected (self);
}

void
rm_people_page_refresh_list (RmPeoplePage *self)
{
  static const RmInquiry inquiry = {
    .find = find_listed,
    .show = show_listed,
    .free_question = (GDestroyNotify) rm_people_query_free,
    .free_answer = listed_free,
  };

  if (self->session == NULL)
    return;

  rm_people_columns_get_sort (self->view, &self->query->sort, &self->query->descending);
  rm_inquiry_begin (&inquiry, self, &self->generation, rm_session_get_programme (self->session),
                    rm_people_query_copy (self->query));
}
