/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/rm-copy.h"

#include "gaps-fixture.h"
#include "ui/gaps/rm-gap-table-window.h"
#include "ui/pairing/rm-pairing-page.h"
#include "ui/people/rm-people-page.h"
#include "ui/skills/rm-skills-page.h"

/* Copying from lists, through the clipboard of the display. */

static char *
pasted (GtkWidget *widget)
{
  GdkContentProvider *content = gdk_clipboard_get_content (gtk_widget_get_clipboard (widget));
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  if (content == NULL || !gdk_content_provider_get_value (content, &value, NULL))
    return g_strdup ("");

  return g_value_dup_string (&value);
}

static void
forget (GtkWidget *widget)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), "");
}

static char *
copied (GtkWidget *list)
{
  forget (list);
  g_assert_true (gtk_widget_activate_action (list, "copy.copy", NULL));
  return pasted (list);
}

static void
write_string (gpointer owner,
              gpointer item,
              RmTableWriter *writer)
{
  rm_table_writer_add_text (writer, item != NULL ? gtk_string_object_get_string (item) : "Header");
  if (item != NULL)
    rm_table_writer_add_number (writer, -3);
  else
    rm_table_writer_add_word (writer, "Number");
}

/* What could run as a formula is guarded; tabs and line breaks make no cells. */
static void
test_list (void)
{
  static const char *const strings[] = { "plain", "=1+1", "@x", "a\tb\nc", "'-", NULL };
  GtkSelectionModel *model
    = GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (gtk_string_list_new (strings))));
  GtkWidget *list = gtk_list_view_new (model, gtk_signal_list_item_factory_new ());
  GtkWidget *window = gtk_window_new ();
  g_autofree char *nothing = NULL;
  g_autofree char *some = NULL;
  g_autofree char *all = NULL;

  rm_copy_watch (list, write_string, NULL, TRUE);
  gtk_window_set_child (GTK_WINDOW (window), list);
  gtk_window_present (GTK_WINDOW (window));
  nothing = copied (list);
  g_assert_cmpstr (nothing, ==, "");
  gtk_selection_model_select_item (model, 0, TRUE);
  some = copied (list);
  g_assert_cmpstr (some, ==, "Header\tNumber\nplain\t-3\n");
  gtk_selection_model_select_all (model);
  all = copied (list);
  g_assert_cmpstr (all, ==, "Header\tNumber\nplain\t-3\n'=1+1\t-3\n'@x\t-3\na b c\t-3\n''-\t-3\n");
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWidget *
show_page (RmSession *session,
           GType type,
           int width)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *page = g_object_new (type, NULL);

  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_set_default_size (GTK_WINDOW (window), width, 700);
  rm_page_set_session (RM_PAGE (page), session);
  gtk_window_present (GTK_WINDOW (window));
  ui_settle (window);

  return page;
}

static void
close_page (GtkWidget *page)
{
  GtkRoot *root = gtk_widget_get_root (page);

  rm_page_set_session (RM_PAGE (page), NULL);
  gtk_window_destroy (GTK_WINDOW (root));
}

static GtkSelectionModel *
model_of (GtkWidget *list)
{
  return GTK_IS_COLUMN_VIEW (list) ? gtk_column_view_get_model (GTK_COLUMN_VIEW (list))
                                   : gtk_list_view_get_model (GTK_LIST_VIEW (list));
}

/* The list that can be copied from, after @skip others, once it has rows. */
static GtkWidget *
filled_list (GtkWidget *page,
             GType type,
             guint skip)
{
  GtkWidget *list = NULL;

  for (guint k = 0; list == NULL || skip > 0; k++)
    {
      GtkWidget *other = ui_find (page, type, k);

      g_assert_nonnull (other);
      if (g_object_get_data (G_OBJECT (other), "rm-copy") == NULL)
        continue;
      skip -= list != NULL;
      list = other;
    }
  ui_wait_until (g_list_model_get_n_items (G_LIST_MODEL (model_of (list))) > 2);

  return list;
}

/* Rows in the order of the list, with the columns that can be seen. */
static void
test_people (void)
{
  RmSession *session = ui_open_sample ("copy-people.mentoring");
  GtkWidget *page = show_page (session, RM_TYPE_PEOPLE_PAGE, 1280);
  GtkWidget *list = filled_list (page, GTK_TYPE_COLUMN_VIEW, 0);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  gtk_selection_model_select_item (model_of (list), 0, TRUE);
  gtk_selection_model_select_item (model_of (list), 2, FALSE);
  ui_settle (GTK_WIDGET (gtk_widget_get_root (page)));
  text = copied (list);
  lines = g_strsplit (text, "\n", -1);
  g_test_message ("%s", text);
  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  g_assert_true (g_str_has_prefix (lines[0], "Name\tDepartment\t"));
  for (guint i = 0; i < 3; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);
      g_auto (GStrv) headers = g_strsplit (lines[0], "\t", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, g_strv_length (headers));
      g_assert_cmpstr (cells[0], !=, "");
    }
  close_page (page);
  wait_for_end (session);
}

