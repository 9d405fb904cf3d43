/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/rm-fold.h"
#include "rm-generate-lists.h"
#include "stream.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Makes the files that an HR system would export, for a company of any size: people as one tree of
 * reporting lines with the seniors at its top, and ratings of skills. Same options, same bytes.
 * Everything about a person follows from the seed and the person's number, so nothing is kept and
 * any size streams. Files are split where an import would call them too long. */

#define ROWS_PER_FILE 100000
#define MAX_PICKS 24

typedef struct
{
  guint n_mentees;
  guint n_mentors;
  guint n_skills;
  guint64 seed;
  gboolean blemishes;
  const char *folder;
} Company;

typedef struct
{
  const Company *company;
  const char *name;
  const char *headers;
  FILE *out;
  guint n_files;
  guint n_rows;
  gboolean started; /* a cell stands in the row */
} Sheet;

static gboolean
chance (guint64 *state,
        guint percent)
{
  return stream_below (state, 100) < percent;
}

static guint64
stream_of (const Company *self,
           guint person,
           guint purpose)
{
  guint64 state = self->seed * G_GUINT64_CONSTANT (0xd1342543de82ef95)
                  + ((guint64) person << 8) + purpose;

  stream_next (&state);
  return state;
}

static void
sheet_open (Sheet *self)
{
  g_autofree char *file = self->n_files == 0
                            ? g_strdup_printf ("%s.csv", self->name)
                            : g_strdup_printf ("%s-%u.csv", self->name, self->n_files + 1);
  g_autofree char *path = g_build_filename (self->company->folder, file, NULL);

  self->out = fopen (path, "wb");
  if (self->out == NULL)
    {
      g_printerr ("%s: cannot be written\n", path);
      exit (1);
    }
  setvbuf (self->out, NULL, _IOFBF, 1 << 20);
  fprintf (self->out, "\xef\xbb\xbf%s\r\n", self->headers);
  self->n_files++;
  self->n_rows = 0;
}

static void
sheet_close (Sheet *self)
{
  if (self->out == NULL)
    return;
  if (ferror (self->out) || fclose (self->out) != 0)
    {
      g_printerr ("%s: could not be written whole\n", self->name);
      exit (1);
    }
  self->out = NULL;
}

static void
put (Sheet *self,
     const char *text)
{
  if (self->out == NULL)
    sheet_open (self);
  if (self->started)
    fputc (';', self->out);
  self->started = TRUE;
  if (strpbrk (text, ";\"\r\n") == NULL)
    {
      fputs (text, self->out);
      return;
    }

  fputc ('"', self->out);
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        fputc ('"', self->out);
      fputc (*p, self->out);
    }
  fputc ('"', self->out);
}

static void
put_number (Sheet *self,
            guint number)
{
  char text[16];

  g_snprintf (text, sizeof text, "%u", number);
  put (self, text);
}

static void
put_date (Sheet *self,
          guint64 *state,
          guint first_year,
          guint last_year,
          guint n_months)
{
  char text[32];
  guint year = first_year + stream_below (state, last_year - first_year + 1);
  guint month = 1 + stream_below (state, n_months);

  g_snprintf (text, sizeof text, "%02u.%02u.%04u", 1 + stream_below (state, 28), month, year);
  put (self, text);
}

static void
end_row (Sheet *self)
{
  fputs ("\r\n", self->out);
  self->started = FALSE;
  self->n_rows++;
  if (self->n_rows == ROWS_PER_FILE)
    sheet_close (self);
}

/* Reporting lines: one at the top, a head for each department below, then five to each. */
static guint
manager_of_senior (guint senior)
{
  return senior <= G_N_ELEMENTS (departments) ? 0 : 1 + (senior - 1 - G_N_ELEMENTS (departments)) / 5;
}

static guint
depth_of (guint senior)
{
  guint depth = 0;

  for (; senior > 0; senior = manager_of_senior (senior))
    depth++;

  return depth;
}

static guint
department_of (guint senior)
{
  if (senior == 0)
    return G_N_ELEMENTS (departments) - 1;
  while (senior > G_N_ELEMENTS (departments))
    senior = manager_of_senior (senior);

  return senior - 1;
}

