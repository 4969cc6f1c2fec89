package import Reconciliation
public enum Language: String, Sendable { case zh, en }
package enum Texts { package static func action(_ c: MismatchCode, _ l: Language) -> String { "" } }
package struct MismatchDetails { var field = "", supplierValue = "", shopValue = ""; init(_ m: Mismatch, _ o: Outcome) {} }
