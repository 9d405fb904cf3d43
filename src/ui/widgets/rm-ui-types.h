/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _RmApplication RmApplication;
typedef struct _RmBanner RmBanner;
typedef struct _RmHeatmap RmHeatmap;
typedef struct _RmPersonItem RmPersonItem;
typedef struct _RmPersonList RmPersonList;
typedef struct _RmWindow RmWindow;

G_END_DECLS