static gboolean
is_mentor (const Company *self,
           guint person)
{
  return person >= self->n_mentees;
}

/* Few people from outside mentor as well; they have neither manager nor department here. */
static gboolean
is_external (const Company *self,
             guint person)
{
  guint64 state = stream_of (self, person, 1);

  return is_mentor (self, person) && chance (&state, 3);
}

static guint
manager_of (const Company *self,
            guint person)
{
  guint64 state = stream_of (self, person, 2);

  if (!is_mentor (self, person))
    return manager_of_senior (person);

  return stream_below (&state, MAX (self->n_mentees, 1));
}

static guint
level_of (const Company *self,
          guint person)
{
  guint64 state = stream_of (self, person, 3);
  guint depth = 0;

  if (is_mentor (self, person))
    return 1 + stream_below (&state, 4);

  depth = depth_of (person);
  return depth < 3 ? 10 - depth : 6 + stream_below (&state, 2);
}

/* Every name of the lists comes once before any comes twice: 389 has no factor in common with the
 * number of names. */
static void
put_names (Sheet *self,
           guint person)
{
  const guint n_names = G_N_ELEMENTS (name_lists) * N_GIVEN * N_FAMILY;
  guint shuffled = (guint) (((guint64) person * 389 + self->company->seed) % n_names);
  const NameList *list = &name_lists[shuffled % G_N_ELEMENTS (name_lists)];
  guint rest = shuffled / G_N_ELEMENTS (name_lists);
  const char *given = list->given[rest % N_GIVEN];
  const char *family = list->family[rest / N_GIVEN];
  gboolean untidy = self->company->blemishes && person % 40 == 7;
  g_autofree char *padded = g_strdup_printf ("%s  ", family);
  g_autofree char *first = rm_fold_key (given);
  g_autofree char *last = rm_fold_key (family);
  g_autofree char *mail = person < n_names
                            ? g_strdup_printf ("%s.%s@example.org", first, last)
                            : g_strdup_printf ("%s.%s%u@example.org", first, last,
                                               person / n_names + 1);

  put (self, untidy ? padded : family);
  put (self, given);
  put (self, mail);
}

static void
put_place (Sheet *self,
           guint person,
           guint site)
{
  const Company *company = self->company;
  gboolean external = is_external (company, person);
  guint level = level_of (company, person);
  guint department = department_of (is_mentor (company, person) ? manager_of (company, person)
                                                                : person);

  put (self, level <= 4 ? junior_titles[level - 1] : senior_titles[level - 6]);
  put (self, external || (company->blemishes && person == 23) ? "" : departments[department]);
  put (self, sites[site].name);
  put (self, external ? employers[person % G_N_ELEMENTS (employers)] : "");
}

static void
put_line (Sheet *self,
          guint person,
          guint64 *state)
{
  const Company *company = self->company;

  if (company->blemishes && person == 64)
    put (self, "7 (acting)");
  else
    put_number (self, level_of (company, person));
  if (person == 0 || is_external (company, person))
    put (self, "");
  else if (company->blemishes && person == 41)
    put (self, "99001"); /* who is not in the file */
  else
    put_number (self, 100001 + manager_of (company, person));
  if (is_mentor (company, person))
    put_date (self, state, 2019, 2025, 12);
  else
    put_date (self, state, 1989, 2017, 12);
}

/* Yes for nearly all, so that there is a pairing to look at; a few were not asked, or said no. */
static void
put_consent (Sheet *self,
             guint person,
             guint64 *state)
{
  gboolean mentor = is_mentor (self->company, person);
  gboolean spoiled = self->company->blemishes;
  gboolean refused = spoiled && (person == 58 || person == 233);
  gboolean unasked = spoiled && person % 37 == 11;
  guint places = stream_below (state, 100);

  put (self, mentor ? "Mentor" : "Mentee");
  put (self, mentor ? "" : "1");
  if (mentor)
    put_number (self, places < 28 ? 1 : places < 92 ? 2 : 3);
  else
    put (self, "");
  put (self, spoiled && (person == 97 || person == 300) ? "withdrawn" : "active");
  put (self, refused ? "no" : unasked ? "" : "yes");
  if (mentor || refused || unasked)
    {
      put (self, "");
      put (self, "");
      put (self, "");
      return;
    }

  put (self, "yes");
  put_date (self, state, 2026, 2026, 4);
  put_number (self, 2 + 2 * stream_below (state, 3));
}

