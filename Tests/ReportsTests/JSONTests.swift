import Foundation
import Reconciliation
import Testing

@testable import Reports

@Suite struct JSONTests {
    private func object(_ input: ReportInput) throws -> [String: Any] {
        let text = try SampleRun.text { try JSONReport.write(input, $0) }
        return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    private var schema: [String: Any] {
        get throws {
            let path = URL(filePath: #filePath).deletingLastPathComponent().appending(
                path: "../../schema/report.schema.json")
            return try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: path)) as? [String: Any])
        }
    }

    @Test func namesAreThoseOfTheCSV() throws {
        let report = try object(SampleRun.report(SampleRun.supplier, SampleRun.shop))
        let columns = MismatchesCSV.columns.description.split(separator: ",").map(String.init)
        let mismatches = try #require(report["mismatches"] as? [[String: Any]])
        #expect(mismatches.count == 5)
        for mismatch in mismatches { #expect(Set(mismatch.keys) == Set(columns)) }
        #expect(mismatches[0]["code"] as? String == "spec-differs")
        #expect(mismatches[0]["supplier_line"] as? Int == 4)
        #expect(mismatches.contains { $0["supplier_line"] is NSNull })
    }

    @Test func schemaIsTrue() throws {
        let schema = try schema
        let report = try object(SampleRun.report(SampleRun.supplier, SampleRun.shop))
        #expect(Set(report.keys) == Set(schema["required"] as? [String] ?? []))
        let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
        #expect(definitions["code"]?["enum"] as? [String] == MismatchCode.allCases.map(\.name))
        let columns = MismatchesCSV.columns.description.split(separator: ",").map(String.init)
        #expect(definitions["mismatch"]?["required"] as? [String] == columns)
        let source = try #require((report["sources"] as? [[String: Any]])?.first)
        let properties = try #require(schema["properties"] as? [String: [String: Any]])
        let items = try #require(properties["sources"]?["items"] as? [String: Any])
        #expect(Set(source.keys) == Set(items["required"] as? [String] ?? []))
        #expect(properties["schema"]?["const"] as? String == JSONReport.schema)
    }

    @Test func escapesWhatItMust() throws {
        let odd = "a\"b\\c\u{1}\u{7F}\n\t</script>é红👗"
        let report = try object(SampleRun.report([["K", odd, "K-1", "", "", "红色", "S", "1", "1"]], SampleRun.shop))
        let mismatches = try #require(report["mismatches"] as? [[String: Any]])
        let title = mismatches.first { $0["code"] as? String == "style-not-listed" }?["supplier_value"] as? String
        #expect(title == odd)
    }

    @Test func sameInputSameBytes() throws {
        let texts = try (0..<2).map { _ in
            try SampleRun.text { try JSONReport.write(SampleRun.report(SampleRun.supplier, SampleRun.shop), $0) }
        }
        #expect(texts[0] == texts[1])
    }

    @Test func aFailureOfTheWriterComesOut() {
        struct Full: Error {}
        #expect(throws: Full.self) {
            try JSONReport.write(SampleRun.report(SampleRun.supplier, SampleRun.shop)) { _ in throw Full() }
        }
    }
}
