import Catalogues
import Testing

@testable import Ledgers

/// Mails as a run made them, until they have left; and what suppliers were asked.
@Suite struct MailTests {
    private static func mail(_ name: String, _ tonight: Nights.Night, isDry: Bool = false) -> MailRecord {
        var mail = MailRecord(
            name: name, at: tonight.at, messageID: "<\(tonight.run).\(name)@shop.example>", sender: "a@shop.example",
            recipients: ["b@shop.example", "王姐 <c@shop.example>"], subject: "对账",
            content: Array("Subject: x\r\n\r\n".utf8))
        if isDry { mail.state = .dry }
        return mail
    }

    @Test func asItWasMade() throws {
        let nights = try Nights()
        try nights.night(1) { try $0.entry.add(Self.mail("operators", $0), run: $0.run) }
        let mail = try #require(try nights.waitingMails().first)
        #expect(mail.run == "2026-11-01T02:30" && mail.name == "operators" && mail.at == Nights.moment(1))
        #expect(mail.recipients == ["b@shop.example", "王姐 <c@shop.example>"])
        #expect(mail.content == Array("Subject: x\r\n\r\n".utf8) && mail.sender == "a@shop.example")
        #expect(mail.attempts == 0 && mail.state == .waiting && mail.messageID == "<1.operators@shop.example>")
    }

    /// What the attempts of three nights came to, and whether the mail waits for a fourth.
    @Test(arguments: [
        (["waiting", "waiting"], true, "waiting", "2"), (["sent"], false, "sent", "1"),
        (["waiting", "sent"], false, "sent", "2"), (["waiting", "refused"], false, "refused", "2"),
    ])
    func untilItHasLeft(_ attempts: [String], _ waits: Bool, _ state: String, _ count: String) throws {
        let nights = try Nights()
        try nights.night(1) { try $0.entry.add(Self.mail("operators", $0), run: $0.run) }
        for (index, attempt) in attempts.enumerated() {
            try nights.ledger.write {
                try $0.note(
                    mail: 1, try #require(MailRecord.State(rawValue: attempt)), to: [], answer: "attempt \(index + 1)",
                    at: Nights.moment(index + 1, "03:00"))
            }
        }
        #expect(try nights.waitingMails().isEmpty == !waits)
        let row = try nights.table("mail")[0]
        #expect([row["state"], row["attempts"], row["answer"]] == [state, count, "attempt \(attempts.count)"])
        #expect(row["sent"] == (state == "sent" ? "2026-11-0\(attempts.count)T03:00:00" : ""))
        #expect(row["content"] == nil, "it is not exported")
    }

    /// A dry run's mail is there until it is a file, and is never sent.
    @Test func dry() throws {
        let nights = try Nights()
        try nights.night(1) { try $0.entry.add(Self.mail("operators", $0, isDry: true), run: $0.run) }
        #expect(try nights.waitingMails().map(\.state) == [.dry])
        try nights.ledger.write { try $0.note(mail: 1, .sent, to: [], answer: "outbox/x.eml", at: Nights.moment(1)) }
        #expect(try nights.waitingMails().isEmpty)
        #expect(try nights.table("mail")[0]["state"] == "dry")
    }

    /// One mail a day; a dry run's does not count, nor does one to somebody else.
    @Test(arguments: [(2, false), (1, true), (3, false)]) func oneADay(_ day: Int, _ has: Bool) throws {
        let nights = try Nights()
        try nights.night(1) { try $0.entry.add(Self.mail("operators", $0), run: $0.run) }
        try nights.night(2) { try $0.entry.add(Self.mail("operators", $0, isDry: true), run: $0.run) }
        try nights.night(3) { try $0.entry.add(Self.mail("A厂", $0), run: $0.run) }
        let found = try nights.ledger.read { try $0.hasMail(named: "operators", onDayOf: Nights.moment(day, "23:59")) }
        #expect(found == has)
    }

    /// What a supplier was asked, so that the same is not asked every night.
    @Test func questions() throws {
        let nights = try Nights()
        for (day, keys) in [(1, ["a", "b"]), (8, ["b"])] {
            try nights.night(day) { tonight in
                try tonight.entry.asked(
                    keys, source: try tonight.source("A厂"), run: tonight.run, at: tonight.at)
            }
        }
        try nights.ledger.read { (entry) throws in
            #expect(try entry.questions(toSource: "A厂", after: Moment("2026-10-25")!) == ["a", "b"])
            #expect(try entry.questions(toSource: "A厂", after: Nights.moment(1)) == ["b"], "asked again on the 8th")
            #expect(try entry.questions(toSource: "A厂", after: Nights.moment(8)) == [])
            #expect(try entry.questions(toSource: "B厂", after: Moment("2026-10-25")!) == [])
        }
    }
}
