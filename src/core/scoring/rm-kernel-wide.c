/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/scoring/rm-kernel-code-private.h"

/* The kernel's loops with AVX2: 32 mentors per register, and a byte shuffle as the look-up in a
 * table of sixteen. Chosen at run time; gives the same bytes as rm-kernel-plain.c. */

#if defined(__x86_64__) && defined(__GNUC__)

#include <immintrin.h>

#define WIDE __attribute__ ((target ("avx2")))
#define STRIDE 32

/* Registers per step: the table of an op is then loaded once for 128 mentors. */
#define STEP 4

WIDE static inline __m256i
load (const void *at)
{
  return _mm256_load_si256 (at);
}

WIDE static inline __m256i
load_table (const guint8 *table)
{
  return _mm256_broadcastsi128_si256 (_mm_loadu_si128 ((const __m128i *) (gconstpointer) table));
}

WIDE static void
sum (const RmKernelOp *ops,
     guint n_ops,
     guint8 start,
     const guint8 *planes,
     guint n,
     guint8 *sum)
{
  for (guint j = 0; j < n; j += STEP * STRIDE)
    {
      __m256i a = _mm256_set1_epi8 ((char) start);
      __m256i b = a;
      __m256i c = a;
      __m256i d = a;

      for (guint o = 0; o < n_ops; o++)
        {
          const guint8 *plane = rm_kernel_plane (planes, ops[o].plane) + j;
          __m256i table = load_table (ops[o].table->of);

          a = _mm256_adds_epu8 (a, _mm256_shuffle_epi8 (table, load (plane)));
          b = _mm256_adds_epu8 (b, _mm256_shuffle_epi8 (table, load (plane + STRIDE)));
          c = _mm256_adds_epu8 (c, _mm256_shuffle_epi8 (table, load (plane + 2 * STRIDE)));
          d = _mm256_adds_epu8 (d, _mm256_shuffle_epi8 (table, load (plane + 3 * STRIDE)));
        }
      _mm256_store_si256 ((__m256i *) (gpointer) (sum + j), a);
      _mm256_store_si256 ((__m256i *) (gpointer) (sum + j + STRIDE), b);
      _mm256_store_si256 ((__m256i *) (gpointer) (sum + j + 2 * STRIDE), c);
      _mm256_store_si256 ((__m256i *) (gpointer) (sum + j + 3 * STRIDE), d);
    }
}

typedef struct
{
  __m256i low;
  __m256i high;
} Points;

WIDE static inline void
look_up (const RmKernelRow *row,
         RmLookup lookup,
         __m256i codes,
         Points *points)
{
  const RmKernelPoints *tables = row->points[lookup];

  points->low = _mm256_add_epi8 (points->low,
                                 _mm256_shuffle_epi8 (load_table (tables->low), codes));
  points->high = _mm256_add_epi8 (points->high,
                                  _mm256_shuffle_epi8 (load_table (tables->high), codes));
}

WIDE static inline __m256i
count_differences (const RmKernelRow *row,
                   const guint8 *planes,
                   const guint8 *sums,
                   guint j,
                   __m256i *forbidden)
{
  const __m256i zero = _mm256_setzero_si256 ();
  __m256i different = zero;

  for (guint w = 0; w < row->n_words; w++)
    {
      const RmKernelWord *word = &row->words[w];
      __m256i low = load (rm_kernel_plane (planes, word->low) + j);
      __m256i same = _mm256_cmpeq_epi8 (low, _mm256_set1_epi8 ((char) word->low_code));

      if (word->long_code)
        {
          __m256i high = load (rm_kernel_plane (planes, word->high) + j);

          same = _mm256_and_si256 (
            same, _mm256_cmpeq_epi8 (high, _mm256_set1_epi8 ((char) word->high_code)));
          low = _mm256_or_si256 (low, high);
        }
      if (word->forbids)
        *forbidden = _mm256_or_si256 (*forbidden, same);
      if (!word->differs)
        continue;
      if (!word->blank_counts)
        same = _mm256_or_si256 (same, _mm256_cmpeq_epi8 (low, zero));
      different = _mm256_add_epi8 (
        different, _mm256_andnot_si256 (same, _mm256_set1_epi8 (1)));
    }
  if (row->background_differs)
    different = _mm256_sub_epi8 (
      different, _mm256_cmpeq_epi8 (load (rm_kernel_plane (sums, RM_SUM_BACKGROUND) + j), zero));

  return different;
}

/* Sixteen mentors: points in two bytes, lift, and fixed points. */
WIDE static inline __m256i
add_up (__m256i low,
        __m256i high,
        __m256i lift,
        __m256i factor,
        const gint16 *fixed)
{
  __m256i points = _mm256_add_epi16 (low, _mm256_slli_epi16 (high, 5));

  lift = _mm256_mulhi_epu16 (_mm256_slli_epi16 (lift, 8), factor);
  points = _mm256_add_epi16 (points, _mm256_srli_epi16 (lift, 3));
  return _mm256_adds_epi16 (points, _mm256_loadu_si256 ((const __m256i *) (gconstpointer) fixed));
}

WIDE static inline __m256i
widen (__m256i bytes,
       int half)
{
  return _mm256_cvtepu8_epi16 (half == 0 ? _mm256_castsi256_si128 (bytes)
                                         : _mm256_extracti128_si256 (bytes, 1));
}

