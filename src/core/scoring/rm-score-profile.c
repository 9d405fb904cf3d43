/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/rm-id-map-private.h"
#include "core/base/rm-threads-private.h"
#include "core/base/rm-vocabulary-private.h"
#include "core/scoring/rm-score-private.h"

#include <string.h>

/* Pairs are scored millions of times, people compiled once: here texts become small numbers and
 * ratings a few bytes, so that scoring touches neither strings nor the heap. */

/* Beyond this many bytes levels are searched in each person's own standings instead. */
#define MAX_RATED ((gsize) 64 << 20)

/* Wants and levels of some hundred people each. */
#define BLOCK_BYTES ((gsize) 64 << 10)

/* The settings allow 20: this only keeps a count in its byte. */
#define MAX_LINE G_MAXUINT8

#define SKILLS_A_WORD 64

/* Fewer people than this are not worth a second thread. */
#define MIN_SHARED_PEOPLE 1000

typedef struct
{
  RmScorer *scorer;

  /* for compile_texts() */
  RmVocabulary *words;
  RmVocabulary *languages;
  RmVocabulary *tags;
  RmVocabulary *background;
  guint32 only_tag;
  GArray *beyond;  /* of guint32: terms of the current list not stored as bits */

  /* for compile_numbers() */
  RmIdMap *skills;
  guint32 *managers;
  guint line_levels;
  gsize block_left;
} Builder;

static guint32
number_word (RmVocabulary *vocabulary,
             const char *text)
{
  return text != NULL ? rm_vocabulary_number (vocabulary, text, strlen (text)) : 0;
}

/* Keeps @terms sorted, each once. */
static void
add_term (GArray *terms,
          guint32 term)
{
  guint at = terms->len;

  while (at > 0 && g_array_index (terms, guint32, at - 1) > term)
    at--;
  if (at == 0 || g_array_index (terms, guint32, at - 1) != term)
    g_array_insert_val (terms, at, term);
}

static void
take_beyond (Builder *self,
             RmTerms *terms)
{
  GArray *all = self->scorer->terms;
  guint32 n = self->beyond->len;

  if (n == 0)
    return;

  terms->n += n;
  terms->beyond = all->len;
  g_array_append_val (all, n);
  g_array_append_vals (all, self->beyond->data, n);
  g_array_set_size (self->beyond, 0);
}

/* The items that rm_list_split() would return, without copying. */
static RmTerms
number_list (Builder *self,
             RmVocabulary *vocabulary,
             const char *text)
{
  RmTerms terms = { 0 };

  for (const char *at = text; at != NULL && *at != '\0';)
    {
      gsize length = strcspn (at, ";");
      const char *next = at + length + (at[length] != '\0');
      guint32 term = 0;

      for (; length > 0 && g_ascii_isspace (*at); length--)
        at++;
      while (length > 0 && g_ascii_isspace (at[length - 1]))
        length--;
      if (length > 0)
        term = rm_vocabulary_number (vocabulary, at, length);
      if (term > RM_TERM_BITS)
        add_term (self->beyond, term);
      else if (term > 0)
        terms.bits |= G_GUINT64_CONSTANT (1) << (term - 1);
      at = next;
    }
  terms.n = (guint32) __builtin_popcountll (terms.bits);
  take_beyond (self, &terms);

  return terms;
}

/* The tag was numbered first. */
static gboolean
has_only_tag (const RmTerms *tags,
              guint32 only_tag)
{
  return only_tag == 0 || (tags->bits >> (only_tag - 1) & 1) != 0;
}

static gboolean
is_want (const RmStanding *standing)
{
  return standing->level >= 0 && standing->target > standing->level;
}

/* Only wanted skills are ever looked up. */
static void
number_skills (Builder *self,
               const RmPerson *person)
{
  for (guint i = 0; i < person->n_standings; i++)
    {
      const RmStanding *standing = &person->standings[i];

      if (is_want (standing)
          && rm_id_map_add (self->skills, standing->skill) > self->scorer->skills->len)
        g_array_append_val (self->scorer->skills, standing->skill);
    }
}

static gpointer
take_memory (Builder *self,
             gsize bytes)
{
  gsize whole = (bytes + 7) & ~(gsize) 7;
  GPtrArray *blocks = self->scorer->blocks;

  if (whole > self->block_left || blocks->len == 0)
    {
      self->block_left = MAX (BLOCK_BYTES, whole);
      g_ptr_array_add (blocks, g_malloc (self->block_left));
    }
  self->block_left -= whole;

  /* from the end, so that the number left is enough */
  return (char *) g_ptr_array_index (blocks, blocks->len - 1) + self->block_left;
}

static void
count_standings (Builder *self,
                 RmProfile *profile,
                 guint *n_rated)
{
  gboolean any_target = FALSE;

  for (guint i = 0; i < profile->person->n_standings; i++)
    {
      const RmStanding *standing = &profile->person->standings[i];

      any_target = any_target || standing->target >= 0;
      if (standing->target >= 0 && standing->level < 0)
        profile->wants_unknown = TRUE;
      profile->n_wants += is_want (standing);
      *n_rated += standing->level >= 0;
    }
  if (!any_target)
    profile->wants_unknown = TRUE;
}

