/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/rm-cli.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>

/* The command line, using the same commands as the windows. Answers go to the standard output,
 * messages to the standard error, and the exit status is one of four. */

static const RmCliVerb verbs[] = {
  { "new", "FILE", N_ ("Make an empty programme"), NULL, rm_cli_new },
  { "import", "FILE [PEOPLE.xlsx]", N_ ("Bring people and ratings in from workbooks or CSV"),
    N_ ("People are found again by staff number, e-mail address or name, so importing twice makes "
        "no duplicates. Cells that cannot be read are listed and left out, with the rest of the "
        "row kept. A file whose name ends in .json is read as a whole programme into an empty "
        "one."),
    rm_cli_import },
  { "people", "FILE [ACTION]", N_ ("List people, or give many of them one value"),
    N_ ("Without an action, or with “list”, lists people. “set FIELD=VALUE” gives all for whom --where "
        "holds that value; “set FIELD=” takes it away."),
    rm_cli_people },
  { "skills", "FILE [ACTION]", N_ ("List skills, or add them from a list"),
    N_ ("Actions: list; import LIST.csv, a table with a column of names, of which --matching takes "
        "a part; starter, the topics that come with the program. What the programme has already, "
        "by name or by another name, is not added again."),
    rm_cli_skills },
  { "suggest", "FILE MENTEE", N_ ("Say what somebody might need without knowing it"),
    N_ ("What the role asks for, what others nominated the mentee for, and what mentors offer "
        "while the mentee was never rated in it. Mentees are given by staff number, e-mail "
        "address or name."),
    rm_cli_suggest },
  { "gaps", "FILE", N_ ("Show which skills are needed and who could teach them"),
    N_ ("Need: mentees who want more than they have. Supply: free places of mentors who could "
        "teach one of them. Unrated: mentees without a rating, which is not the same as level 0. "
        "Supply is shared between groups, so groups do not add up."),
    rm_cli_gaps },
  { "match", "FILE", N_ ("Pair mentees and mentors, with a proof that none pairs better"),
    N_ ("--mode and --weights change the settings of the programme, as the window does. With "
        "--scores, pairs the names in a table (columns mentee, mentor, score) instead of a "
        "programme. A pair without a row is no candidate; whoever is not in the table of "
        "--capacities (columns name, places and, if wanted, side) has one place."),
    rm_cli_match },
  { "explain", "FILE MENTEE MENTOR", N_ ("Say why these two: what their score is made of"),
    N_ ("People are given by staff number, e-mail address or name. For a pair it is tried whether "
        "it stays if any one weight counts 20 % more or less (robust), or not (fragile)."),
    rm_cli_explain },
  { "why-not", "FILE MENTEE MENTOR", N_ ("Say what pairing two people would cost, and who moves"),
    N_ ("People are given by staff number, e-mail address or name. The cost is exact: against the "
        "best pairing there is. For a pair, what keeping the two apart would cost."),
    rm_cli_why_not },
  { "apart", "FILE [PERSON [OTHER]]", N_ ("List who must not be paired, or keep two people apart"),
    N_ ("With one person or none, lists them; with two, keeps them apart and ends any pair of the two. "
        "What is recorded --in-confidence appears only here, in the person’s pane in the window and in "
        "the whole-programme JSON; everything else says only that one of the two is not available. "
        "People are given by staff number, e-mail address or name."),
    rm_cli_apart },
  { "scenarios", "FILE [ACTION]", N_ ("List, compare, apply, save or delete scenarios"),
    N_ ("Actions: list; show NAME; compare A [B], where B is the pairing as it is unless it is "
        "named; apply NAME; save NAME, with the weights as they are or with --mode and --weights; "
        "delete NAME."),
    rm_cli_scenarios },
  { "verify", "FILE", N_ ("Check the proof of the last proposal independently"), NULL,
    rm_cli_verify },
  { "export", "FILE OUT", N_ ("Write pairs, people, ratings or everything to a file"),
    N_ ("Tables are written as workbooks if OUT ends in “.xlsx”, else as CSV."), rm_cli_export },
  { "recover", "FILE", N_ ("Keep or drop changes that were never saved"),
    N_ ("After a crash, or where saving failed, changes lie in the folder of working copies. --keep "
        "saves them in the programme, --drop leaves it as it was last saved; both say which changes "
        "these are."),
    rm_cli_recover },
  { "check", "FILE", N_ ("Say whether a programme’s file is sound, or save what can be kept"),
    N_ ("Lists every value and row that cannot be as it is. --repair writes what can be kept into "
        "a new programme and says what was left out or changed; what could be undone is not kept. "
        "The file itself is only read, and not locked; changes that were never saved are not "
        "looked at."),
    rm_cli_check },
};

static volatile sig_atomic_t interrupted;

static void
interrupt (int number)
{
  interrupted = 1;
}

gboolean
rm_cli_progress (double fraction,
                 gpointer data)
{
  return !interrupted;
}

static const RmCliVerb *
find_verb (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_strcmp0 (verbs[i].name, name) == 0)
      return &verbs[i];

  return NULL;
}

static void
tell_failure (RmCli *self,
              const char *message)
{
  if (self->json)
    {
      g_autoptr (JsonBuilder) builder = rm_cli_json_begin ();

      rm_cli_json_sentence (builder, "error", message);
      rm_cli_json_print (builder);
    }
  g_printerr ("reverse-mentor-cli: %s\n", message);
}

