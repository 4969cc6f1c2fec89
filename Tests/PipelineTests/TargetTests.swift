import Catalogues
import Feeds
import Reconciliation
import Testing

@testable import Pipeline

/// The built-in targets, and what is said of each mistake in one's own.
@Suite struct TargetTests {
    @Test func everyBuiltInTargetReads() throws {
        let names = ["shopify", "woocommerce", "taobao", "douyin", "google", "shopee", "amazon"]
        #expect(ListingTargets.builtInNames == names)
        for name in names {
            let target = try #require(ListingTargets.named(name))
            #expect(target.name == name)
            #expect(!target.title.isEmpty && !target.titleInChinese.isEmpty)
            #expect(target.note.isEmpty == target.noteInChinese.isEmpty)
            // Who lists under a target without rules must be told that nothing of it is checked.
            #expect(!target.statements.isEmpty || !target.note.isEmpty, "\(name) says nothing at all")
        }
    }

    @Test(arguments: ListingTargets.builtInNames) func everyRuleHasASource(_ name: String) throws {
        for (rule, says) in try #require(ListingTargets.named(name)).statements {
            #expect(rule.source.hasPrefix("https://"), "\(name), \(rule.name)")
            #expect(rule.source.dropFirst(8).contains(".") && !rule.source.contains(" "), "\(name), \(rule.name)")
            #expect(!rule.name.isEmpty && !says.isEmpty)
        }
    }

    @Test func aFewThatMustNotChangeUnseen() throws {
        let shopify = try #require(ListingTargets.named("shopify"))
        #expect(shopify.options?.value == 3)
        #expect(shopify.variants?.value == 2048)
        #expect(shopify.reservedValues?.values == ["Default Title", "Default"])
        #expect(shopify.reservedNames?.values == ["Title"])
        #expect(shopify.uniqueValues?.isFirstHand == true)
        #expect(shopify.optionValueLength?.rule.isFirstHand == false)
        #expect(shopify.allowedOptions == nil)

        let google = try #require(ListingTargets.named("google"))
        #expect(google.coloursPerValue?.value == 3)
        #expect(google.colourLength?.value == 40)
        #expect(google.valueLengths.map(\.option) == ["colour", "size"])
        #expect(google.valueLengths.map(\.limit.value) == [100, 100])
        #expect(google.allowedOptions?.names == ["colour", "size", "material", "pattern", "age group", "gender"])
        #expect(google.otherOptions?.field == "variant_option")
        #expect(google.barcodeDigits?.counts == [8, 12, 13, 14])
        #expect(google.refusedBarcodes?.prefixes == ["2", "02", "04"])
        #expect(google.advised.map(\.attribute) == ["size system"])

        let shopee = try #require(ListingTargets.named("shopee"))
        #expect(shopee.options?.value == 2)
        #expect(shopee.optionNameLength?.value == 14)
        #expect(shopee.optionValueLength?.value == 20)
        #expect(shopee.required.map(\.attribute) == ["price", "stock"])

        let taobao = try #require(ListingTargets.named("taobao"))
        #expect(taobao.titleLength?.value == 60)
        #expect(taobao.titleLength?.unit == .halfwidth)
        #expect(ListingTargets.named("woocommerce")?.uniqueCodes?.acrossStyles == true)
        #expect(ListingTargets.named("woocommerce")?.optionNameLength?.unit == .bytes)
        #expect(ListingTargets.named("amazon")?.forbiddenTitleSigns?.signs == "!$?_{}^¬¦")
        #expect(ListingTargets.named("douyin")?.statements.isEmpty == true)
    }

    // MARK: Own ones

    /// Every rule there is.
    private static let whole = """
        name: bazaar
        title: {en: Bazaar, zh: 大集}
        note: Only on Sundays.
        rules:
          options: {most: 4, source: a page, first hand: yes}
          values per option: {most: 5, source: a page}
          variants: {most: 6, source: a page}
          title length: {most: 7, unit: bytes, source: a page}
          option name length: {most: 8, unit: halfwidth, source: a page}
          option value length: {most: 9, source: a page}
          code length: {most: 10, source: a page}
          style code length: {most: 11, source: a page}
          colours per value: {most: 12, source: a page}
          colour length: {most: 13, source: a page}
          reserved names: {values: Title, source: a page}
          reserved values: {values: [None, Any], source: a page}
          forbidden signs: {signs: ";:", source: a page}
          forbidden title signs: {signs: ["!", "?"], source: a page}
          allowed options: {names: [colour], source: a page}
          other options: {field: remark, source: a page}
          unique codes: {source: a page}
          unique values: {source: a page}
          barcode digits: {counts: [13], source: a page}
          refused barcodes: {prefixes: ["2"], source: a page}
        value lengths:
          size: {most: 3, source: a page}
        required:
          sku: {source: a page}
          barcode: {source: a page}
        advised:
          image: {source: a page}
        """

    @Test func readsEveryKey() throws {
        let target = try TargetFile.parse(Self.whole, file: "bazaar.yaml")
        #expect(target.title == "Bazaar")
        #expect(target.titleInChinese == "大集")
        #expect(target.note == "Only on Sundays.")
        #expect(target.uniqueCodes?.acrossStyles == false)
        #expect(target.options?.rule == ListingTarget.Rule("options", source: "a page", isFirstHand: true))
        #expect(target.titleLength?.rule == ListingTarget.Rule("title-length", source: "a page", isFirstHand: false))
        #expect(
            target.statements.map { "\($0.rule.name): \($0.says)" } == [
                "options: 4", "values-per-option: 5", "variants: 6", "title-length: 7 bytes",
                "option-name-length: 8 halfwidth", "option-value-length: 9 characters", "code-length: 10 characters",
                "style-code-length: 11 characters", "colours-per-value: 12", "colour-length: 13 characters",
                "value-length: size: 3 characters", "reserved-names: Title", "reserved-values: None, Any",
                "allowed-options: colour", "other-options: remark", "forbidden-signs: ;:",
                "forbidden-title-signs: !?", "unique-codes: in a style", "unique-values: in a style",
                "barcode-digits: 13", "refused-barcodes: 2…", "required-sku: sku", "required-barcode: barcode",
                "advised-image: image",
            ])
    }

    /// What `without` names is gone, and only that.
    @Test func leavesOutWhatDoesNotHold() throws {
        #expect(Set(TargetFile.ruleKeys).count == 23)
        let shopify = try #require(ListingTargets.named("shopify")).statements.count
        for key in TargetFile.ruleKeys {
            for base in ListingTargets.builtInNames {
                let target = try TargetFile.parse(
                    "name: x\nbased on: \(base)\nwithout: [\(key)]", file: "x.yaml")
                let name = key == "value lengths" ? "value-length" : key.replacing(" ", with: "-")
                let left = target.statements.map(\.rule.name)
                #expect(!left.contains(name) && !left.contains { $0.hasPrefix(name + "-") && key == "required" })
            }
        }
        let target = try TargetFile.parse("name: x\nbased on: shopify\nwithout: variants", file: "x.yaml")
        #expect(target.statements.count == shopify - 1)
    }

    @Test func oneIsBasedOnAnother() throws {
        let target = try TargetFile.parse(
            """
            name: small
            based on: google
            rules:
              title length: {most: 70, source: our own rule}
            value lengths:
              size: {most: 8, source: our own rule}
              length: {most: 9, source: our own rule}
            required:
              barcode: {source: our own rule}
              title: {source: our own rule}
            """, file: "small.yaml")
        #expect(target.name == "small")
        #expect(target.title == "small")
        #expect(target.titleInChinese.isEmpty)
        #expect(target.titleLength?.value == 70)
        #expect(target.titleLength?.rule.source == "our own rule")
        #expect(target.coloursPerValue?.value == 3)
        #expect(target.valueLengths.map(\.option) == ["colour", "size", "length"])
        #expect(target.valueLengths.map(\.limit.value) == [100, 8, 9])
        #expect(target.required.map(\.attribute) == ["sku", "title", "barcode"])
        #expect(target.advised.map(\.attribute) == ["size system"])
    }

    /// A mistake, the line that is shown, and a word of the message with its remedy.
    @Test(arguments: [
        ("", 1, "the target is empty"), ("- a\n- b", 1, "no table"), ("rules:\n", 1, "name: …"),
        ("name: x\nrulse: {}", 2, "“rules”"), ("name: x\nname: y", 2, "twice"),
        ("name: x\n bad: [x", 2, "no YAML"), ("name: x\nbased on: shopfy", 2, "“shopify”"),
        ("name: x\nbased on: ebay", 2, "There are: shopify"), ("name: x\ntitle: {de: X}", 2, "en, zh"),
        ("name: x\ntitle: [a, b]", 2, "one text"),
        ("name: x\nrules:\n  optoins: {most: 1, source: s}", 3, "“options”"),
        ("name: x\nrules:\n  options: 3", 3, "no table"),
        ("name: x\nrules:\n  options:\n    source: s", 4, "how many"),
        ("name: x\nrules:\n  options:\n    most: 0\n    source: s", 4, "above 0"),
        ("name: x\nrules:\n  options:\n    most: three\n    source: s", 4, "a number"),
        ("name: x\nrules:\n  options:\n    most: 3", 4, "source: …"),
        ("name: x\nrules:\n  options:\n    source: s\n    most: 3\n    unit: bytes", 6, "no key “unit”"),
        ("name: x\nrules:\n  code length:\n    source: s\n    most: 3\n    unit: bites", 6, "“bytes”"),
        ("name: x\nrules:\n  options:\n    source: s\n    most: 3\n    first hand: perhaps", 6, "yes or no"),
        ("name: x\nrules:\n  options:\n    source: s\n    most: 3\n    frist hand: yes", 6, "“first hand”"),
        ("name: x\nrules:\n  reserved values:\n    source: s", 4, "values: …"),
        ("name: x\nrules:\n  reserved names:\n    source: s\n    values: [{a: b}]", 5, "a list of texts"),
        ("name: x\nrules:\n  allowed options:\n    source: s\n    values: [a]", 5, "no key “values”"),
        ("name: x\nrules:\n  other options:\n    source: s", 4, "field: …"),
        ("name: x\nrules:\n  forbidden signs:\n    source: s\n    signs: \"\"", 5, "signs: …"),
        ("name: x\nrules:\n  unique codes:\n    source: s\n    across styles: maybe", 5, "yes or no"),
        ("name: x\nrules:\n  unique values: {}", 3, "source: …"),
        ("name: x\nrules:\n  barcode digits: {source: s, counts: [13, many]}", 3, "digits only"),
        ("name: x\nrules:\n  refused barcodes: {source: s, prefixes: [2x]}", 3, "digits only"),
        ("name: x\nvalue lengths:\n  size: {source: s}", 3, "above 0"),
        ("name: x\nrequired:\n  skuu: {source: s}", 3, "“sku”"), ("name: x\nrequired:\n  sku: yes", 3, "no table"),
        ("name: x\nadvised:\n  image:\n    most: 3", 4, "no key “most”"),
        ("name: x\nwithout: [varaints]", 2, "“variants”"),
    ])
    func tellsMistakes(_ yaml: String, _ line: Int, _ words: String) {
        let error = #expect(throws: FeedError.self) { try TargetFile.parse(yaml, file: "x.yaml") }
        #expect(error?.place.line == line, "\(error?.description ?? "")")
        #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
    }

    // MARK: Finding them

    @Test func aWorkspaceHasItsOwn() throws {
        let folder = try Folder()
        #expect(ListingTargets.ownNames(in: folder.path).isEmpty)
        let own = "name: small\nbased on: taobao\nrules:\n  options: {most: 2, source: our own rule}\n"
        try folder.write("targets/small.yaml", own)
        try folder.write("targets/shopify.yaml", "name: shopify\ntitle: 分店\nbased on: shopify\n")
        try folder.write("targets/.hidden.yaml", own)
        try folder.write("targets/notes.txt", "")
        #expect(ListingTargets.ownNames(in: folder.path) == ["shopify", "small"])
        #expect(try ListingTargets.find("small", in: folder.path).options?.value == 2)
        #expect(try ListingTargets.find("small", in: folder.path).titleLength?.value == 60)
        #expect(try ListingTargets.source("small", in: folder.path) == own)
        // Its own comes before a built-in one of the same name, which it may be based on.
        #expect(try ListingTargets.find("shopify", in: folder.path).title == "分店")
        #expect(try ListingTargets.find("shopify", in: folder.path).options?.value == 3)
        #expect(try ListingTargets.find("amazon", in: folder.path).name == "amazon")
        #expect(try ListingTargets.find(folder.path + "/targets/small.yaml", in: "/").name == "small")
    }

    @Test(arguments: [
        ("smal", "“small”"), ("shopfy", "“shopify”"), ("ebay", "small, shopify, woocommerce"),
        ("./nowhere.yaml", "cannot be read"), ("nowhere.yaml", "cannot be read"),
    ])
    func anUnknownOneIsRefused(_ name: String, _ words: String) throws {
        let folder = try Folder()
        try folder.write("targets/small.yaml", "name: small\n")
        let error = #expect(throws: FeedError.self) { try ListingTargets.find(name, in: folder.path) }
        #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
    }

    /// A mistake in a workspace's own target names the file.
    @Test func aBrokenOneNamesItsFile() throws {
        let folder = try Folder()
        try folder.write("targets/small.yaml", "name: small\nrulse: 1\n")
        let error = #expect(throws: FeedError.self) { try ListingTargets.find("small", in: folder.path) }
        #expect(error?.place.file.hasSuffix("targets/small.yaml") == true)
        #expect(error?.place.line == 2)
    }
}
