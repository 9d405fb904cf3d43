/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/directory/rm-ldif-reader.h"

#include "exchange/directory/rm-entries.h"
#include "exchange/directory/rm-folded-lines.h"
#include "exchange/directory/rm-ldif-managers.h"
#include "exchange/directory/rm-value-text.h"
#include "exchange/sheet/rm-sheet-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What ldapsearch, ldbsearch, ldifde, slapcat and UCS write, which is less strict than RFC 2849:
 * results of a search stand among the entries, and names are not always escaped in one way. */

#define LIST_JOINT "; "
#define NAME_CHARACTERS                                                                            \
  "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.;_="

typedef struct
{
  RmEntries *entries; /* owned */
  RmFoldedLines lines;
  gboolean changes; /* the entry says how another is changed */

  guint n_left_out;
  guint n_broken;
  guint first_broken;
  char *ended; /* nullable, owned: why the search ended early */
} Reader;

static gboolean
equal (const char *a,
       const char *b)
{
  return g_ascii_strcasecmp (a, b) == 0;
}

static gboolean
is_among (const char *name,
          const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (equal (name, names[i]))
      return TRUE;

  return FALSE;
}

/* Two names or addresses in one cell would be nobody's: the first is the one that counts. */
static gboolean
says_who (const char *name)
{
  static const char *const names[] = { "cn", "sn", "givenName", "displayName", "mail",
                                       "employeeNumber", "employeeID", NULL };

  return is_among (name, names);
}

