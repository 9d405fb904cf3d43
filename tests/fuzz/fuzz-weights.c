/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "app/queries/rm-settings-words.h"
#include "core/model/rm-field-kind.h"

/* A mode and weights as somebody might type them, with a line break between: they give settings
 * within their ranges, or an error. */

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  g_autofree char *typed = g_strndup (size > 0 ? (const char *) data : "", size);
  g_auto (GStrv) words = g_strsplit (typed, "\n", 2);
  RmSettings *before = rm_settings_new ();
  RmSettings *after = NULL;
  g_autoptr (GError) error = NULL;
  gboolean two = words[0] != NULL && words[1] != NULL;

  after = rm_settings_from_words (before, two ? words[0] : NULL, two ? words[1] : words[0],
                                  &error);
  g_assert_true ((after != NULL) == (error == NULL));
  for (int c = 0; after != NULL && c < RM_N_CRITERIA; c++)
    g_assert_true (rm_field_get_kind (rm_criterion_get_field ((RmCriterion) c))->takes (
      rm_criterion_get_field ((RmCriterion) c), after->weights[c]));
  if (error != NULL)
    g_assert_true (*error->message != '\0');

  g_clear_pointer (&after, rm_record_unref);
  rm_record_unref (before);
  return 0;
}
