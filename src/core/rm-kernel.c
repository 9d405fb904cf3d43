/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/rm-kernel-code-private.h"
#include "core/rm-score-private.h"

#include <string.h>

/* From profiles to planes: what rm-score-parts.c looks up person by person lies here attribute by
 * attribute, and only as finely as a byte shuffle can use it. */

/* Code of an input that is blank, where blank earns nothing and breaks no rule. */
#define BLANK 15

/* Tags, hours and languages are sets: four of them a plane, and so many at most. */
#define SET_BITS 64

/* More bytes than this are not worth it: pairs are then scored one by one. */
#define MAX_BYTES ((gsize) 1 << 30)

/* A mentor with this is no candidate whatever the rest adds up to. */
#define FIXED_NONE (-16384)

#define NO_PLANE G_MAXUINT

#define N_SOCIABILITIES 6
#define N_STYLES 4
#define N_MANNERS ((N_SOCIABILITIES + 1) * (N_STYLES + 1))

/* Mentors whose planes are filled at a time; a block is a multiple. */
#define RUN 64

/* One code beyond those that are in use must be left. */
#define MAX_SHORT_CODE 254
#define MAX_LONG_CODE 65534

typedef struct
{
  guint low;
  guint high;
  guint *codes;   /* by term; 0 is blank */
  guint n_codes;
} Word;

typedef struct
{
  guint first;
  guint n;        /* planes */
} Set;

/* What does not depend on which mentors a kernel has. */
typedef struct
{
  gatomicrefcount refs;
  const RmScorer *scorer;
  guint n_planes;
  guint *level_planes;    /* by skill */
  guint *want_planes;     /* by skill */
  Word words[RM_N_WORDS];
  Set week;
  Set tags;
  Set background;
  Set languages;
  guint level;

  RmKernelTable taught_tables[BLANK + 1];  /* by the mentee's level: skills wanted at less */
  RmKernelTable shared_tables[16];         /* by four bits of the mentee's set */

  guint hours_shift;
  RmKernelPoints shared_points;
  RmKernelPoints hours_points;
  RmKernelPoints difference_points;
} Layout;

struct _RmKernel
{
  gatomicrefcount refs;
  Layout *layout;
  const RmKernelLoops *loops;
  guint32 *mentors;       /* NULL for all */
  guint n_mentors;
  guint8 *memory;
  guint8 *planes;         /* block by block, aligned to 32 bytes */
  gsize n_padded;         /* mentors, up to whole blocks */
  gint16 *fixed;          /* n_padded for each manner */
};

static void
layout_unref (Layout *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_free (self->level_planes);
  g_free (self->want_planes);
  for (guint w = 0; w < RM_N_WORDS; w++)
    g_free (self->words[w].codes);
  g_free (self);
}

static gboolean
may_take_part (const RmProfile *profile)
{
  return profile->available && profile->has_tag && profile->person->willing == 1;
}

static void
mark_levels (const RmScorer *scorer,
             const RmProfile *profile,
             guint8 *marks)
{
  RmRatedIter iter = { 0 };

  while (rm_profile_next_rated (scorer, profile, &iter))
    marks[iter.skill] |= iter.level > 0;
}

static void
mark_wants (const RmProfile *profile,
            guint8 *marks)
{
  for (guint w = 0; w < profile->n_wants; w++)
    marks[profile->wants[w].skill] = TRUE;
}

/* A skill needs a plane where one side wants it and the other has it. */
static guint *
number_planes (const RmScorer *scorer,
               const RmProfile *having,
               guint n_having,
               const RmProfile *wanting,
               guint n_wanting,
               guint *n_planes)
{
  g_autofree guint8 *has = g_new0 (guint8, scorer->n_skills + 1);
  g_autofree guint8 *wants = g_new0 (guint8, scorer->n_skills + 1);
  guint *planes = g_new (guint, scorer->n_skills + 1);

  for (guint k = 0; k < n_having; k++)
    mark_levels (scorer, &having[k], has);
  for (guint k = 0; k < n_wanting; k++)
    mark_wants (&wanting[k], wants);
  for (guint s = 0; s < scorer->n_skills; s++)
    planes[s] = has[s] && wants[s] ? (*n_planes)++ : NO_PLANE;

  return planes;
}

