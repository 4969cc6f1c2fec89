package import Catalogues
import XMLStreams

/// The time that a feed gives itself, at its root or in its head: `<yml_catalog date="2020-01-15 10:00">`, an RSS
/// channel's `lastBuildDate`, an Atom feed's `updated`. Tables have none.
package enum FeedTime {
    /// How much of a document is looked at: a root and its head are shorter.
    static let look = 64 << 10

    /// What the first bytes of an XML document say; nil if they say nothing that is a time.
    ///
    /// - Parameters:
    ///   - encoding: the encoding to use in place of the one that the document declares.
    ///   - localOffset: by how many seconds the clock on the wall is ahead of UTC, for times with a zone.
    package static func stated(in beginning: [UInt8], encoding: String? = nil, localOffset: Int = 0) -> Moment? {
        var outline = XMLOutline()
        // That the beginning breaks off is no error, and what is wrong with it is told by who reads the document.
        try? XMLStream.parse(
            XMLInput(bytes: Array(beginning.prefix(look))), encoding: encoding, isBeginning: true, into: &outline)
        var best: (rank: Int, moment: Moment)?
        for node in outline.nodes where outline.isInHead(node) {
            guard let rank = names.firstIndex(of: plain(node.path.localName)), rank < best?.rank ?? .max,
                let moment = moment(node.sample, localOffset: localOffset)
            else { continue }
            best = (rank, moment)
        }
        return best?.moment
    }

    /// Names under which feeds give their time, the surest first: when it was made before when something was published.
    private static let names = [
        "lastbuilddate", "updated", "updatedat", "lastupdated", "lastupdate", "lastmodified", "modified", "generated",
        "generatedat", "generationdate", "generationtime", "exportdate", "exportedat", "exporttime", "timestamp",
        "date",
        "datetime", "датаформирования", "created", "createdat", "creationdate", "pubdate", "更新时间", "生成时间", "导出时间",
    ]

    private static func plain(_ name: String) -> String { name.lowercased().filter { $0 != "_" && $0 != "-" } }

    // MARK: Texts

    /// ISO 8601, RFC 822 (`Tue, 14 Jan 2020 10:00:00 +0300`), `14.01.2020 10:00`, `20200114100000`, or seconds or
    /// milliseconds since 1970 in UTC; from 2000 to 2099. Days before months with slashes, or the other way round, are
    /// not told apart, so they are nothing.
    static func moment(_ text: String, localOffset: Int) -> Moment? {
        let moment =
            digits(text, localOffset: localOffset) ?? Moment(text, localOffset: localOffset)
            ?? mail(text, localOffset: localOffset) ?? european(text, localOffset: localOffset)
        return moment.flatMap { ("2000"..<"2100").contains($0.date.prefix(4)) ? $0 : nil }
    }

    private static func digits(_ text: String, localOffset: Int) -> Moment? {
        guard text.utf8.allSatisfy({ $0 &- 48 < 10 }), let number = Int64(text) else { return nil }
        let parts = Array(text)
        switch parts.count {
        case 10: return Moment(seconds: number + Int64(localOffset))
        case 13: return Moment(seconds: number / 1000 + Int64(localOffset))
        case 8, 12, 14:
            let date = "\(String(parts[0..<4]))-\(String(parts[4..<6]))-\(String(parts[6..<8]))"
            if parts.count == 8 { return Moment(date) }
            let seconds = parts.count == 14 ? ":" + String(parts[12...]) : ""
            return Moment("\(date)T\(String(parts[8..<10])):\(String(parts[10..<12]))\(seconds)")
        default: return nil
        }
    }

    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    /// The zones that RFC 822 names.
    private static let zones = [
        "gmt": "+00:00", "ut": "+00:00", "utc": "+00:00", "est": "-05:00", "edt": "-04:00", "cst": "-06:00",
        "cdt": "-05:00", "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00",
    ]

    private static func mail(_ text: String, localOffset: Int) -> Moment? {
        var parts = text.lowercased().split { $0 == " " || $0 == "," }.map(String.init)
        if let first = parts.first, Int(first) == nil { parts.removeFirst() }
        guard parts.count >= 3, let day = Int(parts[0]), let month = months.firstIndex(where: parts[1].hasPrefix),
            let year = Int(parts[2])
        else { return nil }
        let time = parts.count > 3 ? "T" + parts[3] : ""
        let zone = parts.count > 4 ? zones[parts[4]] ?? parts[4] : ""
        return Moment(
            "\(year < 100 ? year + 2000 : year)-\(month + 1)-\(day)\(time)\(zone)", localOffset: localOffset)
    }

    private static func european(_ text: String, localOffset: Int) -> Moment? {
        let parts = text.split(separator: " ", maxSplits: 1)
        let date = (parts.first ?? "").split(separator: ".", omittingEmptySubsequences: false)
        guard date.count == 3, date[2].count == 4 else { return nil }
        let time = parts.count > 1 ? "T" + parts[1] : ""
        return Moment("\(date[2])-\(date[1])-\(date[0])\(time)", localOffset: localOffset)
    }
}

extension XMLOutline {
    /// Whether a node is an attribute of the root, or an attribute or element of the root's head: what stands below it once
    /// and is no record.
    fileprivate func isInHead(_ node: Node) -> Bool {
        guard node.path.parent >= 0, node.count == 1 else { return false }
        let parent = nodes[node.path.parent]
        if parent.path.parent < 0 { return true }
        return nodes[parent.path.parent].path.parent < 0 && parent.count == 1
            && ["channel", "head", "header", "meta", "metadata", "info", "shop", "export"].contains(
                parent.path.localName.lowercased())
    }
}
