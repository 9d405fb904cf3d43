/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pairing/rm-left-out-row.h"

#include "ui/widgets/rm-accessible.h"
#include "ui/widgets/rm-parts.h"

#include <glib/gi18n.h>

/* A shortage of thousands is not read name by name. */
#define MOST_PEOPLE 20

static GtkWidget *
new_row (const char *title,
         const char *subtitle)
{
  GtkWidget *row = rm_parts_new_row (ADW_TYPE_ACTION_ROW, title, subtitle);
  g_autofree char *spoken
    = subtitle != NULL ? g_strdup_printf ("%s: %s", title, subtitle) : g_strdup (title);

  rm_accessible_set_label (row, spoken);
  return row;
}

/* A row that links to a person. */
static void
add_way (AdwExpanderRow *row,
         const char *title,
         const char *subtitle,
         gint64 person,
         gboolean mentor)
{
  GtkWidget *way = new_row (title, subtitle);

  adw_action_row_add_suffix (ADW_ACTION_ROW (way), rm_parts_new_icon ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (way), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (way),
                                  mentor ? "win.show-person" : "pairing.select");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (way), g_variant_new_int64 (person));
  adw_expander_row_add_row (row, way);
}

static void
add_people (AdwExpanderRow *row,
            RmProgramme *programme,
            const RmLeftOut *left_out,
            gboolean mentors)
{
  GArray *people = mentors ? left_out->mentors : left_out->mentees;
  guint n = people != NULL ? MIN (people->len, MOST_PEOPLE) : 0;

  for (guint i = 0; i < n; i++)
    {
      gint64 id = g_array_index (people, gint64, i);

      if (id != left_out->person || mentors)
        add_way (row, rm_programme_name_person (programme, id),
                 mentors ? _ ("A mentor they could have") : _ ("Needs one of the same mentors"), id,
                 mentors);
    }
  if (people != NULL && people->len > n)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more",
                                                         people->len - n), people->len - n);

      adw_expander_row_add_row (row, new_row (more, NULL));
    }
}

GtkWidget *
rm_left_out_row_new (RmProgramme *programme,
                     const RmLeftOut *left_out)
{
  const char *name = rm_programme_name_person (programme, left_out->person);
  GtkWidget *row = rm_parts_new_row (ADW_TYPE_EXPANDER_ROW, name, left_out->sentence);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", name, left_out->sentence);

  rm_accessible_set_label (row, spoken);
  for (guint i = 0; i < left_out->details->len; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                              new_row (g_ptr_array_index (left_out->details, i), NULL));
  add_way (ADW_EXPANDER_ROW (row),
           left_out->mentor ? _ ("Show on the People page") : _ ("Show on the board"), NULL,
           left_out->person, left_out->mentor);
  add_people (ADW_EXPANDER_ROW (row), programme, left_out, FALSE);
  add_people (ADW_EXPANDER_ROW (row), programme, left_out, TRUE);
  return row;
}
