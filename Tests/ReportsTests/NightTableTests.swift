import Catalogues
import Foundation
import Reconciliation
import Testing

@testable import Reports

/// The tables and the JSON of a nightly run.
@Suite struct NightTableTests {
    private func rows(_ text: String) -> [String] {
        text.split(separator: "\r\n").map { String($0.drop { $0 == "\u{FEFF}" }) }
    }

    @Test func mismatchesAreWorstFirst() throws {
        let infos = [SampleNight.finding(200, .open, .stockLow, since: "2026-11-01")]
        let text = try SampleRun.text { try NightCSV.mismatches(SampleNight.report(), infos: infos, $0) }
        let rows = rows(text)
        #expect(text.hasPrefix("\u{FEFF}"))
        #expect(rows[0] == "\(MismatchesCSV.columns)")
        #expect(
            rows.dropFirst().map { String($0.prefix { $0 != "," }) } == [
                "meaning-changed", "sold-out-at-supplier", "style-withdrawn", "variant-withdrawn", "duplicate-code",
                "stock-differs", "stock-differs", "barcode-invalid", "price-differs", "stock-low",
            ], "open and acknowledged, by severity and code; what is resolved is not in it")
        #expect(
            rows[1]
                == "meaning-changed,critical,义乌A厂,SHL6101,SHL6101-01,灰蓝/2XL,31,3701845520916832001,8801,雾霾蓝/XL,9,spec,灰蓝/2XL,雾霾蓝/XL,reviewer,核对实物：只是改名就确认这一对，换了货就改商家编码。,2026-11-03,sku"
        )
        #expect(rows[3].hasPrefix("style-withdrawn,major,杭州B档口,,,,,SHL5977,,,114,style,,"))
    }

    @Test func changes() throws {
        let rows = rows(try SampleRun.text { try NightCSV.changes(SampleNight.changes, $0) })
        #expect(rows[0] == "\(NightCSV.changeColumns)")
        #expect(rows.count == SampleNight.changes.count + 1)
        #expect(rows[1] == "义乌A厂,style-added,2026-11-02T18:00:00,feed,SHL7001,加绒卫衣,,,,,31")
        #expect(rows[2].hasPrefix("义乌A厂,style-withdrawn,2026-11-03T02:30:00,seen,"))
        #expect(
            rows[3]
                == "义乌A厂,meaning-changed,2026-11-02T18:05:00,feed,SHL6101,法式V领连衣裙,SHL6101-01,灰蓝/2XL,雾霾蓝/XL,灰蓝/2XL,31")
    }

    @Test(arguments: [
        (Language.zh, "货源", "有延迟：3 个规格，最久 5 天；新文件被扣住"),
        (.en, "supplier", "\"behind: 3 specs, the oldest for 5 days; new file held back\""),
    ])
    func sources(_ language: Language, _ role: String, _ remark: String) throws {
        let rows = rows(try SampleRun.text { try NightCSV.sources(SampleNight.report(language), $0) })
        #expect(rows[0] == "名称,角色,合作情况,联系方式,最近更新,新款式发布时间,规格调整时间,系统/规则调整,备注")
        #expect(rows.count == 5)
        #expect(
            rows[1].hasPrefix(
                "义乌A厂,\(role),一件代发，月结,王姐 微信 wangjie88,2026-11-02 01:12,2026-10-30,2026-11-02,10-01 国庆后改用新模板"))
        #expect(rows[1].hasSuffix(remark))
    }

    @Test func nothingIsAFormula() throws {
        var change = ChangeEntry(source: "=A", kind: .specAdded, at: SampleNight.night, isDatedByFeed: true)
        change.title = "@x,\"y\"\r\nz"
        change.before = "-12.50"
        let text = try SampleRun.text { try NightCSV.changes([change], $0) }
        #expect(text.contains("\r\n'=A,spec-added,"))
        #expect(text.contains("\"'@x,\"\"y\"\"\r\nz\""))
        #expect(text.contains(",-12.50,"), "a number is no formula")
    }

    @Test func aFailureOfTheWriterComesOut() {
        struct Full: Error {}
        let report = SampleNight.report()
        #expect(throws: Full.self) { try NightCSV.mismatches(report, infos: []) { _ in throw Full() } }
        #expect(throws: Full.self) { try NightJSON.write(report) { _ in throw Full() } }
        #expect(throws: Full.self) { try NightHTML.write(report) { _ in throw Full() } }
    }

    // MARK: JSON

    private func object(_ report: NightReport) throws -> [String: Any] {
        let text = try SampleRun.text { try NightJSON.write(report, $0) }
        return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test func json() throws {
        let run = try object(SampleNight.report())
        #expect(run["schema"] as? String == "specsync-run/1")
        #expect(run["at"] as? String == "2026-11-03T02:30:00" && run["since"] as? String == "2026-11-02T02:30:00")
        let findings = try #require(run["findings"] as? [[String: Any]])
        #expect(findings.count == SampleNight.findings().count)
        #expect(
            findings[8]["reason"] as? String == "双十一活动价" && findings[8]["until"] as? String == "2026-11-12T00:00:00")
        #expect(findings[1]["supplier_line"] is NSNull)
        let counts = try #require(run["counts"] as? [String: Any])
        #expect(counts["new"] as? [String: Int] == ["critical": 1, "major": 3, "minor": 0])
        #expect(counts["back"] as? [String: Int] == ["critical": 0, "major": 1, "minor": 0])
        #expect(counts["info"] as? Int == 17)
        let changes = try #require(run["changes"] as? [String: [String: Int]])
        #expect(changes["义乌A厂"]?["spec-added"] == 12 && changes["义乌A厂"]?["style-added"] == 1)
        let notices = try #require(run["notices"] as? [[String: Any]])
        #expect(notices.map { $0["source"] as? String } == ["义乌A厂", "杭州B档口"], "who is held stands first")
    }

    /// Every object of `schema/run.schema.json` says its keys as required; the run has these and no others.
    @Test(arguments: [SampleNight.report(), SampleNight.empty(.en)])
    func schemaIsTrue(_ report: NightReport) throws {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../schema/run.schema.json")
        let schema = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: path)) as? [String: Any])
        let properties = try #require(schema["properties"] as? [String: [String: Any]])
        #expect(properties["schema"]?["const"] as? String == NightJSON.schema)
        let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
        #expect(definitions["code"]?["enum"] as? [String] == MismatchCode.allCases.map(\.name))
        #expect(definitions["state"]?["enum"] as? [String] == Finding.State.allCases.map(\.rawValue))
        let kinds = properties["changes"]?["additionalProperties"] as? [String: Any]
        #expect(
            (kinds?["propertyNames"] as? [String: Any])?["enum"] as? [String] == ChangeKind.allCases.map(\.rawValue))
        expect(try object(report), fits: schema, definitions, "run")
    }

    private func expect(
        _ value: Any, fits schema: [String: Any], _ definitions: [String: [String: Any]], _ path: String
    ) {
        var schema = schema
        if let name = (schema["$ref"] as? String)?.split(separator: "/").last {
            schema = definitions[String(name)] ?? [:]
        }
        if let words = schema["enum"] as? [String] { #expect(words.contains(value as? String ?? ""), "\(path)") }
        if let object = value as? [String: Any] {
            let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
            #expect(Set(schema["required"] as? [String] ?? []).subtracting(object.keys).isEmpty, "\(path)")
            for (key, value) in object {
                let other = schema["additionalProperties"] as? [String: Any]
                guard let inner = properties[key] ?? other else {
                    Issue.record("\(path).\(key) is not in the schema")
                    continue
                }
                expect(value, fits: inner, definitions, "\(path).\(key)")
            }
        } else if let array = value as? [Any] {
            for element in array {
                expect(element, fits: schema["items"] as? [String: Any] ?? [:], definitions, path + "[]")
            }
        } else {
            let types = (schema["type"] as? [String]) ?? (schema["type"] as? String).map { [$0] } ?? []
            if value is NSNull { #expect(types.contains("null"), "\(path) may not be null") }
            #expect(!types.isEmpty || schema["enum"] != nil || schema["const"] != nil, "\(path) has no type")
        }
    }
}