/* Standings are sorted by skill, and skills are numbered in that order. */
static void
fill_rated (const Builder *self,
            const RmProfile *profile)
{
  const guint n_words = self->scorer->n_skill_words;
  RmRated rated = rm_profile_get_rated (self->scorer, profile);
  guint64 *skills = (guint64 *) rated.skills;
  guint16 *before = (guint16 *) rated.before;
  gint8 *levels = (gint8 *) rated.levels;
  guint word = 0;
  guint n = 0;

  memset (skills, 0, n_words * sizeof *skills);
  before[0] = 0;
  for (guint i = 0; i < profile->person->n_standings; i++)
    {
      const RmStanding *standing = &profile->person->standings[i];
      guint32 skill = standing->level >= 0 ? rm_id_map_find (self->skills, standing->skill) : 0;

      if (skill == 0)
        continue;
      skill--;
      while (word < skill / SKILLS_A_WORD)
        before[++word] = (guint16) n;
      skills[word] |= G_GUINT64_CONSTANT (1) << (skill % SKILLS_A_WORD);
      levels[n++] = standing->level;
    }
  while (word + 1 < n_words)
    before[++word] = (guint16) n;
}

static void
fill_wants (const Builder *self,
            RmProfile *profile,
            RmWant *wants)
{
  guint n = 0;

  for (guint i = 0; i < profile->person->n_standings; i++)
    {
      const RmStanding *standing = &profile->person->standings[i];
      RmWant want = { 0 };

      if (!is_want (standing))
        continue;
      want.skill = rm_id_map_find (self->skills, standing->skill) - 1;
      want.level = standing->level;
      want.gap = (gint8) (standing->target - standing->level);
      want.importance = MAX (standing->importance, 1);
      wants[n++] = want;
      profile->want_weight += (guint) (want.importance * want.gap);
    }
}

static void
compile_standings (Builder *self,
                   RmProfile *profile)
{
  const guint n_words = self->scorer->n_skill_words;
  RmWant *wants = NULL;
  guint n_rated = 0;

  count_standings (self, profile, &n_rated);
  wants = take_memory (self, profile->n_wants * sizeof (RmWant)
                               + n_words * (sizeof (guint64) + sizeof (guint16)) + n_rated);
  profile->wants = wants;
  fill_wants (self, profile, wants);
  if (n_words > 0)
    fill_rated (self, profile);
}

static void
compile_line (Builder *self,
              RmProfile *profile)
{
  guint32 above[MAX_LINE];
  gboolean unknown = FALSE;

  if (self->line_levels == 0)
    return;

  profile->n_above = (guint8) rm_line_walk (self->managers, profile->number, self->line_levels,
                                            above, &unknown);
  profile->line_unknown = unknown;
  if (profile->n_above <= RM_NEAR_LEVELS)
    memcpy (profile->above.near, above, profile->n_above * sizeof *above);
  else
    {
      profile->above.far = self->scorer->managers->len;
      g_array_append_vals (self->scorer->managers, above, profile->n_above);
    }
}

static void
compile_manner (RmProfile *profile)
{
  const RmPerson *person = profile->person;

  profile->level = person->level == RM_UNKNOWN ? RM_LEVEL_BLANK
                                               : (gint8) CLAMP (person->level, -100, 100);
  profile->sociability = (gint8) CLAMP (person->sociability, -1, 5);
  profile->style = rm_style_is_known (person->style) ? (gint8) person->style : -1;
  profile->zeal = (guint8) (CLAMP (person->aspiration, 0, 5) + CLAMP (person->eagerness, 0, 5));
  profile->zeal_unknown = person->aspiration < 0 || person->eagerness < 0;
  profile->week = person->week;
}

/* Compiles texts. Shares no data with compile_numbers(): each has a thread. */
static void
compile_texts (Builder *self,
               RmProfile *profile)
{
  const RmPerson *person = profile->person;

  profile->words[RM_WORD_DEPARTMENT] = number_word (self->words, person->department);
  profile->words[RM_WORD_SITE] = number_word (self->words, person->site);
  profile->words[RM_WORD_FUNCTION] = number_word (self->words, person->business_function);
  profile->words[RM_WORD_EMPLOYER] = number_word (self->words, person->employer);
  profile->languages = number_list (self, self->languages, person->languages);
  profile->tags = number_list (self, self->tags, person->tags);
  profile->background = number_list (self, self->background, person->background);
  profile->has_tag = has_only_tag (&profile->tags, self->only_tag);
}

static void
compile_numbers (Builder *self,
                 RmProfile *profile)
{
  const RmPerson *person = profile->person;

  profile->available = rm_person_is_available (person);
  profile->willing = person->willing == 1;
  profile->may_learn = rm_person_may_learn (person);
  compile_manner (profile);
  compile_standings (self, profile);
  compile_line (self, profile);
}

