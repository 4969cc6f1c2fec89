#ifndef SPECSYNC_TARGETS_H
#define SPECSYNC_TARGETS_H

#include "embedded.h"

/// One built-in target: its name, and its file, targets/*.yaml.
struct specsync_target {
    const char *name;
    struct specsync_embedded yaml;
};

size_t specsync_target_count(void);

/// The target at `index`, from 0.
const struct specsync_target *specsync_target(size_t index);

#endif
