import Catalogues

extension ByteBuffer {
    /// A text as a JSON string, with its quotes. Whatever a catalogue holds, what leaves here is valid UTF-8.
    @inline(__always) mutating func put(json text: Bytes) {
        put(0x22)
        let start = count
        var all = SIMD16<UInt8>()
        let isSuspect = put(text) {
            all |= $0
            return Self.jsonMarks($0)
        }
        endString(from: start, isSuspect, all)
    }

    /// A text that is known to be valid UTF-8.
    @inline(__always) mutating func put(validJSON text: Bytes) {
        put(0x22)
        let start = count
        let isSuspect = put(text, lookingFor: Self.jsonMarks)
        endString(from: start, isSuspect, SIMD16())
    }

    mutating func put(json text: String) {
        var text = text
        text.withUTF8 { put(escaped: $0) }
    }

    /// The spec of a variant as a JSON string.
    @inline(__always) mutating func put(jsonSpec row: Int, of catalogue: Catalogue) {
        put(0x22)
        let start = count
        var all = SIMD16<UInt8>()
        let isSuspect = put(spec: row, of: catalogue) {
            all |= $0
            return Self.jsonMarks($0)
        }
        endString(from: start, isSuspect, all)
    }

    /// The bytes that JSON escapes: `"`, `\\` and controls.
    @inline(__always) private static func jsonMarks(_ part: SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>> {
        (part .== SIMD16(repeating: 0x22)) .| (part .== SIMD16(repeating: 0x5C))
            .| (part .< SIMD16(repeating: 0x20)) .| (part .== SIMD16(repeating: 0x7F))
    }

    /// Ends a string whose text was put in as it is since there were `start` bytes.
    ///
    /// - Parameters:
    ///   - isSuspect: whether there may be one of `jsonMarks` in it.
    ///   - all: the bytes laid over each other, so that a high bit tells that it is not all ASCII.
    @inline(__always) private mutating func endString(from start: Int, _ isSuspect: Bool, _ all: SIMD16<UInt8>) {
        let high = unsafeBitCast(all, to: SIMD2<UInt64>.self) & 0x8080_8080_8080_8080
        if isSuspect || high != .zero { makeSafe(from: start, isSuspect) } else { put(0x22) }
    }

    @inline(never) private mutating func makeSafe(from start: Int, _ isSuspect: Bool) {
        let text = Bytes(base: base + start, count: count - start)
        if !text.isUTF8 {
            let repaired = text.string
            setCount(start - 1)
            return put(json: repaired)
        }
        if isSuspect, text.buffer.contains(where: Self.isEscaped) {
            let copy = Array(text.buffer)
            setCount(start - 1)
            return copy.withUnsafeBufferPointer { put(escaped: $0) }
        }
        put(0x22)
    }

    @inline(__always) private static func isEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F
    }

    private mutating func put(escaped text: UnsafeBufferPointer<UInt8>) {
        reserve(text.count + 2)
        put(0x22)
        for byte in text {
            if !Self.isEscaped(byte) {
                put(byte)
                continue
            }
            put(0x5C)
            switch byte {
            case 0x22, 0x5C: put(byte)
            case 0x0A: put(0x6E)
            case 0x0D: put(0x72)
            case 0x09: put(0x74)
            default:
                put("u00")
                put(Self.hex[Int(byte >> 4)])
                put(Self.hex[Int(byte & 15)])
            }
        }
        put(0x22)
    }

    private static let hex = Array("0123456789abcdef".utf8)
}
