/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-memory.h"

#include "core/base/rm-id.h"
#include "core/model/rm-programme.h"
#include "store/rm-store-programme.h"

/* Edits of all kinds, undone and redone at random: the tables end unchanged. */

typedef struct
{
  GRand *rand;
  GArray *people;
  GArray *skills;
} World;

static gint64
pick (World *world,
      GArray *ids)
{
  if (ids->len == 0)
    return 0;

  return g_array_index (ids, gint64, g_rand_int_range (world->rand, 0, (int) ids->len));
}

static void
refresh_ids (World *world,
             RmStore *store)
{
  g_autoptr (GPtrArray) people
    = rm_store_load_records (store, rm_person_entity (), NULL, 0, NULL);
  g_autoptr (GPtrArray) skills = rm_store_load_records (store, rm_skill_entity (), NULL, 0, NULL);

  g_array_set_size (world->people, 0);
  g_array_set_size (world->skills, 0);
  for (guint i = 0; i < people->len; i++)
    g_array_append_val (world->people, ((RmRecord *) g_ptr_array_index (people, i))->id);
  for (guint i = 0; i < skills->len; i++)
    g_array_append_val (world->skills, ((RmRecord *) g_ptr_array_index (skills, i))->id);
}

static gboolean
add_person (RmStore *store,
            World *world,
            GError **error)
{
  RmPerson *person = rm_person_new ();
  gboolean ok = FALSE;

  person->name = g_strdup_printf ("Person %d", g_rand_int_range (world->rand, 0, 10000));
  person->level = g_rand_int_range (world->rand, 1, 11);
  person->manager = pick (world, world->people);
  person->side = g_rand_int_range (world->rand, 0, 4);
  ok = rm_store_insert (store, person, error);
  g_array_append_val (world->people, person->record.id);
  rm_record_unref (person);
  return ok;
}

static gboolean
add_rating (RmStore *store,
            World *world,
            GError **error)
{
  RmRating *rating = NULL;
  gboolean ok = FALSE;

  if (world->people->len == 0)
    return TRUE;
  if (world->skills->len < 5)
    {
      RmSkill *skill = rm_skill_new ();

      skill->name = g_strdup ("Prezi");
      ok = rm_store_insert (store, skill, error);
      g_array_append_val (world->skills, skill->record.id);
      rm_record_unref (skill);
      if (!ok)
        return FALSE;
    }

  rating = rm_rating_new ();
  rating->person = pick (world, world->people);
  rating->skill = pick (world, world->skills);
  rating->level = g_rand_int_range (world->rand, 0, 6);
  ok = rm_store_insert (store, rating, error);
  rm_record_unref (rating);
  return ok;
}

static gboolean
change_person (RmStore *store,
               World *world,
               GError **error)
{
  gint64 id = pick (world, world->people);
  g_autoptr (GPtrArray) rows = NULL;
  RmPerson *person = NULL;

  if (id == 0)
    return TRUE;
  rows = rm_store_load_records (store, rm_person_entity (), "id", id, error);
  person = g_ptr_array_index (rows, 0);
  person->willing = g_rand_boolean (world->rand) ? 1 : RM_UNKNOWN;
  g_free (person->department);
  person->department = g_strdup_printf ("Dept %d", g_rand_int_range (world->rand, 0, 9));
  return rm_store_update (store, person, error);
}

static gboolean
add_pair (RmStore *store,
          World *world,
          GError **error)
{
  RmPair *pair = NULL;
  gboolean ok = FALSE;

  if (world->people->len < 2)
    return TRUE;
  pair = rm_pair_new (pick (world, world->people), pick (world, world->people));
  ok = rm_store_insert (store, pair, error);
  rm_record_unref (pair);
  return ok;
}

static gboolean
add_all (RmStore *store,
         GPtrArray *records,
         GError **error)
{
  for (guint i = 0; i < records->len; i++)
    if (!rm_store_insert (store, g_ptr_array_index (records, i), error))
      return FALSE;

  return TRUE;
}

/* A role with a need, a nomination and a consent. */
static gboolean
add_around (RmStore *store,
            World *world,
            GError **error)
{
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (rm_record_unref);
  RmRoleProfile *profile = rm_role_profile_new ("Directors");
  RmConsentPurpose *purpose = rm_consent_purpose_new ("Photos", NULL);
  gint64 person = pick (world, world->people);
  gint64 skill = pick (world, world->skills);
  RmNomination *nomination = NULL;

  profile->record.id = rm_id_new ();
  purpose->record.id = rm_id_new ();
  g_ptr_array_add (made, profile);
  g_ptr_array_add (made, purpose);
  g_ptr_array_add (made, rm_cohort_new ("Spring"));
  g_ptr_array_add (made, rm_seniority_new (g_rand_int_range (world->rand, 1, 11), "Chief"));
  if (person != 0)
    {
      nomination = rm_nomination_new (person, skill, RM_NOMINATION_LEARN);
      nomination->nominator = pick (world, world->people);
      g_ptr_array_add (made, nomination);
      g_ptr_array_add (made, rm_consent_new (person, purpose->record.id, TRUE, "2026-03-01"));
    }
  if (skill != 0)
    g_ptr_array_add (made, rm_role_need_new (profile->record.id, skill, 3));

  return add_all (store, made, error);
}

