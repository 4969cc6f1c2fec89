import Testing

/// What people decided: written, listed, read back out of a spreadsheet, and obeyed unless today's data contradict it.
@Suite struct DecisionFileTests {
    private static let supplier = """
        款号,规格编码,颜色,尺码
        K1,0012,款式一,均码
        K1,0013,款式二,均码
        K1,0014,黑色,S

        """
    private static let shop = """
        商品ID,规格ID,颜色,尺码
        K9,9001,Type A,均码
        K9,9002,Type B,均码
        K9,9003,白色,S

        """

    /// The decision of each pair of a run with a file of decisions.
    private func decide(_ decisions: String) throws -> (pairs: [String: String], errors: String, actions: [String]) {
        let folder = try TemporaryFolder()
        let answer = try Program.run([
            "diff", try folder.write("supplier.csv", Self.supplier), try folder.write("shop.csv", Self.shop),
            "--decisions", try folder.write("decisions.csv", decisions), "--out", folder.path("out"),
        ])
        #expect(answer.code == 1, "\(answer.errors)")
        var pairs: [String: String] = [:]
        for row in Table(try folder.bytes("out/mapping.csv")).rows where row["decision"] != "none" {
            pairs["\(row["supplier_sku"])=\(row["shop_sku"])"] = row["decision"]
        }
        let actions = Table(try folder.bytes("out/mismatches.csv")).rows.map { $0["action"] }
        return (pairs, answer.errors, actions)
    }

    /// A confirmed pair is one, and opens its style: what fits among its siblings becomes a question or a pair.
    @Test func confirmedIsObeyed() throws {
        let (pairs, _, _) = try decide("supplier_sku,shop_sku\n0012,9001\n")
        #expect(pairs["0012=9001"] == "confirmed")
        #expect(pairs["0013=9002"] == "review")
    }

    /// Black is not white, whatever was confirmed once; what is to be withdrawn is the decision.
    @Test func contradictedIsNot() throws {
        let (pairs, _, actions) = try decide("supplier_sku,shop_sku,decision\n0014,9003,confirmed\n")
        #expect(pairs["0014=9003"] == "review")
        #expect(actions.contains { $0.hasPrefix("Withdraw the decision") })
    }

    @Test func rejectedIsNeverProposed() throws {
        let (pairs, _, _) = try decide("supplier_sku,shop_sku,decision\n0012,9001,confirmed\n0013,9002,rejected\n")
        #expect(pairs["0012=9001"] == "confirmed" && pairs["0013=9002"] == nil)
    }

    @Test func decisionsAboutWhatIsGoneAreTold() throws {
        #expect(try decide("supplier_sku,shop_sku\n0099,9001\n").errors.contains("[lost-decision]"))
    }

    @Test func aWordThatIsNoDecisionIsRefused() throws {
        let folder = try TemporaryFolder()
        let answer = try Program.run([
            "diff", try folder.write("supplier.csv", Self.supplier), try folder.write("shop.csv", Self.shop),
            "--decisions", try folder.write("d.csv", "supplier_sku,shop_sku,decision\n0012,9001,perhaps\n"),
        ])
        #expect(answer.code == 2 && answer.errors.contains("d.csv:2: error: “perhaps”"))
    }

    @Test func confirmAndRejectWrite() throws {
        let folder = try TemporaryFolder()
        let file = folder.path("decisions.csv")
        for arguments in [
            ["confirm", "0012", "9001", "--by", "李", "--note", "a, b"], ["reject", "0013", "9002"],
            ["reject", "0012", "9001"],
        ] {
            let answer = try Program.run(["mapping"] + arguments + ["--decisions", file, "--at", "2026-11-21"])
            #expect(answer.code == 0, "\(answer.errors)")
        }
        let rows = Table(try folder.bytes("decisions.csv")).rows
        #expect(rows.map { $0["supplier_sku"] + $0["decision"] } == ["0013rejected", "0012rejected"])
        #expect(try Program.run(["mapping", "list", "--decisions", file]).text.contains("rejected  0012"))
    }

    /// What Excel does to a mapping on the way: zeros lost, a size turned into a date, a code into a power of ten.
    @Test func whatExcelDamagedIsRestored() throws {
        let folder = try TemporaryFolder()
        let head =
            "supplier,supplier_style,supplier_sku,supplier_spec,supplier_line,shop_style,shop_sku,shop_spec,shop_line,decision,confidence,evidence\n"
        let written = try folder.write(
            "mapping.csv",
            head + "s.csv,K1,0012,3-4,2,K9,690000000001234,3-4Y,2,review,0.5,size\n"
                + "s.csv,K1,0013,S,3,K9,9002,S,3,auto,1,sku\n")
        let edited = try folder.write(
            "edited.csv",
            head + "s.csv,K1,12,4-Mar,2,K9,6.9E+14,3-4Y,2,确认,0.5,size\ns.csv,K1,13,S,3,K9,9002,S,3,auto,1,sku\n")
        let file = folder.path("decisions.csv")
        let answer = try Program.run(["mapping", "read", edited, "--written", written, "--decisions", file])
        #expect(answer.code == 0, "\(answer.errors)")
        let rows = Table(try folder.bytes("decisions.csv")).rows
        #expect(
            rows.map { [$0["supplier_sku"], $0["supplier_spec"], $0["shop_sku"]] } == [
                ["0012", "3-4", "690000000001234"]
            ])
        for damage in ["leading zeros lost", "turned into a date", "turned into a power of ten"] {
            #expect(answer.errors.contains(damage), "\(answer.errors)")
        }
    }
}
