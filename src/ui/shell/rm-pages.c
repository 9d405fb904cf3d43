/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/shell/rm-pages.h"

#include "ui/gaps/rm-gaps-page.h"
#include "ui/overview/rm-overview-page.h"
#include "ui/pairing/rm-pairing-page.h"
#include "ui/people/rm-people-page.h"
#include "ui/skills/rm-skills-page.h"

/* The one list of pages. A new page is a row here, and one in the shortcuts window. */
static const struct
{
  const char *name;
  GType (*get_type) (void);
} pages[] = {
  { "overview", rm_overview_page_get_type },
  { "people", rm_people_page_get_type },
  { "skills", rm_skills_page_get_type },
  { "gaps", rm_gaps_page_get_type },
  { "pairing", rm_pairing_page_get_type },
};

guint
rm_pages_count (void)
{
  return G_N_ELEMENTS (pages);
}

const char *
rm_pages_get_name (guint position)
{
  g_return_val_if_fail (position < G_N_ELEMENTS (pages), NULL);

  return pages[position].name;
}

RmPage *
rm_pages_new_page (guint position)
{
  g_return_val_if_fail (position < G_N_ELEMENTS (pages), NULL);

  return g_object_new (pages[position].get_type (), NULL);
}

char *
rm_pages_dup_action (guint position)
{
  g_return_val_if_fail (position < G_N_ELEMENTS (pages), NULL);

  return g_strconcat ("win.page::", pages[position].name, NULL);
}

char *
rm_pages_dup_accelerator (guint position)
{
  g_return_val_if_fail (position < G_N_ELEMENTS (pages), NULL);

  return position < 9 ? g_strdup_printf ("<Alt>%u", position + 1) : NULL;
}
