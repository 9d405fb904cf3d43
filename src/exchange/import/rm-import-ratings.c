/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/rm-import-run-private.h"

#include "core/model/rm-skill.h"

#include <glib/gi18n-lib.h>

/* Ratings are never changed, only added to, and an import is repeated each time somebody corrects
 * the sheet. So most of this file is about telling a rating that is new from one that is known. */

static char *
key_of (const RmRating *rating)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT "/%d", rating->person,
                          rating->skill, rating->source);
}

static char *
day_key_of (const RmRating *rating)
{
  g_autofree char *key = key_of (rating);

  return g_strdup_printf ("%s/%s", key, rating->rated_on != NULL ? rating->rated_on : "");
}

static char *
full_key_of (const RmRating *rating,
             gboolean dated)
{
  g_autofree char *key = dated ? day_key_of (rating) : key_of (rating);

  return g_strdup_printf ("%s %d %d %d", key, rating->level, rating->target, rating->importance);
}

static gboolean
says_the_same (const RmRating *a,
               const RmRating *b)
{
  return a->level == b->level && a->target == b->target && a->importance == b->importance;
}

static void
count_one (GHashTable *counts,
           char *key)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));

  g_hash_table_insert (counts, key, GUINT_TO_POINTER (n + 1));
}

static void
note_newest (RmImportRun *self,
             const RmRating *rating)
{
  g_autofree char *key = key_of (rating);
  const RmRating *newest = g_hash_table_lookup (self->newest, key);
  int order = newest != NULL ? g_strcmp0 (rating->rated_on, newest->rated_on) : 1;

  /* Of one day: the higher id; a rating of this import (without an id) is newer than all that are
   * there. */
  if (order == 0)
    order = rating->record.id <= 0 || rating->record.id > newest->record.id;
  if (order > 0)
    g_hash_table_insert (self->newest, g_steal_pointer (&key), (gpointer) rating);
}

void
rm_import_run_index_ratings (RmImportRun *self)
{
  GPtrArray *ratings = self->plan->ratings;

  for (guint i = 0; ratings != NULL && i < ratings->len; i++)
    {
      const RmRating *rating = g_ptr_array_index (ratings, i);

      note_newest (self, rating);
      count_one (self->counts, full_key_of (rating, TRUE));
      count_one (self->counts, full_key_of (rating, FALSE));
    }
}

/* Whether the programme has this rating: the nth of its kind in the file is matched with the nth
 * that is there. */
static gboolean
is_counted (RmImportRun *self,
            const RmRating *rating,
            gboolean dated)
{
  g_autofree char *key = full_key_of (rating, dated);
  guint there = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, key));
  guint used = GPOINTER_TO_UINT (g_hash_table_lookup (self->used, key));

  if (used >= there)
    return FALSE;

  count_one (self->used, g_steal_pointer (&key));
  return TRUE;
}

static gboolean
is_known (RmImportRun *self,
          const RmRating *rating,
          gboolean dated)
{
  g_autofree char *key = NULL;
  const RmRating *newest = NULL;

  if (rating->source == RM_SOURCE_PEER)
    return is_counted (self, rating, dated);
  if (dated && is_counted (self, rating, TRUE))
    return TRUE;

  key = key_of (rating);
  newest = g_hash_table_lookup (self->newest, key);
  return newest != NULL && says_the_same (rating, newest)
         && (!dated || g_strcmp0 (rating->rated_on, newest->rated_on) >= 0);
}

/* The id of the rating that is there already for the same day and would else count as newer. */
static gint64
find_outranked (RmImportRun *self,
                const RmRating *rating)
{
  g_autofree char *key = key_of (rating);
  const RmRating *newest = g_hash_table_lookup (self->newest, key);

  return newest != NULL && newest->record.id > 0
             && g_strcmp0 (newest->rated_on, rating->rated_on) == 0
           ? newest->record.id
           : 0;
}