static void
put_list (Sheet *self,
          guint64 *state,
          const char *const *items,
          guint n_items,
          guint n)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint from = stream_below (state, n_items);
  guint step = 1 + stream_below (state, 3);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", items[(from + i * step) % n_items]);
  put (self, text->str);
}

static void
put_languages (Sheet *self,
               guint64 *state,
               guint site)
{
  static const char *const others[] = { "Italian", "Turkish", "Arabic", "Mandarin", "Hindi" };
  g_autoptr (GString) text = g_string_new ("English");

  /* Who has no English has the language of the place and thus fewer to be paired with. */
  if (g_strcmp0 (sites[site].language, "English") != 0)
    {
      if (chance (state, 4))
        g_string_truncate (text, 0);
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", sites[site].language);
    }
  if (chance (state, 25))
    g_string_append_printf (text, ", %s", others[stream_below (state, G_N_ELEMENTS (others))]);
  put (self, text->str);
}

static void
put_week (Sheet *self,
          guint64 *state)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = stream_below (state, 4);
  guint day = stream_below (state, G_N_ELEMENTS (days));

  for (guint i = 0; i < n; i++)
    {
      guint from = 8 + stream_below (state, 7);

      g_string_append_printf (text, "%s%s %u-%u", i > 0 ? ", " : "",
                              days[(day + 2 * i) % G_N_ELEMENTS (days)], from,
                              from + 1 + stream_below (state, 3));
    }
  put (self, text->str);
}

static void
put_character (Sheet *self,
               guint person,
               guint64 *state)
{
  gboolean mentor = is_mentor (self->company, person);

  put (self, chance (state, 85) ? styles[stream_below (state, G_N_ELEMENTS (styles))] : "");
  if (chance (state, 85))
    put_number (self, 1 + stream_below (state, 5));
  else
    put (self, "");
  for (guint i = 0; i < 2; i++)
    if (mentor && chance (state, 80))
      put_number (self, 1 + stream_below (state, 5));
    else
      put (self, "");
  put_list (self, state, tags, G_N_ELEMENTS (tags), stream_below (state, 5));
  put_list (self, state, backgrounds, G_N_ELEMENTS (backgrounds), chance (state, 30) ? 1 : 0);
}

static void
put_person (Sheet *self,
            guint person)
{
  guint64 state = stream_of (self->company, person, 4);
  guint site = stream_below (&state, G_N_ELEMENTS (sites));

  put_number (self, 100001 + person);
  put_names (self, person);
  put_place (self, person, site);
  put_line (self, person, &state);
  put_consent (self, person, &state);
  put_languages (self, &state, site);
  put_week (self, &state);
  put_character (self, person, &state);
  end_row (self);
}

static void
write_people (const Company *company)
{
  Sheet sheet = {
    .company = company,
    .name = "people",
    .headers = "Personnel number;Last name;First name;E-mail;Job title;Department;Location;"
               "Company;Grade;Manager ID;Hire date;Role;Mentors wanted;Mentees taken;Status;"
               "Willing;Committed;Commitment date;Hours per month;Languages;Availability;"
               "Communication style;Sociability;Aspiration;Eagerness;Interests;Background tags",
  };

  sheet_open (&sheet);
  for (guint p = 0; p < company->n_mentees + company->n_mentors; p++)
    {
      put_person (&sheet, p);
      if (company->blemishes && p == 120)
        put_person (&sheet, p); /* the same person a second time */
    }
  sheet_close (&sheet);
}

