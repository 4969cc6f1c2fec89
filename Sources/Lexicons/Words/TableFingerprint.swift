import CSpecData

extension Lexicon {
    /// A fingerprint (FNV-1a) of the built-in tables, so that a run can say with which words it was made.
    public static let fingerprint: UInt64 = [
        specsync_lexicon_axis_names, specsync_lexicon_attributes, specsync_lexicon_colours, specsync_lexicon_folding,
        specsync_lexicon_modifiers, specsync_lexicon_noise, specsync_lexicon_packs, specsync_lexicon_patterns,
        specsync_lexicon_relations, specsync_lexicon_sizes, specsync_lexicon_titles,
    ].reduce(0xCBF2_9CE4_8422_2325) { hash, table in
        UnsafeBufferPointer(start: table.bytes, count: table.length).reduce(hash) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01B3
        }
    }
}
