/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/shell/rm-window-private.h"

#include "ui-fixture.h"
#include "ui/shell/rm-application.h"
#include "ui/shell/rm-pages.h"

/* Every page in the table does what the window expects of a page. */

static RmApplication *application;

/* A page that has no more than it must, and nothing to show at first. */
struct _PlainPage
{
  GtkWidget parent_instance;

  gboolean shown;
};

#define PLAIN_TYPE_PAGE (plain_page_get_type ())
G_DECLARE_FINAL_TYPE (PlainPage, plain_page, PLAIN, PAGE, GtkWidget)

static void page_init (RmPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlainPage, plain_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (RM_TYPE_PAGE, page_init))

static void
set_session (RmPage *page,
             RmSession *session)
{
}

static const char *
get_title (RmPage *page)
{
  return "Plain";
}

static const char *
get_icon_name (RmPage *page)
{
  return "system-users-symbolic";
}

static gboolean
is_shown (RmPage *page)
{
  return PLAIN_PAGE (page)->shown;
}

static void
page_init (RmPageInterface *iface)
{
  iface->set_session = set_session;
  iface->get_title = get_title;
  iface->get_icon_name = get_icon_name;
  iface->is_shown = is_shown;
}

static void
plain_page_class_init (PlainPageClass *class)
{
}

static void
plain_page_init (PlainPage *self)
{
}

static RmWindow *
open_window (const char *name)
{
  g_autoptr (GFile) file = ui_copy_sample (name);
  RmWindow *window = rm_application_new_window (application);

  gtk_window_present (GTK_WINDOW (window));
  rm_window_open_file (window, file, FALSE);
  ui_wait_until (window->session != NULL && rm_session_is_editable (window->session));
  return window;
}

static void
close_window (RmWindow *window)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_wait_until (window == NULL);
}

static void
test_table (void)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < rm_pages_count (); i++)
    {
      RmPage *page = g_object_ref_sink (rm_pages_new_page (i));
      GtkWidget *actions = rm_page_get_actions (page);

      g_assert_true (RM_IS_PAGE (page));
      g_assert_true (rm_page_is_shown (page));
      g_assert_true (g_hash_table_add (names, (gpointer) rm_pages_get_name (i)));
      g_assert_cmpstr (rm_page_get_title (page), !=, "");
      g_assert_true (gtk_icon_theme_has_icon (theme, rm_page_get_icon_name (page)));
      g_assert_cmpuint (rm_page_get_count (page), ==, 0);
      if (actions != NULL)
        g_object_add_weak_pointer (G_OBJECT (actions), (gpointer *) &actions);
      g_assert_finalize_object (page);
      g_assert_null (actions);
    }
}

static void
test_defaults (void)
{
  RmPage *page = g_object_ref_sink (g_object_new (PLAIN_TYPE_PAGE, NULL));

  g_assert_cmpuint (rm_page_get_count (page), ==, 0);
  g_assert_false (rm_page_can_search (page));
  g_assert_false (rm_page_go_back (page));
  g_assert_null (rm_page_get_actions (page));
  rm_page_set_compact (page, TRUE);
  g_assert_finalize_object (page);
}

/* The key of its place leads to each page, and to nothing else. */
static void
test_keys (void)
{
  RmWindow *window = open_window ("keys.mentoring");

  for (guint i = rm_pages_count (); i-- > 0;)
    {
      g_autofree char *key = g_strdup_printf ("<Alt>%u", i + 1);
      g_auto (GStrv) actions
        = gtk_application_get_actions_for_accel (GTK_APPLICATION (application), key);
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;
      RmPage *page = NULL;

      g_assert_cmpuint (g_strv_length (actions), ==, 1);
      g_assert_true (g_action_parse_detailed_name (actions[0], &name, &target, NULL));
      g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (window), name, target));
      g_assert_cmpstr (gtk_stack_get_visible_child_name (window->pages), ==, rm_pages_get_name (i));
      page = RM_PAGE (gtk_stack_get_visible_child (window->pages));
      g_assert_cmpstr (adw_window_title_get_title (window->page_title), ==,
                       rm_page_get_title (page));
      g_assert_true (gtk_list_box_get_selected_row (window->sidebar_list)
                     == gtk_list_box_get_row_at_index (window->sidebar_list, (int) i));
    }
  close_window (window);
}