RmImportOutcome
rm_import_run_take_rating (RmImportRun *self,
                           RmRating *rating,
                           gboolean dated,
                           guint column)
{
  g_autofree char *day = day_key_of (rating);
  guint line = GPOINTER_TO_UINT (g_hash_table_lookup (self->rated, day));

  if (line > 0 && rating->source != RM_SOURCE_PEER)
    {
      rm_import_run_add_problem (self, RM_FILE_PROBLEM_TWICE, column, FALSE,
                                 g_strdup_printf (
                                   rm_sheet_is_workbook (self->plan->table)
                                     /* Translators: %u is the number of a row in a spreadsheet */
                                     ? _ ("The same person and skill are rated in row %u already; "
                                          "the first one counts")
                                     /* Translators: %u is a line number */
                                     : _ ("The same person and skill are rated on line %u already; "
                                          "the first one counts"),
                                   line));
      rm_record_unref (rating);
      return RM_IMPORT_SKIPPED;
    }
  line = rm_sheet_get_line (self->plan->table, self->row);
  g_hash_table_insert (self->rated, g_steal_pointer (&day), GUINT_TO_POINTER (line));

  if (is_known (self, rating, dated))
    {
      rm_record_unref (rating);
      return RM_IMPORT_UNCHANGED;
    }

  rating->record.id = -find_outranked (self, rating);
  g_ptr_array_add (self->result->ratings, rating);
  note_newest (self, rating);
  return RM_IMPORT_ADDED;
}

const RmSkill *
rm_import_run_get_skill (RmImportRun *self,
                         guint column,
                         const char *name,
                         const char *category,
                         const char *context)
{
  const RmEntity *entity = rm_skill_entity ();
  gboolean ambiguous = FALSE;
  const RmSkill *found = rm_skill_names_find (self->skills, name, context, &ambiguous);
  RmSkill *skill = NULL;

  if (ambiguous)
    rm_import_run_add_problem (self, RM_FILE_PROBLEM_AMBIGUOUS, column, FALSE,
                               g_strdup (_ ("Several skills are called so: rename one of them, or "
                                            "add a column with the context")));
  if (found != NULL && found->retired == 1 && g_hash_table_add (self->retired, (gpointer) found))
    rm_import_run_add_notice (self, RM_FILE_PROBLEM_SKILL_RETIRED, column,
                              /* Translators: %s is the name of a skill */
                              g_strdup_printf (_ ("“%s” is retired: ratings of it are kept and do "
                                                  "not count"), found->name));
  if (found != NULL || ambiguous)
    return found;

  skill = rm_skill_new ();
  rm_record_parse (skill, rm_entity_find_field (entity, "name"), name, NULL);
  rm_record_parse (skill, rm_entity_find_field (entity, "category"), category, NULL);
  rm_record_parse (skill, rm_entity_find_field (entity, "context"), context, NULL);
  skill->record.id = -(gint64) self->result->skills->len - 1;
  g_ptr_array_add (self->result->skills, skill);
  rm_skill_names_add (self->skills, skill);
  rm_import_run_add_notice (self, RM_FILE_PROBLEM_SKILL_NEW, column,
                            /* Translators: %s is the name of a skill */
                            g_strdup_printf (_ ("“%s” is a new skill"), skill->name));

  return skill;
}

/* The person a row is about, or NULL and a problem. */
static const RmPerson *
find_person (RmImportRun *self)
{
  guint column = RM_FILE_NOWHERE;
  const char *any = rm_import_run_get_text (self, RM_IMPORT_PART_PERSON, &column);
  const char *staff_no = rm_import_run_get_text (self, RM_IMPORT_PART_STAFF_NO, &column);
  const char *email = rm_import_run_get_text (self, RM_IMPORT_PART_EMAIL, &column);
  g_autofree char *name = rm_import_run_dup_name (self, &column);
  gboolean ambiguous = FALSE;
  const RmPerson *person = NULL;

  if (any != NULL)
    person = rm_import_people_find (self->people, any, &ambiguous);
  if (person == NULL && staff_no != NULL)
    person = rm_import_people_find_staff_no (self->people, staff_no);
  if (person == NULL && staff_no != NULL)
    person = rm_import_people_find_number (self->people, staff_no);
  if (person == NULL && email != NULL)
    person = rm_import_people_find_email (self->people, email);
  /* A name beside a staff number that nobody has may be a namesake's. */
  if (person == NULL && name != NULL && any == NULL && staff_no == NULL && email == NULL)
    person = rm_import_people_find_name (self->people, name, &ambiguous);
  if (person != NULL)
    return person;

  if (ambiguous)
    rm_import_run_add_problem (self, RM_FILE_PROBLEM_AMBIGUOUS, column, TRUE,
                               g_strdup (_ ("Several people have this name: give the staff number "
                                            "or the e-mail address")));
  else if (any == NULL && staff_no == NULL && email == NULL && name == NULL)
    rm_import_run_add_problem (self, RM_FILE_PROBLEM_NOBODY, RM_FILE_NOWHERE, TRUE,
                               g_strdup (_ ("The row has no staff number, e-mail address or "
                                            "name")));
  else
    rm_import_run_add_problem (self, RM_FILE_PROBLEM_PERSON_UNKNOWN, column, TRUE,
                               g_strdup (_ ("Nobody in the programme is called so: import the "
                                            "people first, or correct the cell")));

  return NULL;
}

