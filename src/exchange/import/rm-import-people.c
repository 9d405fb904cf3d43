/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/rm-import-run-private.h"

#include "core/base/rm-fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Rows become people in two passes: managers may stand below the people they manage. */

/* A row that will become a person. */
typedef struct
{
  guint row;
  guint manager_column;
  gboolean is_new;
  const char *manager;     /* nullable, borrowed from the plan */
  const RmPerson *existing; /* nullable, borrowed */
  RmPerson *person;        /* owned */
} Work;

/* The columns of a skill. */
typedef struct
{
  const char *skill;
  GArray *columns; /* guint */
} SkillColumns;

typedef struct
{
  RmImportRun *run;
  GArray *works;
  GArray *skills;
  GHashTable *seen;  /* gint64 id → line of the row that named the person */
  guint n_new;
} People;

static void
clear_work (gpointer data)
{
  g_clear_pointer (&((Work *) data)->person, rm_record_unref);
}

static void
clear_skill_columns (gpointer data)
{
  g_array_unref (((SkillColumns *) data)->columns);
}

static const RmImportColumn *
column_at (const RmImportRun *run,
           guint column)
{
  return &g_array_index (run->plan->columns, RmImportColumn, column);
}

static const RmField *
person_field (const char *key)
{
  return rm_entity_find_field (rm_person_entity (), key);
}

static guint64
field_bit (const RmField *field)
{
  G_STATIC_ASSERT (sizeof (guint64) == 8);
  g_assert (rm_person_entity ()->n_fields <= 64);

  return G_GUINT64_CONSTANT (1) << (field - rm_person_entity ()->fields);
}

static gboolean
is_address (const char *text)
{
  const char *at = strchr (text, '@');

  return at != NULL && at > text && at[1] != '\0' && strchr (at + 1, '@') == NULL
         && strchr (text, ' ') == NULL;
}

/* 1.23E+05, which was 123456 once. */
static gboolean
is_maimed (const char *text)
{
  gsize digits = strspn (text, "0123456789.,");

  return digits > 0 && (g_str_has_prefix (text + digits, "E+")
                        || g_str_has_prefix (text + digits, "e+"));
}

/* Somebody of whom the file says something that nobody understands does not take part. */
static void
settle_state (RmImportRun *run,
              RmPerson *person,
              guint64 *said)
{
  const RmField *state = person_field ("state");

  for (guint c = 0; c < run->plan->columns->len; c++)
    if (column_at (run, c)->key != NULL && column_at (run, c)->field == state
        && !rm_import_run_is_cell_blank (run, c) && (*said & field_bit (state)) == 0)
      {
        person->state = RM_PERSON_WITHDRAWN;
        rm_import_run_add_notice (run, RM_FILE_PROBLEM_STATE_OPEN, c,
                                  g_strdup (_ ("Until this is understood the person does not take "
                                               "part, if they are new")));
      }
}

/* What the row says by itself; @said has a bit for each field it has a value for. */
static RmPerson *
parse_person (RmImportRun *run,
              guint64 *said)
{
  RmPerson *person = rm_person_new ();
  g_autofree char *name = rm_import_run_dup_name (run, NULL);
  guint column = 0;

  *said = 0;
  if (name != NULL && rm_record_parse (person, person_field ("name"), name, NULL)
      && person->name != NULL)
    *said |= field_bit (person_field ("name"));

  for (guint c = 0; c < run->plan->columns->len; c++)
    {
      const RmImportColumn *mapped = column_at (run, c);

      if (mapped->key != NULL
          && (mapped->part == RM_IMPORT_PART_FIELD || mapped->part == RM_IMPORT_PART_STAFF_NO
              || mapped->part == RM_IMPORT_PART_EMAIL)
          && !rm_import_run_is_cell_blank (run, c)
          && rm_import_run_parse (run, person, c)
          && !rm_record_is_blank (person, mapped->field))
        *said |= field_bit (mapped->field);
    }

  settle_state (run, person, said);
  if (person->staff_no != NULL && is_maimed (person->staff_no)
      && rm_import_run_get_text (run, RM_IMPORT_PART_STAFF_NO, &column) != NULL)
    {
      rm_import_run_add_problem (run, RM_FILE_PROBLEM_VALUE, column, FALSE,
                                 g_strdup (_ ("A spreadsheet has shortened this number: write it out "
                                              "in the file")));
      rm_record_clear (person, person_field ("staff_no"));
      *said &= ~field_bit (person_field ("staff_no"));
    }
  if (person->email != NULL && !is_address (person->email)
      && rm_import_run_get_text (run, RM_IMPORT_PART_EMAIL, &column) != NULL)
    {
      rm_import_run_add_problem (run, RM_FILE_PROBLEM_VALUE, column, FALSE,
                                 /* Translators: %s is what a file says */
                                 g_strdup_printf (_ ("“%s” is not an e-mail address"),
                                                  person->email));
      rm_record_clear (person, person_field ("email"));
      *said &= ~field_bit (person_field ("email"));
    }

  return person;
}

