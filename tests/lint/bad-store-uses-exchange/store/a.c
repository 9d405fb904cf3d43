/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/csv/rm-csv-reader.h"
