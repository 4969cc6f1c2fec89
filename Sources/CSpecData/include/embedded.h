#ifndef SPECSYNC_EMBEDDED_H
#define SPECSYNC_EMBEDDED_H

#include <stddef.h>

/// A file as it stands in this folder, embedded: UTF-8, LF, without an end mark.
struct __attribute__((swift_attr("@Sendable"))) specsync_embedded {
    const unsigned char *_Nonnull bytes;
    size_t length;
};

#endif