static gboolean
names_somebody (RmImportRun *run,
                const RmPerson *person)
{
  if (person->staff_no != NULL || person->email != NULL || person->name != NULL)
    return TRUE;

  rm_import_run_add_problem (run, RM_FILE_PROBLEM_NOBODY, RM_FILE_NOWHERE, TRUE,
                             g_strdup (_ ("The row has no staff number, e-mail address or name")));
  return FALSE;
}

static gboolean
refuse (RmImportRun *run,
        RmFileProblemType type,
        RmImportPart part,
        char *message)
{
  guint column = RM_FILE_NOWHERE;

  rm_import_run_get_text (run, part, &column);
  rm_import_run_add_problem (run, type, column, TRUE, message);
  return FALSE;
}

/* A person who was entered by name alone is the one whom the file now gives a staff number. */
static const RmPerson *
find_by_name (People *self,
              const RmPerson *person,
              gboolean *ambiguous)
{
  const RmPerson *found = NULL;
  gboolean name_only = person->staff_no == NULL && person->email == NULL;

  *ambiguous = FALSE;
  if (person->name == NULL)
    return NULL;

  found = rm_import_people_find_name (self->run->people, person->name, ambiguous);
  *ambiguous = *ambiguous && name_only;
  if (found == NULL || name_only)
    return found;

  return found->record.id > 0 && found->staff_no == NULL && found->email == NULL
         && !g_hash_table_contains (self->seen, &found->record.id) ? found : NULL;
}

/* Two people of one file with one address, such as that of a reception. */
static gboolean
shares_mailbox (People *self,
                const RmPerson *person,
                const RmPerson *found)
{
  g_autofree char *name = rm_fold (person->name != NULL ? person->name : "");
  g_autofree char *other = rm_fold (found->name != NULL ? found->name : "");

  return g_hash_table_contains (self->seen, &found->record.id) && *name != '\0' && *other != '\0'
         && !g_str_equal (name, other);
}

