/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/rm-tooltip.h"

static GQuark
text_quark (void)
{
  return g_quark_from_static_string ("rm-tooltip");
}

static gboolean
query_cb (GtkWidget *widget,
          int x,
          int y,
          gboolean by_keyboard,
          GtkTooltip *tooltip,
          gpointer data)
{
  const char *text = g_object_get_qdata (G_OBJECT (widget), text_quark ());

  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

void
rm_tooltip_set (GtkWidget *widget,
                const char *text)
{
  if (!gtk_widget_get_has_tooltip (widget))
    {
      gtk_widget_set_has_tooltip (widget, TRUE);
      g_signal_connect (widget, "query-tooltip", G_CALLBACK (query_cb), NULL);
    }
  g_object_set_qdata_full (G_OBJECT (widget), text_quark (), g_strdup (text), g_free);
}
