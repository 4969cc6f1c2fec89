import Catalogues
import Feeds
import Ledgers
package import Reports

/// What `specsync doctor` says.
enum DoctorTexts {
    /// What is one text in all languages: names, figures, and the messages of errors.
    static func same(_ text: String) -> Bilingual { Bilingual(text, text) }

    static func lines(of error: any Error) -> [String] {
        let text =
            switch error {
            case let error as FeedError: error.description
            case let error as RunError: error.description
            case let error as LedgerError: error.description
            default: "\(error)"
            }
        return text.split(whereSeparator: \.isNewline).map { String($0.drop { $0 == " " }) }
    }

    // MARK: The ledger

    static func lastRun(_ at: String) -> Bilingual { Bilingual("账本可读，最近一次运行 \(at)", "can be read, last run \(at)") }
    static func mailsWait(_ count: Int) -> Bilingual {
        Bilingual("\(count) 封邮件还没发出去，下次运行再试", "\(count) mails have not left; the next run tries again")
    }

    // MARK: The folder

    static func free(_ size: String) -> Bilingual { Bilingual("可写，剩余空间 \(size)", "can be written, \(size) free") }
    static let freeTheDisk = Bilingual(
        "腾出空间，或把“keep reports”改小。", "Free the disk, or lower “keep reports”.")
    static func notWritable(_ reason: String) -> Bilingual {
        Bilingual("不能写入：\(reason)", "cannot be written: \(reason)")
    }
    static let giveRights = Bilingual(
        "给自己写权限（chmod u+w），或换一个文件夹。", "Give yourself the right to write (chmod u+w), or take another folder.")
    static let openToOthers = Bilingual("别人能读到里面的密码", "others may read the passwords in it")
    static func run(_ command: String) -> Bilingual { Bilingual("运行：\(command)", "Run: \(command)") }

    // MARK: Sources

    static func facts(_ file: String, _ read: FeedUnderstanding, _ styles: Int, _ variants: Int) -> Bilingual {
        let how = [read.profile, read.encoding].filter { !$0.isEmpty }.joined(separator: ", ")
        return Bilingual(
            "\(file)：\(how)，\(styles) 款、\(variants) 个规格", "\(file): \(how), \(styles) styles, \(variants) variants")
    }

    static func missing(_ things: [Bilingual]) -> Bilingual {
        Bilingual(
            "没有读到：" + things.map { $0[.zh] }.joined(separator: "；"),
            "not found in it: " + things.map { $0[.en] }.joined(separator: "; "))
    }
    static let codes = Bilingual("编码和条码（只能靠规格文字对应）", "codes and barcodes (only words can match it)")
    static let options = Bilingual("颜色、尺码等规格", "options such as colour and size")
    static let titles = Bilingual("标题", "titles")
    static let stock = Bilingual("库存（不能比较库存）", "stock (it is not compared)")
    static let price = Bilingual("价格（不能比较价格）", "prices (they are not compared)")

    static func inspect(_ file: String, _ leg: Source.Leg) -> Bilingual {
        let command = "specsync inspect \(Shell.quoted(file)) --as \(leg.rawValue)"
        return Bilingual("看看列是怎么读的：\(command)", "See how its columns are read: \(command)")
    }

    static let isPartial = Bilingual("文件自称只有部分款式", "the file says of itself that it holds some of the styles only")
    static let writePartial = Bilingual("写上“complete: no”。", "Write “complete: no”.")
    static func oddities(_ count: Int) -> Bilingual {
        Bilingual("文件里有 \(count) 处异常", count == 1 ? "the file has an oddity" : "the file has \(count) oddities")
    }

    static func late(_ modified: Moment, _ due: Moment) -> Bilingual {
        Bilingual(
            "文件是 \(modified.date) \(modified.time) 的，\(due.date) \(due.time) 前该有新的",
            "the file is of \(modified.date) \(modified.time); a new one was expected by \(due.date) \(due.time)")
    }
    static let askForFile = Bilingual("催一下，或改“expected”。", "Ask for it, or mend “expected”.")
    static let inTheClear = Bilingual("密码会明文传输", "the password crosses the network for anybody to read")
    static let askForTLS = Bilingual(
        "问对方有没有 https、ftps 或 sftp 地址。", "Ask them for an https, ftps or sftp address.")
    static func beginning(of size: Bilingual) -> Bilingual {
        Bilingual("\(size[.zh])，只试读了开头", "\(size[.en]), of which the beginning was fetched")
    }
    static func answer(_ address: String, _ answer: Bilingual) -> Bilingual {
        Bilingual("\(address)：\(answer[.zh])", "\(address): \(answer[.en])")
    }
    static let unknownSize = Bilingual("大小未知", "of a size that the server does not say")
    static func notTried(_ address: String) -> Bilingual { Bilingual("\(address)：没有试连", "\(address): not tried") }