static void
number_words (Layout *self,
              RmWord word)
{
  const RmScorer *scorer = self->scorer;
  Word *at = &self->words[word];
  guint32 greatest = 0;

  for (guint i = 0; i < scorer->n_mentees; i++)
    greatest = MAX (greatest, scorer->mentees[i].words[word]);
  for (guint j = 0; j < scorer->n_mentors; j++)
    greatest = MAX (greatest, scorer->mentors[j].words[word]);
  at->codes = g_new0 (guint, (gsize) greatest + 1);
  for (guint j = 0; j < scorer->n_mentors; j++)
    {
      guint *code = &at->codes[scorer->mentors[j].words[word]];

      if (*code == 0 && scorer->mentors[j].words[word] != 0)
        *code = ++at->n_codes;
    }
  at->low = self->n_planes++;
  at->high = at->n_codes > MAX_SHORT_CODE ? self->n_planes++ : at->low;
}

static guint64
bits_of (const RmTerms *terms)
{
  return terms->bits;
}

static guint
count_beyond (const RmTerms *terms)
{
  return terms->n - (guint) __builtin_popcountll (terms->bits);
}

static Set
number_set (Layout *self,
            guint64 bits)
{
  Set set = { self->n_planes, 0 };

  while (4 * set.n < SET_BITS && bits >> (4 * set.n) != 0)
    set.n++;
  self->n_planes += set.n;

  return set;
}

/* Only what a mentee can have in common needs a plane. */
static void
number_sets (Layout *self)
{
  const RmScorer *scorer = self->scorer;
  guint64 week = 0;
  guint64 tags = 0;
  guint64 background = 0;
  guint64 languages = 0;

  for (guint i = 0; i < scorer->n_mentees; i++)
    {
      const RmProfile *mentee = &scorer->mentees[i];

      week |= mentee->person->week < 0 ? 0 : (guint64) mentee->person->week;
      tags |= bits_of (&mentee->tags);
      background |= bits_of (&mentee->background);
      languages |= bits_of (&mentee->languages);
    }
  self->week = number_set (self, week);
  self->tags = number_set (self, tags);
  self->background = number_set (self, background);
  self->languages = number_set (self, languages);
}

static void
set_points (RmKernelPoints *self,
            guint code,
            int points)
{
  self->low[code] = (guint8) (points % 32);
  self->high[code] = (guint8) (points / 32);
}

/* Where hours beyond the sixteenth still count, a code stands for several, and for the most they
 * earn. */
static void
look_up_hours (Layout *self)
{
  const RmScorer *scorer = self->scorer;
  const guint n = G_N_ELEMENTS (scorer->availability);
  guint enough = n - 1;

  while (enough > 0 && scorer->availability[enough - 1] == scorer->availability[enough])
    enough--;
  while ((enough >> self->hours_shift) > 15)
    self->hours_shift++;
  for (guint code = 0; code < 16; code++)
    {
      guint most = ((code + 1) << self->hours_shift) - 1;

      set_points (&self->hours_points, code, scorer->availability[MIN (most, n - 1)]);
    }
}

static void
look_up_sums (Layout *self)
{
  for (guint mine = 0; mine < 16; mine++)
    for (guint code = 0; code < 16; code++)
      {
        self->taught_tables[mine].of[code] = code < mine && code != BLANK;
        self->shared_tables[mine].of[code] = (guint8) __builtin_popcount (code & mine);
      }
}

static void
look_up_points (Layout *self)
{
  const RmScorer *scorer = self->scorer;

  for (guint code = 0; code < 16; code++)
    set_points (&self->shared_points, code, scorer->back[code % 4] + scorer->interests[code / 4]);
  for (guint code = 0; code < G_N_ELEMENTS (scorer->difference); code++)
    set_points (&self->difference_points, code, scorer->difference[code]);
  look_up_hours (self);
}

