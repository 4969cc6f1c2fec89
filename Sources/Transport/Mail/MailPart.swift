/// A part of a mail's body, with the headers that say what it is.
indirect enum MailPart {
    /// `plain` or `html`.
    case text(String, String)
    case file(MailMessage.Attachment)
    /// `mixed` or `alternative`.
    case parts(String, boundary: String, [MailPart])

    func append(to bytes: inout [UInt8]) {
        switch self {
        case .text(let kind, let text):
            bytes += "Content-Type: text/\(kind); charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n".utf8
            Base64.appendLines(Self.withNetworkLineEnds(text), to: &bytes)
        case .file(let file):
            let name = FileName(file.name)
            bytes += "Content-Type: \(Self.mediaType(file.mediaType));\r\n name=\"\(name.plain)\"\r\n".utf8
            bytes +=
                "Content-Transfer-Encoding: base64\r\nContent-Disposition: attachment;\r\n \(name.parameter)\r\n\r\n"
                .utf8
            Base64.appendLines(file.bytes, to: &bytes)
        case .parts(let kind, let boundary, let parts):
            bytes += "Content-Type: multipart/\(kind);\r\n boundary=\"\(boundary)\"\r\n\r\n".utf8
            for part in parts {
                bytes += "--\(boundary)\r\n".utf8
                part.append(to: &bytes)
            }
            bytes += "--\(boundary)--\r\n".utf8
        }
    }

    /// Text has CR LF at the ends of its lines, inside base64 too.
    private static func withNetworkLineEnds(_ text: String) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count + text.utf8.count / 32)
        var last: UInt8 = 0
        for byte in text.utf8 {
            if byte == 0x0A, last != 0x0D { result.append(0x0D) }
            result.append(byte)
            last = byte
        }
        return result
    }

    /// What is no media type becomes the one of bytes that nobody knows.
    private static func mediaType(_ text: String) -> String {
        let line = HeaderText.oneLine(text)
        let kind = line.prefix { $0 != ";" }.split(separator: "/", omittingEmptySubsequences: false)
        let isMediaType =
            kind.count == 2 && line.utf8.count <= 60
            && kind.allSatisfy {
                !$0.isEmpty && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-+._".contains($0)) }
            }
            && line.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
        return isMediaType ? line : "application/octet-stream"
    }
}

/// The name of a file that a mail brings.
struct FileName {
    /// In letters that every mail program knows: `bfqd.csv` would be a guess, so `attachment.csv`.
    let plain: String
    /// The name itself, as RFC 2231 writes it, folded.
    let parameter: String

    init(_ name: String) {
        let whole = HeaderText.oneLine(name).map { "/\\\"".contains($0) ? "_" : $0 }
        let clean = String(whole.prefix(120))
        if clean.utf8.count <= 60, clean.utf8.allSatisfy({ $0 < 0x80 }), !clean.isEmpty {
            plain = clean
            parameter = "filename=\"\(clean)\""
            return
        }
        plain = Self.plain(clean)
        let parts = HeaderText.parts(of: clean, limit: 18).map(Self.escaped)
        if parts.count <= 1 {
            parameter = "filename*=UTF-8''\(parts.first ?? plain)"
        } else {
            parameter = parts.enumerated().map { "filename*\($0)*=\($0 == 0 ? "UTF-8''" : "")\($1)" }
                .joined(separator: ";\r\n ")
        }
    }

    /// The ASCII letters, digits and dots of the name, if they make one.
    private static func plain(_ name: String) -> String {
        let letters = String(decoding: name.utf8.map { isPlain($0) ? $0 : 0x5F }.suffix(60), as: UTF8.self)
        let stem = letters.lastIndex(of: ".").map { letters[..<$0] } ?? letters[...]
        let hasStem = stem.contains { $0.isLetter || $0.isNumber }
        return hasStem ? letters : "attachment" + letters[stem.endIndex...]
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        byte == 0x2D || byte == 0x2E || byte == 0x5F || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
            || (0x61...0x7A).contains(byte)
    }

    private static func escaped(_ bytes: [UInt8]) -> String {
        var result = ""
        for byte in bytes {
            if isPlain(byte) {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                result += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
            }
        }
        return result
    }
}
