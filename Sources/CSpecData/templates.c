// Embeds templates/*. `#embed` is C23; clang has it in every mode and only warns, which is switched off here.
#pragma clang diagnostic ignored "-Wc23-extensions"
#include "templates.h"

static const unsigned char report_css[] = {
#embed "templates/report.css"
};
const struct specsync_embedded specsync_report_css = {report_css, sizeof report_css};

static const unsigned char report_js[] = {
#embed "templates/report.js"
};
const struct specsync_embedded specsync_report_js = {report_js, sizeof report_js};
