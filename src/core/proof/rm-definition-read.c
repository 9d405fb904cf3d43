/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/proof/rm-definition-private.h"

#include "core/base/rm-fold.h"

#include <stdlib.h>

/* The data the definition needs about each person, read from the records once. */

/* Folded terms and their numbers. */
typedef struct
{
  GHashTable *words;
  GHashTable *languages;
  GHashTable *tags;
  GHashTable *background;
} Vocabularies;

static guint
number_term (GHashTable *vocabulary,
             const char *text)
{
  g_autofree char *folded = rm_fold (text);
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (vocabulary, folded));

  if (*folded == '\0' || number != 0)
    return number;

  number = g_hash_table_size (vocabulary) + 1;
  g_hash_table_insert (vocabulary, g_steal_pointer (&folded), GUINT_TO_POINTER (number));
  return number;
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;

  return (first > second) - (first < second);
}

static RmDefTerms
read_terms (GHashTable *vocabulary,
            const char *text)
{
  g_auto (GStrv) items = rm_list_split (text);
  RmDefTerms terms = { 0 };

  for (guint i = 0; items[i] != NULL; i++)
    {
      guint number = number_term (vocabulary, items[i]);

      if (number > 64)
        {
          terms.rest = g_renew (guint, terms.rest, terms.n_rest + 1);
          terms.rest[terms.n_rest++] = number;
        }
      else if (number > 0)
        terms.common |= G_GUINT64_CONSTANT (1) << (number - 1);
    }
  if (terms.n_rest > 0)
    qsort (terms.rest, terms.n_rest, sizeof (guint), compare_numbers);

  return terms;
}

/* Skills that share a bit are told apart by looking. */
static guint
skill_bit (gint64 skill)
{
  return (guint) ((guint64) skill % 61);
}

static void
read_standings (RmDefPerson *self)
{
  self->wants = g_new (RmDefWant, self->record->n_standings + 1);
  for (guint i = 0; i < self->record->n_standings; i++)
    {
      const RmStanding *standing = &self->record->standings[i];
      RmDefWant want = { standing->skill, skill_bit (standing->skill), standing->level, 0, 0, 0 };

      if (standing->level < 0)
        continue;
      self->rated |= G_GUINT64_CONSTANT (1) << want.bit;
      want.gap = standing->target - standing->level;
      want.importance = standing->importance > 0 ? standing->importance : 1;
      if (want.gap > 0)
        {
          want.whole = want.importance * want.gap;
          self->wants[self->n_wants++] = want;
          self->wanted |= G_GUINT64_CONSTANT (1) << want.bit;
          self->whole += want.whole;
        }
    }
  self->wants = g_renew (RmDefWant, self->wants, self->n_wants + 1);
}

/* Walks up the line to its end, to the limit of the rule, or until it closes a circle. */
static void
read_line (const RmDefinition *self,
           RmDefPerson *person)
{
  int levels = self->settings->line_levels;
  const RmPerson *at = person->record;

  for (int k = 0; k < levels; k++)
    {
      const RmPerson *next = rm_programme_find_person (self->programme, at->manager);

      if (next == NULL)
        {
          person->line_ends = at->manager != 0 || at->manager_ref != NULL;
          return;
        }
      for (guint seen = 0; seen < person->n_above; seen++)
        if (person->above[seen] == at->manager)
          return;
      person->above = g_renew (gint64, person->above, person->n_above + 1);
      person->above[person->n_above++] = at->manager;
      at = next;
    }
}

static int
compare_ties (gconstpointer a,
              gconstpointer b)
{
  const RmDefTie *first = a;
  const RmDefTie *second = b;

  return (first->one > second->one) - (first->one < second->one);
}

static void
read_ties (RmDefinition *self)
{
  static const int quarters[] = {
    [RM_ACQUAINTANCE_OTHER] = 1,
    [RM_ACQUAINTANCE_EVENT] = 2,
    [RM_ACQUAINTANCE_INTERVIEWED] = 3,
    [RM_ACQUAINTANCE_WORKED] = 4,
  };
  guint n_apart = rm_programme_count (self->programme, RM_TABLE_EXCLUSION);
  guint n_known = rm_programme_count (self->programme, RM_TABLE_ACQUAINTANCE);

  self->ties = g_new (RmDefTie, 2 * ((gsize) n_apart + n_known) + 1);
  for (guint k = 0; k < n_apart; k++)
    {
      const RmExclusion *record = rm_programme_get (self->programme, RM_TABLE_EXCLUSION, k);

      self->ties[self->n_ties++] = (RmDefTie) { record->mentee, record->mentor, TRUE, 0 };
      self->ties[self->n_ties++] = (RmDefTie) { record->mentor, record->mentee, TRUE, 0 };
    }
  for (guint k = 0; k < n_known; k++)
    {
      const RmAcquaintance *record = rm_programme_get (self->programme, RM_TABLE_ACQUAINTANCE, k);
      int known = (guint) record->type < G_N_ELEMENTS (quarters) ? quarters[record->type] : 0;

      self->ties[self->n_ties++] = (RmDefTie) { record->person, record->other, FALSE, known };
      self->ties[self->n_ties++] = (RmDefTie) { record->other, record->person, FALSE, known };
    }
  qsort (self->ties, self->n_ties, sizeof (RmDefTie), compare_ties);
}

