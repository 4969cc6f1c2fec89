import Foundation
import Testing

@testable import Pipeline

/// Where passwords come from, and what is said when they do not.
@Suite struct SecretTests {
    private static func credentials(variable: String? = nil, file: String? = nil) -> Credentials {
        var credentials = Credentials()
        credentials.user = "u"
        credentials.passwordVariable = variable
        credentials.passwordFile = file
        return credentials
    }

    /// A name that no environment has.
    private static let variable = "SPECSYNC_TEST_PASSWORD_OF_NOBODY"

    @Test func withoutOneThereIsNone() throws {
        let password = try Credentials().password(in: ".", of: "A")
        #expect(password == nil)
    }

    @Test func theEnvironmentComesFirst() throws {
        let folder = try Folder()
        try folder.write("specsync.env", "PATH=other\n", mode: 0o600)
        let password = try Self.credentials(variable: "PATH").password(in: folder.path, of: "A")
        #expect(password == ProcessInfo.processInfo.environment["PATH"])
    }

    @Test func thenTheWorkspacesOwnFile() throws {
        let folder = try Folder()
        try folder.write("specsync.env", "# mine\n\(Self.variable)=geheim 1\n", mode: 0o600)
        let password = try Self.credentials(variable: Self.variable).password(in: folder.path, of: "A")
        #expect(password == "geheim 1")
    }

    @Test func aVariableThatIsNotSet() throws {
        let folder = try Folder()
        let error = #expect(throws: RunError.self) {
            _ = try Self.credentials(variable: Self.variable).password(in: folder.path, of: "义乌A厂")
        }
        #expect(error?.description.hasPrefix("义乌A厂: error: ") == true)
        #expect(error?.description.contains("\(Self.variable)=…") == true)
        #expect(error?.description.contains("\(folder.path)/specsync.env") == true)
    }

    @Test(arguments: [("geheim\n", "geheim"), ("geheim", "geheim"), ("ge heim \r\nmore\n", "ge heim "), ("密码\n", "密码")])
    func theFirstLineOfAFile(_ text: String, _ password: String) throws {
        let folder = try Folder()
        try folder.write("secret", text, mode: 0o600)
        let read = try Self.credentials(file: "secret").password(in: folder.path, of: "A")
        #expect(read == password)
    }

    @Test(arguments: [0o644, 0o640, 0o660, 0o604, 0o666, 0o622])
    func aFileThatOthersMayUseIsRefused(_ mode: Int) throws {
        let folder = try Folder("my shop")
        for name in ["secret", "specsync.env"] {
            let path = try folder.write(name, "\(Self.variable)=hunter2\n", mode: mode)
            let credentials =
                name == "secret" ? Self.credentials(file: "secret") : Self.credentials(variable: Self.variable)
            let error = #expect(throws: RunError.self) { _ = try credentials.password(in: folder.path, of: "A") }
            #expect(error?.description.contains("chmod 600 '\(path)'") == true)
            #expect(error?.description.contains("hunter") == false)
        }
    }

    @Test(arguments: ["", "\n", "\ngeheim\n"]) func anEmptyFirstLineIsNoPassword(_ text: String) throws {
        let folder = try Folder()
        try folder.write("secret", text, mode: 0o600)
        #expect(throws: RunError.self) { _ = try Self.credentials(file: "secret").password(in: folder.path, of: "A") }
    }

    @Test func aFileThatIsNotThere() throws {
        let folder = try Folder()
        let error = #expect(throws: RunError.self) {
            _ = try Self.credentials(file: "secret").password(in: folder.path, of: "A")
        }
        #expect(error?.description.contains("\(folder.path)/secret") == true)
    }

    /// As systemd reads such a file.
    @Test(
        arguments: [
            ("A=1", ["A": "1"]), ("A = 1 ", ["A": "1"]), ("A=1\nB=2\n", ["A": "1", "B": "2"]), ("# A=1\n; B=2", [:]),
            ("A=", ["A": ""]), ("A=a b", ["A": "a b"]), ("A=\"a b \"", ["A": "a b "]), ("A='a\"b'", ["A": "a\"b"]),
            ("A=\"a\\\"b\\\\c\\n\"", ["A": "a\"b\\c\\n"]), ("A='a\\b'", ["A": "a\\b"]), ("A=a\\ ", ["A": "a "]),
            ("A=a#b", ["A": "a#b"]), ("A=a=b", ["A": "a=b"]), ("1A=x\nA B\nB-C=1", [:]), ("A=1\r\n", ["A": "1"]),
            ("A=密码", ["A": "密码"]), ("A=1\nA=2", ["A": "2"]),
        ] as [(String, [String: String])])
    func environmentFiles(_ text: String, _ values: [String: String]) {
        #expect(EnvironmentFile.parse(text) == values)
    }
}
