#ifndef SPECSYNC_PROFILES_H
#define SPECSYNC_PROFILES_H

#include <stddef.h>

/// One built-in profile: its name, and its YAML file as it stands in `profiles/`.
struct specsync_profile {
    const char *name;
    const unsigned char *bytes;
    size_t length;
};

size_t specsync_profile_count(void);

/// The profile at `index`, from 0; the most particular come first.
const struct specsync_profile *specsync_profile(size_t index);

#endif
