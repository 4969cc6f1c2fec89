import Testing

@testable import Transport

@Suite struct MailMessageTests {
    static func message(subject: String = "s", text: String = "t") -> MailMessage {
        MailMessage(
            from: "SpecSync <specsync@example.com>", to: ["a@example.com"], subject: subject, seconds: 1_793_673_000,
            localOffset: 8 * 3600, messageID: "<2026-11-03T0230.operators@shop.example>", text: text)
    }

    static func lines(_ message: MailMessage) throws -> [String] {
        String(decoding: try message.rendered(), as: UTF8.self).split(
            separator: "\r\n", omittingEmptySubsequences: false
        )
        .map(String.init)
    }

    @Test func aMailAsItTravels() throws {
        var message = Self.message(subject: "SpecSync: 3 new", text: "Hello\n")
        message.to.append("\"Zhang, San\" <b@example.com>")
        #expect(
            try Self.lines(message) == [
                "From: SpecSync <specsync@example.com>", "To: a@example.com, \"Zhang, San\" <b@example.com>",
                "Subject: SpecSync: 3 new", "Date: Tue, 03 Nov 2026 10:30:00 +0800",
                "Message-ID: <2026-11-03T0230.operators@shop.example>", "Auto-Submitted: auto-generated",
                "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64", "",
                "SGVsbG8NCg==", "",
            ])
    }

    @Test(
        arguments: [
            ("plain words", ["Subject: plain words"]), ("", ["Subject:"]),
            ("颜色不符", ["Subject: =?UTF-8?B?6aKc6Imy5LiN56ym?="]),
            ("looks =?UTF-8?B?eA==?= like it", ["Subject: =?UTF-8?B?bG9va3MgPT9VVEYtOD9CP2VBPT0/PSBsaWtlIGl0?="]),
            ("a\r\nBcc: x@y.z\u{0}\u{85}\u{2028}b", ["Subject: a Bcc: x@y.z b"]),
            // Twelve characters a word, and none of them is taken apart.
            (
                String(repeating: "鞋", count: 25),
                [
                    "Subject: =?UTF-8?B?" + String(repeating: "6Z6L", count: 12) + "?=",
                    " =?UTF-8?B?" + String(repeating: "6Z6L", count: 12) + "?=", " =?UTF-8?B?6Z6L?=",
                ]
            ),
            (
                String(repeating: "longer ", count: 12),
                [
                    "Subject: longer longer longer longer longer longer longer longer longer",
                    " longer longer longer",
                ]
            ),
        ] as [(String, [String])])
    func subjectsAreFolded(_ subject: String, _ expected: [String]) throws {
        let lines = try Self.lines(Self.message(subject: subject))
        let start = try #require(lines.firstIndex { $0.hasPrefix("Subject:") })
        let end = try #require(lines.firstIndex { $0.hasPrefix("Date:") })
        #expect(Array(lines[start..<end]) == expected)
        #expect(lines.allSatisfy { $0.utf8.count <= 76 })
    }

    @Test func aFamilyStaysTogether() {
        let family = "👨‍👩‍👧‍👦"
        #expect(family.utf8.count == 25)
        #expect(HeaderText.parts(of: "12345678901234" + family, limit: 36).map(\.count) == [14, 25])
        // What is one character of a hundred accents must be taken apart, but between scalars.
        let heap = "a" + String(repeating: "\u{301}", count: 100)
        let parts = HeaderText.parts(of: heap, limit: 36)
        #expect(parts.allSatisfy { $0.count <= 36 && String(validating: $0, as: UTF8.self) != nil })
        #expect(parts.flatMap(\.self) == Array(heap.utf8))
    }

    @Test(
        arguments: [
            ("a@example.com", "", "a@example.com"), ("  root@localhost ", "", "root@localhost"),
            ("鞋厂 <a.b+c@x-y.example>", "鞋厂", "a.b+c@x-y.example"), ("<a@b.c>", "", "a@b.c"),
            ("\"O'Neil \\\"x\\\"\" <o@b.c>", "O'Neil \"x\"", "o@b.c"),
        ])
    func mailAddresses(_ text: String, _ name: String, _ address: String) throws {
        let parsed = try MailAddress(text)
        #expect(parsed.name == name)
        #expect(parsed.address == address)
    }

    @Test(
        arguments: [
            "", "a", "a@", "@b.c", "a@b..c", "a b@c.d", "a@b.c, d@e.f", "a@-b.c", "a.@b.c", "a@b.c>", "Name <a@b.c",
            "老板@b.c",
            "a@鞋.cn", "a@b.c\r\nRCPT TO:<x@y.z>", "x <a@b.c>\nBcc: y@z", "a@\(String(repeating: "b", count: 64)).c",
        ])
    func textsThatAreNoMailAddress(_ text: String) {
        let error = #expect(throws: TransportError.self) { try MailAddress(text) }
        #expect(error?.kind == .badMailAddress)
        #expect(error?.place.contains(HeaderText.oneLine(text)) == true)
        var message = Self.message()
        message.to = [text]
        #expect(throws: TransportError.self) { try message.rendered() }
    }

    @Test(
        arguments: [
            ("mismatches.csv", "mismatches.csv", "filename=\"mismatches.csv\""),
            ("不符.csv", "attachment.csv", "filename*=UTF-8''%E4%B8%8D%E7%AC%A6.csv"),
            ("a 不符.csv", "a_______.csv", "filename*=UTF-8''a%20%E4%B8%8D%E7%AC%A6.csv"),
            ("../x\"\r\ny/z.csv", ".._x__y_z.csv", "filename=\".._x_ y_z.csv\""),
            (
                "二〇二六年十一月三日.csv", "attachment.csv",
                "filename*0*=UTF-8''%E4%BA%8C%E3%80%87%E4%BA%8C%E5%85%AD%E5%B9%B4%E5%8D%81;\r\n"
                    + " filename*1*=%E4%B8%80%E6%9C%88%E4%B8%89%E6%97%A5.csv"
            ), ("", "attachment", "filename*=UTF-8''attachment"),
        ])
    func fileNames(_ name: String, _ plain: String, _ parameter: String) {
        let file = FileName(name)
        #expect(file.parameter == parameter)
        if !file.parameter.contains("filename=\"") { #expect(file.plain == plain) }
    }

    @Test(
        arguments: [
            (0, 0, "Thu, 01 Jan 1970 00:00:00 +0000"), (1_793_673_000, -12_600, "Mon, 02 Nov 2026 23:00:00 -0330"),
            (1_709_164_800, 28_800, "Thu, 29 Feb 2024 08:00:00 +0800"),
        ] as [(Int64, Int, String)])
    func dates(_ seconds: Int64, _ offset: Int, _ text: String) throws {
        var message = Self.message()
        message.seconds = seconds
        message.localOffset = offset
        #expect(try Self.lines(message).contains("Date: " + text))
    }

    @Test func theSameMailIsTheSameBytes() throws {
        var message = Self.message()
        message.html = "<p>t</p>"
        message.attachments = [MailMessage.Attachment(name: "a.csv", mediaType: "text/csv", bytes: [1, 2, 3])]
        #expect(try message.rendered() == message.rendered())
        func boundaries(_ message: MailMessage) throws -> [String] {
            try Self.lines(message).filter { $0.hasPrefix("--") }
        }
        let before = try boundaries(message)
        #expect(Set(before).count == 4)
        message.attachments[0].bytes = [1, 2, 4]
        #expect(try Set(boundaries(message)).isDisjoint(with: before))
    }

    @Test func whatIsNoMediaTypeOrIDDoesNotGetOut() throws {
        var message = Self.message()
        message.messageID = "<a\r\nBcc: x@y.z>\u{e9}"
        message.attachments = [
            MailMessage.Attachment(name: "a", mediaType: "text/csv\r\nX-Evil: 1", bytes: []),
            MailMessage.Attachment(name: "b", mediaType: "nonsense", bytes: []),
        ]
        let lines = try Self.lines(message)
        #expect(lines.contains("Message-ID: <aBcc:x@y.z>"))
        #expect(lines.filter { $0 == "Content-Type: application/octet-stream;" }.count == 2)
        #expect(!lines.contains { $0.hasPrefix("X-Evil") || $0.hasPrefix("Bcc") })
    }
}
