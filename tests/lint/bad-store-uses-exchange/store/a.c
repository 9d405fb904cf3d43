/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/rm-csv-reader.h"