static void
put_rating (Sheet *self,
            guint person,
            guint skill,
            int level,
            int target,
            guint64 *state)
{
  const Topic *topic = &topics[skill % G_N_ELEMENTS (topics)];
  g_autofree char *numbered = skill >= G_N_ELEMENTS (topics)
                                ? g_strdup_printf ("%s %u", topic->name,
                                                   skill / (guint) G_N_ELEMENTS (topics) + 1)
                                : NULL;
  guint source = stream_below (state, 100);

  put_number (self, 100001 + person);
  put (self, numbered != NULL ? numbered : topic->name);
  put (self, topic->category);
  if (level >= 0)
    put_number (self, (guint) level);
  else
    put (self, "");
  if (target >= 0)
    put_number (self, (guint) target);
  else
    put (self, "");
  if (target >= 0 && chance (state, 70))
    put_number (self, 1 + stream_below (state, 5));
  else
    put (self, "");
  put (self, source < 86 ? "self" : source < 95 ? "manager" : "colleague");
  put_date (self, state, 2026, 2026, 4);
  end_row (self);
}

/* Picks skills, each once. Each department is after topics of its own, so that the gaps of a
 * programme have a shape; the rest is spread, the first topics of the list more often. */
static guint
pick (const Company *self,
      guint64 *state,
      guint department,
      guint n,
      guint *picks)
{
  guint n_picks = 0;

  n = MIN (n, MIN (self->n_skills, MAX_PICKS));
  while (n_picks < n)
    {
      guint spread = stream_below (state, self->n_skills);
      guint own = (department * 7 + stream_below (state, 10)) % self->n_skills;
      guint skill = chance (state, 45) ? own : MIN (spread, stream_below (state, self->n_skills));
      gboolean known = FALSE;

      for (guint i = 0; i < n_picks; i++)
        known = known || picks[i] == skill;
      if (!known)
        picks[n_picks++] = skill;
    }

  return n_picks;
}

static void
rate (Sheet *self,
      guint person)
{
  const Company *company = self->company;
  guint64 state = stream_of (company, person, 5);
  guint picks[MAX_PICKS];
  gboolean mentor = is_mentor (company, person);
  guint department = department_of (mentor ? manager_of (company, person) : person);
  guint n_wanted = mentor ? stream_below (&state, 3) : 9 + stream_below (&state, 6);
  guint n = pick (company, &state, mentor ? 3 + department : department,
                  n_wanted + (mentor ? 2 : 3) + stream_below (&state, 3), picks);

  for (guint i = 0; i < n; i++)
    if (i < n_wanted)
      {
        int target = 3 + (int) stream_below (&state, 3);
        gboolean unrated = !mentor && stream_below (&state, 3) == 0;

        int level = unrated ? -1 : (int) stream_below (&state, (guint) target);

        put_rating (self, person, picks[i], level, target, &state);
      }
    else
      put_rating (self, person, picks[i], (mentor ? 3 : 2) + (int) stream_below (&state, 3), -1,
                  &state);
}

static void
write_ratings (const Company *company)
{
  Sheet sheet = {
    .company = company,
    .name = "ratings",
    .headers = "Personnel number;Skill;Category;Level;Target;Importance;Rated by;Date",
  };

  sheet_open (&sheet);
  for (guint p = 0; p < company->n_mentees + company->n_mentors; p++)
    rate (&sheet, p);
  sheet_close (&sheet);
}

int
main (int argc,
      char **argv)
{
  int mentees = 200;
  int mentors = 122;
  int skills = G_N_ELEMENTS (topics);
  gint64 seed = 1;
  Company company = { 0 };
  const GOptionEntry entries[] = {
    { "mentees", 0, 0, G_OPTION_ARG_INT, &mentees, "Seniors who learn, 1 to 100000", "N" },
    { "mentors", 0, 0, G_OPTION_ARG_INT, &mentors, "Juniors who mentor, 0 to 100000", "M" },
    { "skills", 0, 0, G_OPTION_ARG_INT, &skills, "Skills, 1 to 1000", "K" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, "Another seed makes another company", "S" },
    { "blemishes", 0, 0, G_OPTION_ARG_NONE, &company.blemishes,
      "With the mistakes that real files have", NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("OUT_DIR");
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 2 || mentees < 1
      || mentees > 100000 || mentors < 0 || mentors > 100000 || skills < 1 || skills > 1000)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "See --help");
      return 2;
    }

  company.n_mentees = (guint) mentees;
  company.n_mentors = (guint) mentors;
  company.n_skills = (guint) skills;
  company.seed = (guint64) seed;
  company.folder = argv[1];
  write_people (&company);
  write_ratings (&company);
  return 0;
}