static Layout *
layout_new (const RmScorer *scorer)
{
  Layout *self = g_new0 (Layout, 1);

  g_atomic_ref_count_init (&self->refs);
  self->scorer = scorer;
  self->level_planes = number_planes (scorer, scorer->mentors, scorer->n_mentors,
                                      scorer->mentees, scorer->n_mentees, &self->n_planes);
  self->want_planes = number_planes (scorer, scorer->mentees, scorer->n_mentees,
                                     scorer->mentors, scorer->n_mentors, &self->n_planes);
  for (guint w = 0; w < RM_N_WORDS; w++)
    number_words (self, (RmWord) w);
  number_sets (self);
  self->level = self->n_planes++;
  look_up_sums (self);
  look_up_points (self);

  return self;
}

/* Where a run of mentors begins in a plane; runs never cross a block. */
static guint8 *
plane_at (RmKernel *self,
          guint plane,
          guint position)
{
  gsize block = position / RM_KERNEL_BLOCK;

  return self->planes + (block * self->layout->n_planes + plane) * RM_KERNEL_BLOCK
         + position % RM_KERNEL_BLOCK;
}

static guint8
code_of_choice (int value,
                int least,
                int most)
{
  return value < least ? BLANK : (guint8) MIN (value, most);
}

static const RmProfile *
profile_at (const RmKernel *self,
            guint position)
{
  guint mentor = self->mentors != NULL ? self->mentors[position] : position;

  return &self->layout->scorer->mentors[mentor];
}

static void
fill_skills (RmKernel *self,
             guint first,
             guint n)
{
  const Layout *layout = self->layout;
  const guint n_skills = layout->scorer->n_skills;

  for (guint s = 0; s < n_skills; s++)
    {
      if (layout->level_planes[s] != NO_PLANE)
        memset (plane_at (self, layout->level_planes[s], first), BLANK, n);
      if (layout->want_planes[s] != NO_PLANE)
        memset (plane_at (self, layout->want_planes[s], first), BLANK, n);
    }
  for (guint k = 0; k < n; k++)
    {
      const RmProfile *mentor = profile_at (self, first + k);
      RmRatedIter iter = { 0 };

      while (rm_profile_next_rated (layout->scorer, mentor, &iter))
        if (layout->level_planes[iter.skill] != NO_PLANE)
          plane_at (self, layout->level_planes[iter.skill], first)[k] =
            code_of_choice (iter.level, 0, 5);

      for (guint w = 0; w < mentor->n_wants; w++)
        if (layout->want_planes[mentor->wants[w].skill] != NO_PLANE)
          plane_at (self, layout->want_planes[mentor->wants[w].skill], first)[k] =
            (guint8) mentor->wants[w].level;
    }
}

/* Sociability and style of a mentee as one number; both may be blank. */
static guint
manner_of (int sociability,
           int style)
{
  sociability = MIN (sociability, N_SOCIABILITIES - 1);
  if (style >= N_STYLES)
    style = -1;

  return (guint) (MAX (sociability, -1) + 1) * (N_STYLES + 1) + (guint) (MAX (style, -1) + 1);
}

static gint16 *
fixed_of (const RmKernel *self,
          guint manner)
{
  return self->fixed + (gsize) manner * self->n_padded;
}

static void
fill_words (RmKernel *self,
            guint first,
            guint n)
{
  for (guint w = 0; w < RM_N_WORDS; w++)
    {
      const Word *word = &self->layout->words[w];

      for (guint k = 0; k < n; k++)
        {
          guint code = word->codes[profile_at (self, first + k)->words[w]];

          plane_at (self, word->low, first)[k] = code & 255;
          if (word->high != word->low)
            plane_at (self, word->high, first)[k] = (code >> 8) & 255;
        }
    }
}

static void
fill_set (RmKernel *self,
          Set set,
          guint first,
          guint n,
          const guint64 *bits)
{
  for (guint p = 0; p < set.n; p++)
    {
      guint8 *plane = plane_at (self, set.first + p, first);

      for (guint k = 0; k < n; k++)
        plane[k] = (bits[k] >> (4 * p)) & 15;
    }
}

/* Of sets that are compared for having nothing in common, a blank one is all of it: it then breaks
 * no rule and is no difference. */
