// Embeds templates/*. `#embed` is C23; clang has it in every mode and only warns, which is switched off here.
#pragma clang diagnostic ignored "-Wc23-extensions"
#include "templates.h"

static const unsigned char report_css[] = {
#embed "templates/report.css"
};
const unsigned char *const specsync_report_css = report_css;
const size_t specsync_report_css_size = sizeof report_css;

static const unsigned char report_js[] = {
#embed "templates/report.js"
};
const unsigned char *const specsync_report_js = report_js;
const size_t specsync_report_js_size = sizeof report_js;
