/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/rm-cli.h"

#include "app/files/rm-repair.h"

#include <glib/gi18n-lib.h>

/* Checks whether a file is sound, and repairs it as far as possible. */

static guint
count (RmSalvage *salvage,
       const RmEntity *entity)
{
  g_autoptr (GPtrArray) records = rm_salvage_list_records (salvage, entity);

  return records->len;
}

static void
add_findings (JsonBuilder *builder,
              const char *member,
              GPtrArray *findings,
              gboolean remarks,
              gboolean repaired)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
  for (guint i = 0; i < findings->len; i++)
    {
      const RmFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, finding->id);

      if (finding->remark != remarks)
        continue;
      json_builder_begin_object (builder);
      rm_cli_json_string (builder, "table", *finding->table != '\0' ? finding->table : NULL);
      rm_cli_json_string (builder, "id", finding->id != 0 ? id : NULL);
      rm_cli_json_string (builder, "name", finding->name);
      rm_cli_json_string (builder, "field", finding->field);
      rm_cli_json_string (builder, "message", finding->message);
      if (repaired && !remarks)
        rm_cli_json_string (builder, "done", finding->remedy);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_json (RmSalvage *salvage,
            const char *out)
{
  GPtrArray *findings = rm_salvage_get_findings (salvage);
  g_autoptr (JsonBuilder) builder = rm_cli_json_begin ();

  rm_cli_json_boolean (builder, "sound", rm_salvage_is_sound (salvage));
  rm_cli_json_int (builder, "people", count (salvage, rm_person_entity ()));
  rm_cli_json_int (builder, "skills", count (salvage, rm_skill_entity ()));
  rm_cli_json_int (builder, "pairs", count (salvage, rm_pair_entity ()));
  add_findings (builder, "problems", findings, FALSE, out != NULL);
  add_findings (builder, "remarks", findings, TRUE, out != NULL);
  if (out != NULL)
    {
      rm_cli_json_string (builder, "file", out);
      rm_cli_json_boolean (builder, "history-kept", FALSE);
    }
  rm_cli_json_print (builder);
}

static char *
describe_counts (RmSalvage *salvage)
{
  /* Translators: numbers of people, skills and pairs */
  return g_strdup_printf (_ ("people: %u, skills: %u, pairs: %u"),
                          count (salvage, rm_person_entity ()),
                          count (salvage, rm_skill_entity ()),
                          count (salvage, rm_pair_entity ()));
}

static void
print_text (RmSalvage *salvage,
            const char *path,
            const char *out)
{
  GPtrArray *findings = rm_salvage_get_findings (salvage);
  g_autofree char *counts = describe_counts (salvage);
  guint n_problems = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const RmFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *text = rm_finding_dup_text (finding, out != NULL);

      n_problems += !finding->remark;
      g_print ("%s\n", text);
    }

  if (n_problems == 0)
    /* Translators: %s is a file, then what is in it */
    g_print (_ ("%s is sound (%s)\n"), path, counts);
  else
    /* Translators: %s is a file, %u a number */
    g_print (ngettext ("%s is not sound: %u problem\n", "%s is not sound: %u problems\n",
                       n_problems), path, n_problems);
  if (out != NULL && rm_salvage_has_history (salvage))
    g_print ("%s\n", _ ("What could be undone was not kept."));
  if (out != NULL)
    /* Translators: %s is a file, then what is in it */
    g_print (_ ("Written to %s (%s)\n"), out, counts);
  else if (n_problems > 0)
    /* Translators: %s is a file; keep the command as it is typed */
    g_print (_ ("“reverse-mentor-cli check %s --repair NEW” writes what can be kept.\n"), path);
}

/* Whatever names they go by. */
static gboolean
is_same_file (GFile *a,
              GFile *b)
{
  g_autoptr (GFileInfo) first = g_file_query_info (a, G_FILE_ATTRIBUTE_ID_FILE,
                                                   G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autoptr (GFileInfo) second = g_file_query_info (b, G_FILE_ATTRIBUTE_ID_FILE,
                                                    G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return first != NULL
         && second != NULL
         && g_strcmp0 (g_file_info_get_attribute_string (first, G_FILE_ATTRIBUTE_ID_FILE),
                       g_file_info_get_attribute_string (second, G_FILE_ATTRIBUTE_ID_FILE)) == 0;
}

RmCliStatus
rm_cli_check (RmCli *self,
              char **args)
{
  g_autofree char *out = NULL;
  gboolean force = FALSE;
  const GOptionEntry entries[] = {
    { "repair", 0, 0, G_OPTION_ARG_FILENAME, &out, N_ ("Write what can be kept to a new file"),
      N_ ("NEW") },
    { "force", 0, 0, G_OPTION_ARG_NONE, &force, N_ ("Replace a file that is there"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) rest = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFile) target = NULL;
  g_autoptr (RmSalvage) salvage = NULL;
  GError *error = NULL;

  if (!rm_cli_parse (self, args, entries, 1, 1, &rest))
    return RM_CLI_USAGE;
  if (force && out == NULL)
    return rm_cli_usage (self, _ ("--force belongs to --repair"));

  file = g_file_new_for_commandline_arg (rest[0]);
  target = out != NULL ? rm_cli_new_file (self, out, force) : NULL;
  if (out != NULL && target == NULL)
    return RM_CLI_FAILED;
  if (target != NULL && is_same_file (file, target))
    return rm_cli_usage (self, _ ("The new file has to be another one"));

  salvage = rm_salvage_new (file, &error);
  if (salvage == NULL)
    return rm_cli_fail (self, rest[0], error);
  if (target != NULL && !rm_repair_write (salvage, target, NULL, &error))
    return rm_cli_fail (self, error->domain == RM_APP_ERROR ? rest[0] : out, error);

  if (self->json)
    print_json (salvage, out);
  else
    print_text (salvage, rest[0], out);
  return out != NULL || rm_salvage_is_sound (salvage) ? RM_CLI_OK : RM_CLI_FAILED;
}
