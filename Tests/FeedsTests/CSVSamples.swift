import Catalogues
import Foundation
import Glibc

@testable import Feeds

/// What the scanner made of a text.
struct Scanned: Equatable {
    var cells: [[String]] = []
    /// Where the first incomplete record begins.
    var consumed = 0
    var hasInnerLines = false
    /// Where a quote was opened that is never closed.
    var openQuote: Int?

    /// - Parameter slowly: forces the state machine, by a record in front whose stray quote breaks RFC 4180.
    init(_ text: [UInt8], delimiter: UInt8 = 0x2C, lineEnd: UInt8 = 10, isLast: Bool = true, slowly: Bool = false) {
        let front: [UInt8] = slowly ? [0x78, 0x22, 0x79, lineEnd] : []
        // What lies behind the text must not matter; quotes would, if they were read.
        let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: front.count + text.count + 192)
        defer { memory.deallocate() }
        memory.initialize(repeating: 0x22, count: front.count + text.count + 192)
        memory.update(from: front + text, count: front.count + text.count)
        var scanner = CSVScanner(delimiter: delimiter, lineEnd: lineEnd)
        consumed = scanner.scan(memory, end: front.count + text.count, isLast: isLast) - front.count
        hasInnerLines = scanner.hasInnerLines
        openQuote = scanner.openQuote.map { $0 - front.count }
        var room = TextRoom()
        var record: [String] = []
        for field in 0..<scanner.ends.count {
            var cell = csvCell(memory, scanner.ends.base, field, &room).string
            let isLastOfRecord = memory[Int(scanner.ends[field])] == lineEnd
            // The CR of CR LF, which readers trim.
            if isLastOfRecord, lineEnd == 10, cell.unicodeScalars.last == "\r" { cell.unicodeScalars.removeLast() }
            record.append(cell)
            if isLastOfRecord {
                cells.append(record)
                record = []
            }
        }
        if slowly { cells.removeFirst() }
        // A record that is not complete is none.
        if !record.isEmpty { cells.append(record + ["(and no line end)"]) }
    }

    init(_ text: String, delimiter: UInt8 = 0x2C, lineEnd: UInt8 = 10, slowly: Bool = false) {
        self.init(Array(text.utf8), delimiter: delimiter, lineEnd: lineEnd, slowly: slowly)
    }
}

/// Reads bytes as a file of that name.
func read(
    _ bytes: [UInt8], named name: String = "f.csv", leg: Source.Leg = .supplier, encoding: TextEncoding? = nil
) throws -> (catalogue: Catalogue, understanding: FeedUnderstanding) {
    let url = FileManager.default.temporaryDirectory.appending(path: "specsync-\(UUID().uuidString)")
    try Data(bytes).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    var options = FeedOptions(leg: leg)
    options.name = name
    options.encoding = encoding
    return try Feed.read(url.path, options)
}

func read(_ text: String, leg: Source.Leg = .supplier) throws -> Catalogue {
    try read(Array(text.utf8), leg: leg).catalogue
}

/// A text in another encoding, by the system's iconv.
func encoded(_ text: String, _ encoding: String) -> [UInt8] {
    guard let converter = iconv_open(encoding, "UTF-8"), converter != iconv_t(bitPattern: -1) else { return [] }
    defer { iconv_close(converter) }
    var input = Array(text.utf8).map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: input.count * 4 + 16)
    let count = input.withUnsafeMutableBufferPointer { input in
        output.withUnsafeMutableBufferPointer { output in
            var from = input.baseAddress
            var left = input.count
            var to = output.baseAddress
            var space = output.count
            let failed = iconv(converter, &from, &left, &to, &space) == -1
            return failed ? 0 : output.count - space
        }
    }
    return output[..<count].map { UInt8(bitPattern: $0) }
}
