import Glibc

/// The files of certificates that a workspace may name besides the system's.
enum Certificates {
    static func read(_ path: String) throws(TransportError) -> [UInt8] {
        guard let bytes = FileBytes.read(path) else {
            throw TransportError(
                .badSettings, path, "the certificates cannot be read: \(String(cString: strerror(errno)))",
                remedy: "Check the path at “certificates” in the workspace, and that you may read the file.")
        }
        guard String(decoding: bytes, as: UTF8.self).contains("-----BEGIN CERTIFICATE-----") else {
            throw TransportError(
                .badSettings, path, "there is no certificate in PEM in this file",
                remedy: "A certificate in PEM begins with -----BEGIN CERTIFICATE-----; openssl x509 writes one.")
        }
        return bytes
    }
}