/* Where there is room for names alone, they alone are copied. */
static void
test_narrow (void)
{
  RmSession *session = ui_open_sample ("copy-narrow.mentoring");
  GtkWidget *page = show_page (session, RM_TYPE_PEOPLE_PAGE, 360);
  GtkWidget *list = filled_list (page, GTK_TYPE_COLUMN_VIEW, 0);
  g_autofree char *text = NULL;

  gtk_selection_model_select_item (model_of (list), 0, TRUE);
  ui_settle (GTK_WIDGET (gtk_widget_get_root (page)));
  text = copied (list);
  g_assert_true (g_str_has_prefix (text, "Name\n"));
  close_page (page);
  wait_for_end (session);
}

static void
test_skills (void)
{
  RmSession *session = ui_open_sample ("copy-skills.mentoring");
  GtkWidget *page = show_page (session, RM_TYPE_SKILLS_PAGE, 1280);
  GtkWidget *list = filled_list (page, GTK_TYPE_LIST_VIEW, 0);
  g_autofree char *text = NULL;

  gtk_selection_model_select_item (model_of (list), 0, TRUE);
  text = copied (list);
  g_test_message ("%s", text);
  g_assert_true (g_regex_match_simple (
    "^Skill\tContext\tCategory\tOffering it\tWanting it\tUnrated\n"
    "[^\t]+\t[^\t]*\t[^\t]+\t[0-9]+\t[0-9]+\t[0-9]+\n$", text, 0, 0));
  close_page (page);
  wait_for_end (session);
}

/* A mentee with the mentor, and a mentor with the score with that mentee. */
static void
test_pairing (void)
{
  RmSession *session = ui_open_sample ("copy-pairing.mentoring");
  GtkWidget *page = NULL;
  GtkWidget *list = NULL;
  GtkWidget *mentors = NULL;
  g_autofree char *pair = NULL;
  g_autofree char *mentor = NULL;

  ui_propose (session);
  page = show_page (session, RM_TYPE_PAIRING_PAGE, 1280);
  list = filled_list (page, GTK_TYPE_LIST_VIEW, 1);
  gtk_selection_model_select_item (model_of (list), 0, TRUE);
  pair = copied (list);
  g_test_message ("%s", pair);
  g_assert_true (g_regex_match_simple (
    "^Mentee\tDepartment\tMentor\tDepartment\tScore, %\tLocked\n"
    "([^\t]+\t[^\t]*\t[^\t]+\t[^\t]*\t[0-9]+\tno\n)+$", pair, 0, 0));

  mentors = filled_list (page, GTK_TYPE_LIST_VIEW, 0);
  gtk_selection_model_select_item (model_of (mentors), 0, TRUE);
  mentor = copied (mentors);
  g_test_message ("%s", mentor);
  g_assert_true (g_regex_match_simple ("^Mentor\tDepartment\tFree places\tScore, %\n"
                                       "[^\t]+\t[^\t]*\t[0-9]+(\t[0-9]+)?\n$", mentor, 0, 0));
  close_page (page);
  wait_for_end (session);
}

/* The selected cells of the heatmap, with the names of their row and column. */
static void
test_gaps (GapsFixture *fixture,
           gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (fixture->page);
  g_autofree char *row = rm_gap_view_dup_row_text (gaps_get_view (fixture), 1);
  g_autofree char *column = rm_gap_view_dup_column_text (gaps_get_view (fixture), 2);
  RmHeatCell cell = rm_heat_source_get_cell (RM_HEAT_SOURCE (gaps_get_view (fixture)), 1, 2);
  g_autofree char *number = g_strdup_printf ("%d", cell.value);
  g_autofree char *wanted = g_strdup_printf ("Need\t%s\n%s\t%s\n", column, row,
                                             cell.unrated ? "?" : number);
  g_autofree char *text = NULL;

  rm_heatmap_select (fixture->page->heatmap, 1, 2);
  gaps_settle (fixture);
  forget (page);
  gaps_act (fixture, "gaps.copy");
  text = pasted (page);
  g_assert_cmpstr (text, ==, wanted);
}

static void
test_gap_list (GapsFixture *fixture,
               gconstpointer data)
{
  GtkWidget *window = NULL;
  GtkWidget *list = NULL;
  g_autofree char *text = NULL;

  gaps_act (fixture, "gaps.as-list");
  window = gaps_find_window (RM_TYPE_GAP_TABLE_WINDOW);
  list = ui_find (window, GTK_TYPE_LIST_VIEW, 0);
  gtk_selection_model_select_item (model_of (list), 0, TRUE);
  gtk_selection_model_select_item (model_of (list), 1, FALSE);
  text = copied (list);
  g_test_message ("%s", text);
  g_assert_true (g_regex_match_simple ("^Department\tSkill\tNeed\n"
                                       "([^\t]+\t[^\t]+\t([0-9]+|[?])\n){2}$", text, 0, 0));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/copy/list", test_list);
  g_test_add_func ("/ui/copy/people", test_people);
  g_test_add_func ("/ui/copy/narrow", test_narrow);
  g_test_add_func ("/ui/copy/skills", test_skills);
  g_test_add_func ("/ui/copy/pairing", test_pairing);
  GAPS_ADD ("/ui/copy/gaps", test_gaps);
  GAPS_ADD ("/ui/copy/gap-list", test_gap_list);
  return g_test_run ();
}
