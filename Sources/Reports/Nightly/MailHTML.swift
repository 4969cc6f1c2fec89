import Catalogues
import Reconciliation

extension MailContent {
    /// The body for mail programs: styles in the tags, one simple table for the frame, nothing from outside.
    var html: String {
        var page: HTML = """
            <!doctype html>
            <html lang="\(language == .zh ? "zh-CN" : "en")"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>\(headline.sentence)</title></head>
            <body style="margin:0;padding:0;background:#f4f5f7;color:#16191d;font:15px/1.5 -apple-system,'PingFang SC','Microsoft YaHei',Arial,sans-serif">
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:12px">
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:640px;text-align:left"><tr><td>
            <p style="margin:0;color:#5b6470;font-size:13px">\(report.shop) · \(report.at.date) \(report.at.time)</p>
            <h1 style="margin:4px 0;font-size:22px;line-height:1.3;color:\(Self.ink(headline.tone))">\(headline.tone == "none" ? "✓ " : "" as HTML)\(headline.sentence)</h1>
            <p style="margin:0 0 12px;color:#5b6470">\(headline.further)</p>

            """
        for notice in report.toldNotices { page += self.notice(notice) }
        for part in parts {
            page += "<h2 style=\"margin:20px 0 6px;font-size:17px\">\(part.heading)</h2>\n"
            var left = part.left
            for item in part.items {
                // Long words make long mails; the page has them all.
                if page.text.utf8.count > Self.byteLimit { left += 1 } else { page += self.item(item) }
            }
            if left > 0 { page += "<p style=\"margin:4px 0;color:#5b6470;font-size:13px\">\(self.left(left))</p>\n" }
        }
        return page.text + foot.text
    }

    /// Where a mail stops, well before mail programs cut it.
    private static var byteLimit: Int { 80_000 }

    private var foot: HTML {
        """
        <p style="margin:24px 0 0;color:#5b6470;font-size:13px">\(say.label(.attached))<br>\(say.label(.history))specsync history mismatch \(say.label(.numbers))</p>
        </td></tr></table>
        </td></tr></table>
        </body></html>

        """
    }

    private func notice(_ notice: Notice) -> HTML {
        let release: HTML =
            say.release(notice).map {
                "<br><span style=\"font-size:13px\">\(say.label(.release))<code style=\"font-weight:bold\">\($0)</code></span>"
            } ?? ""
        let tone = notice.code.severity.name
        return """
            <div style="margin:0 0 8px;padding:8px 12px;border-left:5px solid \(Self.ink(tone));background:\(Self.tint(tone))"><b>\(say.standing(of: notice))</b>\(say.colon)\(notice.sentence[language])<br><span style="font-size:13px">\(Texts.action(notice.code, language))</span>\(release)</div>

            """
    }

    private func item(_ item: Item) -> HTML {
        let tone = item.isSolved ? "none" : item.severity.name
        let risk: HTML = item.risk.isEmpty ? "" : " · <b style=\"color:#c4261d\">\(item.risk)</b>"
        let values: HTML = item.values.isEmpty ? "" : "<br><b>\(item.values)</b>"
        let action: HTML = item.action.isEmpty ? "" : "<br>\(item.action)"
        return """
            <div style="margin:0 0 6px;padding:6px 12px;background:#ffffff;border-left:5px solid \(Self.ink(tone))"><b style="color:\(Self.ink(tone))">\(Texts.name(item.severity, language))</b> <b>\(item.heading)</b><br>\(item.subject)\(values)\(action)<br><span style="color:#5b6470;font-size:13px">\(item.life)\(risk)</span></div>

            """
    }

    func left(_ count: Int) -> String {
        Bilingual("另有 \(count) 处，见附件 report.html。", "\(count) more: see report.html, attached.")[language]
    }

    /// The colours of the page's style sheet by severity; `none` is good news.
    private static func ink(_ tone: String) -> String {
        switch tone {
        case "critical": "#c4261d"
        case "major": "#a85400"
        case "minor": "#1d5fbf"
        case "none": "#1a7f4b"
        default: "#5b6470"
        }
    }

    private static func tint(_ tone: String) -> String {
        switch tone {
        case "critical": "#fdecea"
        case "major": "#fff3e0"
        case "minor": "#e8f0fc"
        default: "#eceff2"
        }
    }
}
