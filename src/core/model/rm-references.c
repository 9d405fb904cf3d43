/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/rm-references.h"

static GArray *
list_references (const RmEntity *entity)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (RmReference));

  for (guint t = 0; t < RM_N_TABLES; t++)
    {
      const RmEntity *from = rm_table_get_entity (t);

      for (guint f = 0; f < from->n_fields; f++)
        {
          RmReference reference = { t, &from->fields[f] };

          if (g_strcmp0 (from->fields[f].refers, entity->name) == 0)
            g_array_append_val (list, reference);
        }
    }

  return list;
}

const RmReference *
rm_references_to (const RmEntity *entity,
                  guint *n)
{
  static GMutex mutex;
  static GHashTable *known; /* borrowed entity → GArray, for as long as the program runs */
  GArray *list = NULL;

  g_mutex_lock (&mutex);
  if (known == NULL)
    known = g_hash_table_new (NULL, NULL);
  list = g_hash_table_lookup (known, entity);
  if (list == NULL)
    {
      list = list_references (entity);
      g_hash_table_insert (known, (gpointer) entity, list);
    }
  g_mutex_unlock (&mutex);

  *n = list->len;
  return (const RmReference *) (gpointer) list->data;
}

/* NULL if it is not a group of ids. */
static GArray *
parse_group (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, ":", -1);
  g_autoptr (GArray) group = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint w = 0; words[w] != NULL; w++)
    {
      gint64 id = 0;

      if (!g_ascii_string_to_signed (words[w], 10, 1, G_MAXINT64, &id, NULL))
        return NULL;
      g_array_append_val (group, id);
    }

  return g_steal_pointer (&group);
}

static GPtrArray *
parse_groups (const char *text)
{
  g_auto (GStrv) items = rm_list_split (text);
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; items[i] != NULL; i++)
    {
      GArray *group = parse_group (items[i]);

      if (group == NULL)
        return NULL;
      g_ptr_array_add (groups, group);
    }

  return g_steal_pointer (&groups);
}

static int
compare_groups (gconstpointer a,
                gconstpointer b)
{
  const GArray *first = *(GArray *const *) a;
  const GArray *second = *(GArray *const *) b;

  for (guint k = 0; k < first->len && k < second->len; k++)
    {
      int order = rm_id_compare (&g_array_index (first, gint64, k),
                                 &g_array_index (second, gint64, k));

      if (order != 0)
        return order;
    }

  return (first->len > second->len) - (first->len < second->len);
}

static char *
format_groups (GPtrArray *groups)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_ptr_array_sort (groups, compare_groups);
  for (guint g = 0; g < groups->len; g++)
    {
      const GArray *group = g_ptr_array_index (groups, g);

      if (g > 0 && compare_groups (&groups->pdata[g - 1], &groups->pdata[g]) == 0)
        continue;
      if (text->len > 0)
        g_string_append (text, "; ");
      for (guint k = 0; k < group->len; k++)
        g_string_append_printf (text, "%s%" G_GINT64_FORMAT, k > 0 ? ":" : "",
                                g_array_index (group, gint64, k));
    }

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

char *
rm_references_normalise (const char *text)
{
  g_autoptr (GPtrArray) groups = parse_groups (text);

  return groups != NULL ? format_groups (groups) : NULL;
}

/* Whether the group is still one: nobody is with themselves. */
static gboolean
replace_in_group (GArray *group,
                  gint64 from,
                  gint64 into)
{
  guint n = 0;

  for (guint k = 0; k < group->len; k++)
    {
      gint64 *id = &g_array_index (group, gint64, k);

      if (*id == from)
        *id = into;
      n += *id == into;
    }

  return n < 2;
}

char *
rm_references_replace (const char *text,
                       gint64 from,
                       gint64 into)
{
  g_autoptr (GPtrArray) groups = parse_groups (text);

  if (groups == NULL)
    return g_strdup (text);
  for (guint g = groups->len; g > 0; g--)
    if (!replace_in_group (g_ptr_array_index (groups, g - 1), from, into))
      g_ptr_array_remove_index (groups, g - 1);

  return format_groups (groups);
}