/* Finds who is meant; FALSE (and a problem) where the row cannot be used. */
static gboolean
identify (People *self,
          const RmPerson *person,
          const RmPerson **existing)
{
  RmImportRun *run = self->run;
  const RmPerson *by_staff_no = NULL;
  const RmPerson *found = NULL;
  gboolean ambiguous = FALSE;
  guint column = RM_FILE_NOWHERE;
  guint line = 0;

  if (!names_somebody (run, person))
    return FALSE;
  if (person->staff_no != NULL)
    by_staff_no = rm_import_people_find_staff_no (run->people, person->staff_no);
  if (person->email != NULL)
    found = rm_import_people_find_email (run->people, person->email);

  if (by_staff_no != NULL && found != NULL && by_staff_no->record.id != found->record.id)
    return refuse (run, RM_FILE_PROBLEM_CONFLICT, RM_IMPORT_PART_EMAIL,
                   g_strdup (_ ("The staff number and the e-mail address belong to two people: "
                                "correct one of them")));
  if (by_staff_no == NULL && found != NULL && shares_mailbox (self, person, found))
    {
      rm_import_run_get_text (run, RM_IMPORT_PART_EMAIL, &column);
      rm_import_run_add_notice (run, RM_FILE_PROBLEM_SHARED_EMAIL, column,
                                /* Translators: %s is the name of a person */
                                g_strdup_printf (_ ("%s has the same e-mail address: both are taken, "
                                                    "as two people"),
                                                 rm_person_display_name (found)));
      *existing = NULL;
      return TRUE;
    }
  if (by_staff_no == NULL && found != NULL && person->staff_no != NULL && found->staff_no != NULL)
    return refuse (run, RM_FILE_PROBLEM_CONFLICT, RM_IMPORT_PART_EMAIL,
                   /* Translators: %s is a staff number */
                   g_strdup_printf (_ ("The e-mail address belongs to staff number %s already: "
                                       "correct one of them"),
                                    found->staff_no));
  if (by_staff_no != NULL)
    found = by_staff_no;
  if (found == NULL)
    found = find_by_name (self, person, &ambiguous);
  if (ambiguous)
    return refuse (run, RM_FILE_PROBLEM_AMBIGUOUS, RM_IMPORT_PART_NAME,
                   g_strdup (_ ("Several people have this name: add the staff number or the "
                                "e-mail address")));

  if (found != NULL)
    line = GPOINTER_TO_UINT (g_hash_table_lookup (self->seen, &found->record.id));
  if (line > 0)
    return refuse (run, RM_FILE_PROBLEM_TWICE, RM_IMPORT_PART_STAFF_NO,
                   g_strdup_printf (rm_sheet_is_workbook (run->plan->table)
                                      /* Translators: %u is the number of a row in a spreadsheet */
                                      ? _ ("The person stands in row %u already; the first row "
                                           "counts")
                                      /* Translators: %u is a line number */
                                      : _ ("The person stands on line %u already; the first row "
                                           "counts"),
                                    line));

  *existing = found;
  return TRUE;
}

static RmPerson *
merge_person (const RmPerson *existing,
              const RmPerson *row,
              guint64 said)
{
  RmPerson *person = rm_record_copy (existing);
  const RmEntity *entity = rm_person_entity ();

  for (guint i = 0; i < entity->n_fields; i++)
    if ((said & field_bit (&entity->fields[i])) != 0)
      rm_record_copy_field (person, row, &entity->fields[i]);

  return person;
}

/* In a file of people there is one person for all ratings of a row, who says so of themself. */
static void
rate_skills (People *self,
             gint64 person)
{
  RmImportRun *run = self->run;

  for (guint s = 0; s < self->skills->len; s++)
    {
      const SkillColumns *group = &g_array_index (self->skills, SkillColumns, s);
      guint first = g_array_index (group->columns, guint, 0);
      RmRating *rating = rm_rating_new ();
      const RmSkill *skill = NULL;

      for (guint c = 0; c < group->columns->len; c++)
        rm_import_run_parse (run, rating, g_array_index (group->columns, guint, c));
      if (rating->level != RM_UNKNOWN || rating->target != RM_UNKNOWN)
        skill = rm_import_run_get_skill (run, first, group->skill, NULL, NULL);
      if (skill == NULL)
        {
          rm_record_unref (rating);
          continue;
        }

      rating->person = person;
      rating->skill = skill->record.id;
      rating->rated_on = g_strdup (run->plan->rated_on);
      rm_import_run_take_rating (run, rating, FALSE, first);
    }
}

/* A row that is nobody we know, and no person at all. */
static gboolean
refuse_total (RmImportRun *run)
{
  guint column = 0;
  RmImportTotal total = rm_import_run_find_total (run, &column);

  if (total == RM_IMPORT_MAYBE_TOTAL)
    rm_import_run_add_notice (run, RM_FILE_PROBLEM_TOTAL, column,
                              g_strdup (_ ("This may be a total and no person: all others have a "
                                           "staff number or an e-mail address")));
  if (total != RM_IMPORT_TOTAL)
    return FALSE;

  rm_import_run_add_problem (run, RM_FILE_PROBLEM_TOTAL, column, TRUE,
                             g_strdup (_ ("This looks like a total, not like a person, and is left "
                                          "out; correct it if it is one")));
  return TRUE;
}

