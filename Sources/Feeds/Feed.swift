package import Catalogues

/// Reads a catalogue from a file, whatever its format, and says how it was understood.
package enum Feed {
    package static func read(_ path: String, _ options: FeedOptions) throws(FeedError) -> (
        catalogue: Catalogue, understanding: FeedUnderstanding
    ) {
        let name = options.name ?? String(path.split(separator: "/").last ?? "")
        let (beginning, isWhole) = try FeedFile.beginning(of: path, name: name, limit: 1 << 20)
        var understanding = FeedUnderstanding()
        let catalogue: Catalogue
        switch FeedKind(beginning) {
        case .nothing:
            throw FeedError(Place(file: name), "the file is empty", remedy: "Export it again; nothing was compared.")
        case .spreadsheet:
            throw FeedError(
                Place(file: name), "this is an Excel workbook, which is not read yet",
                remedy: "Open it in Excel and save the sheet as “CSV UTF-8”, then name that file.")
        case .xml:
            catalogue = try XMLReader.read(path: path, name: name, options: options, understanding: &understanding)
            understanding.statedTime = FeedTime.stated(
                in: beginning, encoding: options.encoding?.rawValue, localOffset: options.localOffset)
        case .text:
            let guess = try encoding(of: beginning, isWhole: isWhole, name: name, options: options)
            understanding.encoding = guess.encoding.rawValue
            understanding.encodingReason = guess.reason
            do {
                catalogue = try CSVReader.read(
                    path: path, name: name, options: options, guess: guess,
                    understanding: &understanding)
            } catch let error where error.message == ByteSource.notUTF8 && options.encoding == nil {
                // Pure ASCII for a megabyte, then GBK: the whole file tells.
                guard let second = try wholeFileGuess(path, name) else { throw error }
                understanding.encoding = second.encoding.rawValue
                understanding.encodingReason = second.reason
                catalogue = try CSVReader.read(
                    path: path, name: name, options: options, guess: second,
                    understanding: &understanding)
            }
        }
        guard catalogue.variantCount > 0 else { throw nothingInIt(name, understanding) }
        return (catalogue, understanding)
    }

    private static func nothingInIt(_ name: String, _ understanding: FeedUnderstanding) -> FeedError {
        let what = understanding.format == "csv" ? "a header and no row below it" : "no variant"
        return FeedError(
            Place(file: name, line: understanding.headerLine), "the file holds \(what): nothing can be compared",
            remedy: "Export it again; an empty catalogue would make everything count as withdrawn.")
    }

    private static func encoding(
        of sample: [UInt8], isWhole: Bool, name: String, options: FeedOptions
    ) throws(FeedError) -> EncodingGuess {
        let guess = sample.withUnsafeBufferPointer { EncodingGuess(sample: $0, isWhole: isWhole) }
        if let encoding = options.encoding {
            // A mark of that very encoding is passed over, any other is the person's business.
            return EncodingGuess(
                encoding, markLength: guess?.encoding == encoding ? guess?.markLength ?? 0 : 0, reason: "as you said")
        }
        guard let guess else {
            throw FeedError(
                Place(file: name, line: sample.withUnsafeBufferPointer { EncodingGuess.lineThatIsNotUTF8($0) }),
                "the encoding of the file is not recognised: it is neither UTF-8, nor GB18030 (GBK)",
                remedy: "Say which it is, for example --\(options.leg.rawValue)-encoding BIG5.")
        }
        return guess
    }

    /// What a file's bytes say when up to 64 MB of them are looked at; nil if nothing but UTF-8 fits.
    private static func wholeFileGuess(_ path: String, _ name: String) throws(FeedError) -> EncodingGuess? {
        let (bytes, isWhole) = try FeedFile.beginning(of: path, name: name, limit: 64 << 20)
        let guess = bytes.withUnsafeBufferPointer { EncodingGuess(sample: $0, isWhole: isWhole) }
        return guess?.encoding == .utf8 ? nil : guess
    }
}

/// What kind of file a beginning is one of.
enum FeedKind {
    case nothing, xml, spreadsheet, text

    init(_ beginning: [UInt8]) {
        var bytes = beginning[...]
        if bytes.isEmpty {
            self = .nothing
            return
        }
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            self = .spreadsheet
            return
        }
        // In UTF-16 every other byte is zero; a mark may stand first.
        bytes = bytes.prefix(4096)
        let text = bytes.filter { $0 != 0 && $0 != 0xFE && $0 != 0xFF && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }
        guard let first = text.first(where: { $0 > 0x20 }) else {
            self = .text
            return
        }
        self = first == 0x3C ? .xml : .text
    }
}
