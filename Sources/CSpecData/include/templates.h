// The style sheet and the script of report.html as they stand in templates/, embedded: UTF-8, without an end mark.
#ifndef SPECSYNC_TEMPLATES_H
#define SPECSYNC_TEMPLATES_H

#include <stddef.h>

extern const unsigned char *const specsync_report_css;
extern const size_t specsync_report_css_size;
extern const unsigned char *const specsync_report_js;
extern const size_t specsync_report_js_size;

#endif
