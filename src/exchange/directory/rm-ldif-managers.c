/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/directory/rm-ldif-managers.h"

#include "exchange/directory/rm-dn.h"

typedef struct
{
  RmEntries *entries;
  GHashTable *rows; /* owned: folded name → row + 1 */
  int number;       /* columns, or -1 */
  int mail;
} Resolver;

static int
find_first (const RmEntries *entries,
            const char *const *names)
{
  guint first = G_MAXUINT;

  for (guint i = 0; names[i] != NULL; i++)
    {
      guint column = 0;

      if (rm_entries_find_column (entries, names[i], &column))
        first = MIN (first, column);
    }

  return first != G_MAXUINT ? (int) first : -1;
}

static GHashTable *
index_names (const RmEntries *entries,
             guint dn)
{
  GHashTable *rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint r = 0; r < rm_entries_get_n_rows (entries); r++)
    {
      g_autofree char *key = rm_dn_fold (rm_entries_get (entries, r, dn));

      if (key != NULL && !g_hash_table_contains (rows, key))
        g_hash_table_insert (rows, g_steal_pointer (&key), GUINT_TO_POINTER (r + 1));
    }

  return rows;
}

static const char *
name_person (const Resolver *self,
             const char *dn)
{
  g_autofree char *key = rm_dn_fold (dn);
  guint row = key != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->rows, key)) : 0;
  const char *text = "";

  if (row > 0 && self->number >= 0)
    text = rm_entries_get (self->entries, row - 1, (guint) self->number);
  if (row > 0 && *text == '\0' && self->mail >= 0)
    text = rm_entries_get (self->entries, row - 1, (guint) self->mail);

  return *text != '\0' ? text : dn;
}

void
rm_ldif_managers_resolve (RmEntries *entries)
{
  /* Of two columns with one meaning the import takes the first. */
  static const char *const numbers[] = { "employeeNumber", "employeeID", NULL };
  static const char *const mails[] = { "mail", "mailPrimaryAddress", NULL };
  Resolver self = { .entries = entries };
  guint dn = 0;
  guint manager = 0;

  if (!rm_entries_find_column (entries, "dn", &dn)
      || !rm_entries_find_column (entries, "manager", &manager))
    return;

  self.rows = index_names (entries, dn);
  self.number = find_first (entries, numbers);
  self.mail = find_first (entries, mails);
  for (guint r = 0; r < rm_entries_get_n_rows (entries); r++)
    {
      g_auto (GStrv) names = g_strsplit (rm_entries_get (entries, r, manager),
                                         RM_LDIF_MANAGERS_JOINT, -1);
      GString *text = g_string_new (NULL);

      for (guint i = 0; names[i] != NULL; i++)
        g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", name_person (&self, names[i]));
      if (text->len > 0)
        rm_entries_set (entries, r, manager, text->str);
      g_string_free (text, TRUE);
    }
  g_hash_table_unref (self.rows);
}
