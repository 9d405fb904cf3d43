#include "core/scoring/rm-score.h"
