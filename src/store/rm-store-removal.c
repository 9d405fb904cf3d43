/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/rm-store-private.h"

#include "core/rm-consent.h"
#include "core/rm-role.h"
#include "core/rm-skill.h"

/* Taking rows out with all that refers to them. Foreign keys have no actions, since those would
 * break the redo of a changeset. */

typedef struct
{
  const char *table;
  const char *column;
} Dependant;

static gboolean
run_on (RmStore *self,
        const char *sql,
        const char *action,
        gint64 first,
        gint64 second,
        GError **error)
{
  RmQuery *query = rm_db_query (self->db, sql, action, error);

  if (query == NULL)
    return FALSE;
  rm_query_bind_int64 (query, 1, first);
  if (second != 0)
    rm_query_bind_int64 (query, 2, second);
  return rm_query_run (query, error);
}

static gboolean
delete_where (RmStore *self,
              const char *table,
              const char *column,
              gint64 id,
              GError **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE %s = ?1", table, column);

  return run_on (self, g_intern_string (sql), "delete a row", id, 0, error);
}

static gboolean
delete_dependants (RmStore *self,
                   const Dependant *dependants,
                   gsize n,
                   gint64 id,
                   GError **error)
{
  for (gsize i = 0; i < n; i++)
    if (!delete_where (self, dependants[i].table, dependants[i].column, id, error))
      return FALSE;

  return TRUE;
}

gboolean
rm_store_delete (RmStore *self,
                 const RmEntity *entity,
                 gint64 id,
                 GError **error)
{
  g_return_val_if_fail (self->editing, FALSE);

  return delete_where (self, entity->name, "id", id, error);
}

/* Those who reported to the person keep the staff number or e-mail as a reference in writing, and
 * nominations that the person made keep the name. */
static gboolean
release_person (RmStore *self,
                gint64 id,
                GError **error)
{
  return run_on (self,
                 "UPDATE person SET manager = NULL, manager_ref = (SELECT coalesce "
                 "(m.staff_no, m.email, m.name) FROM person m WHERE m.id = ?1) WHERE manager = ?1",
                 "remove a person", id, 0, error)
         && run_on (self,
                    "UPDATE nomination SET nominator = NULL, nominated_by = coalesce "
                    "(nominated_by, (SELECT coalesce (n.name, n.email, n.staff_no) FROM person n "
                    "WHERE n.id = ?1)) WHERE nominator = ?1",
                    "remove a person", id, 0, error);
}

gboolean
rm_store_delete_person (RmStore *self,
                        gint64 id,
                        GError **error)
{
  static const Dependant dependants[] = {
    { "rating", "person" },     { "pair", "mentee" },         { "pair", "mentor" },
    { "exclusion", "mentee" },  { "exclusion", "mentor" },    { "acquaintance", "person" },
    { "acquaintance", "other" }, { "nomination", "person" },  { "consent", "person" },
  };

  g_return_val_if_fail (self->editing, FALSE);

  return delete_dependants (self, dependants, G_N_ELEMENTS (dependants), id, error)
         && release_person (self, id, error)
         && delete_where (self, "person", "id", id, error);
}

/* What two people have with each other is nothing once they are one. Of two open pairs with the same
 * third one stays, the locked one if any; of two answers of one day to what consent is asked for, the
 * refusal. Of two exclusions one stays, the confidential one if any, but none takes the place of an
 * open one with a reason: which of them are left must not tell what is confidential. */