static void
fill_sets (RmKernel *self,
           guint first,
           guint n)
{
  guint64 week[RUN];
  guint64 tags[RUN];
  guint64 background[RUN];
  guint64 languages[RUN];

  for (guint k = 0; k < n; k++)
    {
      const RmProfile *mentor = profile_at (self, first + k);

      week[k] = mentor->person->week < 0 ? 0 : (guint64) mentor->person->week;
      tags[k] = bits_of (&mentor->tags);
      background[k] = mentor->background.n == 0 ? G_MAXUINT64 : bits_of (&mentor->background);
      languages[k] = mentor->languages.n == 0 || count_beyond (&mentor->languages) > 0
                       ? G_MAXUINT64
                       : bits_of (&mentor->languages);
    }
  fill_set (self, self->layout->week, first, n, week);
  fill_set (self, self->layout->tags, first, n, tags);
  fill_set (self, self->layout->background, first, n, background);
  fill_set (self, self->layout->languages, first, n, languages);
}

/* What a mentor brings in whatever the mentee knows or wants: aspiration, and how the two get on. */
static void
fill_fixed (RmKernel *self,
            guint position,
            const RmPerson *mentor)
{
  const RmScorer *scorer = self->layout->scorer;
  int zeal = CLAMP (mentor->aspiration, 0, 5) + CLAMP (mentor->eagerness, 0, 5);

  for (int sociability = -1; sociability < N_SOCIABILITIES; sociability++)
    for (int style = -1; style < N_STYLES; style++)
      fixed_of (self, manner_of (sociability, style))[position] =
        (gint16) (scorer->aspiration[zeal]
                  + rm_scorer_get_sociability_points (scorer, sociability, mentor->sociability)
                  + rm_scorer_get_style_points (scorer, style, mentor->style));
}

static void
fill_manner (RmKernel *self,
             guint first,
             guint n)
{
  const Layout *layout = self->layout;
  guint8 *level = plane_at (self, layout->level, first);

  for (guint k = 0; k < n; k++)
    {
      const RmProfile *mentor = profile_at (self, first + k);
      const RmPerson *person = mentor->person;

      level[k] = person->level >= BLANK ? BLANK : code_of_choice (person->level, 0, BLANK);
      if (may_take_part (mentor))
        fill_fixed (self, first + k, person);
    }
}

/* A run of mentors at a time, so that what is read and what is written both stay near. */
static void
fill_planes (RmKernel *self)
{
  for (guint first = 0; first < self->n_mentors; first += RUN)
    {
      guint n = MIN (RUN, self->n_mentors - first);

      fill_skills (self, first, n);
      fill_words (self, first, n);
      fill_sets (self, first, n);
      fill_manner (self, first, n);
    }
}

/* Returns FALSE where there is no memory. */
static gboolean
allocate (RmKernel *self)
{
  gsize n_blocks = self->n_mentors / RM_KERNEL_BLOCK + 1;
  gsize bytes = n_blocks * self->layout->n_planes * RM_KERNEL_BLOCK;

  if (bytes > MAX_BYTES)
    return FALSE;
  self->memory = g_try_malloc0 (bytes + 31);
  if (self->memory == NULL)
    return FALSE;

  self->planes = (guint8 *) (((gsize) self->memory + 31) & ~(gsize) 31);
  self->n_padded = n_blocks * RM_KERNEL_BLOCK;
  self->fixed = g_new (gint16, N_MANNERS * self->n_padded);
  for (gsize k = 0; k < N_MANNERS * self->n_padded; k++)
    self->fixed[k] = FIXED_NONE;

  return TRUE;
}

RmKernel *
rm_kernel_new (const RmScorer *scorer,
               RmKernelCode code)
{
  g_autoptr (RmKernel) self = NULL;

  if (scorer->n_skill_words == 0 && scorer->n_skills > 0)
    return NULL;

  self = g_new0 (RmKernel, 1);
  g_atomic_ref_count_init (&self->refs);
  self->layout = layout_new (scorer);
  self->loops = code == RM_KERNEL_FASTEST ? rm_kernel_loops_wide () : NULL;
  if (self->loops == NULL)
    self->loops = &rm_kernel_loops_plain;
  self->n_mentors = scorer->n_mentors;
  for (guint w = 0; w < RM_N_WORDS; w++)
    if (self->layout->words[w].n_codes > MAX_LONG_CODE)
      return NULL;
  if (!allocate (self))
    return NULL;

  fill_planes (self);

  return g_steal_pointer (&self);
}

