import Foundation
import Testing

/// Who imports what. SwiftPM lets a target import whatever its dependencies depend on; only this catches it.
@Suite struct ImportTests {
    /// The arrows between the targets, as the design draws them. A target may import what it can reach by them.
    static let arrows: [String: [String]] = [
        "specsync": ["Pipeline", "ReviewSite"],
        "Pipeline": ["Feeds", "Reports", "Ledgers", "Transport"],
        "ReviewSite": ["Ledgers", "Reports", "Reconciliation"],
        "Feeds": ["XMLStreams", "Spreadsheets", "Lexicons"],
        "Reports": ["Reconciliation", "Spreadsheets"],
        "Ledgers": ["Reconciliation"],
        "Spreadsheets": ["XMLStreams"],
        "Reconciliation": ["Lexicons"],
        "Lexicons": ["Catalogues"],
        "Catalogues": [], "XMLStreams": [], "Transport": [],
    ]

    /// Modules that are not ours or not Swift, and the only targets that may import them.
    static let doors: [String: Set<String>] = [
        "CLibXML2": ["XMLStreams"], "CXXHash": ["Feeds"], "CByteScan": ["Catalogues", "Feeds", "Reports"],
        "CLibZip": ["Spreadsheets"], "CLibXlsxWriter": ["Spreadsheets"], "CLibCurl": ["Transport"],
        "CSpecData": ["Lexicons", "Feeds", "Reports", "Pipeline"],
        "ArgumentParser": ["specsync"], "Yams": ["Feeds", "Pipeline"], "GRDB": ["Ledgers"], "FlyingFox": ["ReviewSite"],
        "Mustache": ["Reports", "ReviewSite"], "Logging": ["Pipeline", "specsync"], "Dispatch": ["Pipeline"],
    ]

    /// Part of every toolchain, and small: the C library and the language's own modules.
    static let everybodys: Set<String> = ["Glibc", "Synchronization"]

    /// These know nothing of files, clocks or networks, so they do not get the library that does.
    static let pure: Set<String> = ["Catalogues", "Lexicons", "Reconciliation"]

    struct Import {
        /// `Sources/Feeds/CSV/CSVReader.swift:1`
        var place: String
        var target: String
        var module: String
    }

    static let imports: [Import] = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let sources = root.appending(path: "Sources").path
        let files = (FileManager.default.enumerator(atPath: sources)?.allObjects as? [String] ?? []).sorted()
        return files.filter { $0.hasSuffix(".swift") }.flatMap { file -> [Import] in
            let text = (try? String(contentsOfFile: sources + "/" + file, encoding: .utf8)) ?? ""
            return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap {
                index, line in
                module(importedBy: line).map {
                    Import(
                        place: "Sources/\(file):\(index + 1)", target: String(file.prefix { $0 != "/" }), module: $0)
                }
            }
        }
    }()

    /// The module that a line imports, whatever stands before the word.
    static func module(importedBy line: Substring) -> String? {
        let form =
            #/^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+(?:(?:struct|class|enum|protocol|func|var|let|typealias)\s+)?(\w+)/#
        return (try? form.firstMatch(in: line)).flatMap { $0 }.map { String($0.1) }
    }

    /// The targets that `target` can reach by the arrows.
    static func reach(of target: String) -> Set<String> {
        var reached: Set<String> = []
        var open = arrows[target] ?? []
        while let next = open.popLast() {
            if reached.insert(next).inserted { open += arrows[next] ?? [] }
        }
        return reached
    }

    @Test(
        arguments: [
            ("import Catalogues", "Catalogues"), ("  public import Lexicons", "Lexicons"),
            ("package import Feeds", "Feeds"),
            ("@testable import Feeds", "Feeds"), ("@preconcurrency internal import Yams", "Yams"),
            ("import struct Glibc.stat", "Glibc"),
            ("@_spi(Testing) import GRDB // why", "GRDB"), ("// import Foundation", nil), ("important()", nil),
            ("let import1 = 1", nil),
        ] as [(String, String?)])
    func importsAreSeen(_ line: String, _ module: String?) { #expect(Self.module(importedBy: line[...]) == module) }

    @Test func everyTargetIsKnown() {
        #expect(Self.imports.count > 100)
        for target in Set(Self.imports.map(\.target)) {
            #expect(
                Self.arrows[target] != nil, "Sources/\(target) has no arrows in ImportTests.swift and in the design")
        }
    }

    @Test func targetsImportAlongTheArrows() {
        for item in Self.imports where Self.arrows[item.module] != nil && item.module != item.target {
            #expect(
                Self.reach(of: item.target).contains(item.module),
                "\(item.place): \(item.target) must not import \(item.module)")
        }
    }

    @Test func eachLibraryHasOneDoor() {
        for item in Self.imports where Self.arrows[item.module] == nil && item.module != "Foundation" {
            let allowed =
                Self.everybodys.contains(item.module) || Self.doors[item.module]?.contains(item.target) == true
            #expect(allowed, "\(item.place): \(item.module) is not for \(item.target)")
        }
    }

    @Test func thePureOnesHaveNoFoundation() {
        for item in Self.imports where item.module.hasPrefix("Foundation") {
            #expect(!Self.pure.contains(item.target), "\(item.place): \(item.target) is pure and has no Foundation")
        }
    }

    /// The arrows have no circle, or they would say nothing.
    @Test(arguments: arrows.keys.sorted()) func noTargetReachesItself(_ target: String) {
        #expect(!Self.reach(of: target).contains(target))
    }
}
