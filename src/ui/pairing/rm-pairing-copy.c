/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pairing/rm-pairing-copy.h"

#include <glib/gi18n.h>

static void
add_words (RmTableWriter *writer,
           const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    rm_table_writer_add_word (writer, words[i]);
}

static void
add_person (RmTableWriter *writer,
            const RmPerson *person)
{
  rm_table_writer_add_text (writer, rm_person_display_name (person));
  rm_table_writer_add_text (writer, person->department);
}

static void
add_slot (RmTableWriter *writer,
          RmScorer *scorer,
          const RmSlot *slot)
{
  add_person (writer, rm_scorer_get_mentor (scorer, slot->mentor));
  if (slot->rule == RM_RULE_UNAVAILABLE)
    rm_table_writer_add_word (writer, NULL);
  else
    rm_table_writer_add_percent (writer, rm_points_to_percent (slot->score));
  rm_table_writer_add_word (writer, slot->locked ? _ ("yes") : _ ("no"));
}

void
rm_pairing_copy_mentee (RmBoard *board,
                        RmIdItem *mentee,
                        RmTableWriter *writer)
{
  const char *const headers[] = { _ ("Mentee"), _ ("Department"), _ ("Mentor"), _ ("Department"),
                                  _ ("Score, %"), _ ("Locked"), NULL };
  const RmPairing *pairing = rm_board_get_pairing (board);
  RmScorer *scorer = pairing != NULL ? rm_pairing_get_scorer (pairing) : NULL;
  const RmSlot *slots = NULL;
  guint n = 0;
  int index = -1;

  if (mentee == NULL)
    add_words (writer, headers);
  if (mentee != NULL && scorer != NULL)
    index = rm_scorer_find_mentee (scorer, rm_id_item_get_id (mentee));
  if (index < 0)
    return;

  slots = rm_pairing_list_slots (pairing, (guint) index, &n);
  add_person (writer, rm_scorer_get_mentee (scorer, (guint) index));
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        {
          rm_table_writer_end_row (writer);
          add_person (writer, rm_scorer_get_mentee (scorer, (guint) index));
        }
      add_slot (writer, scorer, &slots[i]);
    }
}

void
rm_pairing_copy_mentor (RmBoard *board,
                        RmIdItem *mentor,
                        RmTableWriter *writer)
{
  const char *const headers[] = { _ ("Mentor"), _ ("Department"), _ ("Free places"),
                                  _ ("Score, %"), NULL };
  const RmPairing *pairing = rm_board_get_pairing (board);
  RmScorer *scorer = pairing != NULL ? rm_pairing_get_scorer (pairing) : NULL;
  int index = -1;
  int mentee = -1;
  RmScore score;

  if (mentor == NULL)
    add_words (writer, headers);
  if (mentor != NULL && scorer != NULL)
    index = rm_scorer_find_mentor (scorer, rm_id_item_get_id (mentor));
  if (index < 0)
    return;

  add_person (writer, rm_scorer_get_mentor (scorer, (guint) index));
  rm_table_writer_add_number (writer, (int) rm_pairing_get_mentor_free (pairing, (guint) index));
  mentee = rm_scorer_find_mentee (scorer, rm_board_get_selected (board));
  if (mentee < 0)
    return;

  rm_scorer_explain (scorer, (guint) mentee, (guint) index, &score);
  if (score.rule == RM_RULE_NONE)
    rm_table_writer_add_percent (writer, rm_points_to_percent (score.total));
}