/* What a row says, or NULL and a problem or a notice. */
static RmRating *
parse_rating (RmImportRun *self,
              gboolean *dated)
{
  RmRating *rating = rm_rating_new ();
  gboolean source_ok = TRUE;
  gboolean day_ok = TRUE;

  for (guint c = 0; c < self->plan->columns->len; c++)
    {
      const RmImportColumn *column = &g_array_index (self->plan->columns, RmImportColumn, c);
      gboolean ok = FALSE;

      if (column->key == NULL || column->part != RM_IMPORT_PART_FIELD)
        continue;
      ok = rm_import_run_parse (self, rating, c);
      source_ok = source_ok && (ok || !g_str_equal (column->key, "source"));
      day_ok = day_ok && (ok || !g_str_equal (column->key, "rated_on"));
    }

  *dated = rating->rated_on != NULL;
  /* A day that could not be read is not today. */
  if (!*dated && day_ok)
    rating->rated_on = g_strdup (self->plan->today);

  /* Whose rating it is must not be guessed. */
  if (!source_ok)
    rm_import_run_set_outcome (self, RM_IMPORT_SKIPPED);
  else if (rating->level == RM_UNKNOWN && rating->target == RM_UNKNOWN)
    {
      rm_import_run_set_outcome (self, RM_IMPORT_SKIPPED);
      if (!self->bad)
        rm_import_run_add_notice (self, RM_FILE_PROBLEM_UNRATED, RM_FILE_NOWHERE,
                                  g_strdup (_ ("The row has neither level nor target, so nothing "
                                               "is rated")));
    }
  else
    return rating;

  rm_record_unref (rating);
  return NULL;
}

static const char *
find_skill_name (RmImportRun *self,
                 guint *column)
{
  const char *name = rm_import_run_get_text (self, RM_IMPORT_PART_SKILL, column);

  if (name == NULL)
    rm_import_run_add_problem (self, RM_FILE_PROBLEM_SKILL_MISSING, *column, TRUE,
                               g_strdup (_ ("The row names no skill")));

  return name;
}

static void
take_row (RmImportRun *self)
{
  guint column = RM_FILE_NOWHERE;
  gboolean dated = FALSE;
  const RmPerson *person = find_person (self);
  const char *name = person != NULL ? find_skill_name (self, &column) : NULL;
  RmRating *rating = name != NULL ? parse_rating (self, &dated) : NULL;
  const RmSkill *skill = NULL;

  if (rating == NULL)
    return;

  skill = rm_import_run_get_skill (self, column, name,
                                   rm_import_run_get_text (self, RM_IMPORT_PART_CATEGORY, NULL),
                                   rm_import_run_get_text (self, RM_IMPORT_PART_CONTEXT, NULL));
  if (skill == NULL)
    {
      rm_import_run_set_outcome (self, RM_IMPORT_SKIPPED);
      rm_record_unref (rating);
      return;
    }

  rating->person = person->record.id;
  rating->skill = skill->record.id;
  rm_import_run_set_outcome (self, rm_import_run_take_rating (self, rating, dated, column));
}

gboolean
rm_import_run_ratings (RmImportRun *self)
{
  guint n_rows = rm_sheet_get_n_rows (self->plan->table);
  gboolean going = TRUE;

  for (guint r = 0; r < n_rows && going; r++)
    {
      rm_import_run_begin_row (self, r);
      if (rm_import_plan_get_row_skipped (self->plan, r))
        rm_import_run_set_outcome (self, RM_IMPORT_SKIPPED);
      else if (!rm_import_run_is_blank (self))
        take_row (self);
      if (r % 512 == 0)
        going = rm_import_run_report (self, (double) r / n_rows);
    }

  return going;
}