static int
compare_skills (gconstpointer a,
                gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

/* Numbers all skills that somebody wants in the order of their ids, and checks whether their levels
 * fit. */
static void
build_skills (Builder *self)
{
  RmScorer *scorer = self->scorer;
  gsize n_people = (gsize) scorer->n_mentees + scorer->n_mentors;
  gsize n_words = 0;

  for (guint i = 0; i < scorer->n_mentees; i++)
    number_skills (self, scorer->mentees[i].person);
  for (guint j = 0; j < scorer->n_mentors; j++)
    number_skills (self, scorer->mentors[j].person);

  g_array_sort (scorer->skills, compare_skills);
  scorer->n_skills = scorer->skills->len;
  rm_id_map_free (self->skills);
  self->skills = rm_id_map_new (scorer->n_skills);
  for (guint s = 0; s < scorer->n_skills; s++)
    rm_id_map_add (self->skills, g_array_index (scorer->skills, gint64, s));

  n_words = (scorer->n_skills + SKILLS_A_WORD - 1) / SKILLS_A_WORD;
  if (scorer->n_skills <= G_MAXUINT16 && n_people * n_words * sizeof (guint64) <= MAX_RATED)
    scorer->n_skill_words = (guint) n_words;
}

static void
compile_all (Builder *self,
             void (*compile) (Builder *builder, RmProfile *profile))
{
  RmScorer *scorer = self->scorer;

  for (guint i = 0; i < scorer->n_mentees; i++)
    compile (self, &scorer->mentees[i]);
  for (guint j = 0; j < scorer->n_mentors; j++)
    compile (self, &scorer->mentors[j]);
}

static void
build_texts (Builder *self)
{
  self->words = rm_vocabulary_new ();
  self->languages = rm_vocabulary_new ();
  self->tags = rm_vocabulary_new ();
  self->background = rm_vocabulary_new ();
  self->beyond = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->only_tag = number_word (self->tags, self->scorer->settings->only_tag);
  compile_all (self, compile_texts);

  rm_vocabulary_free (self->words);
  rm_vocabulary_free (self->languages);
  rm_vocabulary_free (self->tags);
  rm_vocabulary_free (self->background);
  g_array_unref (self->beyond);
}

static void
build_numbers (Builder *self)
{
  self->skills = rm_id_map_new (0);
  self->line_levels = (guint) CLAMP (self->scorer->settings->line_levels, 0, MAX_LINE);
  if (self->line_levels > 0)
    self->managers = rm_line_list_managers (self->scorer->programme);
  build_skills (self);
  compile_all (self, compile_numbers);

  rm_id_map_free (self->skills);
  g_free (self->managers);
}

/* One half of the work, and its data. */
typedef struct
{
  void (*build) (Builder *builder);
  Builder *builder;
} Half;

static gpointer
build_half (gpointer data)
{
  Half *half = data;

  half->build (half->builder);
  return NULL;
}

void
rm_scorer_build_profiles (RmScorer *self)
{
  Builder builder = { .scorer = self };
  Half halves[] = { { build_numbers, &builder }, { build_texts, &builder } };
  gboolean few = self->n_mentees + self->n_mentors < MIN_SHARED_PEOPLE;

  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->terms = g_array_new (FALSE, TRUE, sizeof (guint32));
  g_array_set_size (self->terms, 1);
  self->managers = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->skills = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (few || g_get_num_processors () < G_N_ELEMENTS (halves))
    for (guint h = 0; h < G_N_ELEMENTS (halves); h++)
      build_half (&halves[h]);
  else
    rm_threads_run (build_half, halves, sizeof *halves, G_N_ELEMENTS (halves));
}

gboolean
rm_profile_next_rated (const RmScorer *self,
                       const RmProfile *profile,
                       RmRatedIter *iter)
{
  const RmRated rated = rm_profile_get_rated (self, profile);

  while (iter->left == 0)
    {
      if (iter->n_words == self->n_skill_words)
        return FALSE;
      iter->left = rated.skills[iter->n_words++];
    }
  iter->skill = SKILLS_A_WORD * (iter->n_words - 1) + (guint) __builtin_ctzll (iter->left);
  iter->level = rated.levels[iter->n++];
  iter->left &= iter->left - 1;

  return TRUE;
}

/* Both begin with their count; the terms follow, sorted. */
static guint
count_shared_beyond (const guint32 *a,
                     const guint32 *b)
{
  guint shared = 0;
  guint i = 1;
  guint j = 1;

  while (i <= a[0] && j <= b[0])
    {
      shared += a[i] == b[j];
      if (a[i] <= b[j])
        i++;
      else
        j++;
    }

  return shared;
}

/* Counts up to @limit. */
guint
rm_scorer_count_shared (const RmScorer *self,
                        const RmTerms *a,
                        const RmTerms *b,
                        guint limit)
{
  const guint32 *beyond = (const guint32 *) (gconstpointer) self->terms->data;
  guint shared = 0;

  for (guint64 bits = a->bits & b->bits; bits != 0 && shared < limit; bits &= bits - 1)
    shared++;
  if (shared < limit && a->beyond != 0 && b->beyond != 0)
    shared += count_shared_beyond (beyond + a->beyond, beyond + b->beyond);

  return MIN (shared, limit);
}
