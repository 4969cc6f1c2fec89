import Foundation
import Testing

@testable import Feeds

/// Profiles.md: all built-in profiles and all keys are there, and its examples work.
@Suite struct ProfilePageTests {
    private static let page = Documents.page("Profiles")

    @Test func namesTheBuiltInOnes() throws {
        let table = try #require(Self.page.section("## What a profile is"))
        #expect(Set(table.namesInTables) == Set(Profile.builtInNames))
    }

    /// What a profile may hold at a place, as the refusal of a key or word that no profile has lists it.
    private func allowed(_ yaml: String) -> [String] {
        do {
            _ = try ProfileFile.parse("name: x\n\(yaml)\n", file: "x.yaml")
        } catch {
            guard let list = error.description.firstMatch(of: /[Ii]t can (?:have|be): (.+)\./) else { return [] }
            return list.1.split(separator: ", ").map(String.init)
        }
        return []
    }

    @Test(arguments: [
        "zzqqxx: 1", "recognise: {zzqqxx: 1}", "fields: {zzqqxx: 1}", "supplier: {zzqqxx: 1}", "parent: {zzqqxx: 1}",
        "lists: {zzqqxx: 1}", "fixed: {zzqqxx: 1}", "spec: {zzqqxx: 1}", "prices: {zzqqxx: 1}",
        "prices: {unit: zzqqxx}", "stock: {zzqqxx: 1}", "status: {zzqqxx: 1}", "xml: {zzqqxx: 1}",
        "xml: {parameters: [{zzqqxx: 1}]}", "title: {zzqqxx: 1}", "structure: zzqqxx", "style key: zzqqxx",
        "format: zzqqxx",
    ])
    func describesEveryKey(_ yaml: String) throws {
        let keys = allowed(yaml)
        #expect(!keys.isEmpty, "the refusal of “\(yaml)” lists no keys")
        let reference = try #require(Self.page.section("## Every key"))
        for key in keys {
            #expect(
                reference.contains("`\(key)`") || reference.contains("`\(key):`") || reference.contains("{\(key): ")
                    || reference.contains(", \(key): "),
                "Profiles.md does not describe “\(key)”")
        }
    }

    /// What a table of keys names is one.
    @Test func describesNoOtherKey() throws {
        let fields = allowed("fields: {zzqqxx: 1}")
        let known = Set(allowed("zzqqxx: 1") + fields)
        let named = try #require(Self.page.section("## Every key")).namesInTables
        #expect(Set(named).subtracting(known).isEmpty)
    }

    @Test func examplesAreProfiles() throws {
        let examples = (Self.page.blocks("yaml") + Documents.readme.blocks("yaml")).filter { $0.hasPrefix("name:") }
        #expect(examples.count == 3)
        for example in examples { _ = try ProfileFile.parse(example, file: "example.yaml") }
    }

    /// The two files that nobody knows are refused without the profile, and understood with it.
    @Test(arguments: [
        ("## A table that nobody knows", "csv", "teh", 2, 3), ("## An XML that nobody knows", "xml", "depot", 1, 2),
    ])
    func exampleWorks(_ heading: String, _ format: String, _ name: String, _ styles: Int, _ variants: Int) throws {
        let section = try #require(Self.page.section(heading))
        let file = try #require(section.blocks(format).first)
        let profile = try #require(section.blocks("yaml").first)
        try Program.withFolder { folder in
            try file.write(to: folder.appending(path: "file.\(format)"), atomically: true, encoding: .utf8)
            try profile.write(to: folder.appending(path: "my.yaml"), atomically: true, encoding: .utf8)
            let refused = try Program.run(["inspect", "file.\(format)"], in: folder)
            #expect(refused.output.isEmpty)
            #expect(refused.errors.contains("error: "))
            let json = try Program.run(
                ["inspect", "file.\(format)", "--profile", "my.yaml", "--format", "json"], in: folder)
            let object = try #require(
                try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any], "\(json.errors)")
            #expect(object["profile"] as? String == name)
            #expect(object["styles"] as? Int == styles)
            #expect(object["variants"] as? Int == variants)
        }
    }
}
