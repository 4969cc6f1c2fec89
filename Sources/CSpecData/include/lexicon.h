// The lexicon's tables, lexicon/*.csv.
#ifndef SPECSYNC_LEXICON_H
#define SPECSYNC_LEXICON_H

#include "embedded.h"

extern const struct specsync_embedded specsync_lexicon_axis_names;
extern const struct specsync_embedded specsync_lexicon_attributes;
extern const struct specsync_embedded specsync_lexicon_colours;
extern const struct specsync_embedded specsync_lexicon_folding;
extern const struct specsync_embedded specsync_lexicon_modifiers;
extern const struct specsync_embedded specsync_lexicon_noise;
extern const struct specsync_embedded specsync_lexicon_packs;
extern const struct specsync_embedded specsync_lexicon_patterns;
extern const struct specsync_embedded specsync_lexicon_relations;
extern const struct specsync_embedded specsync_lexicon_sizes;
extern const struct specsync_embedded specsync_lexicon_titles;

#endif
