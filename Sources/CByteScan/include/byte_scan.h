#ifndef SPECSYNC_BYTE_SCAN_H
#define SPECSYNC_BYTE_SCAN_H
#include <stdint.h>

/* Reads a byte for no other reason than that its memory is near when it is read again. A true read: a prefetch in its
   place gained less. */
static inline void specsync_touch(const void *address) { (void)*(const volatile uint8_t *)address; }

/* Which of 64 bytes equal a given one, as one bit a byte (bit 0 = first byte). This is the one thing that Swift's
   SIMD types do not do well (2 instead of 5 GB/s): inlined into the Swift that calls it, no call is left. */
#if defined(__SSE2__)
#include <emmintrin.h>
static inline uint64_t specsync_equal64(const uint8_t *bytes, uint8_t wanted) {
    const __m128i all = _mm_set1_epi8((char)wanted);
    uint64_t mask = 0;
    for (int quarter = 0; quarter < 4; quarter++) {
        const __m128i part = _mm_loadu_si128((const __m128i *)(bytes + 16 * quarter));
        mask |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(part, all)) << (16 * quarter);
    }
    return mask;
}

/* Whether any of 64 bytes has its high bit set, that is, whether they are not all ASCII. */
static inline int specsync_any_high64(const uint8_t *bytes) {
    const __m128i *part = (const __m128i *)bytes;
    const __m128i both = _mm_or_si128(_mm_or_si128(_mm_loadu_si128(part), _mm_loadu_si128(part + 1)),
                                      _mm_or_si128(_mm_loadu_si128(part + 2), _mm_loadu_si128(part + 3)));
    return _mm_movemask_epi8(both) != 0;
}
#else
static inline uint64_t specsync_equal64(const uint8_t *bytes, uint8_t wanted) {
    uint64_t mask = 0;
    for (int at = 0; at < 64; at++) mask |= (uint64_t)(bytes[at] == wanted) << at;
    return mask;
}
static inline int specsync_any_high64(const uint8_t *bytes) {
    uint8_t all = 0;
    for (int at = 0; at < 64; at++) all |= bytes[at];
    return all >= 0x80;
}
#endif
#endif
