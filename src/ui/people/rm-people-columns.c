/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/people/rm-people-columns.h"

#include "app/commands/rm-commands-groups.h"
#include "ui/widgets/rm-tooltip.h"
#include "ui/widgets/rm-unseen.h"

#include <glib/gi18n.h>

/* Cells are made once for each visible row and only change their text while scrolling. */

#define MAX_CHIPS 3

typedef char *(*CellText) (RmPersonItem *item);

static const struct
{
  const char *title;
  int sort; /* RmPeopleSort, or -1 */
  int width; /* minimum width of the view to show it */
} columns[] = {
  { N_ ("Name"), RM_PEOPLE_SORT_NAME, 0 },
  { N_ ("Department"), RM_PEOPLE_SORT_DEPARTMENT, 420 },
  { N_ ("Level"), RM_PEOPLE_SORT_LEVEL, 560 },
  { N_ ("Part"), RM_PEOPLE_SORT_SIDE, 500 },
  { N_ ("Offers"), -1, 760 },
  { N_ ("Wants"), -1, 940 },
  { N_ ("State"), RM_PEOPLE_SORT_STATE, 1120 },
};

static const RmPerson *
person_of (GtkListItem *item)
{
  return rm_person_item_get_person (gtk_list_item_get_item (item));
}

static void
name_setup_cb (GtkSignalListItemFactory *factory,
               GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *avatar = rm_unseen_avatar_new ();
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *job = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_xalign (GTK_LABEL (job), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (job), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (job, "caption");
  gtk_widget_add_css_class (job, "dim-label");
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), name);
  gtk_box_append (GTK_BOX (texts), job);
  gtk_box_append (GTK_BOX (box), avatar);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_list_item_set_child (item, box);
}

static void
show_name (GtkListItem *item)
{
  const RmPerson *person = person_of (item);
  GtkWidget *avatar = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *texts = gtk_widget_get_next_sibling (avatar);
  GtkWidget *name = gtk_widget_get_first_child (texts);
  GtkWidget *job = gtk_widget_get_next_sibling (name);
  const char *shown = person != NULL ? rm_person_display_name (person) : NULL;
  const char *title = person != NULL ? person->job_title : NULL;

  adw_avatar_set_text (ADW_AVATAR (avatar), person != NULL ? person->name : NULL);
  adw_avatar_set_show_initials (ADW_AVATAR (avatar), person != NULL);
  gtk_label_set_label (GTK_LABEL (name), shown);
  rm_tooltip_set (name, shown);
  gtk_label_set_label (GTK_LABEL (job), title);
  gtk_widget_set_visible (job, title != NULL);
}

static void
text_setup_cb (GtkSignalListItemFactory *factory,
               GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
show_text (GtkListItem *item)
{
  CellText get_text = (CellText) g_object_get_data (G_OBJECT (item), "rm-text");
  g_autofree char *text = person_of (item) != NULL ? get_text (gtk_list_item_get_item (item)) : NULL;
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_label (GTK_LABEL (label), text);
  rm_tooltip_set (label, text);
}

static char *
department_text (RmPersonItem *item)
{
  return g_strdup (rm_person_item_get_person (item)->department);
}

static const char *
label_of (const char *key,
          int value)
{
  const char *label = rm_enum_label (rm_entity_find_field (rm_person_entity (), key)->values,
                                     value);

  return label != NULL ? _ (label) : NULL;
}

static char *
level_text (RmPersonItem *item)
{
  int level = rm_person_item_get_person (item)->level;

  return level != RM_UNKNOWN ? rm_seniority_dup_label (rm_person_item_get_programme (item), level)
                             : NULL;
}

static char *
side_text (RmPersonItem *item)
{
  return g_strdup (label_of ("side", rm_person_item_get_person (item)->side));
}

static char *
state_text (RmPersonItem *item)
{
  const RmPerson *person = rm_person_item_get_person (item);

  if (rm_person_is_unasked (person))
    return g_strdup (_ ("Not asked yet"));
  if (person->state == RM_PERSON_ACTIVE && person->willing == 0)
    return g_strdup (_ ("Not willing"));

  return g_strdup (label_of ("state", person->state));
}

/* The three most prominent skills, by name. */
static char *
list_skills (RmPersonItem *item,
             gboolean offers)
{
  const RmPerson *person = rm_person_item_get_person (item);
  RmProgramme *programme = rm_person_item_get_programme (item);
  const RmStanding *top[MAX_CHIPS] = { NULL };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < person->n_standings; i++)
    {
      const RmStanding *standing = &person->standings[i];
      int weight = offers ? standing->level : standing->target - standing->level;

      if (offers ? standing->level < 3 : standing->target < 0 || weight <= 0)
        continue;
      for (int t = 0; t < MAX_CHIPS; t++)
        {
          int other = top[t] == NULL ? -1
                      : offers       ? top[t]->level
                                     : top[t]->target - top[t]->level;

          if (weight > other)
            {
              const RmStanding *pushed = top[t];

              top[t] = standing;
              standing = pushed;
              weight = other;
            }
          if (standing == NULL)
            break;
        }
    }

  for (int t = 0; t < MAX_CHIPS && top[t] != NULL; t++)
    {
      const RmSkill *skill = rm_programme_find_skill (programme, top[t]->skill);

      if (skill != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", skill->name);
    }

  return g_string_free (text, FALSE);
}

static char *
offers_text (RmPersonItem *item)
{
  return list_skills (item, TRUE);
}

static char *
wants_text (RmPersonItem *item)
{
  return list_skills (item, FALSE);
}

/** The content of a column's cells. */
typedef struct
{
  void (*setup) (GtkSignalListItemFactory *factory,
                 GtkListItem *item);
  void (*show) (GtkListItem *item);
  CellText text;
} Cell;

static const Cell cells[] = {
  { name_setup_cb, show_name, NULL },
  { text_setup_cb, show_text, department_text },
  { text_setup_cb, show_text, level_text },
  { text_setup_cb, show_text, side_text },
  { text_setup_cb, show_text, offers_text },
  { text_setup_cb, show_text, wants_text },
  { text_setup_cb, show_text, state_text },
};

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem *item,
          const Cell *cell)
{
  cell->setup (factory, item);
  g_object_set_data (G_OBJECT (item), "rm-text", cell->text);
}