static gboolean
helps_with (RmWindow *window,
            const char *action)
{
  GtkWidget *help = GTK_WIDGET (
    gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (window)));
  GtkWidget *shortcut = NULL;

  for (guint n = 0; (shortcut = ui_find (help, GTK_TYPE_SHORTCUTS_SHORTCUT, n)) != NULL; n++)
    {
      g_autofree char *name = NULL;

      g_object_get (shortcut, "action-name", &name, NULL);
      if (g_strcmp0 (name, action) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
test_help (void)
{
  RmWindow *window = rm_application_new_window (application);

  for (guint i = 0; i < rm_pages_count (); i++)
    {
      g_autofree char *action = rm_pages_dup_action (i);

      g_assert_true (helps_with (window, action));
    }
  close_window (window);
}

/* The row is called as the page is, and says how many things it has. */
static void
test_rows (void)
{
  RmWindow *window = open_window ("rows.mentoring");

  for (guint i = 0; i < rm_pages_count (); i++)
    {
      GtkWidget *row
        = GTK_WIDGET (gtk_list_box_get_row_at_index (window->sidebar_list, (int) i));
      GtkWidget *child = gtk_stack_get_child_by_name (window->pages, rm_pages_get_name (i));
      guint count = rm_page_get_count (RM_PAGE (child));
      GtkWidget *label = ui_find (row, GTK_TYPE_LABEL, 1);
      g_autofree char *text = count > 0 ? g_strdup_printf ("%'u", count) : g_strdup ("");

      gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           rm_page_get_title (RM_PAGE (child)));
      g_assert_true (gtk_widget_get_visible (row));
      g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, text);
      g_assert_cmpint (gtk_widget_get_visible (label), ==, count > 0);
    }
  close_window (window);
}

static guint
count_visible (GtkWidget *box)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += gtk_widget_get_visible (child);

  return n;
}

/* Its own buttons are in the header bar, and in a narrow window fewer of them. */
static void
test_actions (void)
{
  RmWindow *window = open_window ("actions.mentoring");

  for (guint i = 0; i < rm_pages_count (); i++)
    {
      RmPage *page = rm_window_show_page (window, rm_pages_get_name (i));
      GtkWidget *actions = rm_page_get_actions (page);
      guint roomy = 0;

      g_assert_cmpint (gtk_widget_get_visible (GTK_WIDGET (window->header_actions)), ==,
                       actions != NULL);
      if (actions == NULL)
        continue;
      g_assert_true (gtk_stack_get_visible_child (window->header_actions) == actions);
      roomy = count_visible (actions);
      rm_page_set_compact (page, TRUE);
      g_assert_cmpuint (count_visible (actions), <, roomy);
      g_assert_cmpuint (count_visible (actions), >, 0);
      rm_page_set_compact (page, FALSE);
      g_assert_cmpuint (count_visible (actions), ==, roomy);
    }
  close_window (window);
}

/* The button and its action are there where a page can search, and put the cursor in its entry. */
static void
test_search (void)
{
  RmWindow *window = open_window ("pages-search.mentoring");
  guint n = 0;

  for (guint i = 0; i < rm_pages_count (); i++)
    {
      RmPage *page = rm_window_show_page (window, rm_pages_get_name (i));
      GtkWidget *focus = NULL;

      g_assert_cmpint (gtk_widget_get_visible (GTK_WIDGET (window->search_button)), ==,
                       rm_page_can_search (page));
      gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL);
      g_assert_cmpint (gtk_toggle_button_get_active (window->search_button), ==,
                       rm_page_can_search (page));
      if (!rm_page_can_search (page))
        continue;

      focus = gtk_window_get_focus (GTK_WINDOW (window));
      g_assert_nonnull (gtk_widget_get_ancestor (focus, GTK_TYPE_SEARCH_ENTRY));
      g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (page)));
      n++;
    }
  g_assert_cmpuint (n, >, 0);
  close_window (window);
}

/* A page that has nothing yet cannot be reached; one that has nothing any more is left. */
static void
test_comes_and_goes (void)
{
  RmWindow *window = open_window ("comes.mentoring");
  PlainPage *page = g_object_new (PLAIN_TYPE_PAGE, NULL);
  GtkWidget *row = NULL;

  gtk_stack_add_named (window->pages, GTK_WIDGET (page), "plain");
  rm_window_add_row (window, RM_PAGE (page), "plain");
  row = GTK_WIDGET (
    gtk_list_box_get_row_at_index (window->sidebar_list, (int) rm_pages_count ()));

  rm_window_show_first_page (window);
  rm_window_update_sidebar (window);
  g_assert_false (gtk_widget_get_visible (row));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "plain");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->pages), ==, rm_pages_get_name (0));

  page->shown = TRUE;
  rm_window_update_sidebar (window);
  g_assert_true (gtk_widget_get_visible (row));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "plain");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->pages), ==, "plain");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (window->search_button)));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (window->header_actions)));

  page->shown = FALSE;
  rm_window_update_sidebar (window);
  g_assert_false (gtk_widget_get_visible (row));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->pages), ==, rm_pages_get_name (0));
  close_window (window);
}

int
main (int argc,
      char **argv)
{
  int status = 0;

  gtk_test_init (&argc, &argv, NULL);
  application = rm_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add_func ("/ui/pages/table", test_table);
  g_test_add_func ("/ui/pages/defaults", test_defaults);
  g_test_add_func ("/ui/pages/keys", test_keys);
  g_test_add_func ("/ui/pages/help", test_help);
  g_test_add_func ("/ui/pages/rows", test_rows);
  g_test_add_func ("/ui/pages/actions", test_actions);
  g_test_add_func ("/ui/pages/search", test_search);
  g_test_add_func ("/ui/pages/comes-and-goes", test_comes_and_goes);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
