char *
greet (const char *name)
{
  return g_strdup_printf (_ ("Good morning, %s"), name);
}
