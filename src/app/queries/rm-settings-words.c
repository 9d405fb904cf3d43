/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/queries/rm-settings-words.h"

#include "core/base/rm-sentence.h"

#include "app/session/rm-app-types.h"

#include <glib/gi18n-lib.h>

/* Mode and weights as typed. */

static const RmField *
find_weight (const char *key)
{
  for (int c = 0; c < RM_N_CRITERIA; c++)
    if (g_str_equal (rm_criterion_key ((RmCriterion) c), key))
      return rm_criterion_get_field ((RmCriterion) c);

  return NULL;
}

static char *
list_keys (void)
{
  GString *list = g_string_new (NULL);

  for (int c = 0; c < RM_N_CRITERIA; c++)
    g_string_append_printf (list, "%s%s", c > 0 ? ", " : "", rm_criterion_key ((RmCriterion) c));

  return g_string_free (list, FALSE);
}

static gboolean
refuse_key (const char *key,
            GError **error)
{
  g_autofree char *keys = list_keys ();

  rm_sentence_set_error (error, RM_APP_ERROR, RM_APP_ERROR_VALUE,
                         /* Translators: what was typed, then the words there are */
                         _ ("There is no criterion “%s”; there are: %s"), key, keys);
  return FALSE;
}

static gboolean
set_weight (RmSettings *settings,
            const char *text,
            guint *seen,
            GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "=", 2);
  const char *key = parts[0] != NULL ? g_strstrip (parts[0]) : "";
  const RmField *field = find_weight (key);
  guint bit = 0;

  if (field == NULL)
    return refuse_key (key, error);
  if (parts[1] == NULL || *g_strstrip (parts[1]) == '\0')
    {
      rm_sentence_set_error (error, RM_APP_ERROR, RM_APP_ERROR_VALUE,
                             /* Translators: %s is a word such as "skills"; keep the rest as it is typed */
                             _ ("The weight of “%s” is missing: write %s=NUMBER"), key, key);
      return FALSE;
    }

  bit = 1u << (field - rm_criterion_get_field (RM_CRITERION_SKILLS));
  if ((*seen & bit) != 0)
    {
      rm_sentence_set_error (error, RM_APP_ERROR, RM_APP_ERROR_VALUE,
                             /* Translators: %s is a word such as "skills" */
                             _ ("The weight of “%s” is given twice"), key);
      return FALSE;
    }
  *seen |= bit;
  if (rm_record_parse (settings, field, parts[1], error))
    return TRUE;

  g_prefix_error (error, "%s: ", key);
  return FALSE;
}

static gboolean
set_weights (RmSettings *settings,
             const char *text,
             GError **error)
{
  g_auto (GStrv) items = g_strsplit (text, ",", -1);
  guint seen = 0;

  if (items[0] == NULL)
    return refuse_key ("", error);
  for (guint k = 0; items[k] != NULL; k++)
    if (!set_weight (settings, items[k], &seen, error))
      return FALSE;

  return TRUE;
}

static gboolean
parse_mode (const char *text,
            RmMode *mode,
            GError **error)
{
  const RmField *field = rm_entity_find_field (rm_settings_entity (), "mode");
  int value = 0;

  if (rm_field_find_nick (field, text, &value))
    {
      *mode = (RmMode) value;
      return TRUE;
    }

  rm_sentence_set_error (error, RM_APP_ERROR, RM_APP_ERROR_VALUE,
                         /* Translators: what was typed; keep the three words */
                         _ ("There is no mode “%s”; there are: people, total, weakest"), text);
  return FALSE;
}

RmSettings *
rm_settings_from_words (const RmSettings *before,
                        const char *mode,
                        const char *weights,
                        GError **error)
{
  RmSettings *settings = rm_record_copy (before);
  RmMode parsed = (RmMode) settings->mode;

  if ((mode == NULL || parse_mode (mode, &parsed, error))
      && (weights == NULL || set_weights (settings, weights, error)))
    {
      settings->mode = (int) parsed;
      return settings;
    }

  rm_record_unref (settings);
  return NULL;
}
