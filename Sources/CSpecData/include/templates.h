// The style sheet and the script of report.html, templates/*.
#ifndef SPECSYNC_TEMPLATES_H
#define SPECSYNC_TEMPLATES_H

#include "embedded.h"

extern const struct specsync_embedded specsync_report_css;
extern const struct specsync_embedded specsync_report_js;

#endif