/* A row signals when its person changes. */
static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem *item,
         const Cell *cell)
{
  cell->show (item);
  g_signal_connect_swapped (gtk_list_item_get_item (item), "changed", G_CALLBACK (cell->show),
                            item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem *item)
{
  g_signal_handlers_disconnect_by_data (gtk_list_item_get_item (item), item);
}

static GtkListItemFactory *
new_factory (guint column)
{
  const Cell *cell = &cells[column];
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), (gpointer) cell);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), (gpointer) cell);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  return factory;
}

/** The data of a column's sorter: its sort key, and where to report that it was used. */
typedef struct
{
  RmPeopleSort sort;
  RmPeopleSort *asked;
} ColumnSort;

/* The order comes from the query, so nothing is really compared here: GTK before 4.10 does not tell
 * which header was clicked, but comparing any two items asks the first column first. */
static int
say_asked (gconstpointer a,
           gconstpointer b,
           gpointer data)
{
  ColumnSort *column = data;

  *column->asked = column->sort;
  return GTK_ORDERING_SMALLER;
}

static GtkSorter *
new_sorter (RmPeopleSort sort,
            RmPeopleSort *asked)
{
  ColumnSort *column = g_new0 (ColumnSort, 1);

  column->sort = sort;
  column->asked = asked;
  return GTK_SORTER (gtk_custom_sorter_new (say_asked, column, g_free));
}

void
rm_people_columns_add (GtkColumnView *view)
{
  RmPeopleSort *asked = g_new0 (RmPeopleSort, 1);

  g_object_set_data_full (G_OBJECT (view), "rm-asked", asked, g_free);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column
        = gtk_column_view_column_new (_ (columns[i].title), new_factory (i));

      gtk_column_view_column_set_expand (column, i != 2 && i != 3);
      gtk_column_view_column_set_resizable (column, TRUE);
      if (columns[i].sort >= 0)
        {
          g_autoptr (GtkSorter) sorter = new_sorter ((RmPeopleSort) columns[i].sort, asked);

          gtk_column_view_column_set_sorter (column, sorter);
        }
      gtk_column_view_append_column (view, column);
      if (i == 0)
        gtk_column_view_sort_by_column (view, column, GTK_SORT_ASCENDING);
    }
}

void
rm_people_columns_get_sort (GtkColumnView *view,
                            RmPeopleSort *sort,
                            gboolean *descending)
{
  RmPeopleSort *asked = g_object_get_data (G_OBJECT (view), "rm-asked");
  /* Two, as one is never compared with itself. */
  g_autoptr (RmPersonItem) any = g_object_new (RM_TYPE_PERSON_ITEM, NULL);
  g_autoptr (RmPersonItem) other = g_object_new (RM_TYPE_PERSON_ITEM, NULL);
  GtkOrdering order = GTK_ORDERING_EQUAL;

  *asked = RM_PEOPLE_SORT_NAME;
  order = gtk_sorter_compare (gtk_column_view_get_sorter (view), any, other);
  *sort = *asked;
  *descending = order == GTK_ORDERING_LARGER;
}

void
rm_people_columns_sort_by (GtkColumnView *view,
                           RmPeopleSort sort,
                           gboolean descending)
{
  GListModel *all = gtk_column_view_get_columns (view);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (all, i);

      if (columns[i].sort == (int) sort)
        gtk_column_view_sort_by_column (view, column, descending ? GTK_SORT_DESCENDING
                                                                 : GTK_SORT_ASCENDING);
    }
}

void
rm_people_columns_copy (GtkColumnView *view,
                        RmPersonItem *item,
                        RmTableWriter *writer)
{
  GListModel *all = gtk_column_view_get_columns (view);
  const RmPerson *person = item != NULL ? rm_person_item_get_person (item) : NULL;

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (all, i);
      g_autofree char *text = NULL;

      if (!gtk_column_view_column_get_visible (column))
        continue;
      if (item == NULL)
        text = g_strdup (_ (columns[i].title));
      else if (person != NULL)
        text = cells[i].text != NULL ? cells[i].text (item)
                                     : g_strdup (rm_person_display_name (person));
      rm_table_writer_add_text (writer, text);
    }
}

void
rm_people_columns_fit (GtkColumnView *view,
                       int width)
{
  GListModel *all = gtk_column_view_get_columns (view);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (all, i);

      gtk_column_view_column_set_visible (column, width >= columns[i].width);
    }
}