static void
take_row (People *self)
{
  RmImportRun *run = self->run;
  guint64 said = 0;
  RmPerson *row = parse_person (run, &said);
  Work work = { .row = run->row, .manager_column = RM_FILE_NOWHERE };
  const RmPerson *existing = NULL;
  gboolean usable = identify (self, row, &existing);

  if (usable && existing == NULL)
    usable = !refuse_total (run);
  if (!usable)
    {
      rm_import_run_set_outcome (run, RM_IMPORT_SKIPPED);
      rm_record_unref (row);
      return;
    }

  work.is_new = existing == NULL;
  work.existing = existing;
  work.person = existing != NULL ? merge_person (existing, row, said) : rm_record_ref (row);
  if (work.is_new)
    work.person->record.id = -(gint64) ++self->n_new;
  work.manager = rm_import_run_get_text (run, RM_IMPORT_PART_MANAGER, &work.manager_column);
  g_array_append_val (self->works, work);
  rm_import_people_add (run->people, work.person);
  g_hash_table_insert (self->seen, g_memdup2 (&work.person->record.id, sizeof (gint64)),
                       GUINT_TO_POINTER (rm_sheet_get_line (run->plan->table, run->row)));
  rate_skills (self, work.person->record.id);
  rm_record_unref (row);
}

static void
resolve_manager (People *self,
                 const Work *work)
{
  RmImportRun *run = self->run;
  gboolean ambiguous = FALSE;
  const RmPerson *manager = NULL;

  if (work->manager == NULL)
    return;

  manager = rm_import_people_find (run->people, work->manager, &ambiguous);
  if (manager != NULL && manager->record.id == work->person->record.id)
    {
      rm_import_run_add_problem (run, RM_FILE_PROBLEM_OWN_MANAGER, work->manager_column, FALSE,
                                 g_strdup (_ ("The person is their own manager here; this is "
                                              "left out")));
      return;
    }
  if (work->person->relation != RM_UNKNOWN && rm_person_is_external (work->person))
    {
      rm_import_run_add_problem (run, RM_FILE_PROBLEM_VALUE, work->manager_column, FALSE,
                                 g_strdup (_ ("Somebody from outside has no line manager; this is "
                                              "left out")));
      work->person->manager = 0;
      rm_record_clear (work->person, person_field ("manager_ref"));
      return;
    }
  if (manager != NULL)
    {
      work->person->manager = manager->record.id;
      rm_record_clear (work->person, person_field ("manager_ref"));
      return;
    }

  work->person->manager = 0;
  rm_record_parse (work->person, person_field ("manager_ref"), work->manager, NULL);
  if (ambiguous)
    rm_import_run_add_notice (run, RM_FILE_PROBLEM_AMBIGUOUS, work->manager_column,
                              g_strdup (_ ("Several people have this name, so the manager is kept "
                                           "as text: give the staff number or the e-mail "
                                           "address")));
  else
    rm_import_run_add_notice (run, RM_FILE_PROBLEM_MANAGER_UNKNOWN, work->manager_column,
                              g_strdup (_ ("The manager is not in the programme and is kept as "
                                           "text")));
}

/* The id of the manager whom @person had as text and who is there now; 0 where none is. */
static gint64
find_late_manager (People *self,
                   const RmPerson *person)
{
  const RmPerson *manager = NULL;

  if (person->manager != 0 || person->manager_ref == NULL)
    return 0;

  manager = rm_import_people_find (self->run->people, person->manager_ref, NULL);
  return manager != NULL && manager->record.id != person->record.id ? manager->record.id : 0;
}

static gboolean
link_late_manager (People *self,
                   RmPerson *person)
{
  gint64 manager = find_late_manager (self, person);

  if (manager == 0)
    return FALSE;

  person->manager = manager;
  rm_record_clear (person, person_field ("manager_ref"));
  return TRUE;
}

