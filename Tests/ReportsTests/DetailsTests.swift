import Catalogues
import Reconciliation
import Testing

@testable import Reports

@Suite struct DetailsTests {
    /// The values of the first mismatch of a code.
    private func details(
        _ code: MismatchCode, _ supplier: [[String]], _ shop: [[String]], _ language: Language = .en
    ) throws -> MismatchDetails {
        let outcome = SampleRun.report(supplier, shop).outcome
        let mismatch = try #require(outcome.mismatches.values.first { $0.code == code }, "no \(code.name)")
        return MismatchDetails(mismatch, outcome, language)
    }

    private func check(_ details: MismatchDetails, _ field: String, _ supplier: String, _ shop: String) {
        #expect(details.field == field)
        #expect(details.supplierValue == supplier)
        #expect(details.shopValue == shop)
    }

    @Test func twoValues() throws {
        check(try details(.specDiffers, SampleRun.supplier, SampleRun.shop), "colour", "红色/S", "白色/S")
        check(try details(.priceDiffers, SampleRun.supplier, SampleRun.shop), "price", "68.00", "69.50")
        check(try details(.soldOutAtSupplier, SampleRun.supplier, SampleRun.shop), "stock", "0", "7")
        check(try details(.variantNotListed, SampleRun.supplier, SampleRun.shop), "spec", "绿色/S", "")
        check(try details(.variantWithdrawn, SampleRun.supplier, SampleRun.shop), "spec", "", "紫色/S")
    }

    @Test func aGroupNamesItsFurtherLines() throws {
        let row = SampleRun.shop[0]
        let twice = try details(
            .duplicateSpec, Array(SampleRun.supplier.prefix(2)), [row, row, SampleRun.shop[1], row])
        check(twice, "spec", "黑色/S", "黑色/S (line 3, 5)")
        #expect(twice.shopLines == [3, 5])
        let chinese = try details(
            .duplicateSpec, Array(SampleRun.supplier.prefix(2)), [row, row, SampleRun.shop[1], row], .zh)
        #expect(chinese.shopValue == "黑色/S（第 3、5 行）")
    }

    @Test func rowsThatClaimOneCode() throws {
        var rival = SampleRun.shop[0]
        rival[5] = "白色"
        rival[4] = ""
        let conflict = try details(.codeConflict, SampleRun.supplier, [SampleRun.shop[0], rival])
        check(conflict, "spec", "黑色/S", "黑色/S (line 2), 白色/S (line 3)")
    }

    @Test func aStyleIsKnownByItsTitle() throws {
        let other = [["Z9", "新款", "Z9-1", "", "", "红色", "M", "1.00", "1"]]
        check(try details(.styleNotListed, SampleRun.supplier + other, SampleRun.shop), "style", "新款", "")
    }
}