RmCliStatus
rm_cli_usage (RmCli *self,
              const char *message)
{
  tell_failure (self, message);
  if (self->verb != NULL)
    /* Translators: %s is the name of a command */
    g_printerr (_ ("“reverse-mentor-cli help %s” says how to use it.\n"), self->verb->name);
  else
    g_printerr (_ ("“reverse-mentor-cli --help” lists what there is.\n"));

  return RM_CLI_USAGE;
}

RmCliStatus
rm_cli_fail (RmCli *self,
             const char *path,
             GError *error)
{
  g_autofree char *message = path != NULL ? g_strdup_printf ("%s: %s", path, error->message)
                                          : g_strdup (error->message);

  tell_failure (self, message);
  g_error_free (error);
  return RM_CLI_FAILED;
}

gboolean
rm_cli_parse (RmCli *self,
              char **args,
              const GOptionEntry *entries,
              guint min,
              guint max,
              char ***rest)
{
  const GOptionEntry shared[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &self->json, N_ ("Print JSON for programs"), NULL },
    { "wait", 0, 0, G_OPTION_ARG_DOUBLE, &self->wait,
      N_ ("How long to wait for a programme that is open elsewhere (10 seconds)"), N_ ("SECONDS") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (self->verb->arguments);
  g_autofree char *name = g_strdup_printf ("reverse-mentor-cli %s", self->verb->name);
  g_auto (GStrv) words = g_strdupv (args);
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_set_prgname (name);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _ (self->verb->summary));
  if (self->verb->details != NULL)
    g_option_context_set_description (context, _ (self->verb->details));
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, shared, GETTEXT_PACKAGE);

  if (!g_option_context_parse_strv (context, &words, &error))
    {
      rm_cli_usage (self, error->message);
      return FALSE;
    }
  n = g_strv_length (words) - 1;
  if (n < min || n > max)
    {
      rm_cli_usage (self, n < min ? _ ("Something is missing") : _ ("There is a word too many"));
      return FALSE;
    }

  *rest = g_strdupv (words + 1);
  return TRUE;
}

static void
print_help (void)
{
  g_autoptr (RmCliTable) table = rm_cli_table_new (3, 3);

  g_print ("%s\n  reverse-mentor-cli [--json] %s\n\n", _ ("Usage:"), _ ("COMMAND …"));
  g_print ("%s\n\n%s\n", _ ("Runs a reverse mentoring programme without a window."),
           _ ("Commands:"));
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autofree char *indented = g_strdup_printf ("  %s", verbs[i].name);

      rm_cli_table_add (table, indented);
      rm_cli_table_add (table, verbs[i].arguments);
      rm_cli_table_add (table, _ (verbs[i].summary));
    }
  rm_cli_table_print (table);
  g_print ("\n%s\n", _ ("“reverse-mentor-cli help COMMAND” says more."));
  g_print ("%s\n", _ ("Exit status: 0 done, 1 what was asked for failed or is not so, 2 the "
                      "command was not understood, 3 what was asked cannot be told."));
}

static RmCliStatus
run_verb (RmCli *self,
          char **args)
{
  self->verb = find_verb (args[0]);
  if (self->verb == NULL)
    {
      /* Translators: %s is what was typed */
      g_autofree char *message = g_strdup_printf (_ ("There is no command “%s”"), args[0]);

      return rm_cli_usage (self, message);
    }

  return self->verb->run (self, args);
}

static RmCliStatus
run_help (RmCli *self,
          char **args)
{
  char *ask[] = { args[1], (char *) "--help", NULL };

  if (args[1] == NULL)
    {
      print_help ();
      return RM_CLI_OK;
    }

  return run_verb (self, ask);
}

static RmCliStatus
run (RmCli *self,
     char **args)
{
  while (g_strcmp0 (args[0], "--json") == 0)
    {
      self->json = TRUE;
      args++;
    }

  if (args[0] == NULL)
    return rm_cli_usage (self, _ ("A command is missing"));
  if (g_str_equal (args[0], "--version"))
    {
      g_print ("reverse-mentor-cli %s\n", RM_VERSION);
      return RM_CLI_OK;
    }
  if (g_str_equal (args[0], "--help") || g_str_equal (args[0], "-h"))
    {
      print_help ();
      return RM_CLI_OK;
    }
  if (g_str_equal (args[0], "help"))
    return run_help (self, args);
  if (*args[0] == '-')
    {
      /* Translators: %s is what was typed */
      g_autofree char *message = g_strdup_printf (_ ("There is no option “%s”"), args[0]);

      return rm_cli_usage (self, message);
    }

  return run_verb (self, args);
}

/* Without a locale, as in a container or a timed job, the C library only knows ASCII, and names
 * would come out as question marks. */
static void
set_locale (void)
{
  setlocale (LC_ALL, "");
  if (g_str_equal (nl_langinfo (CODESET), "ANSI_X3.4-1968"))
    setlocale (LC_CTYPE, "C.UTF-8");
}

int
main (int argc,
      char **argv)
{
  RmCli self = { .wait = 10 };
  const char *locale_dir = g_getenv ("RM_LOCALEDIR");
  g_auto (GStrv) args = g_strdupv (argv + MIN (argc, 1));

  set_locale ();
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : RM_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  signal (SIGINT, interrupt);
  signal (SIGTERM, interrupt);

  return run (&self, args);
}
