/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the lint on hardening must refuse. */
int
main (void)
{
  return 0;
}
