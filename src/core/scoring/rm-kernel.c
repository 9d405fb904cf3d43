/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/rm-threads-private.h"
#include "core/scoring/rm-kernel-layout-private.h"

#include <string.h>

/* From profiles to planes: the data that rm-score-parts.c looks up by person is stored here by
 * attribute, and only as finely as a byte shuffle can use it. */

/* More bytes than this are not worth it: pairs are then scored one by one. */
#define MAX_BYTES ((gsize) 1 << 30)

/* A mentor with this is not a candidate, whatever the other points. */
#define FIXED_NONE (-16384)

/* Mentors whose planes are filled at a time; a block is a multiple. */
#define RUN 64

/* Fewer mentors than this are not worth a thread. */
#define MIN_PART 1024

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
  return value < least ? RM_KERNEL_BLANK : (guint8) MIN (value, most);
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
  const RmKernelLayout *layout = self->layout;
  const guint n_skills = layout->scorer->n_skills;

  for (guint s = 0; s < n_skills; s++)
    {
      if (layout->level_planes[s] != RM_KERNEL_NO_PLANE)
        memset (plane_at (self, layout->level_planes[s], first), RM_KERNEL_BLANK, n);
      if (layout->want_planes[s] != RM_KERNEL_NO_PLANE)
        memset (plane_at (self, layout->want_planes[s], first), RM_KERNEL_BLANK, n);
    }
  for (guint k = 0; k < n; k++)
    {
      const RmProfile *mentor = profile_at (self, first + k);
      RmRatedIter iter = { 0 };

      while (rm_profile_next_rated (layout->scorer, mentor, &iter))
        if (layout->level_planes[iter.skill] != RM_KERNEL_NO_PLANE)
          plane_at (self, layout->level_planes[iter.skill], first)[k]
            = code_of_choice (iter.level, 0, 5);

      for (guint w = 0; w < mentor->n_wants; w++)
        if (layout->want_planes[mentor->wants[w].skill] != RM_KERNEL_NO_PLANE)
          plane_at (self, layout->want_planes[mentor->wants[w].skill], first)[k]
            = (guint8) mentor->wants[w].level;
    }
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
      const RmKernelWordPlanes *word = &self->layout->words[w];

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
          RmKernelSet set,
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

/* If sets are compared for having nothing in common, a blank one is the full set: it then breaks no
 * rule and is no difference. */
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

      week[k] = mentor->week < 0 ? 0 : (guint64) mentor->week;
      tags[k] = rm_kernel_bits (&mentor->tags);
      background[k] = mentor->background.n == 0 ? G_MAXUINT64
                                                : rm_kernel_bits (&mentor->background);
      languages[k] = mentor->languages.n == 0 || rm_kernel_count_beyond (&mentor->languages) > 0
                       ? G_MAXUINT64
                       : rm_kernel_bits (&mentor->languages);
    }
  fill_set (self, self->layout->week, first, n, week);
  fill_set (self, self->layout->tags, first, n, tags);
  fill_set (self, self->layout->background, first, n, background);
  fill_set (self, self->layout->languages, first, n, languages);
}

/* Points that do not depend on the mentee's skills and wants: aspiration, and how the two get
 * on. */
static void
fill_fixed (RmKernel *self,
            guint first,
            guint n,
            int sociability,
            int style)
{
  const RmKernelLayout *layout = self->layout;
  gint16 *fixed = fixed_of (self, rm_kernel_manner (sociability, style)) + first;

  for (guint k = 0; k < n; k++)
    {
      const RmProfile *mentor = profile_at (self, first + k);

      if (rm_kernel_may_take_part (mentor))
        fixed[k] = (gint16) (layout->scorer->aspiration[mentor->zeal]
                             + layout->sociability[sociability + 1][mentor->sociability + 1]
                             + layout->style[style + 1][mentor->style + 1]);
    }
}

static void
fill_manner (RmKernel *self,
             guint first,
             guint n)
{
  guint8 *level = plane_at (self, self->layout->level, first);

  for (guint k = 0; k < n; k++)
    {
      int seniority = profile_at (self, first + k)->level;

      level[k] = code_of_choice (seniority == RM_LEVEL_BLANK ? RM_KERNEL_BLANK : seniority, 0,
                                 RM_KERNEL_BLANK);
    }
  for (int sociability = -1; sociability < RM_KERNEL_SOCIABILITIES; sociability++)
    for (int style = -1; style < RM_KERNEL_STYLES; style++)
      fill_fixed (self, first, n, sociability, style);
}

/* Mentors from @first to before @end. */
typedef struct
{
  RmKernel *kernel;
  guint first;
  guint end;
} Part;

/* A run of mentors at a time, so that source and destination both stay in the cache. */
static gpointer
fill_part (gpointer data)
{
  const Part *part = data;

  for (guint first = part->first; first < part->end; first += RUN)
    {
      guint n = MIN (RUN, part->end - first);

      fill_skills (part->kernel, first, n);
      fill_words (part->kernel, first, n);
      fill_sets (part->kernel, first, n);
      fill_manner (part->kernel, first, n);
    }

  return NULL;
}

static void
fill_planes (RmKernel *self)
{
  guint n_parts = CLAMP (self->n_mentors / MIN_PART, 1, g_get_num_processors ());
  guint size = (self->n_mentors / n_parts / RUN + 1) * RUN;
  g_autofree Part *parts = g_new (Part, n_parts);

  for (guint k = 0; k < n_parts; k++)
    parts[k] = (Part) { self, MIN (k * size, self->n_mentors),
                        MIN ((k + 1) * size, self->n_mentors) };
  rm_threads_run (fill_part, parts, sizeof *parts, n_parts);
}

/* Returns FALSE if there is no memory. */
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
  self->fixed = g_new (gint16, RM_KERNEL_MANNERS * self->n_padded);
  for (gsize k = 0; k < RM_KERNEL_MANNERS * self->n_padded; k++)
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
  self->layout = rm_kernel_layout_new (scorer);
  self->loops = code == RM_KERNEL_FASTEST ? rm_kernel_loops_wide () : NULL;
  if (self->loops == NULL)
    self->loops = &rm_kernel_loops_plain;
  self->n_mentors = scorer->n_mentors;
  for (guint w = 0; w < RM_N_WORDS; w++)
    if (self->layout->words[w].n_codes > RM_KERNEL_MAX_CODE)
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

  rm_kernel_layout_unref (self->layout);
  g_free (self->mentors);
  g_free (self->memory);
  g_free (self->fixed);
  g_free (self);
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
      if ((link->flags & (RM_LINK_UNAVAILABLE | RM_LINK_EXCLUDED)) != 0)
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
  const RmKernelLayout *layout = self->layout;
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
