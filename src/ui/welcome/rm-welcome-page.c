/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/welcome/rm-welcome-page.h"

#include "store/rm-document.h"
#include "ui/widgets/rm-accessible.h"
#include "ui/widgets/rm-parts.h"

#include <glib/gi18n.h>

#define MAX_RECENT 5

struct _RmWelcomePage
{
  GtkWidget parent_instance;

  /* template */
  GtkWidget *body;
  AdwPreferencesGroup *unsaved;
  AdwPreferencesGroup *recent;
  GtkWidget *new_button;
  GtkWidget *open_button;
  GtkWidget *sample_button;

  /* borrowed: rows of the two groups */
  GPtrArray *unsaved_rows;
  GPtrArray *recent_rows;
};

G_DEFINE_FINAL_TYPE (RmWelcomePage, rm_welcome_page, GTK_TYPE_WIDGET)

static void
row_activated_cb (AdwActionRow *row,
                  gpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (row), "win.open-uri", "s",
                              g_object_get_data (G_OBJECT (row), "rm-uri"));
}

static GtkWidget *
new_row (const char *title,
         const char *subtitle,
         const char *uri)
{
  GtkWidget *row = adw_action_row_new ();

  rm_parts_set_title (row, title);
  rm_parts_set_subtitle (row, subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), rm_parts_new_icon ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "rm-uri", g_strdup (uri), g_free);
  g_signal_connect (row, "activated", G_CALLBACK (row_activated_cb), NULL);
  return row;
}

static void
add_row (AdwPreferencesGroup *group,
         GPtrArray *rows,
         GtkWidget *row)
{
  adw_preferences_group_add (group, row);
  g_ptr_array_add (rows, row);
}

static void
fill_unsaved (RmWelcomePage *self)
{
  g_autofree char *dir = rm_document_get_state_dir ();
  g_autoptr (GPtrArray) all = rm_document_list_unsaved (dir);

  rm_parts_clear_rows (self->unsaved, self->unsaved_rows);
  for (guint i = 0; i < all->len; i++)
    {
      const RmUnsaved *unsaved = g_ptr_array_index (all, i);
      g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (unsaved->modified);
      /* Translators: date and time of the last change */
      g_autofree char *subtitle = g_date_time_format (time, _ ("Last changed %x %H:%M"));
      g_autofree char *uri = g_file_get_uri (unsaved->file);

      add_row (self->unsaved, self->unsaved_rows, new_row (unsaved->name, subtitle, uri));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->unsaved), all->len > 0);
}

static int
compare_recent (gconstpointer a,
                gconstpointer b)
{
  GDateTime *first = gtk_recent_info_get_modified ((GtkRecentInfo *) a);
  GDateTime *second = gtk_recent_info_get_modified ((GtkRecentInfo *) b);

  return g_date_time_compare (second, first);
}

static char *
describe_folder (GFile *file)
{
  g_autoptr (GFile) parent = g_file_get_parent (file);
  g_autofree char *path = parent != NULL ? g_file_get_parse_name (parent) : g_strdup ("");
  const char *home = g_get_home_dir ();

  if (g_str_has_prefix (path, home))
    return g_strconcat ("~", path + strlen (home), NULL);

  return g_steal_pointer (&path);
}

static void
fill_recent (RmWelcomePage *self)
{
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  guint n = 0;

  rm_parts_clear_rows (self->recent, self->recent_rows);
  items = g_list_sort (items, compare_recent);
  for (GList *l = items; l != NULL && n < MAX_RECENT; l = l->next)
    {
      GtkRecentInfo *info = l->data;
      g_autoptr (GFile) file = g_file_new_for_uri (gtk_recent_info_get_uri (info));
      g_autofree char *base = rm_parts_dup_file_name (file);
      g_autofree char *folder = describe_folder (file);

      if (!g_str_has_suffix (base, ".mentoring") || !gtk_recent_info_exists (info))
        continue;
      base[strlen (base) - strlen (".mentoring")] = '\0';
      add_row (self->recent, self->recent_rows,
               new_row (base, folder, gtk_recent_info_get_uri (info)));
      n++;
    }
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
  gtk_widget_set_visible (GTK_WIDGET (self->recent), n > 0);
}

static void
rm_welcome_page_dispose (GObject *object)
{
  RmWelcomePage *self = RM_WELCOME_PAGE (object);

  g_clear_pointer (&self->body, gtk_widget_unparent);
  g_clear_pointer (&self->unsaved_rows, g_ptr_array_unref);
  g_clear_pointer (&self->recent_rows, g_ptr_array_unref);
  G_OBJECT_CLASS (rm_welcome_page_parent_class)->dispose (object);
}

static void
rm_welcome_page_class_init (RmWelcomePageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = rm_welcome_page_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/ReverseMentor/ui/welcome/rm-welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RmWelcomePage, body);
  gtk_widget_class_bind_template_child (widget_class, RmWelcomePage, unsaved);
  gtk_widget_class_bind_template_child (widget_class, RmWelcomePage, recent);
  gtk_widget_class_bind_template_child (widget_class, RmWelcomePage, new_button);
  gtk_widget_class_bind_template_child (widget_class, RmWelcomePage, open_button);
  gtk_widget_class_bind_template_child (widget_class, RmWelcomePage, sample_button);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
rm_welcome_page_init (RmWelcomePage *self)
{
  self->unsaved_rows = g_ptr_array_new ();
  self->recent_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  rm_accessible_keep_label (self->new_button);
  rm_accessible_keep_label (self->open_button);
  rm_accessible_keep_label (self->sample_button);
  rm_welcome_page_refresh (self);
}

void
rm_welcome_page_refresh (RmWelcomePage *self)
{
  fill_unsaved (self);
  fill_recent (self);
}
