public struct WordProblem: Sendable { public var line: Int; public var message: String }
public final class Lexicon {
    var words: [[UInt8]: UInt32] = [:]; var texts: [[UInt8]] = [[]]; var user: [[UInt8]: UInt32] = [:]
    var isUser: Set<UInt32> = []
    public init() {}
    public var meaningCount: Int { texts.count }
    static func fold(_ b: [UInt8]) -> [UInt8] {
        String(String(decoding: b, as: UTF8.self).unicodeScalars.map { s -> Character in
            let v = s.value; return v >= 0xFF01 && v <= 0xFF5E ? Character(Unicode.Scalar(v - 0xFEE0)!) : Character(s) }).lowercased().split(separator: " ").joined(separator: " ").utf8.map { $0 }
    }
    func id(_ t: [UInt8]) -> UInt32 { if let k = words[t] { return k }; texts.append(t); words[t] = UInt32(texts.count - 1); return UInt32(texts.count - 1) }
    public func addWords(csv: UnsafeBufferPointer<UInt8>) -> [WordProblem] {
        for l in String(decoding: csv, as: UTF8.self).split(separator: "\n").dropFirst() {
            let p = l.split(separator: ",").map(String.init); guard p.count == 3 else { continue }
            let c = id(Array("=\(p[0]):\(p[2])".utf8)); isUser.insert(c)
            user[Array((p[0] + ":").utf8) + Self.fold(Array(p[1].utf8))] = c
        }
        return []
    }
    public func axisKind(ofName n: UnsafeBufferPointer<UInt8>) -> AxisKind {
        let s = String(decoding: n, as: UTF8.self).lowercased()
        return s.contains("col") || s.contains("色") ? .colour : s.contains("size") || s.contains("码") ? .size : .other
    }
    public func understand(_ t: UnsafeBufferPointer<UInt8>, axis: AxisKind) -> Understood {
        var u = Understood(); let f = Self.fold(Array(t))
        switch axis {
        case .size: u.size = MeaningID(number: user[Array("size:".utf8) + f] ?? id(Array("size ".utf8) + f))
        case .colour: u.colour = MeaningID(number: user[Array("colour:".utf8) + f] ?? id(Array("colour ".utf8) + f))
        default: u.other = MeaningID(number: id(f)) }
        return u
    }
    public func relation(_ a: MeaningID, _ b: MeaningID) -> Relation { a == b ? .same : isUser.contains(a.number) && isUser.contains(b.number) ? .never : .silent }
    public func joined(_ a: MeaningID, _ b: MeaningID) -> MeaningID { a }
    public func describe(_ a: MeaningID) -> String { String(decoding: texts[Int(a.number)], as: UTF8.self) }
}
