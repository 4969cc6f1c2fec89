// The lexicon's tables as they stand in lexicon/*.csv, embedded: UTF-8, LF, without an end mark.
#ifndef SPECSYNC_LEXICON_H
#define SPECSYNC_LEXICON_H

extern const unsigned char *_Nonnull const specsync_lexicon_axis_names;
extern const unsigned long specsync_lexicon_axis_names_size;
extern const unsigned char *_Nonnull const specsync_lexicon_attributes;
extern const unsigned long specsync_lexicon_attributes_size;
extern const unsigned char *_Nonnull const specsync_lexicon_colours;
extern const unsigned long specsync_lexicon_colours_size;
extern const unsigned char *_Nonnull const specsync_lexicon_folding;
extern const unsigned long specsync_lexicon_folding_size;
extern const unsigned char *_Nonnull const specsync_lexicon_modifiers;
extern const unsigned long specsync_lexicon_modifiers_size;
extern const unsigned char *_Nonnull const specsync_lexicon_noise;
extern const unsigned long specsync_lexicon_noise_size;
extern const unsigned char *_Nonnull const specsync_lexicon_packs;
extern const unsigned long specsync_lexicon_packs_size;
extern const unsigned char *_Nonnull const specsync_lexicon_patterns;
extern const unsigned long specsync_lexicon_patterns_size;
extern const unsigned char *_Nonnull const specsync_lexicon_relations;
extern const unsigned long specsync_lexicon_relations_size;
extern const unsigned char *_Nonnull const specsync_lexicon_sizes;
extern const unsigned long specsync_lexicon_sizes_size;

#endif
