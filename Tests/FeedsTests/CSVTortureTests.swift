import Foundation
import Testing

@testable import Feeds

private enum Torture {
    /// Nil where it is not there.
    static let folder: URL? = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let folder = root.deletingLastPathComponent().appending(path: "shared/samples/torture")
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }()
}

/// Two public collections of CSV files with what they mean in JSON: csv-spectrum and csv-test-data.
///
/// They lie beside the project on the machines where it is made, not in it.
@Suite(.enabled(if: Torture.folder != nil, "../shared/samples/torture is not here"))
struct CSVTortureTests {
    /// The CSV files of a collection.
    private static func files(_ path: String) -> [String] {
        guard let folder = Torture.folder?.appending(path: path) else { return [] }
        return (try? FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()) ?? []
    }

    @Test(arguments: files("csv-spectrum/csvs")) func spectrum(_ name: String) throws {
        try compare("csv-spectrum/csvs/\(name)", "csv-spectrum/json/\(name.dropLast(3))json")
    }

    @Test(arguments: files("csv-test-data-sineemore/csv")) func testData(_ name: String) throws {
        let path = "csv-test-data-sineemore/csv/\(name)"
        // Invalid files have no meaning; they must only be survived.
        guard !name.hasPrefix("bad-") else { return _ = try scanned(path) }
        try compare(path, "csv-test-data-sineemore/json/\(name.dropLast(3))json")
    }

    private func scanned(_ path: String) throws -> [[String]] {
        let bytes = [UInt8](try Data(contentsOf: try #require(Torture.folder).appending(path: path)))
        #expect(Scanned(bytes).cells == Scanned(bytes, slowly: true).cells)
        return Scanned(bytes).cells
    }

    private func compare(_ csv: String, _ json: String) throws {
        let cells = try scanned(csv)
        let data = try Data(contentsOf: try #require(Torture.folder).appending(path: json))
        let wanted = try JSONSerialization.jsonObject(with: data)
        if let rows = wanted as? [[String]], !csv.contains("/header-") {
            #expect(cells == rows)
        } else {
            let objects = try #require(wanted as? [[String: String]])
            let header = try #require(cells.first)
            let found = cells.dropFirst().map { Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first }) }
            #expect(Array(found) == objects)
        }
    }
}
