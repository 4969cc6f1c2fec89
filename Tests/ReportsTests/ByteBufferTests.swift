import Catalogues
import Testing

@testable import Reports

/// The bytes that outputs are made of, against the plain way of making them.
@Suite struct ByteBufferTests {
    /// What `write` puts into memory that is too small for it at first.
    private func text(_ write: (inout ByteBuffer) -> Void) -> String {
        var bytes = ByteBuffer(room: 1)
        write(&bytes)
        return bytes.string
    }

    /// Hands on a text with the slack that `Bytes` promises, filled with what would need quotes if it were looked at.
    private func withBytes(_ text: String, _ body: (Bytes) -> Void) {
        let room = Array(text.utf8) + Array(repeating: 0x22, count: 16)
        room.withUnsafeBufferPointer { body(Bytes(base: $0.baseAddress!, count: $0.count - 16)) }
    }

    @Test(
        arguments: [0, 7, 10, 99, 100, 101, 999, 1000, 12345, 1_000_000, 4_294_967_296, -1, -100, .max, .min] as [Int])
    func numbers(_ number: Int) { #expect(text { $0.put(decimal: number) } == String(number)) }

    @Test(arguments: [0, 1, 100, 855, 10_050, 1_290_000, -31_500, 99_999_999] as [Int64])
    func amounts(_ units: Int64) {
        let amount = Amount(tenThousandths: units)
        #expect(text { $0.put(amount) } == amount.description)
    }

    /// Each mark at each place of texts round the 16 bytes that are looked at together.
    @Test(arguments: ["\"", ",", "\n", "\r", "x", "色"]) func cells(_ mark: String) {
        for length in [1, 2, 15, 16, 17, 31, 32, 33, 48] {
            for place in 0..<length {
                let cell =
                    String(repeating: "a", count: place) + mark + String(repeating: "b", count: length - place - 1)
                let isQuoted = mark != "x" && mark != "色"
                let plain = isQuoted ? "\"" + (mark == "\"" ? cell.doubled : cell) + "\"" : cell
                // A cell that begins with CR makes a spreadsheet compute, too.
                let isFormula = place == 0 && mark == "\r"
                let wanted = isFormula ? "\"'" + plain.dropFirst() : plain
                withBytes(cell) { bytes in #expect(text { $0.put(cell: bytes) } == wanted + ",") }
            }
        }
    }

    @Test(
        arguments: [
            ("", ""), ("=1+1", "'=1+1"), ("+3", "+3"), ("-1.5", "-1.5"), ("-1.", "'-1."), ("-", "'-"), ("@a", "'@a"),
            ("\tx", "'\tx"), ("-a,b", "\"'-a,b\""), ("a-b", "a-b"),
        ])
    func formulas(_ cell: String, _ wanted: String) {
        withBytes(cell) { bytes in #expect(text { $0.put(cell: bytes) } == wanted + ",") }
    }

    @Test(arguments: ["\"", "\\", "\n", "\u{1}", "\u{7F}", "x", "色"]) func jsonStrings(_ mark: String) {
        let escapes = ["\"": "\\\"", "\\": "\\\\", "\n": "\\n", "\u{1}": "\\u0001", "\u{7F}": "\\u007f"]
        for place in 0..<34 {
            let (before, after) = (String(repeating: "a", count: place), String(repeating: "b", count: 33 - place))
            let wanted = "\"" + before + (escapes[mark] ?? mark) + after + "\""
            withBytes(before + mark + after) { bytes in #expect(text { $0.put(json: bytes) } == wanted) }
        }
    }

    /// A character cut in two, as the longest texts are, becomes U+FFFD.
    @Test func whatIsNoUTF8IsRepaired() {
        let cut = Array("长a".utf8.dropFirst()) + Array(repeating: 0, count: 16)
        cut.withUnsafeBufferPointer { room in
            let bytes = Bytes(base: room.baseAddress!, count: 3)
            #expect(text { $0.put(json: bytes) } == "\"\u{FFFD}\u{FFFD}a\"")
            #expect(text { $0.put(repaired: bytes) } == "\u{FFFD}\u{FFFD}a")
        }
    }

    @Test func aTextIsMadeOnceForAKey() {
        var texts = MadeTexts()
        var made = 0
        for key: UInt64 in [1, 2, 1, 3, 2, 1] {
            let text = texts.text(key) {
                made += 1
                $0.put(decimal: Int(key) * 11)
            }
            #expect(text.string == String(key * 11))
        }
        #expect(made == 3)
    }
}

extension String {
    /// With every quotation mark twice.
    fileprivate var doubled: String {
        split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
    }
}