WIDE static void
finish (const RmKernelRow *row,
        const guint8 *planes,
        const guint8 *sums,
        const gint16 *fixed,
        guint n,
        gint16 *ceilings)
{
  const guint8 *level = rm_kernel_plane (planes, row->level_plane);
  const __m256i zero = _mm256_setzero_si256 ();
  const __m256i most = _mm256_set1_epi8 (15);
  const __m256i enough = _mm256_set1_epi8 (RM_KERNEL_ENOUGH);
  const __m256i factor = _mm256_set1_epi16 ((short) row->lift_factor);

  for (guint j = 0; j < n; j += STRIDE)
    {
      __m256i forbidden = zero;
      Points points = { zero, zero };
      __m256i lift = row->needs[RM_SUM_LIFT] ? load (rm_kernel_plane (sums, RM_SUM_LIFT) + j)
                                             : zero;

      if (row->points[RM_LOOKUP_SHARED] != NULL)
        {
          __m256i taught = load (rm_kernel_plane (sums, RM_SUM_TAUGHT) + j);
          __m256i tags = load (rm_kernel_plane (sums, RM_SUM_TAGS) + j);

          tags = _mm256_slli_epi16 (_mm256_min_epu8 (tags, enough), 2);
          look_up (row, RM_LOOKUP_SHARED,
                   _mm256_add_epi8 (_mm256_min_epu8 (taught, enough), tags), &points);
        }
      if (row->points[RM_LOOKUP_HOURS] != NULL)
        {
          __m256i hours = load (rm_kernel_plane (sums, RM_SUM_HOURS) + j);

          if (row->hours_shift > 0)
            hours = _mm256_and_si256 (
              _mm256_srli_epi16 (hours, (int) row->hours_shift),
              _mm256_set1_epi8 ((char) (255 >> row->hours_shift)));
          look_up (row, RM_LOOKUP_HOURS, _mm256_min_epu8 (hours, most), &points);
        }
      if (row->points[RM_LOOKUP_DIFFERENCE] != NULL)
        look_up (row, RM_LOOKUP_DIFFERENCE,
                 count_differences (row, planes, sums, j, &forbidden), &points);
      else if (row->n_words > 0)
        count_differences (row, planes, sums, j, &forbidden);
      if (row->languages_forbid)
        forbidden = _mm256_or_si256 (
          forbidden, _mm256_cmpeq_epi8 (load (rm_kernel_plane (sums, RM_SUM_LANGUAGES) + j), zero));
      if (row->level_forbids)
        forbidden = _mm256_or_si256 (
          forbidden, _mm256_shuffle_epi8 (load_table (row->level_table), load (level + j)));

      for (int half = 0; half < 2; half++)
        {
          guint at = j + 16 * (guint) half;
          __m256i sum = add_up (widen (points.low, half), widen (points.high, half),
                                widen (lift, half), factor, fixed + at);
          __m256i none = _mm256_cvtepi8_epi16 (half == 0
                                                 ? _mm256_castsi256_si128 (forbidden)
                                                 : _mm256_extracti128_si256 (forbidden, 1));

          _mm256_store_si256 ((__m256i *) (gpointer) (ceilings + at),
                              _mm256_or_si256 (sum, none));
        }
    }
}

WIDE static inline guint
list_bits (__m256i first,
           __m256i second,
           guint j,
           guint16 *found)
{
  /* Packing works in halves of a register; the permutation puts them in order again. */
  __m256i packed = _mm256_permute4x64_epi64 (_mm256_packs_epi16 (first, second), 0xd8);
  guint32 bits = (guint32) _mm256_movemask_epi8 (packed);
  guint n = 0;

  for (; bits != 0; bits &= bits - 1)
    found[n++] = (guint16) (j + (guint) __builtin_ctz (bits));

  return n;
}

WIDE static guint
select_both (const gint16 *ceilings,
             const gint16 *base,
             gint16 offset,
             gint16 least,
             guint n,
             guint16 *found)
{
  const __m256i add = _mm256_set1_epi16 (offset);
  const __m256i floor = _mm256_set1_epi16 (least);
  guint n_found = 0;

  for (guint j = 0; j < n; j += STRIDE)
    {
      __m256i a = _mm256_max_epi16 (_mm256_adds_epi16 (load (base + j), add), floor);
      __m256i b = _mm256_max_epi16 (_mm256_adds_epi16 (load (base + j + 16), add), floor);

      a = _mm256_cmpgt_epi16 (load (ceilings + j), a);
      b = _mm256_cmpgt_epi16 (load (ceilings + j + 16), b);
      n_found += list_bits (a, b, j, found + n_found);
    }

  return n_found;
}

WIDE static guint
select_either (const gint16 *ceilings,
               const gint16 *base,
               gint16 least,
               guint n,
               guint16 *found)
{
  const __m256i most = _mm256_set1_epi16 (least);
  guint n_found = 0;

  for (guint j = 0; j < n; j += STRIDE)
    {
      __m256i a = _mm256_min_epi16 (load (base + j), most);
      __m256i b = _mm256_min_epi16 (load (base + j + 16), most);

      a = _mm256_cmpgt_epi16 (load (ceilings + j), a);
      b = _mm256_cmpgt_epi16 (load (ceilings + j + 16), b);
      n_found += list_bits (a, b, j, found + n_found);
    }

  return n_found;
}

static const RmKernelLoops wide = { sum, finish, select_both, select_either };

const RmKernelLoops *
rm_kernel_loops_wide (void)
{
  return __builtin_cpu_supports ("avx2") ? &wide : NULL;
}

#else

const RmKernelLoops *
rm_kernel_loops_wide (void)
{
  return NULL;
}

#endif
