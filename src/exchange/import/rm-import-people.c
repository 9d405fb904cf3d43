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
  GHashTable *named; /* ids of people in rows that somebody left out */
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

/* What is true of all in the file, where the row says nothing. */
static void
take_constants (RmImportRun *run,
                RmPerson *person,
                guint64 *said)
{
  GHashTableIter iter;
  gpointer field = NULL;
  gpointer text = NULL;

  g_hash_table_iter_init (&iter, run->plan->constants);
  while (g_hash_table_iter_next (&iter, &field, &text))
    if ((*said & field_bit (field)) == 0
        && rm_import_plan_parse (run->plan, person, field, text, NULL))
      *said |= field_bit (field);
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

  take_constants (run, person, said);
  settle_state (run, person, said);
  if (run->plan->today != NULL && rm_person_has_left_by (person, run->plan->today))
    {
      person->state = RM_PERSON_LEFT;
      *said |= field_bit (person_field ("state"));
    }
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

static RmPerson *
merge_person (const RmImportPlan *plan,
              const RmPerson *existing,
              const RmPerson *row,
              guint64 said)
{
  RmPerson *person = rm_record_copy (existing);
  const RmEntity *entity = rm_person_entity ();

  for (guint i = 0; i < entity->n_fields; i++)
    if ((said & field_bit (&entity->fields[i])) != 0)
      rm_record_copy_field (person, row, &entity->fields[i]);
  /* One file for each side: in both stands who is on both. */
  if (g_hash_table_contains (plan->constants, person_field ("side"))
      && existing->side != RM_SIDE_NONE && row->side != RM_SIDE_NONE
      && existing->side != row->side)
    person->side = RM_SIDE_BOTH;

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
      rating->rated_on = g_strdup (run->plan->today);
      rm_import_run_take_rating (run, rating, FALSE, first);
    }
}

/* Whether a row is no person at all; then it is left out, with the reason. */
static gboolean
refuse_line (RmImportRun *run)
{
  guint column = 0;

  switch (rm_import_run_judge_line (run, &column))
    {
    case RM_IMPORT_LINE_MAYBE_TOTAL:
      rm_import_run_add_notice (run, RM_FILE_PROBLEM_TOTAL, column,
                                g_strdup (_ ("This may be a total and no person: all others have a "
                                             "staff number or an e-mail address")));
      return FALSE;

    case RM_IMPORT_LINE_TOTAL:
      rm_import_run_add_problem (run, RM_FILE_PROBLEM_TOTAL, column, TRUE,
                                 g_strdup (_ ("This looks like a total, not like a person, and is "
                                              "left out; correct it if it is one")));
      return TRUE;

    case RM_IMPORT_LINE_NOTE:
      rm_import_run_add_problem (run, RM_FILE_PROBLEM_NOTE, column, TRUE,
                                 g_strdup (_ ("This looks like a note or a heading, not like a "
                                              "person, and is left out; correct it if it is one")));
      return TRUE;

    case RM_IMPORT_LINE_HEADERS:
      rm_import_run_add_problem (run, RM_FILE_PROBLEM_HEADERS_AGAIN, RM_FILE_NOWHERE, TRUE,
                                 g_strdup (_ ("The headers are here again; the line is left out")));
      return TRUE;

    case RM_IMPORT_LINE_PERSON:
    default:
      return FALSE;
    }
}

static void
take_row (People *self)
{
  RmImportRun *run = self->run;
  guint64 said = 0;
  RmPerson *row = NULL;
  Work work = { .row = run->row, .manager_column = RM_FILE_NOWHERE };
  const RmPerson *existing = NULL;

  if (refuse_line (run))
    {
      rm_import_run_set_outcome (run, RM_IMPORT_SKIPPED);
      return;
    }
  row = parse_person (run, &said);
  if (!rm_import_run_identify (run, self->seen, row, &existing))
    {
      rm_import_run_set_outcome (run, RM_IMPORT_SKIPPED);
      rm_record_unref (row);
      return;
    }

  work.is_new = existing == NULL;
  work.existing = existing;
  work.person = existing != NULL ? merge_person (run->plan, existing, row, said) : rm_record_ref (row);
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
  if (outcome == RM_IMPORT_CHANGED)
    {
      rm_import_result_add_change (run->result, work->row, work->existing, work->person);
    }
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

/* Who takes part and is not in a file with most of the others may have left. */
static void
look_for_gone (People *self)
{
  const RmProgramme *programme = self->run->plan->programme;
  RmImportResult *result = self->run->result;
  guint n_active = 0;

  for (guint i = 0; i < rm_programme_count (programme, RM_TABLE_PERSON); i++)
    {
      const RmPerson *person = rm_programme_get_person (programme, i);

      if (person->state == RM_PERSON_LEFT)
        continue;
      n_active++;
      if (!g_hash_table_contains (self->seen, &person->record.id)
          && !g_hash_table_contains (self->named, &person->record.id))
        g_array_append_val (result->gone, person->record.id);
    }
  if (result->gone->len * 2 > n_active)
    g_array_set_size (result->gone, 0);

  for (guint i = 0; i < result->gone->len; i++)
    {
      gint64 id = g_array_index (result->gone, gint64, i);
      RmPerson *left = NULL;

      if (!g_hash_table_contains (self->run->plan->left, &id))
        continue;
      left = rm_record_copy (rm_programme_find_person (programme, id));
      left->state = RM_PERSON_LEFT;
      g_ptr_array_add (result->people, left);
    }
}

/* Nobody can be paired whose part nobody knows. */
static void
note_parts (People *self)
{
  RmImportResult *result = self->run->result;
  guint n = 0;

  for (guint i = 0; i < result->people->len; i++)
    {
      const RmPerson *person = g_ptr_array_index (result->people, i);

      if (rm_person_is_mentee (person) || rm_person_is_mentor (person))
        return;
      n += person->record.id < 0;
    }
  result->n_partless = n;
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
  self->named = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  group_skills (self);
}

static void
end_people (People *self)
{
  g_array_unref (self->works);
  g_array_unref (self->skills);
  g_hash_table_unref (self->seen);
  g_hash_table_unref (self->named);
}

/* Whoever is in such a row is in the file all the same. */
static void
leave_out (People *self)
{
  const RmImportPart parts[] = { RM_IMPORT_PART_STAFF_NO, RM_IMPORT_PART_EMAIL, RM_IMPORT_PART_NAME };
  const RmPerson *person = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (parts) && person == NULL; i++)
    {
      const char *text = rm_import_run_get_text (self->run, parts[i], NULL);

      if (text != NULL)
        person = rm_import_people_find (self->run->people, text, NULL);
    }
  if (person != NULL)
    g_hash_table_add (self->named, g_memdup2 (&person->record.id, sizeof (gint64)));
  rm_import_run_set_outcome (self->run, RM_IMPORT_SKIPPED);
}

gboolean
rm_import_run_people (RmImportRun *run)
{
  People self = { 0 };
  guint n_rows = rm_sheet_get_n_rows (run->plan->table);
  g_autofree guint *order = rm_import_run_order_rows (run, &run->newest_first);
  gboolean going = TRUE;

  begin_people (&self, run);
  for (guint r = 0; r < n_rows && going; r++)
    {
      rm_import_run_begin_row (run, order[r]);
      if (rm_import_plan_get_row_skipped (run->plan, order[r]))
        leave_out (&self);
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
    {
      relink_others (&self);
      note_parts (&self);
      look_for_gone (&self);
    }

  end_people (&self);
  return going;
}
