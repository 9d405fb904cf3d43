#include "core/matching/rm-matcher.h"
