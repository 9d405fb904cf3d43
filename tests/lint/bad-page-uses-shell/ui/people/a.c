#include "ui/shell/rm-window.h"
