/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/explain/rm-explanations-private.h"

#include "core/base/rm-sentence.h"

#include <glib/gi18n-lib.h>

/* "Why not these two?" in words: first the cost, then the people who move. */

/* The changes for one mentee, without the pair in question. */
typedef struct
{
  GString *lost;
  GString *got;
  gboolean has_others; /* mentors who stay */
} Change;

static double
percent_of (gint64 points)
{
  return 100.0 * (double) points / RM_SCORE_POINTS;
}

static double
average_of (const RmOutcome *outcome)
{
  return outcome->n_pairs > 0 ? percent_of (outcome->total) / outcome->n_pairs : 0;
}

static void
add_people (GString *text,
            const RmOutcome *before,
            const RmOutcome *after)
{
  int more = (int) after->n_paired - (int) before->n_paired;

  if (more < 0)
    rm_words_append (text, g_strdup_printf (ngettext ("%d mentee fewer would have a mentor",
                                                      "%d mentees fewer would have a mentor",
                                                      (gulong) -more), -more));
  if (more > 0)
    rm_words_append (text, g_strdup_printf (ngettext ("%d mentee more would have a mentor",
                                                      "%d mentees more would have a mentor",
                                                      (gulong) more), more));
}

static void
add_lowest (GString *text,
            const RmOutcome *before,
            const RmOutcome *after)
{
  if (after->lowest == before->lowest)
    return;

  rm_words_append (text, g_strdup_printf (
                           after->lowest < before->lowest
                             /* Translators: percents */
                             ? _ ("the lowest score would fall from %.1f %% to %.1f %%")
                             /* Translators: percents */
                             : _ ("the lowest score would rise from %.1f %% to %.1f %%"),
                           percent_of (before->lowest), percent_of (after->lowest)));
}

static void
add_total (GString *text,
           const RmOutcome *before,
           const RmOutcome *after)
{
  gint64 lost = before->total - after->total;
  g_autofree char *points = rm_points_describe (ABS (lost));

  if (lost > 0)
    /* Translators: %s is "14 points of 4,000" */
    rm_words_append (text, rm_sentence_new (_ ("the total would fall by %s"), points));
  if (lost < 0)
    /* Translators: %s is "14 points of 4,000" */
    rm_words_append (text, rm_sentence_new (_ ("the total would rise by %s"), points));
}

static void
add_average (GString *text,
             const RmOutcome *before,
             const RmOutcome *after)
{
  g_autofree char *first = g_strdup_printf ("%.1f", average_of (before));
  g_autofree char *second = g_strdup_printf ("%.1f", average_of (after));

  if (!g_str_equal (first, second) && after->n_pairs > 0)
    /* Translators: after what something costs in points; percents */
    rm_sentence_append (text, _ (" (average %s %% → %s %%)"), first, second);
}

/* If only the total changes it is the cost; if the total rises there is another. */
static void
describe_cost (GString *text,
               const RmWhyNot *why,
               RmMode mode)
{
  const RmOutcome *before = &why->before;
  const RmOutcome *after = &why->after;
  gboolean forced = why->why == RM_WHY_PRICE;
  gboolean floor_matters = mode == RM_MODE_WEAKEST && after->floor != before->floor;
  g_autoptr (GString) clauses = g_string_new (NULL);
  g_autofree char *points = rm_points_describe (ABS (before->total - after->total));

  if (before->n_paired == after->n_paired && !floor_matters && after->total < before->total)
    rm_sentence_append (text,
                        /* Translators: %s is "14 points of 4,000" */
                        forced ? _ ("Pairing them would cost %s in total")
                               /* Translators: %s is "14 points of 4,000" */
                               : _ ("They are a pair; keeping them apart would cost %s in "
                                    "total"),
                        points);
  else if (rm_outcome_compare (before, after, mode) == 0)
    g_string_append (text, forced ? _ ("Pairing them would cost nothing: that is as good")
                                  : _ ("They are a pair; keeping them apart would cost nothing"));
  else
    {
      add_people (clauses, before, after);
      add_lowest (clauses, before, after);
      add_total (clauses, before, after);
      /* Translators: %s is what would then be: "1 mentee fewer would have a mentor" */
      rm_sentence_append (text, forced ? _ ("If they were paired, %s")
                                       /* Translators: likewise */
                                       : _ ("They are a pair; if they were kept apart, %s"),
                          clauses->str);
    }
  add_average (text, before, after);
}

