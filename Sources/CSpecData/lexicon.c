// Embeds lexicon/*.csv. `#embed` is C23; clang has it in every mode and only warns, which is switched off here.
#pragma clang diagnostic ignored "-Wc23-extensions"
#include "lexicon.h"

static const unsigned char axis_names[] = {
#embed "lexicon/axis-names.csv"
};
const unsigned char *_Nonnull const specsync_lexicon_axis_names = axis_names;
const unsigned long specsync_lexicon_axis_names_size = sizeof axis_names;

static const unsigned char attributes[] = {
#embed "lexicon/attributes.csv"
};
const unsigned char *_Nonnull const specsync_lexicon_attributes = attributes;
const unsigned long specsync_lexicon_attributes_size = sizeof attributes;

static const unsigned char colours[] = {
#embed "lexicon/colours.csv"
};
const unsigned char *_Nonnull const specsync_lexicon_colours = colours;
const unsigned long specsync_lexicon_colours_size = sizeof colours;

static const unsigned char folding[] = {
#embed "lexicon/folding.csv"
};
const unsigned char *_Nonnull const specsync_lexicon_folding = folding;
const unsigned long specsync_lexicon_folding_size = sizeof folding;

static const unsigned char modifiers[] = {
#embed "lexicon/modifiers.csv"
};
const unsigned char *_Nonnull const specsync_lexicon_modifiers = modifiers;
const unsigned long specsync_lexicon_modifiers_size = sizeof modifiers;

static const unsigned char noise[] = {
#embed "lexicon/noise.csv"
};
const unsigned char *_Nonnull const specsync_lexicon_noise = noise;
const unsigned long specsync_lexicon_noise_size = sizeof noise;

static const unsigned char packs[] = {
#embed "lexicon/packs.csv"
};
const unsigned char *_Nonnull const specsync_lexicon_packs = packs;
const unsigned long specsync_lexicon_packs_size = sizeof packs;

static const unsigned char patterns[] = {
#embed "lexicon/patterns.csv"
};
const unsigned char *_Nonnull const specsync_lexicon_patterns = patterns;
const unsigned long specsync_lexicon_patterns_size = sizeof patterns;

static const unsigned char relations[] = {
#embed "lexicon/relations.csv"
};
const unsigned char *_Nonnull const specsync_lexicon_relations = relations;
const unsigned long specsync_lexicon_relations_size = sizeof relations;

static const unsigned char sizes[] = {
#embed "lexicon/sizes.csv"
};
const unsigned char *_Nonnull const specsync_lexicon_sizes = sizes;
const unsigned long specsync_lexicon_sizes_size = sizeof sizes;
