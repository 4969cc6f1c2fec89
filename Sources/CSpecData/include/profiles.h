#ifndef SPECSYNC_PROFILES_H
#define SPECSYNC_PROFILES_H

#include "embedded.h"

/// One built-in profile: its name, and its file, profiles/*.yaml.
struct specsync_profile {
    const char *name;
    struct specsync_embedded yaml;
};

size_t specsync_profile_count(void);

/// The profile at `index`, from 0; the most particular come first.
const struct specsync_profile *specsync_profile(size_t index);

#endif
