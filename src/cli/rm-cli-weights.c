/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/rm-cli.h"

/* The pairing from some settings. */

RmLiveResult *
rm_cli_try_settings (RmProgramme *programme,
                     RmSettings *settings,
                     GError **error)
{
  g_autoptr (RmProgramme) changed = rm_programme_new_changed (programme, settings, NULL, NULL);
  RmPairingResult *proposal = rm_pairing_propose (changed, rm_cli_progress, NULL, error);

  return proposal != NULL ? rm_live_result_new (programme, settings, proposal->scorer, NULL,
                                                proposal)
                          : NULL;
}
