/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/queries/rm-overview.h"

/* Counts for the first page, and matters a coordinator should check before trusting anything. */

static void
attention_free (gpointer data)
{
  RmAttention *attention = data;

  g_array_unref (attention->people);
  g_free (attention);
}

static RmAttention *
find_attention (RmOverview *self,
                RmAttentionType type,
                RmCriterion criterion)
{
  RmAttention *attention = NULL;

  for (guint i = 0; i < self->attention->len; i++)
    {
      attention = g_ptr_array_index (self->attention, i);
      if (attention->type == type && attention->criterion == criterion)
        return attention;
    }

  attention = g_new0 (RmAttention, 1);
  attention->type = type;
  attention->criterion = criterion;
  attention->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_ptr_array_add (self->attention, attention);
  return attention;
}

static void
add_person (RmOverview *self,
            RmAttentionType type,
            gint64 id)
{
  g_array_append_val (find_attention (self, type, 0)->people, id);
}

static gboolean
has_rating (const RmPerson *person)
{
  for (guint i = 0; i < person->n_standings; i++)
    if (person->standings[i].level >= 0 || person->standings[i].target >= 0)
      return TRUE;

  return FALSE;
}

static void
count_people (RmOverview *self,
              RmProgramme *programme)
{
  self->n_people = rm_programme_count (programme, RM_TABLE_PERSON);
  for (guint i = 0; i < self->n_people; i++)
    {
      const RmPerson *person = rm_programme_get_person (programme, i);
      gboolean active = person->state == RM_PERSON_ACTIVE;

      self->n_mentees += active && rm_person_is_mentee (person);
      self->n_mentors += active && rm_person_is_mentor (person);
      if (rm_person_is_unasked (person))
        add_person (self, RM_ATTENTION_UNASKED, person->record.id);
      if (active && person->side != RM_SIDE_NONE && !has_rating (person))
        {
          self->n_unrated_mentees += rm_person_is_mentee (person);
          add_person (self, RM_ATTENTION_UNRATED, person->record.id);
        }
    }
}

/* As long as one side has nobody, those on neither are what is missing; later they may be
 * observers. */
static void
look_for_sides (RmOverview *self,
                RmProgramme *programme)
{
  if (self->n_mentees > 0 && self->n_mentors > 0)
    return;

  for (guint i = 0; i < self->n_people; i++)
    {
      const RmPerson *person = rm_programme_get_person (programme, i);

      if (person->state == RM_PERSON_ACTIVE && person->side == RM_SIDE_NONE)
        add_person (self, RM_ATTENTION_NO_PART, person->record.id);
    }
}

static void
count_pairs (RmOverview *self,
             RmProgramme *programme)
{
  g_autoptr (GHashTable) paired = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < rm_programme_count (programme, RM_TABLE_PAIR); i++)
    {
      RmPair *pair = rm_programme_get (programme, RM_TABLE_PAIR, i);

      if (!rm_pair_is_open (pair))
        continue;
      self->n_pairs++;
      g_hash_table_add (paired, &pair->mentee);
    }
  if (self->n_pairs == 0)
    return;

  for (guint i = 0; i < self->n_people; i++)
    {
      const RmPerson *person = rm_programme_get_person (programme, i);

      if (person->state == RM_PERSON_ACTIVE
          && rm_person_is_mentee (person)
          && !g_hash_table_contains (paired, &person->record.id))
        add_person (self, RM_ATTENTION_UNPAIRED, person->record.id);
    }
}

static void
add_notices (RmOverview *self,
             RmProgramme *programme)
{
  static const RmAttentionType types[] = {
    [RM_NOTICE_LINE_CYCLE] = RM_ATTENTION_LINE_CYCLE,
    [RM_NOTICE_MANAGER_MISSING] = RM_ATTENTION_MANAGER_MISSING,
    [RM_NOTICE_LEVEL_BLANK] = RM_ATTENTION_LEVEL_BLANK,
    [RM_NOTICE_LANGUAGE_BLANK] = RM_ATTENTION_LANGUAGE_BLANK,
    [RM_NOTICE_HOURS_BLANK] = RM_ATTENTION_HOURS_BLANK,
    [RM_NOTICE_DEPARTMENT_BLANK] = RM_ATTENTION_DEPARTMENT_BLANK,
    [RM_NOTICE_FLAT_CRITERION] = RM_ATTENTION_FLAT_CRITERION,
  };
  g_autoptr (RmScorer) scorer = rm_scorer_get (programme);
  g_autoptr (GArray) notices = rm_scorer_list_notices (scorer);

  for (guint i = 0; i < notices->len; i++)
    {
      const RmNotice *notice = &g_array_index (notices, RmNotice, i);

      if (notice->type == RM_NOTICE_FLAT_CRITERION)
        find_attention (self, RM_ATTENTION_FLAT_CRITERION, notice->criterion);
      else
        add_person (self, types[notice->type], notice->person);
    }
}

static int
compare_attention (gconstpointer a,
                   gconstpointer b)
{
  const RmAttention *first = *(const RmAttention *const *) a;
  const RmAttention *second = *(const RmAttention *const *) b;

  if (first->type != second->type)
    return first->type < second->type ? -1 : 1;

  return (int) first->criterion - (int) second->criterion;
}

RmOverview *
rm_overview_new (RmProgramme *programme)
{
  RmOverview *self = g_new0 (RmOverview, 1);

  self->attention = g_ptr_array_new_with_free_func (attention_free);
  self->n_skills = rm_programme_count (programme, RM_TABLE_SKILL);
  count_people (self, programme);
  look_for_sides (self, programme);
  count_pairs (self, programme);
  add_notices (self, programme);
  g_ptr_array_sort (self->attention, compare_attention);

  self->done[RM_TASK_OBJECTIVE] = rm_programme_get_settings (programme)->objective != NULL;
  self->done[RM_TASK_PEOPLE] = self->n_mentees > 0 && self->n_mentors > 0;
  self->done[RM_TASK_RATINGS] = self->done[RM_TASK_PEOPLE]
                                && self->n_unrated_mentees * 2 <= self->n_mentees;
  self->done[RM_TASK_PAIRING] = self->n_pairs > 0;
  return self;
}

void
rm_overview_free (RmOverview *self)
{
  g_ptr_array_unref (self->attention);
  g_free (self);
}
