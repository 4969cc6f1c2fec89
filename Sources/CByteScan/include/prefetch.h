#ifndef SPECSYNC_PREFETCH_H
#define SPECSYNC_PREFETCH_H

/* Has the memory at `address` brought near, without waiting for it. */
static inline void specsync_prefetch(const void *address) { __builtin_prefetch(address); }
#endif
