/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/rm-references.h"

#include "core/model/rm-person.h"
#include "core/model/rm-settings.h"

/* Each reference names its owner's entity and its rule. */
static void
test_rules (void)
{
  for (guint t = 0; t < RM_N_TABLES; t++)
    {
      const RmEntity *entity = rm_table_get_entity (t);

      for (guint f = 0; f < entity->n_fields; f++)
        {
          const RmField *field = &entity->fields[f];
          gboolean refers = field->type == RM_FIELD_REFERENCE
                            || field->type == RM_FIELD_REFERENCES;

          g_assert_true (refers == (field->refers != NULL));
          g_assert_true (refers == (field->gone != RM_GONE_UNSAID));
          if (refers)
            g_assert_cmpuint (rm_table_find (field->refers), <, RM_N_TABLES);
          if (field->gone == RM_GONE_BLANK || field->gone == RM_GONE_WRITE_DOWN)
            g_assert_true (field->optional);
          g_assert_true ((field->gone == RM_GONE_WRITE_DOWN) == (field->written != NULL));
        }
    }
}

static void
test_written (void)
{
  for (guint t = 0; t < RM_N_TABLES; t++)
    {
      const RmEntity *entity = rm_table_get_entity (t);

      for (guint f = 0; f < entity->n_fields; f++)
        {
          const RmField *field = &entity->fields[f];
          const RmField *written = NULL;
          g_auto (GStrv) names = NULL;

          if (field->written == NULL)
            continue;
          written = rm_entity_find_field (entity, field->written);
          g_assert_nonnull (written);
          g_assert_cmpint (written->type, ==, RM_FIELD_TEXT);
          names = g_strsplit (field->names, "|", -1);
          for (guint n = 0; names[n] != NULL; n++)
            g_assert_nonnull (
              rm_entity_find_field (rm_table_get_entity (rm_table_find (field->refers)), names[n]));
        }
    }
}

/* What is kept is known by its name, and refers to nothing. */
static void
test_keeping (void)
{
  for (guint t = 0; t < RM_N_TABLES; t++)
    {
      const RmEntity *entity = rm_table_get_entity (t);
      gboolean kept = rm_table_get_keeping (t) == RM_KEEPING_KEPT;

      g_assert_true (kept == rm_entity_is_kept (entity));
      for (guint f = 0; kept && f < entity->n_fields; f++)
        g_assert_null (entity->fields[f].refers);
    }
}

static void
test_find (void)
{
  for (guint t = 0; t < RM_N_TABLES; t++)
    g_assert_cmpint (rm_table_find (rm_table_get_entity (t)->name), ==, t);
  g_assert_cmpint (rm_table_find (rm_settings_entity ()->name), ==, RM_N_TABLES);
  g_assert_cmpint (rm_table_find (NULL), ==, RM_N_TABLES);
}

static void
test_normalise (void)
{
  static const char *const cases[][2] = {
    { "3:4;1:2", "1:2; 3:4" },
    { "1:10; 1:9", "1:9; 1:10" },
    { "1:2; 1:2", "1:2" },
    { "7", "7" },
    { "1:2:3; 1:2", "1:2; 1:2:3" },
    { "1:", NULL },
    { "0:1", NULL },
    { "a", NULL },
    { "99999999999999999999:1", NULL },
    { "", NULL },
  };

  for (gsize k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      g_autofree char *text = rm_references_normalise (cases[k][0]);

      g_assert_cmpstr (text, ==, cases[k][1]);
    }
}

static void
test_replace (void)
{
  static const struct
  {
    const char *before;
    gint64 from;
    gint64 into;
    const char *after;
  } cases[] = {
    { "1:2; 3:4", 3, 5, "1:2; 5:4" },
    { "1:2; 3:4", 3, 1, "1:2; 1:4" },
    { "1:2; 3:2", 3, 1, "1:2" },
    { "1:3", 3, 1, NULL },
    { "1:2", 8, 9, "1:2" },
    { NULL, 8, 9, NULL },
    { "unreadable", 8, 9, "unreadable" },
  };

  for (gsize k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      g_autofree char *text
        = rm_references_replace (cases[k].before, cases[k].from, cases[k].into);

      g_assert_cmpstr (text, ==, cases[k].after);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/references/rules", test_rules);
  g_test_add_func ("/core/references/written", test_written);
  g_test_add_func ("/core/references/keeping", test_keeping);
  g_test_add_func ("/core/references/find", test_find);
  g_test_add_func ("/core/references/normalise", test_normalise);
  g_test_add_func ("/core/references/replace", test_replace);
  return g_test_run ();
}
