/* SPDX-License-Identifier: GPL-3.0-or-later */
const char *first = N_ ("Translated");
const char *second = N_ ("Not translated");
