// Embeds lexicon/*.csv. `#embed` is C23; clang has it in every mode and only warns, which is switched off here.
#pragma clang diagnostic ignored "-Wc23-extensions"
#include "lexicon.h"

static const unsigned char axis_names[] = {
#embed "lexicon/axis-names.csv"
};
const struct specsync_embedded specsync_lexicon_axis_names = {axis_names, sizeof axis_names};

static const unsigned char attributes[] = {
#embed "lexicon/attributes.csv"
};
const struct specsync_embedded specsync_lexicon_attributes = {attributes, sizeof attributes};

static const unsigned char colours[] = {
#embed "lexicon/colours.csv"
};
const struct specsync_embedded specsync_lexicon_colours = {colours, sizeof colours};

static const unsigned char folding[] = {
#embed "lexicon/folding.csv"
};
const struct specsync_embedded specsync_lexicon_folding = {folding, sizeof folding};

static const unsigned char modifiers[] = {
#embed "lexicon/modifiers.csv"
};
const struct specsync_embedded specsync_lexicon_modifiers = {modifiers, sizeof modifiers};

static const unsigned char noise[] = {
#embed "lexicon/noise.csv"
};
const struct specsync_embedded specsync_lexicon_noise = {noise, sizeof noise};

static const unsigned char packs[] = {
#embed "lexicon/packs.csv"
};
const struct specsync_embedded specsync_lexicon_packs = {packs, sizeof packs};

static const unsigned char patterns[] = {
#embed "lexicon/patterns.csv"
};
const struct specsync_embedded specsync_lexicon_patterns = {patterns, sizeof patterns};

static const unsigned char relations[] = {
#embed "lexicon/relations.csv"
};
const struct specsync_embedded specsync_lexicon_relations = {relations, sizeof relations};

static const unsigned char sizes[] = {
#embed "lexicon/sizes.csv"
};
const struct specsync_embedded specsync_lexicon_sizes = {sizes, sizeof sizes};

static const unsigned char titles[] = {
#embed "lexicon/titles.csv"
};
const struct specsync_embedded specsync_lexicon_titles = {titles, sizeof titles};
