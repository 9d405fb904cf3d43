/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/rm-score-private.h"

#include "core/rm-fold.h"

#include <string.h>

/* A pair is scored millions of times and a person compiled once: here texts become small numbers
 * and ratings a table, so that scoring touches neither strings nor the heap. */

/* Beyond this many bytes levels are searched in each person's own standings instead. */
#define MAX_LEVELS ((gsize) 64 << 20)

typedef struct
{
  GHashTable *words;
  GHashTable *languages;
  GHashTable *tags;
  GHashTable *background;
  GHashTable *skills;
  guint32 only_tag;
} Builder;

/* Folding is idempotent, so a spelling and its folded form can share one table: the many people of
 * one department are folded once. */
static guint32
intern (GHashTable *vocabulary,
        const char *text)
{
  gpointer found = NULL;
  g_autofree char *folded = NULL;

  if (text == NULL)
    return 0;
  if (g_hash_table_lookup_extended (vocabulary, text, NULL, &found))
    return GPOINTER_TO_UINT (found);

  folded = rm_fold (text);
  if (*folded != '\0' && !g_hash_table_lookup_extended (vocabulary, folded, NULL, &found))
    {
      found = GUINT_TO_POINTER (g_hash_table_size (vocabulary) + 1);
      g_hash_table_insert (vocabulary, g_strdup (folded), found);
    }
  if (!g_str_equal (folded, text))
    g_hash_table_insert (vocabulary, g_strdup (text), found);

  return GPOINTER_TO_UINT (found);
}

static int
compare_terms (gconstpointer a,
               gconstpointer b)
{
  guint32 first = *(const guint32 *) a;
  guint32 second = *(const guint32 *) b;

  return (first > second) - (first < second);
}

static RmTerms
intern_list (GHashTable *vocabulary,
             const char *text)
{
  RmTerms terms = { 0 };

  if (text == NULL)
    return terms;

  g_auto (GStrv) items = rm_list_split (text);
  guint n = 0;

  terms.ids = g_new (guint32, g_strv_length (items) + 1);
  for (guint i = 0; items[i] != NULL; i++)
    {
      guint32 id = intern (vocabulary, items[i]);

      if (id != 0)
        terms.ids[n++] = id;
    }
  qsort (terms.ids, n, sizeof (guint32), compare_terms);
  for (guint i = 0; i < n; i++)
    if (terms.n == 0 || terms.ids[terms.n - 1] != terms.ids[i])
      {
        terms.ids[terms.n++] = terms.ids[i];
        terms.bits |= G_GUINT64_CONSTANT (1) << (terms.ids[i] % 64);
      }

  return terms;
}

static gboolean
has_term (const RmTerms *terms,
          guint32 id)
{
  for (guint i = 0; i < terms->n; i++)
    if (terms->ids[i] == id)
      return TRUE;

  return FALSE;
}

static guint
number_skill (GHashTable *skills,
              const gint64 *id)
{
  gpointer found = g_hash_table_lookup (skills, id);

  if (found == NULL)
    {
      found = GUINT_TO_POINTER (g_hash_table_size (skills) + 1);
      g_hash_table_insert (skills, (gpointer) id, found);
    }

  return GPOINTER_TO_UINT (found) - 1;
}

static void
compile_wants (RmProfile *self,
               GHashTable *skills)
{
  gboolean any_target = FALSE;

  self->wants = g_new (RmWant, self->person->n_standings + 1);
  for (guint i = 0; i < self->person->n_standings; i++)
    {
      const RmStanding *standing = &self->person->standings[i];
      guint skill = number_skill (skills, &standing->skill);

      if (standing->target < 0)
        continue;
      any_target = TRUE;
      if (standing->level < 0)
        self->wants_unknown = TRUE;
      else if (standing->target > standing->level)
        {
          RmWant *want = &self->wants[self->n_wants++];

          want->id = standing->skill;
          want->skill = skill;
          want->level = standing->level;
          want->gap = standing->target - standing->level;
          want->importance = MAX (standing->importance, 1);
          self->want_weight += (guint) (want->importance * want->gap);
        }
    }
  if (!any_target)
    self->wants_unknown = TRUE;
}