static char *
describe_change (const char *mentee,
                 const Change *change,
                 const char *forced)
{
  if (change->got->len > 0 && change->lost->len > 0)
    /* Translators: a mentee, then mentors: "Carl Ames would get Eli Sun instead of Dana Roth" */
    return rm_sentence_new (_ ("%s would get %s instead of %s"), mentee, change->got->str,
                            change->lost->str);
  if (change->got->len > 0)
    /* Translators: a mentee and a mentor */
    return rm_sentence_new (_ ("%s would get %s"), mentee, change->got->str);
  if (forced != NULL)
    /* Translators: a mentee, then mentors: one who comes and one who goes */
    return rm_sentence_new (_ ("%s would have %s instead of %s"), mentee, forced,
                            change->lost->str);
  if (change->has_others)
    /* Translators: a mentee and a mentor */
    return rm_sentence_new (_ ("%s would lose %s"), mentee, change->lost->str);

  /* Translators: a mentee and a mentor */
  return rm_sentence_new (_ ("%s would lose %s and have nobody"), mentee, change->lost->str);
}

static guint
add_names (const RmExplanations *self,
           GString *names,
           const RmPlace *places,
           guint n_places,
           guint mentee,
           guint *at)
{
  guint n = 0;

  while (*at < n_places && places[*at].mentee == mentee)
    {
      rm_words_append (names, g_strdup (rm_explanations_name_mentor (self, places[*at].mentor)));
      (*at)++;
      n++;
    }

  return n;
}

static guint
count_mentors (const RmSolution *solution,
               guint mentee)
{
  guint n = 0;

  for (guint p = 0; p < solution->n_pairs; p++)
    n += solution->pairs[p].mentee == mentee;

  return n;
}

static void
add_move (const RmExplanations *self,
          const RmWhyNot *why,
          RmPlace place,
          guint mentee,
          guint *ended,
          guint *made,
          GPtrArray *moves)
{
  Change change = { g_string_new (NULL), g_string_new (NULL), FALSE };
  gboolean asked = mentee == place.mentee;
  guint n_lost = add_names (self, change.lost, why->ended, why->n_ended, mentee, ended);
  const char *forced = asked && why->why == RM_WHY_PRICE
                         ? rm_explanations_name_mentor (self, place.mentor)
                         : NULL;
  RmMove *move = g_new0 (RmMove, 1);

  add_names (self, change.got, why->made, why->n_made, mentee, made);
  n_lost += asked && why->why == RM_WHY_CHOSEN;
  change.has_others = count_mentors (rm_explain_get_solution (self->explain), mentee) > n_lost;
  move->mentee = rm_scorer_get_mentee (self->scorer, mentee)->record.id;
  move->text = describe_change (rm_explanations_name_mentee (self, mentee), &change, forced);
  g_ptr_array_add (moves, move);
  g_string_free (change.lost, TRUE);
  g_string_free (change.got, TRUE);
}

static void
move_free (gpointer data)
{
  RmMove *self = data;

  g_free (self->text);
  g_free (self);
}

/* Both lists are sorted by mentee. */
static GPtrArray *
list_moves (const RmExplanations *self,
            const RmWhyNot *why,
            RmPlace place)
{
  GPtrArray *moves = g_ptr_array_new_with_free_func (move_free);
  guint ended = 0;
  guint made = 0;

  while (ended < why->n_ended || made < why->n_made)
    {
      guint mentee = MIN (ended < why->n_ended ? why->ended[ended].mentee : G_MAXUINT,
                          made < why->n_made ? why->made[made].mentee : G_MAXUINT);

      add_move (self, why, place, mentee, &ended, &made, moves);
    }

  return moves;
}

