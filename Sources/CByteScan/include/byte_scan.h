#ifndef SPECSYNC_BYTE_SCAN_H
#define SPECSYNC_BYTE_SCAN_H
#include <stdint.h>

/* Reads a byte for no other reason than that its memory is near when it is read again. A true read: a prefetch in its
   place gained less. */
static inline void specsync_touch(const void *address) { (void)*(const volatile uint8_t *)address; }

/* What Swift's SIMD types do not do well (2 instead of 5 GB/s): 64 bytes looked at together, with one bit a byte as the
   answer (bit 0 = first byte). Inlined into the Swift that calls it, no call is left. */

/* Which of 64 bytes play which part in UTF-8. */
typedef struct {
    uint64_t high;  /* 0x80 and above: all that is not ASCII */
    uint64_t lead;  /* 0xC0 and above: the first bytes of longer characters */
    uint64_t three; /* 0xE0 and above: those of characters of three bytes or more */
    int rare;       /* there is a lead that asks for more than its number of followers: C0 C1 E0 ED, F0 and above */
} specsync_utf8_marks;

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

static inline __m128i specsync_at_least16(__m128i bytes, uint8_t least) {
    return _mm_cmpeq_epi8(_mm_max_epu8(bytes, _mm_set1_epi8((char)least)), bytes);
}

static inline specsync_utf8_marks specsync_utf8_marks64(const uint8_t *bytes) {
    specsync_utf8_marks marks = {0, 0, 0, 0};
    __m128i rare = _mm_setzero_si128();
    for (int quarter = 0; quarter < 4; quarter++) {
        const __m128i part = _mm_loadu_si128((const __m128i *)(bytes + 16 * quarter));
        const int at = 16 * quarter;
        marks.high |= (uint64_t)(uint32_t)_mm_movemask_epi8(part) << at;
        marks.lead |= (uint64_t)(uint32_t)_mm_movemask_epi8(specsync_at_least16(part, 0xC0)) << at;
        marks.three |= (uint64_t)(uint32_t)_mm_movemask_epi8(specsync_at_least16(part, 0xE0)) << at;
        const __m128i even = _mm_and_si128(part, _mm_set1_epi8((char)0xFE));
        rare = _mm_or_si128(rare, _mm_cmpeq_epi8(even, _mm_set1_epi8((char)0xC0)));
        rare = _mm_or_si128(rare, _mm_cmpeq_epi8(part, _mm_set1_epi8((char)0xE0)));
        rare = _mm_or_si128(rare, _mm_cmpeq_epi8(part, _mm_set1_epi8((char)0xED)));
        rare = _mm_or_si128(rare, specsync_at_least16(part, 0xF0));
    }
    marks.rare = _mm_movemask_epi8(rare);
    return marks;
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

static inline specsync_utf8_marks specsync_utf8_marks64(const uint8_t *bytes) {
    specsync_utf8_marks marks = {0, 0, 0, 0};
    for (int at = 0; at < 64; at++) {
        const uint8_t byte = bytes[at];
        marks.high |= (uint64_t)(byte >= 0x80) << at;
        marks.lead |= (uint64_t)(byte >= 0xC0) << at;
        marks.three |= (uint64_t)(byte >= 0xE0) << at;
        marks.rare |= (byte & 0xFE) == 0xC0 || byte == 0xE0 || byte == 0xED || byte >= 0xF0;
    }
    return marks;
}
#endif
#endif