static void
compile_person (RmScorer *scorer,
                Builder *builder,
                RmProfile *self)
{
  const RmPerson *person = self->person;

  self->id = person->record.id;
  self->available = person->state != RM_PERSON_WITHDRAWN && person->state != RM_PERSON_LEFT;
  self->words[RM_WORD_DEPARTMENT] = intern (builder->words, person->department);
  self->words[RM_WORD_SITE] = intern (builder->words, person->site);
  self->words[RM_WORD_FUNCTION] = intern (builder->words, person->business_function);
  self->words[RM_WORD_EMPLOYER] = intern (builder->words, person->employer);
  self->languages = intern_list (builder->languages, person->languages);
  self->tags = intern_list (builder->tags, person->tags);
  self->background = intern_list (builder->background, person->background);
  self->has_tag = builder->only_tag == 0 || has_term (&self->tags, builder->only_tag);
  compile_wants (self, builder->skills);
  self->above = rm_line_list_above (scorer->programme, person, scorer->settings->line_levels,
                                    &self->n_above);
}

static void
fill_levels (RmProfile *self,
             gint8 *levels,
             GHashTable *skills)
{
  for (guint i = 0; i < self->person->n_standings; i++)
    {
      const RmStanding *standing = &self->person->standings[i];

      levels[number_skill (skills, &standing->skill)] = standing->level;
    }
  self->levels = levels;
}

static void
build_levels (RmScorer *self,
              GHashTable *skills)
{
  gsize n_skills = g_hash_table_size (skills);
  gsize n_people = (gsize) self->n_mentees + self->n_mentors;

  self->n_skills = (guint) n_skills;

  if (n_skills == 0 || n_people > MAX_LEVELS / n_skills)
    return;

  self->levels = g_malloc (MAX (n_people * n_skills, 1));
  memset (self->levels, -1, n_people * n_skills);
  for (guint i = 0; i < self->n_mentees; i++)
    fill_levels (&self->mentees[i], self->levels + i * n_skills, skills);
  for (guint j = 0; j < self->n_mentors; j++)
    fill_levels (&self->mentors[j], self->levels + (self->n_mentees + j) * n_skills, skills);
}

static GHashTable *
new_vocabulary (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
rm_scorer_build_profiles (RmScorer *self)
{
  Builder builder = {
    .words = new_vocabulary (),
    .languages = new_vocabulary (),
    .tags = new_vocabulary (),
    .background = new_vocabulary (),
    .skills = g_hash_table_new (g_int64_hash, g_int64_equal),
  };

  builder.only_tag = intern (builder.tags, self->settings->only_tag);
  for (guint i = 0; i < self->n_mentees; i++)
    compile_person (self, &builder, &self->mentees[i]);
  for (guint j = 0; j < self->n_mentors; j++)
    compile_person (self, &builder, &self->mentors[j]);
  build_levels (self, builder.skills);

  g_hash_table_unref (builder.words);
  g_hash_table_unref (builder.languages);
  g_hash_table_unref (builder.tags);
  g_hash_table_unref (builder.background);
  g_hash_table_unref (builder.skills);
}

void
rm_profile_clear (RmProfile *self)
{
  g_free (self->languages.ids);
  g_free (self->tags.ids);
  g_free (self->background.ids);
  g_free (self->wants);
  g_free (self->above);
}

guint
rm_terms_count_shared (const RmTerms *a,
                       const RmTerms *b,
                       guint limit)
{
  guint shared = 0;
  guint i = 0;
  guint j = 0;

  if ((a->bits & b->bits) == 0)
    return 0;

  while (i < a->n && j < b->n && shared < limit)
    {
      if (a->ids[i] == b->ids[j])
        shared++;
      if (a->ids[i] <= b->ids[j])
        i++;
      else
        j++;
    }

  return shared;
}
