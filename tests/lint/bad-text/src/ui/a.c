/* SPDX-License-Identifier: GPL-3.0-or-later */
void
say (void)
{
  gtk_label_new ("Hello there");
}