static gboolean
change_skill (RmStore *store,
              World *world,
              GError **error)
{
  gint64 id = pick (world, world->skills);
  gint64 into = pick (world, world->skills);
  g_autoptr (GPtrArray) rows = NULL;
  RmSkill *skill = NULL;
  gboolean ok = TRUE;

  if (id == 0)
    return TRUE;
  if (g_rand_int_range (world->rand, 0, 3) > 0 || into == id)
    {
      rows = rm_store_load_records (store, rm_skill_entity (), "id", id, error);
      skill = g_ptr_array_index (rows, 0);
      skill->retired = !skill->retired;
      return rm_store_update (store, skill, error);
    }
  ok = g_rand_boolean (world->rand) ? rm_store_delete (store, rm_skill_entity (), id, error)
                                    : rm_store_merge (store, rm_skill_entity (), id, into, error);
  refresh_ids (world, store);
  return ok;
}

static gboolean
remove_around (RmStore *store,
               World *world,
               GError **error)
{
  g_autoptr (GPtrArray) profiles
    = rm_store_load_records (store, rm_role_profile_entity (), NULL, 0, error);
  g_autoptr (GPtrArray) purposes
    = rm_store_load_records (store, rm_consent_purpose_entity (), NULL, 0, error);
  RmRecord *profile = profiles->len > 0 ? g_ptr_array_index (profiles, 0) : NULL;
  RmRecord *purpose = purposes->len > 0 ? g_ptr_array_index (purposes, 0) : NULL;

  return (profile == NULL || rm_store_delete (store, rm_role_profile_entity (), profile->id, error))
         && (purpose == NULL || rm_store_delete (store, rm_consent_purpose_entity (), purpose->id, error));
}

static gboolean
random_edit (RmStore *store,
             gpointer data,
             GError **error)
{
  World *world = data;
  int n = g_rand_int_range (world->rand, 1, 5);
  gboolean ok = TRUE;

  for (int i = 0; ok && i < n; i++)
    switch (g_rand_int_range (world->rand, 0, 9))
      {
      case 0:
      case 1:
        ok = add_person (store, world, error);
        break;
      case 2:
        ok = add_rating (store, world, error);
        break;
      case 3:
        ok = change_person (store, world, error);
        break;
      case 4:
        ok = add_pair (store, world, error);
        break;
      case 5:
        ok = add_around (store, world, error);
        break;
      case 6:
        ok = change_skill (store, world, error);
        break;
      case 7:
        ok = g_rand_int_range (world->rand, 0, 3) > 0 || remove_around (store, world, error);
        break;
      default:
        if (world->people->len > 0 && g_rand_int_range (world->rand, 0, 3) == 0)
          {
            ok = rm_store_delete (store, rm_person_entity (), pick (world, world->people), error);
            refresh_ids (world, store);
          }
        break;
      }

  return ok;
}

static void
world_init (World *world,
            guint32 seed)
{
  world->rand = g_rand_new_with_seed (seed);
  world->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  world->skills = g_array_new (FALSE, FALSE, sizeof (gint64));
}

static void
world_clear (World *world)
{
  g_rand_free (world->rand);
  g_array_unref (world->people);
  g_array_unref (world->skills);
}

/* A stack of dumps is the oracle: after any number of steps back or forth the tables must be
 * exactly as they were then, and so must the programme that was refreshed change by change. */
static void
test_random (void)
{
  for (guint32 seed = 1; seed <= 12; seed++)
    {
      g_autoptr (RmStore) store = new_store (NULL);
      g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (RmProgramme) programme = rm_store_load_programme (store, NULL);
      World world;
      guint at = 0;

      world_init (&world, seed);
      g_ptr_array_add (dumps, dump_store (store));
      for (int step = 0; step < 120; step++)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (RmChanges) changes = NULL;
          g_autofree char *now = NULL;
          RmProgramme *after = NULL;
          int what = g_rand_int_range (world.rand, 0, 4);

          if (what == 0 && at > 0)
            {
              rm_store_undo (store, &changes, &error);
              at--;
            }
          else if (what == 1 && at + 1 < dumps->len)
            {
              rm_store_redo (store, &changes, &error);
              at++;
            }
          else
            {
              refresh_ids (&world, store);
              rm_store_edit (store, "Random edit", RM_EDIT_NONE, random_edit, &world, &changes,
                             &error);
              g_assert_no_error (error);
              if (changes->rows->len > 0)
                {
                  g_ptr_array_set_size (dumps, (int) at + 1);
                  g_ptr_array_add (dumps, dump_store (store));
                  at++;
                }
            }
          if (error != NULL)
            g_error ("seed %u, step %d: %s", seed, step, error->message);

          now = dump_store (store);
          if (!g_str_equal (now, g_ptr_array_index (dumps, at)))
            g_error ("seed %u, step %d: tables differ", seed, step);

          after = rm_store_refresh_programme (store, programme, changes, &error);
          g_assert_no_error (error);
          rm_programme_unref (programme);
          programme = after;
        }

      {
        g_autoptr (RmProgramme) whole = rm_store_load_programme (store, NULL);

        for (guint t = 0; t < RM_N_TABLES; t++)
          {
            g_assert_cmpuint (rm_programme_count (whole, t), ==, rm_programme_count (programme, t));
            for (guint i = 0; i < rm_programme_count (whole, t); i++)
              g_assert_true (rm_record_equal (rm_programme_get (whole, t, i),
                                              rm_programme_get (programme, t, i)));
          }
        for (guint i = 0; i < rm_programme_count (whole, RM_TABLE_PERSON); i++)
          {
            const RmPerson *a = rm_programme_get_person (whole, i);
            const RmPerson *b = rm_programme_get_person (programme, i);

            g_assert_cmpuint (a->n_standings, ==, b->n_standings);
            for (guint s = 0; s < a->n_standings; s++)
              g_assert_cmpint (a->standings[s].level, ==, b->standings[s].level);
          }
      }
      world_clear (&world);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/edit/random", test_random);
  return g_test_run ();
}
