import Foundation
import Testing

/// README.md shows what the program prints, and names what is there.
@Suite struct ReadmeTests {
    @Test func showsWhatTheDemoPrints() throws {
        let shown = try #require(Documents.readme.blocks("text").first)
        let demo = Documents.repository.appending(path: "fixtures/demo").path
        let printed = try Program.withFolder { folder in
            try Program.run(
                [
                    "diff", "\(demo)/supplier.xml", "\(demo)/shop.csv", "--leg", "platform=\(demo)/platform.csv",
                    "--leg",
                    "orders=\(demo)/orders.csv", "--out", "out/demo",
                ], in: folder
            ).output
        }
        #expect(shown == printed, "the demo prints something else by now: run Tools/update-readme")
    }

    @Test func demoIsTheMakefiles() {
        let makefile = Documents.text("Makefile")
        for part in ["--leg platform=", "--leg orders=", "supplier.xml", "shop.csv"] {
            #expect(makefile.contains(part))
        }
        for command in Documents.readme.matches(of: /(?m)(?:^|`)make ([a-z]+)/) {
            #expect(makefile.contains("\n\(command.1):"), "the Makefile has no “\(command.1)”")
        }
    }

    /// Files and folders that texts name or link to.
    @Test(arguments: Documents.all)
    func namesWhatIsThere(_ path: String, _ text: String) {
        let folder = path.split(separator: "/").dropLast().joined(separator: "/")
        for link in text.matches(of: /\]\(([^)#:]+)\)/) {
            let target = folder.isEmpty ? String(link.1) : "\(folder)/\(link.1)"
            #expect(Documents.exists(target), "\(path) links to \(link.1)")
        }
        for anchor in text.matches(of: /\]\(#([^)]+)\)/) {
            let headings = text.matches(of: /(?m)^#+ (.+)$/).map {
                $0.1.lowercased().replacing(" ", with: "-").filter { $0.isLetter || $0.isNumber || $0 == "-" }
            }
            #expect(headings.contains(String(anchor.1)), "\(path) has no heading for #\(anchor.1)")
        }
        for name in text.matches(of: /`((?:Sources|Tests|Tools|fixtures|schema)\/[A-Za-z0-9.\/+_-]+)`/) {
            #expect(Documents.exists(String(name.1)), "\(path) names \(name.1)")
        }
        for page in text.matches(of: /<doc:([A-Za-z]+)>/) { #expect(Documents.pages.contains(String(page.1))) }
    }

    @Test func everyPageIsLinked() {
        let landing = Documents.page("SpecSync")
        for page in Documents.pages.dropFirst() {
            #expect(!Documents.page(page).isEmpty)
            #expect(landing.contains("<doc:\(page)>"))
        }
    }
}
