import Reports

/// The sentences of a `specsync.yaml` that `specsync init` writes.
enum DraftLine {
    case whatItIs, howToRead, whatNext, shop, language, sources, notRead, encoding, complete, credentials, expected
    case contact, cooperation, notes, rules, words, decisions, guards, mail, mailPassword, reports

    var text: Bilingual {
        switch self {
        case .whatItIs:
            Bilingual(
                "SpecSync 的工作区：每晚核对哪些文件、按什么规则、告诉谁。",
                "A workspace of SpecSync: what is compared every night, by which rules, and who is told.")
        case .howToRead:
            Bilingual(
                "行首有 # 的不生效，去掉 # 就用上。相对路径都从本文件夹算起。",
                "A line behind # does not count; take the # away to use it. Paths count from this folder.")
        case .whatNext:
            Bilingual(
                "改完先跑 specsync doctor 检查，再跑 specsync run --dry-run 试一晚（不发邮件）。",
                "“specsync doctor” checks it; “specsync run --dry-run” tries a night and sends nothing.")
        case .shop: Bilingual("报告上的店铺名。", "The shop's name in reports.")
        case .language: Bilingual("报告和消息的语言：zh 或 en。", "The language of reports and messages: zh or en.")
        case .sources:
            Bilingual(
                "来源。role：shop 店铺、supplier 货源、platform 代发平台、orders 订单传递系统。feed：文件、feeds/*.csv（取最新的一个）或网址。",
                "The sources. role: shop, supplier, platform or orders. feed: a file, feeds/*.csv (the newest counts) or an address."
            )
        case .notRead:
            Bilingual("还没读过：specsync doctor 会去取。", "Not read yet: “specsync doctor” goes to fetch it.")
        case .encoding:
            Bilingual(
                "编码每晚自动识别，认错了才写明。", "The encoding is recognised every night; say it only where that goes wrong.")
        case .complete:
            Bilingual(
                "yes：文件列出全部款式，没列的算下架。no：只列一部分（新款、增量）。",
                "yes: the file lists all styles, and what is not in it is withdrawn. no: it lists some of them.")
        case .credentials:
            Bilingual(
                "需要登录才写。密码放环境变量，或写进 specsync.env（一行 FEED_PASSWORD=…，权限 0600），不要写在这里。",
                "Where one must log in. The password stands in the environment or in specsync.env (a line FEED_PASSWORD=…, mode 0600), never here."
            )
        case .expected:
            Bilingual(
                "每周哪几天、几点前该有新文件；过时会提醒。", "By when a new file is there, and on which days; you are told when it is late."
            )
        case .contact: Bilingual("找谁，怎么找，用什么语言。", "Whom to ask, how, and in which language.")
        case .cooperation:
            Bilingual("合作情况，报告的来源表里会显示。", "How you work together; it stands in the reports' table of sources.")
        case .notes: Bilingual("系统或规则的调整，前面写日期。", "Changes of their system or rules, the date first.")
        case .rules:
            Bilingual(
                "价格规则（equal、floor、markup:1.35、markup:1.35+-0.05），库存少于几件提醒，多严重才算要处理。",
                "The price rule (equal, floor, markup:1.35, markup:1.35+-0.05), below which stock to tell, and how severe is worth a look."
            )
        case .words: Bilingual("自己的叫法：kind,label,canonical。", "Your own words: kind,label,canonical.")
        case .decisions:
            Bilingual("人工确认和否决的对应，没有会自动建。", "What people confirmed and rejected; it need not be there yet.")
        case .guards:
            Bilingual(
                "文件变化太大就先不用（单位：%）：规格少于上次的 80 % 暂扣，少于 20 % 拒收，断货超过 25 % 暂扣。",
                "When a file changed too much to be used, in per cent: held below 80 of the variants before, refused below 20, held when more than 25 went out of stock."
            )
        case .mail:
            Bilingual(
                "报告用邮件发给谁。不填就只放在 reports/ 里。", "Who gets the reports by mail. Without it they lie in reports/ only.")
        case .mailPassword:
            Bilingual(
                "密码写进 specsync.env：一行 SMTP_PASSWORD=…，再 chmod 600 specsync.env。",
                "The password goes into specsync.env: a line SMTP_PASSWORD=…, then “chmod 600 specsync.env”.")
        case .reports: Bilingual("reports/ 里保留几次的报告；0 = 全部。", "How many runs' reports stay in reports/; 0 = all.")
        }
    }
}

enum DraftTexts {
    static let cooperation = Bilingual("一件代发，48 小时发货", "drop shipping, sent within 48 hours")
    static let note = Bilingual("2026-10-01 换了新系统", "2026-10-01 they moved to another system")
    static let next = Bilingual("接下来：", "Next:")

    static func written(_ count: Int) -> Bilingual {
        Bilingual("已写好，\(count) 个来源", "written, with \(count) sources")
    }

    /// What a file holds and why it is read as it is.
    static func counted(_ reading: WorkspaceDraft.Reading) -> Bilingual {
        let odd = reading.oddities
        return Bilingual(
            "\(reading.format)，\(reading.encoding)，\(reading.styles) 款、\(reading.variants) 个规格\(odd > 0 ? "，\(odd) 处异常" : "")；按 \(reading.profile) 读取",
            "\(reading.format), \(reading.encoding), \(reading.styles) styles, \(reading.variants) variants\(odd > 0 ? ", \(odd) oddities" : ""); read as \(reading.profile): \(reading.reason)"
        )
    }
}
