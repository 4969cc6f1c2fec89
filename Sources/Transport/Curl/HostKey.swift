import CLibCurl

/// The key with which an SSH server shows who it is.
struct HostKey: Hashable {
    /// As a line of `known_hosts` has it behind the host: `ssh-ed25519 AAAAC3Nz…`.
    var text: String

    init(_ key: curl_khkey) {
        guard key.len > 0 else {
            // libssh hands over base64; the kind then has to be said apart.
            text = Self.kind(key.keytype) + " " + String(cString: key.key)
            return
        }
        let bytes = [UInt8](UnsafeRawBufferPointer(start: key.key, count: key.len))
        // The bytes begin with the length of the kind's name, in four bytes, and the name.
        let length = bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) }
        let name = String(decoding: bytes.dropFirst(4).prefix(min(length, 64)), as: UTF8.self)
        text = name + " " + String(decoding: Base64.encoded(bytes[...]), as: UTF8.self)
    }

    private static func kind(_ type: curl_khtype) -> String {
        switch type {
        case CURLKHTYPE_ED25519: "ssh-ed25519"
        case CURLKHTYPE_ECDSA: "ecdsa-sha2-nistp256"
        default: "ssh-rsa"
        }
    }
}