static gboolean
drop_doubles (RmStore *self,
              gint64 into,
              GError **error)
{
  static const char *const statements[] = {
    "DELETE FROM pair WHERE mentee = mentor AND mentee = ?1",
    "DELETE FROM exclusion WHERE mentee = mentor AND mentee = ?1",
    "DELETE FROM acquaintance WHERE person = other AND person = ?1",
    "UPDATE person SET manager = NULL WHERE manager = id AND id = ?1",
    "UPDATE nomination SET nominator = NULL WHERE nominator = person AND person = ?1",
    "DELETE FROM pair WHERE (mentee = ?1 OR mentor = ?1) AND state NOT IN ('completed', 'ended') "
    "AND EXISTS (SELECT 1 FROM pair AS other WHERE other.mentee = pair.mentee "
    "AND other.mentor = pair.mentor AND other.state NOT IN ('completed', 'ended') "
    "AND (other.locked, -other.id) > (pair.locked, -pair.id))",
    "DELETE FROM exclusion WHERE (mentee = ?1 OR mentor = ?1) "
    "AND EXISTS (SELECT 1 FROM exclusion AS other WHERE other.mentee = exclusion.mentee "
    "AND other.mentor = exclusion.mentor "
    "AND (other.confidential = 0 AND ifnull (other.reason, '') != '') "
    "= (exclusion.confidential = 0 AND ifnull (exclusion.reason, '') != '') "
    "AND (-other.confidential, other.id) < (-exclusion.confidential, exclusion.id))",
    "DELETE FROM consent WHERE person = ?1 AND given = 1 "
    "AND EXISTS (SELECT 1 FROM consent AS other WHERE other.person = consent.person "
    "AND other.purpose = consent.purpose AND other.given = 0 "
    "AND other.recorded_on IS consent.recorded_on)",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    if (!run_on (self, statements[i], "merge people", into, 0, error))
      return FALSE;

  return TRUE;
}

gboolean
rm_store_merge_person (RmStore *self,
                       gint64 from,
                       gint64 into,
                       GError **error)
{
  static const char *const statements[] = {
    "UPDATE rating SET person = ?2 WHERE person = ?1",
    "UPDATE pair SET mentee = ?2 WHERE mentee = ?1",
    "UPDATE pair SET mentor = ?2 WHERE mentor = ?1",
    "UPDATE exclusion SET mentee = ?2 WHERE mentee = ?1",
    "UPDATE exclusion SET mentor = ?2 WHERE mentor = ?1",
    "UPDATE acquaintance SET person = ?2 WHERE person = ?1",
    "UPDATE acquaintance SET other = ?2 WHERE other = ?1",
    "UPDATE nomination SET person = ?2 WHERE person = ?1",
    "UPDATE nomination SET nominator = ?2 WHERE nominator = ?1",
    "UPDATE consent SET person = ?2 WHERE person = ?1",
    "UPDATE person SET manager = ?2 WHERE manager = ?1",
  };

  g_return_val_if_fail (self->editing, FALSE);
  g_return_val_if_fail (from != into, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    if (!run_on (self, statements[i], "merge people", from, into, error))
      return FALSE;

  return drop_doubles (self, into, error)
         && delete_where (self, "person", "id", from, error);
}

gboolean
rm_store_delete_skill (RmStore *self,
                       gint64 id,
                       GError **error)
{
  static const Dependant dependants[] = {
    { "rating", "skill" }, { "role_need", "skill" }, { "nomination", "skill" },
  };

  g_return_val_if_fail (self->editing, FALSE);

  return delete_dependants (self, dependants, G_N_ELEMENTS (dependants), id, error)
         && delete_where (self, rm_skill_entity ()->name, "id", id, error);
}

/* Where one profile asks for both, the higher level and the higher importance stay. */
static gboolean
merge_role_needs (RmStore *self,
                  gint64 from,
                  gint64 into,
                  GError **error)
{
  return run_on (self,
                 "UPDATE role_need SET skill = ?2 WHERE skill = ?1 AND profile NOT IN "
                 "(SELECT profile FROM role_need WHERE skill = ?2)",
                 "merge skills", from, into, error)
         && run_on (self,
                    "UPDATE role_need AS kept SET "
                    "level = max (kept.level, gone.level), "
                    "importance = coalesce (max (kept.importance, gone.importance), "
                    "kept.importance, gone.importance) "
                    "FROM (SELECT profile, max (level) AS level, max (importance) AS importance "
                    "FROM role_need WHERE skill = ?1 GROUP BY profile) AS gone "
                    "WHERE kept.skill = ?2 AND kept.profile = gone.profile",
                    "merge skills", from, into, error);
}

gboolean
rm_store_merge_skill (RmStore *self,
                      gint64 from,
                      gint64 into,
                      GError **error)
{
  g_return_val_if_fail (self->editing, FALSE);
  g_return_val_if_fail (from != into, FALSE);

  return run_on (self, "UPDATE rating SET skill = ?2 WHERE skill = ?1", "merge skills", from,
                 into, error)
         && run_on (self, "UPDATE nomination SET skill = ?2 WHERE skill = ?1", "merge skills", from,
                    into, error)
         && merge_role_needs (self, from, into, error)
         && rm_store_delete_skill (self, from, error);
}

gboolean
rm_store_delete_role_profile (RmStore *self,
                              gint64 id,
                              GError **error)
{
  g_return_val_if_fail (self->editing, FALSE);

  return delete_where (self, rm_role_need_entity ()->name, "profile", id, error)
         && delete_where (self, rm_role_profile_entity ()->name, "id", id, error);
}

gboolean
rm_store_delete_consent_purpose (RmStore *self,
                                 gint64 id,
                                 GError **error)
{
  g_return_val_if_fail (self->editing, FALSE);

  return delete_where (self, rm_consent_entity ()->name, "purpose", id, error)
         && delete_where (self, rm_consent_purpose_entity ()->name, "id", id, error);
}