static void
find_ties (const RmDefinition *self,
           RmDefPerson *person)
{
  const RmDefTie wanted = { .one = person->id };
  const RmDefTie *end = self->ties + self->n_ties;
  const RmDefTie *found = NULL;

  if (self->n_ties > 0)
    found = bsearch (&wanted, self->ties, self->n_ties, sizeof (RmDefTie), compare_ties);
  if (found == NULL)
    return;

  while (found > self->ties && found[-1].one == person->id)
    found--;
  person->ties = found;
  while (found < end && found->one == person->id)
    found++;
  person->n_ties = (guint) (found - person->ties);
}

static RmDefPerson
read_person (const RmDefinition *self,
             const RmPerson *record,
             Vocabularies *vocabularies,
             const RmDefTerms *only)
{
  gboolean overridden = record->override_reason != NULL && *record->override_reason != '\0';
  RmDefPerson person = {
    .record = record,
    .id = record->record.id,
    .level = record->level,
    .sociability = MIN (record->sociability, 5),
    .style = record->style,
    .zeal = CLAMP (record->aspiration, 0, 5) + CLAMP (record->eagerness, 0, 5),
    .week = record->week,
    .department = number_term (vocabularies->words, record->department),
    .site = number_term (vocabularies->words, record->site),
    .function = number_term (vocabularies->words, record->business_function),
    .employer = number_term (vocabularies->words, record->employer),
    .languages = read_terms (vocabularies->languages, record->languages),
    .tags = read_terms (vocabularies->tags, record->tags),
    .background = read_terms (vocabularies->background, record->background),
  };

  person.may_teach = record->state != RM_PERSON_WITHDRAWN
                     && record->state != RM_PERSON_LEFT
                     && record->state != RM_PERSON_AWAY
                     && record->willing == 1
                     && (only->common & ~person.tags.common) == 0;
  person.may_learn = person.may_teach && (record->committed == 1 || overridden);
  read_standings (&person);
  read_line (self, &person);
  find_ties (self, &person);

  return person;
}

static int
compare_records (gconstpointer a,
                 gconstpointer b)
{
  return rm_person_compare (*(const RmPerson *const *) a, *(const RmPerson *const *) b);
}

static RmDefPerson *
read_side (const RmDefinition *self,
           gboolean (*takes_side) (const RmPerson *person),
           Vocabularies *vocabularies,
           const RmDefTerms *only,
           guint *n)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  RmDefPerson *people = NULL;

  for (guint i = 0; i < rm_programme_count (self->programme, RM_TABLE_PERSON); i++)
    if (takes_side (rm_programme_get_person (self->programme, i)))
      g_ptr_array_add (records, (gpointer) rm_programme_get_person (self->programme, i));
  g_ptr_array_sort (records, compare_records);

  *n = records->len;
  people = g_new (RmDefPerson, records->len + 1);
  for (guint i = 0; i < records->len; i++)
    people[i] = read_person (self, g_ptr_array_index (records, i), vocabularies, only);

  return people;
}

/* Whole points in proportion to the weights; the remainder goes, a point each, to the criteria that
 * lost most by rounding, and among equals to the first. */
static void
read_budgets (RmDefinition *self,
              const int *weights)
{
  gint64 lost[RM_N_CRITERIA];
  gint64 sum = 0;
  int left = RM_SCORE_POINTS;

  for (guint c = 0; c < RM_N_CRITERIA; c++)
    sum += MAX (weights[c], 0);
  for (guint c = 0; c < RM_N_CRITERIA; c++)
    {
      gint64 exact = RM_SCORE_POINTS * (gint64) (sum > 0 ? MAX (weights[c], 0) : 1);

      self->budgets[c] = (int) (exact / (sum > 0 ? sum : RM_N_CRITERIA));
      lost[c] = exact % (sum > 0 ? sum : RM_N_CRITERIA);
      left -= self->budgets[c];
    }
  for (guint c = 0; c < RM_N_CRITERIA; c++)
    {
      int n_before = 0;

      for (guint other = 0; other < RM_N_CRITERIA; other++)
        n_before += lost[other] > lost[c] || (lost[other] == lost[c] && other < c);
      self->budgets[c] += n_before < left;
    }
}

static GHashTable *
new_vocabulary (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
rm_definition_read (RmDefinition *self)
{
  const RmSettings *settings = self->settings;
  Vocabularies vocabularies = { new_vocabulary (), new_vocabulary (), new_vocabulary (),
                                new_vocabulary () };
  RmDefTerms only = { .common = number_term (vocabularies.tags, settings->only_tag) };

  read_budgets (self, settings->weights);
  self->n_dimensions = (settings->differ_department == 1) + (settings->differ_site == 1)
                       + (settings->differ_function == 1) + (settings->differ_employer == 1)
                       + (settings->differ_background == 1 && settings->special_category == 1);
  self->plenty = 3 * (settings->meeting_minutes > 0 ? settings->meeting_minutes : 60);
  read_ties (self);
  self->mentees = read_side (self, rm_person_is_mentee, &vocabularies, &only, &self->n_mentees);
  self->mentors = read_side (self, rm_person_is_mentor, &vocabularies, &only, &self->n_mentors);

  g_hash_table_unref (vocabularies.words);
  g_hash_table_unref (vocabularies.languages);
  g_hash_table_unref (vocabularies.tags);
  g_hash_table_unref (vocabularies.background);
}

static void
clear_side (RmDefPerson *people,
            guint n)
{
  for (guint k = 0; k < n; k++)
    {
      g_free (people[k].languages.rest);
      g_free (people[k].tags.rest);
      g_free (people[k].background.rest);
      g_free (people[k].wants);
      g_free (people[k].above);
    }
  g_free (people);
}

void
rm_definition_clear (RmDefinition *self)
{
  clear_side (self->mentees, self->n_mentees);
  clear_side (self->mentors, self->n_mentors);
  g_free (self->ties);
}