static char *
describe_price (const RmExplanations *self,
                const RmWhyNot *why,
                GPtrArray *moves)
{
  GString *text = g_string_new (NULL);

  describe_cost (text, why, rm_explain_get_problem (self->explain)->mode);
  for (guint m = 0; moves->len <= RM_ANSWER_MOVES && m < moves->len; m++)
    {
      const RmMove *move = g_ptr_array_index (moves, m);

      g_string_append_printf (text, "; %s", move->text);
    }
  if (moves->len > RM_ANSWER_MOVES)
    {
      g_string_append (text, "; ");
      g_string_append_printf (text, ngettext ("%u mentee would have other mentors",
                                              "%u mentees would have other mentors", moves->len),
                              moves->len);
    }
  if (why->locked)
    g_string_append (text, _ ("; the pair is locked"));
  g_string_append_c (text, '.');

  return g_string_free (text, FALSE);
}

static char *
describe_obstacle (const RmExplanations *self,
                   const RmWhyNot *why,
                   RmPlace place)
{
  const char *mentee = rm_explanations_name_mentee (self, place.mentee);
  const char *mentor = rm_explanations_name_mentor (self, place.mentor);

  switch (why->why)
    {
    case RM_WHY_MENTEE_TAKES_NONE:
      /* Translators: a mentee */
      return rm_sentence_new (_ ("%s takes no mentor: the number of places is 0."), mentee);

    case RM_WHY_MENTOR_TAKES_NONE:
      /* Translators: a mentor */
      return rm_sentence_new (_ ("%s takes no mentee: the number of places is 0."), mentor);

    case RM_WHY_MENTEE_LOCKED:
      /* Translators: a person */
      return rm_sentence_new (_ ("Locked pairs hold all places of %s."), mentee);

    case RM_WHY_MENTOR_LOCKED:
      return rm_sentence_new (_ ("Locked pairs hold all places of %s."), mentor);

    case RM_WHY_RULE:
    case RM_WHY_APART:
    case RM_WHY_CHOSEN:
    case RM_WHY_PRICE:
    default:
      /* Translators: %s is a reason: "the two are in one reporting line" */
      return rm_sentence_new (_ ("They cannot be paired: %s."),
                              _ (rm_rule_describe (why->why == RM_WHY_RULE ? why->rule
                                                                           : RM_RULE_EXCLUDED)));
    }
}

static RmFigures
figures_of (const RmOutcome *outcome)
{
  return (RmFigures) { outcome->n_pairs, outcome->n_paired, outcome->total, outcome->lowest };
}

static RmAnswer *
answer_new (const RmExplanations *self,
            const RmWhyNot *why,
            RmPlace place)
{
  RmAnswer *answer = g_new0 (RmAnswer, 1);

  answer->mentee = rm_scorer_get_mentee (self->scorer, place.mentee)->record.id;
  answer->mentor = rm_scorer_get_mentor (self->scorer, place.mentor)->record.id;
  answer->why = why->why;
  answer->rule = why->rule;
  answer->locked = why->locked;
  answer->before = figures_of (&why->before);
  answer->after = figures_of (&why->after);
  answer->moves = list_moves (self, why, place);
  answer->sentence = why->why == RM_WHY_PRICE || why->why == RM_WHY_CHOSEN
                       ? describe_price (self, why, answer->moves)
                       : describe_obstacle (self, why, place);

  return answer;
}

RmAnswer *
rm_explanations_ask (const RmExplanations *self,
                     gint64 mentee,
                     gint64 mentor,
                     RmProgressFunc progress,
                     gpointer data,
                     GError **error)
{
  int row = rm_scorer_find_mentee (self->scorer, mentee);
  int column = rm_scorer_find_mentor (self->scorer, mentor);
  RmPlace place = { (guint) row, (guint) column };
  g_autoptr (RmWhyNot) why = NULL;

  if (row < 0 || column < 0)
    {
      g_set_error_literal (error, RM_APP_ERROR, RM_APP_ERROR_NOT_FOUND,
                           row < 0 ? _ ("This person does not take part as a mentee")
                                   : _ ("This person does not take part as a mentor"));
      return NULL;
    }

  why = rm_explain_why_not (self->explain, place, progress, data, error);

  return why != NULL ? answer_new (self, why, place) : NULL;
}

void
rm_answer_free (RmAnswer *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->moves);
  g_free (self->sentence);
  g_free (self);
}