static void
finish_work (People *self,
             Work *work)
{
  RmImportRun *run = self->run;
  RmImportOutcome outcome = RM_IMPORT_ADDED;

  rm_import_run_begin_row (run, work->row);
  resolve_manager (self, work);
  if (work->manager == NULL)
    link_late_manager (self, work->person);
  if (!work->is_new)
    outcome = rm_record_equal (work->existing, work->person) ? RM_IMPORT_UNCHANGED
                                                             : RM_IMPORT_CHANGED;

  rm_import_run_set_outcome (run, outcome);
  if (outcome != RM_IMPORT_UNCHANGED)
    g_ptr_array_add (run->result->people, rm_record_ref (work->person));
}

static void
relink_others (People *self)
{
  const RmProgramme *programme = self->run->plan->programme;

  for (guint i = 0; i < rm_programme_count (programme, RM_TABLE_PERSON); i++)
    {
      const RmPerson *person = rm_programme_get_person (programme, i);
      RmFileProblem *notice = NULL;
      RmPerson *linked = NULL;

      if (g_hash_table_contains (self->seen, &person->record.id)
          || find_late_manager (self, person) == 0)
        continue;

      linked = rm_record_copy (person);
      link_late_manager (self, linked);
      g_ptr_array_add (self->run->result->people, linked);
      self->run->result->n_relinked++;
      notice = rm_file_problem_new (RM_FILE_PROBLEM_MANAGER_FOUND,
                                    /* Translators: %s is the name of a person */
                                    g_strdup_printf (_ ("%s’s manager is in the programme now"),
                                                     rm_person_display_name (person)));
      g_ptr_array_add (self->run->result->notices, notice);
    }
}

static void
group_skills (People *self)
{
  for (guint c = 0; c < self->run->plan->columns->len; c++)
    {
      const RmImportColumn *column = column_at (self->run, c);
      SkillColumns *group = NULL;

      if (column->key == NULL || column->part != RM_IMPORT_PART_RATING)
        continue;

      for (guint s = 0; s < self->skills->len && group == NULL; s++)
        {
          SkillColumns *other = &g_array_index (self->skills, SkillColumns, s);
          g_autofree char *first = rm_fold (other->skill);
          g_autofree char *second = rm_fold (column->skill);

          if (g_str_equal (first, second))
            group = other;
        }
      if (group == NULL)
        {
          SkillColumns fresh = { column->skill, g_array_new (FALSE, FALSE, sizeof (guint)) };

          g_array_append_val (self->skills, fresh);
          group = &g_array_index (self->skills, SkillColumns, self->skills->len - 1);
        }
      g_array_append_val (group->columns, c);
    }
}

static void
begin_people (People *self,
              RmImportRun *run)
{
  self->run = run;
  self->works = g_array_new (FALSE, FALSE, sizeof (Work));
  g_array_set_clear_func (self->works, clear_work);
  self->skills = g_array_new (FALSE, FALSE, sizeof (SkillColumns));
  g_array_set_clear_func (self->skills, clear_skill_columns);
  self->seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  group_skills (self);
}

static void
end_people (People *self)
{
  g_array_unref (self->works);
  g_array_unref (self->skills);
  g_hash_table_unref (self->seen);
}

gboolean
rm_import_run_people (RmImportRun *run)
{
  People self = { 0 };
  guint n_rows = rm_sheet_get_n_rows (run->plan->table);
  gboolean going = TRUE;

  begin_people (&self, run);
  for (guint r = 0; r < n_rows && going; r++)
    {
      rm_import_run_begin_row (run, r);
      if (rm_import_plan_get_row_skipped (run->plan, r))
        rm_import_run_set_outcome (run, RM_IMPORT_SKIPPED);
      else if (!rm_import_run_is_blank (run))
        take_row (&self);
      if (r % 512 == 0)
        going = rm_import_run_report (run, 0.8 * r / n_rows);
    }

  for (guint w = 0; w < self.works->len && going; w++)
    {
      finish_work (&self, &g_array_index (self.works, Work, w));
      if (w % 512 == 0)
        going = rm_import_run_report (run, 0.8 + 0.2 * w / self.works->len);
    }
  if (going)
    relink_others (&self);

  end_people (&self);
  return going;
}