RmKernel *
rm_kernel_new_subset (const RmKernel *self,
                      const guint32 *mentors,
                      guint n)
{
  RmKernel *some = g_new0 (RmKernel, 1);

  g_atomic_ref_count_init (&some->refs);
  some->layout = self->layout;
  g_atomic_ref_count_inc (&some->layout->refs);
  some->loops = self->loops;
  some->mentors = g_memdup2 (mentors, sizeof (guint32) * (n + 1));
  some->n_mentors = n;
  if (!allocate (some))
    g_error ("no memory for %u of the mentors whose planes there is memory for", n);
  fill_planes (some);

  return some;
}

RmKernel *
rm_kernel_ref (RmKernel *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
rm_kernel_unref (RmKernel *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  layout_unref (self->layout);
  g_free (self->mentors);
  g_free (self->memory);
  g_free (self->fixed);
  g_free (self);
}

guint
rm_kernel_get_n_mentors (const RmKernel *self)
{
  return self->n_mentors;
}

RmKernelRow *
rm_kernel_row_new (void)
{
  return g_new0 (RmKernelRow, 1);
}

void
rm_kernel_row_free (RmKernelRow *self)
{
  for (guint s = 0; s < RM_N_SUMS; s++)
    g_free (self->ops[s]);
  g_free (self->lifts);
  g_free (self);
}

static void
add_op (RmKernelRow *self,
        RmSum sum,
        guint plane,
        const RmKernelTable *table)
{
  if (self->n_ops[sum] == self->size[sum])
    {
      self->size[sum] = MAX (16, 2 * self->size[sum]);
      self->ops[sum] = g_renew (RmKernelOp, self->ops[sum], self->size[sum]);
    }
  self->ops[sum][self->n_ops[sum]++] = (RmKernelOp) { plane, table };
}

/* Lifts are scaled so that all of them together fill a byte; the factor is rounded up. */
static void
set_lift (RmKernelRow *self,
          const Layout *layout,
          const RmProfile *mentee)
{
  const int budget = layout->scorer->budgets[RM_CRITERION_SKILLS];
  const guint weight = mentee->want_weight;
  guint scale = weight > 0 ? 255 / weight : 0;
  guint whole = scale > 0 ? weight * scale : 255;

  self->lift_factor = 0;
  if (weight == 0 || budget == 0)
    return;

  self->lift_factor = (guint16) (((guint) budget * 2048 + whole - 1) / whole);
  if (mentee->n_wants > self->n_lifts)
    {
      self->n_lifts = mentee->n_wants;
      self->lifts = g_renew (RmKernelTable, self->lifts, self->n_lifts);
    }
  for (guint w = 0; w < mentee->n_wants; w++)
    {
      const RmWant *want = &mentee->wants[w];
      guint plane = layout->level_planes[want->skill];
      RmKernelTable *table = &self->lifts[w];

      if (plane == NO_PLANE)
        continue;
      *table = (RmKernelTable) { { 0 } };
      for (int level = want->level + 1; level <= 5; level++)
        {
          guint lift = (guint) (want->importance * MIN (level - want->level, want->gap));

          table->of[level] = (guint8) (scale > 0 ? lift * scale
                                                 : (lift * 255 + weight - 1) / weight);
        }
      add_op (self, RM_SUM_LIFT, plane, table);
    }
}

static void
set_taught (RmKernelRow *self,
            const Layout *layout,
            const RmProfile *mentee)
{
  RmRatedIter iter = { 0 };

  if (layout->scorer->budgets[RM_CRITERION_BACK] == 0)
    return;

  while (rm_profile_next_rated (layout->scorer, mentee, &iter))
    {
      if (iter.level <= 0 || layout->want_planes[iter.skill] == NO_PLANE)
        continue;
      add_op (self, RM_SUM_TAUGHT, layout->want_planes[iter.skill],
              &layout->taught_tables[MIN (iter.level, BLANK)]);
      self->points[RM_LOOKUP_SHARED] = &layout->shared_points;
    }
}

/* Counts what a set of the mentee's and one of the mentor's have in common. */
static void
set_shared (RmKernelRow *self,
            const Layout *layout,
            RmSum sum,
            Set set,
            guint64 bits,
            guint n_beyond)
{
  self->start[sum] = (guint8) MIN (n_beyond, 15);
  for (guint p = 0; p < set.n; p++)
    {
      guint mine = (bits >> (4 * p)) & 15;

      if (mine != 0)
        add_op (self, sum, set.first + p, &layout->shared_tables[mine]);
    }
}

static void
set_hours (RmKernelRow *self,
           const Layout *layout,
           const RmPerson *mentee)
{
  self->hours_shift = layout->hours_shift;
  if (mentee->week < 0 || layout->scorer->budgets[RM_CRITERION_AVAILABILITY] == 0)
    return;

  set_shared (self, layout, RM_SUM_HOURS, layout->week, (guint64) mentee->week, 0);
  self->points[RM_LOOKUP_HOURS] = &layout->hours_points;
}

static void
set_words (RmKernelRow *self,
           const Layout *layout,
           const RmProfile *mentee)
{
  const RmScorer *scorer = layout->scorer;

  for (guint w = 0; w < RM_N_WORDS; w++)
    {
      const Word *word = &layout->words[w];
      guint term = mentee->words[w];
      gboolean forbids = w == RM_WORD_DEPARTMENT && scorer->settings->need_other_department == 1
                         && term != 0;
      gboolean differs = scorer->differ[w] && (term != 0 || w == RM_WORD_EMPLOYER);
      guint code = word->codes[term];
      RmKernelWord *at = &self->words[self->n_words];

      /* One that no mentor has: equal to none, and its code is the one of a blank. */
      if (term != 0 && code == 0)
        {
          forbids = FALSE;
          code = word->n_codes + 1;
        }
      if (!forbids && !differs)
        continue;
      self->n_words++;
      *at = (RmKernelWord) {
        .low = word->low,
        .high = word->high,
        .low_code = code & 255,
        .high_code = (code >> 8) & 255,
        .long_code = word->high != word->low,
        .blank_counts = w == RM_WORD_EMPLOYER,
        .forbids = forbids,
        .differs = differs,
      };
    }
}

static void
set_sets (RmKernelRow *self,
          const Layout *layout,
          const RmProfile *mentee)
{
  const RmScorer *scorer = layout->scorer;

  if (mentee->tags.n > 0 && scorer->budgets[RM_CRITERION_INTERESTS] > 0)
    {
      set_shared (self, layout, RM_SUM_TAGS, layout->tags, bits_of (&mentee->tags),
                  count_beyond (&mentee->tags));
      self->points[RM_LOOKUP_SHARED] = &layout->shared_points;
    }
  self->background_differs = scorer->differ_background && mentee->background.n > 0;
  if (self->background_differs)
    set_shared (self, layout, RM_SUM_BACKGROUND, layout->background, bits_of (&mentee->background), 0);
  self->languages_forbid = scorer->settings->need_language == 1 && mentee->languages.n > 0;
  if (self->languages_forbid)
    set_shared (self, layout, RM_SUM_LANGUAGES, layout->languages, bits_of (&mentee->languages),
                count_beyond (&mentee->languages));
}

static void
set_level (RmKernelRow *self,
           const RmSettings *settings,
           const RmPerson *mentee)
{
  self->level_forbids = settings->level_gap != RM_UNKNOWN && mentee->level != RM_UNKNOWN;
  memset (self->level_table, 0, sizeof self->level_table);
  for (int level = 0; self->level_forbids && level < BLANK; level++)
    if (mentee->level - level < settings->level_gap)
      self->level_table[level] = 0xff;
}

/* What is not looked at need not be summed up. */
static void
set_needs (RmKernelRow *self,
           const Layout *layout)
{
  gboolean differs = self->background_differs;

  for (guint w = 0; w < self->n_words; w++)
    differs |= self->words[w].differs;
  if (differs)
    self->points[RM_LOOKUP_DIFFERENCE] = &layout->difference_points;
  self->needs[RM_SUM_LIFT] = self->n_ops[RM_SUM_LIFT] > 0;
  self->needs[RM_SUM_TAUGHT] = self->points[RM_LOOKUP_SHARED] != NULL;
  self->needs[RM_SUM_TAGS] = self->points[RM_LOOKUP_SHARED] != NULL;
  self->needs[RM_SUM_HOURS] = self->points[RM_LOOKUP_HOURS] != NULL;
  self->needs[RM_SUM_BACKGROUND] = self->background_differs;
  self->needs[RM_SUM_LANGUAGES] = self->languages_forbid;
}

void
rm_kernel_row_set (RmKernelRow *self,
                   const RmKernel *kernel,
                   guint mentee)
{
  const Layout *layout = kernel->layout;
  const RmScorer *scorer = layout->scorer;
  const RmProfile *profile = &scorer->mentees[mentee];

  memset (self->n_ops, 0, sizeof self->n_ops);
  memset (self->start, 0, sizeof self->start);
  memset (self->points, 0, sizeof self->points);
  self->n_words = 0;
  self->mentee = mentee;
  self->level_plane = layout->level;
  self->none = !may_take_part (profile)
               || !rm_person_may_learn (profile->person);
  if (self->none)
    return;

  set_lift (self, layout, profile);
  set_taught (self, layout, profile);
  set_hours (self, layout, profile->person);
  set_words (self, layout, profile);
  set_sets (self, layout, profile);
  self->manner = manner_of (profile->person->sociability, profile->person->style);
  set_level (self, scorer->settings, profile->person);
  set_needs (self, layout);
}

/* Acquaintances are few: they are added one by one. */
static void
add_links (const RmKernel *self,
           guint mentee,
           guint block,
           gint16 *ceilings)
{
  const RmScorer *scorer = self->layout->scorer;
  const RmProfile *profile = &scorer->mentees[mentee];
  const guint first = block * RM_KERNEL_BLOCK;
  const guint end = MIN (first + RM_KERNEL_BLOCK, self->n_mentors);
  guint position = first;

  for (guint l = 0; l < profile->n_links; l++)
    {
      const RmLink *link = &profile->links[l];

      if (self->mentors == NULL)
        position = link->mentor;
      else
        while (position < end && self->mentors[position] < link->mentor)
          position++;
      if (position < first || position >= end
          || (self->mentors != NULL && self->mentors[position] != link->mentor))
        continue;
      if ((link->flags & (RM_LINK_AVOID | RM_LINK_EXCLUDED)) != 0)
        ceilings[position - first] = RM_CEILING_NONE;
      else if (ceilings[position - first] >= 0)
        ceilings[position - first] += scorer->acquaintance[link->closeness];
    }
}

void
rm_kernel_fill (const RmKernel *self,
                const RmKernelRow *row,
                guint block,
                guint8 *scratch,
                gint16 *ceilings)
{
  const Layout *layout = self->layout;
  const guint8 *planes = self->planes
                         + (gsize) block * layout->n_planes * RM_KERNEL_BLOCK;

  const guint first = block * RM_KERNEL_BLOCK;
  const guint n = MIN (RM_KERNEL_BLOCK, (self->n_mentors - first + 127) / 128 * 128);

  for (guint j = n; j < RM_KERNEL_BLOCK; j++)
    ceilings[j] = RM_CEILING_NONE;
  if (row->none)
    {
      for (guint j = 0; j < RM_KERNEL_BLOCK; j++)
        ceilings[j] = RM_CEILING_NONE;
      return;
    }

  for (guint s = 0; s < RM_N_SUMS; s++)
    if (row->needs[s])
      self->loops->sum (row->ops[s], row->n_ops[s], row->start[s], planes, n,
                        scratch + s * RM_KERNEL_BLOCK);
  self->loops->finish (row, planes, scratch, fixed_of (self, row->manner) + first, n,
                       ceilings);
  if (layout->scorer->mentees[row->mentee].n_links > 0)
    add_links (self, row->mentee, block, ceilings);
}

guint
rm_kernel_select (const RmKernel *self,
                  const gint16 *ceilings,
                  const gint16 *base,
                  gint16 offset,
                  gint16 least,
                  guint n,
                  guint16 *found)
{
  return self->loops->select (ceilings, base, offset, least, n, found);
}

guint
rm_kernel_select_either (const RmKernel *self,
                         const gint16 *ceilings,
                         const gint16 *base,
                         gint16 least,
                         guint n,
                         guint16 *found)
{
  return self->loops->select_either (ceilings, base, least, n, found);
}