    // MARK: Files of a person

    static let readable = Bilingual("可读", "can be read")
    static func wordProblems(_ count: Int) -> Bilingual {
        Bilingual("有 \(count) 行用不了", count == 1 ? "a line cannot be used" : "\(count) lines cannot be used")
    }
    static func decisions(_ count: Int) -> Bilingual {
        Bilingual("\(count) 条人工决定", count == 1 ? "1 decision" : "\(count) decisions")
    }
    static func unreadable(_ file: String, _ reason: String) -> Bilingual {
        Bilingual("\(file) 读不了：\(reason)", "\(file) cannot be read: \(reason)")
    }
    static func mend(_ key: String) -> Bilingual {
        Bilingual("改 \(Workspace.fileName) 里的“\(key)”。", "Mend “\(key)” in \(Workspace.fileName).")
    }

    // MARK: Mail

    static let noMail = Bilingual(
        "没有设邮件：报告只放在 reports/ 里", "there is no mail: reports lie in reports/ only")
    static let writeMail = Bilingual(
        "要发邮件就填 \(Workspace.fileName) 的“mail”。", "To be mailed, fill in “mail” in \(Workspace.fileName).")
    static func mail(_ mail: MailSettings, isTried: Bool) -> Bilingual {
        let server = "\(mail.host):\(mail.port) (\(mail.security.rawValue))"
        let to = mail.operators.joined(separator: ", ")
        return Bilingual(
            "\(server)\(isTried ? " 可用" : "，没有试连")，发给 \(to)",
            "\(server)\(isTried ? " answers" : ", not tried"), to \(to)")
    }
    static func noAddress(_ names: [String]) -> Bilingual {
        Bilingual(
            "没有邮箱，收不到消息：\(names.joined(separator: "、"))",
            "no address, so no message for: \(names.joined(separator: ", "))")
    }
    static let writeAddress = Bilingual("在“contact”里写上 email。", "Write “email” into their “contact”.")

    // MARK: The end

    static func end(faults: Int, advice: Int) -> Bilingual {
        switch (faults, advice) {
        case (0, 0): Bilingual("一切正常。", "All is well.")
        case (0, _): Bilingual("可以运行；\(advice) 处请留意。", "It can run; \(advice) to look at.")
        default: Bilingual("\(faults) 处要改，\(advice) 处请留意。", "\(faults) to mend, \(advice) to look at.")
        }
    }
}

extension Doctor.Check {
    /// A line a check, what to do below it, and how it stands in all.
    ///
    /// - Parameter isTerminal: marks are signs; else words, so that a log can be searched for them.
    package static func text(_ checks: [Self], _ language: Language, isTerminal: Bool) -> String {
        var lines: [String] = []
        let width = checks.map { TerminalText.width($0.subject) }.max() ?? 0
        for check in checks {
            let mark =
                switch check.mark {
                case .good: isTerminal ? "✓" : "ok  "
                case .advice: isTerminal ? "!" : "look"
                case .fault: isTerminal ? "✗" : "mend"
                }
            let subject = TerminalText.fitted(TerminalText.safe(check.subject), width)
            lines.append("\(mark) \(subject)  \(TerminalText.safe(check.text[language]))")
            if let remedy = check.remedy {
                let indent = String(repeating: " ", count: TerminalText.width(mark) + 1 + width + 2)
                lines.append(indent + TerminalText.safe(remedy[language]))
            }
        }
        lines.append("")
        lines.append(
            DoctorTexts.end(
                faults: checks.count { $0.mark == .fault }, advice: checks.count { $0.mark == .advice })[language])
        return lines.joined(separator: "\n") + "\n"
    }
}