/* Nobody is to find these in a preview, in a cell or in a report. */
static gboolean
is_never_read (const char *name)
{
  static const char *const parts[]
    = { "photo", "passw", "pwd", "pwhistory", "certificate", "krb5key", "secret", "audio",
        ";binary" };
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strstr (lower, parts[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* Whether the entry is a person. Searches for a few attributes leave the classes out. */
static gboolean
is_person (const Reader *self)
{
  static const char *const people[] = { "person", "inetOrgPerson", "organizationalPerson", "user",
                                        "posixAccount", "univentionPerson", NULL };
  /* Computers are users to Active Directory. */
  static const char *const others[] = { "computer", "univentionHost", "univentionWindows",
                                        "univentionClient", "univentionDomainController",
                                        "univentionMemberServer", NULL };
  static const char *const signs[] = { "sn", "givenName", "mail", "displayName", "employeeNumber",
                                       "employeeID", "uid", "sAMAccountName" };
  static const char *const of_groups[] = { "member", "uniqueMember", "memberUid" };
  const char *text = rm_entries_find (self->entries, "objectClass");
  g_auto (GStrv) classes = g_strsplit (text != NULL ? text : "", LIST_JOINT, -1);
  gboolean found = FALSE;

  for (guint i = 0; classes[i] != NULL; i++)
    {
      if (is_among (classes[i], others))
        return FALSE;
      found |= is_among (classes[i], people);
    }
  if (text != NULL)
    return found;

  for (gsize i = 0; i < G_N_ELEMENTS (of_groups); i++)
    if (rm_entries_find (self->entries, of_groups[i]) != NULL)
      return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    found |= rm_entries_find (self->entries, signs[i]) != NULL;
  return found;
}

static void
drop_if_same (Reader *self,
              const char *name,
              const char *other)
{
  const char *first = rm_entries_find (self->entries, name);
  const char *second = rm_entries_find (self->entries, other);

  if (first != NULL && second != NULL && g_str_equal (first, second))
    rm_entries_remove (self->entries, name);
}

/* "title;lang-de" only counts where there is no "title". */
static void
drop_options (Reader *self)
{
  GPtrArray *names = rm_entries_get_names (self->entries);

  for (guint i = names->len; i > 0; i--)
    {
      g_autofree char *name = g_strdup (g_ptr_array_index (names, i - 1));
      g_autofree char *plain = g_strndup (name, strcspn (name, ";"));

      if (!g_str_equal (plain, name) && rm_entries_find (self->entries, plain) != NULL)
        rm_entries_remove (self->entries, name);
    }
}

static gboolean
end_entry (Reader *self,
           GError **error)
{
  gboolean person = FALSE;

  if (!rm_entries_has_begun (self->entries))
    return TRUE;

  person = !self->changes && is_person (self);
  self->changes = FALSE;
  if (!person)
    {
      self->n_left_out++;
      rm_entries_drop (self->entries);
      return TRUE;
    }

  drop_options (self);
  drop_if_same (self, "name", "cn");
  drop_if_same (self, "distinguishedName", "dn");
  return rm_entries_keep (self->entries, error);
}

static void
note_broken (Reader *self)
{
  if (self->n_broken++ == 0)
    self->first_broken = self->lines.line;
}

/* "20260131081500.0Z" and "20260131081500+0100": the day. */
static char *
shorten_time (char *text)
{
  gsize n = strspn (text, "0123456789");
  gsize rest = n + (text[n] == '.' ? 1 + strspn (text + n + 1, "0123456789") : 0);
  gboolean zone = text[rest] == 'Z'
                    ? text[rest + 1] == '\0'
                    : (text[rest] == '+' || text[rest] == '-')
                        && strspn (text + rest + 1, "0123456789") == strlen (text + rest + 1);
  char *day = NULL;

  if (n != 14 || !zone)
    return text;

  day = g_strdup_printf ("%.4s-%.2s-%.2s", text, text + 4, text + 6);
  g_free (text);
  return day;
}

/* "4 Size limit exceeded": the server had more to say. */
static void
note_result (Reader *self,
             const char *text)
{
  if (g_ascii_strtoull (text, NULL, 10) == 0 || self->ended != NULL)
    return;

  self->ended = g_strdup (text);
}

static gboolean
take_value (Reader *self,
            const char *name,
            char *value,
            GError **error)
{
  g_autofree char *text = shorten_time (value);
  gboolean is_manager = equal (name, "manager");

  if (equal (name, "dn"))
    {
      if (!end_entry (self, error))
        return FALSE;
      rm_entries_begin (self->entries, self->lines.line);
    }
  else if (!rm_entries_has_begun (self->entries))
    {
      if (equal (name, "result"))
        note_result (self, text);
      return TRUE;
    }
  else if (equal (name, "changetype"))
    {
      self->changes = !equal (text, "add");
      return TRUE;
    }
  else if (equal (name, "control")
           || (says_who (name) && rm_entries_find (self->entries, name) != NULL))
    return TRUE;

  return rm_entries_add (self->entries, name, is_manager ? RM_LDIF_MANAGERS_JOINT : LIST_JOINT,
                         text, error);
}

static gboolean
take_line (Reader *self,
           GError **error)
{
  const GString *line = self->lines.text;
  gsize length = strspn (line->str, NAME_CHARACTERS);
  g_autofree char *name = NULL;
  const char *from = NULL;
  char *value = NULL;

  if (line->len == 0)
    return end_entry (self, error);
  /* What is to be changed is no entry; the next begins with its name. */
  if (*line->str == '#' || (self->changes && g_ascii_strncasecmp (line->str, "dn:", 3) != 0))
    return TRUE;
  if (length == 0 || line->str[length] != ':')
    {
      note_broken (self);
      return TRUE;
    }

  name = g_strndup (line->str, length);
  from = line->str + length + 1;
  if (*from == '<' || is_never_read (name))
    return TRUE;

  if (*from == ':')
    {
      gsize n = 0;
      g_autofree guchar *bytes = g_base64_decode (from + 1, &n);

      if (g_utf8_validate ((char *) bytes, (gssize) n, NULL))
        value = g_strndup ((char *) bytes, n);
    }
  else
    {
      from += strspn (from, " ");
      value = rm_value_text_new (from, line->len - (gsize) (from - line->str), NULL);
    }

  return value == NULL || take_value (self, name, value, error);
}

static gboolean
read_lines (Reader *self,
            gsize length,
            RmProgressFunc progress,
            gpointer data,
            GError **error)
{
  const char *start = self->lines.at;

  for (guint n = 1; rm_folded_lines_next (&self->lines); n++)
    {
      if (!take_line (self, error))
        return FALSE;
      if (n % 4096 == 0 && progress != NULL
          && !progress ((double) (self->lines.at - start) / (double) length, data))
        {
          g_set_error_literal (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_CANCELLED,
                               _ ("Reading was stopped"));
          return FALSE;
        }
    }

  return end_entry (self, error);
}

static void
tell (const Reader *self,
      RmSheet *sheet)
{
  if (self->n_left_out > 0)
    rm_sheet_add_notice (sheet, RM_FILE_PROBLEM_ENTRIES, RM_FILE_NOWHERE,
                         g_strdup_printf (
                           ngettext ("%u entry is not read: it is not a person",
                                     "%u entries are not read: they are not people",
                                     self->n_left_out),
                           self->n_left_out));
  if (self->n_broken > 0)
    rm_sheet_add_notice (sheet, RM_FILE_PROBLEM_BROKEN_LINES, RM_FILE_NOWHERE,
                         g_strdup_printf (
                           /* Translators: a number of lines, then the number of one */
                           ngettext ("%u line cannot be read and is left out: line %u",
                                     "%u lines cannot be read and are left out; the first is line "
                                     "%u",
                                     self->n_broken),
                           self->n_broken, self->first_broken));
  if (self->ended != NULL)
    rm_sheet_add_notice (sheet, RM_FILE_PROBLEM_CUT_SHORT, RM_FILE_NOWHERE,
                         g_strdup_printf (
                           /* Translators: what a server said: a number and words */
                           _ ("The search ended early (%s): people may be missing"), self->ended));
}

RmSheet *
rm_ldif_reader_read (const guchar *bytes,
                     gsize length,
                     guint max_rows,
                     RmProgressFunc progress,
                     gpointer data,
                     GError **error)
{
  Reader self = { .entries = rm_entries_new (max_rows) };
  RmSheet *sheet = NULL;

  rm_folded_lines_init (&self.lines, bytes, length);
  if (read_lines (&self, length, progress, data, error))
    {
      rm_ldif_managers_resolve (self.entries);
      sheet = rm_entries_finish (self.entries, RM_SHEET_LDIF, error);
    }
  if (sheet != NULL)
    tell (&self, sheet);
  rm_folded_lines_clear (&self.lines);
  rm_entries_free (self.entries);
  g_free (self.ended);

  return sheet;
}

gboolean
rm_ldif_reader_knows (const guchar *bytes,
                      gsize length)
{
  RmFoldedLines lines;
  gboolean known = FALSE;

  rm_folded_lines_init (&lines, bytes, length);
  while (rm_folded_lines_next (&lines))
    if (lines.text->len > 0 && *lines.text->str != '#')
      {
        const char *text = lines.text->str;

        known = g_ascii_strncasecmp (text, "dn:", 3) == 0
                || (g_ascii_strncasecmp (text, "version:", 8) == 0
                    && g_ascii_isdigit (text[8 + strspn (text + 8, " ")]));
        break;
      }
  rm_folded_lines_clear (&lines);

  return known;
}
