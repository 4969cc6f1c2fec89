package import Catalogues

/// What the columns of one file are, under a profile.
package struct ColumnMap: Sendable {
    /// The headers as they stand in the file.
    package var headers: [String]
    /// The field of each column; nil = not read.
    package var fields: [Field?]
    /// The role of each column that is no field.
    package var roles: [Profile.Role?]
    /// The names of the option axes of columns that are an option by themselves: `["colour", "size", "", ""]`.
    package var axisNames: [String]
    /// What was odd about the header line: `duplicate-header`, `unused-column`, with the column from 1.
    package var oddities: [(column: Int, code: String, message: String)] = []

    /// How many columns are understood.
    package var understood: Int { fields.count { $0 != nil } + roles.count { $0 != nil } }

    /// A header on one line.
    package static func shown(_ header: String) -> String {
        header.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    package func column(_ field: Field) -> Int? { fields.firstIndex(of: field) }
    package func column(_ role: Profile.Role) -> Int? { roles.firstIndex(of: role) }

    /// Whether a variant can be told from another one: by a code, an option, or a title that does not stand alone.
    package var identifies: Bool {
        let known = Set(fields.compactMap { $0 })
        let codes: Set<Field> = [.sku, .supplierCode, .barcode, .styleCode, .article, .spec, .option1, .option2]
        return !known.isDisjoint(with: codes) || known.contains(.title) && known.count > 1
    }
}

extension ColumnMap {
    /// Corrects from the first records what headers alone cannot tell: which column holds the codes of styles.
    ///
    /// A code that repeats from record to record is a style's, whatever its header says; a code column that nothing
    /// else wants is one, too, and at last the article number.
    package mutating func settleStyleCode(_ records: ArraySlice<[String]>, leftOver: [Int]) {
        guard hasOptions else { return }
        if column(.styleCode) != nil {
            // 商品ID and 商品编码: the second one is how the shop itself calls the style.
            guard column(.article) == nil, let column = leftOver.first else { return }
            fields[column] = .article
            oddities.removeAll { $0.column == column + 1 }
        } else if let sku = column(.sku), Self.repeats(records, sku) {
            fields[sku] = .styleCode
        } else if let column = leftOver.first ?? column(.article) {
            fields[column] = .styleCode
            oddities.removeAll { $0.column == column + 1 }
        }
    }

    /// Whether a column says an option of a variant.
    package var hasOptions: Bool { column(.spec) != nil || column(.option1) != nil }

    private static func repeats(_ records: ArraySlice<[String]>, _ column: Int) -> Bool {
        let codes = records.compactMap { column < $0.count && !$0[column].isEmpty ? $0[column] : nil }
        return codes.count > 1 && Set(codes).count < codes.count
    }
}

extension Profile {
    /// Finds out what each column is.
    ///
    /// The fields choose in a fixed order (codes first), each the column whose header is the best name for it; so a
    /// header that can be two things (商家编码 of a style or of a variant) is what the others leave. Columns that are an
    /// option by themselves take the options that no numbered column has.
    package func columns(of headers: [String], leg: Source.Leg, readsImages: Bool = false) -> ColumnMap {
        let keys = headers.map(HeaderKey.fold)
        let meanings = keys.map { self.meanings(of: $0, leg: leg) }
        var map = ColumnMap(
            headers: headers, fields: Array(repeating: nil, count: headers.count),
            roles: Array(repeating: nil, count: headers.count), axisNames: Array(repeating: "", count: axisLimit))
        var taken = Set<Int>()

        func best(_ target: Vocabulary.Target) -> Int? {
            var found: (column: Int, rank: Int)?
            for column in headers.indices where !taken.contains(column) {
                for meaning in meanings[column] where meaning.target == target && meaning.rank < found?.rank ?? .max {
                    found = (column, meaning.rank)
                }
            }
            if let found { taken.insert(found.column) }
            return found?.column
        }

        for role in Role.allCases where role != .attributeName && role != .attributeValue {
            if let column = best(.role(role)) { map.roles[column] = role }
        }
        for field in Vocabulary.fieldOrder where readsImages || !field.isImage {
            if let column = best(.field(field)) { map.fields[column] = field }
        }
        for (position, axis) in axes.enumerated() {
            guard let free = (0..<axisLimit).first(where: { map.column(.option($0)) == nil }) else { break }
            guard let column = best(.axis(position)) else { continue }
            map.fields[column] = .option(free)
            map.axisNames[free] = axis.name
        }
        addAttributes(keys, &map)
        tellOddities(keys, meanings, &map)
        return map
    }

    /// `Attribute 1 name`, `Attribute 1 value(s)`: options beyond the fourth are the structure's matter.
    private func addAttributes(_ keys: [String], _ map: inout ColumnMap) {
        for number in 1...axisLimit {
            for (role, field) in [
                (Role.attributeName, Field.optionName(number - 1)), (.attributeValue, .option(number - 1)),
            ] {
                guard map.column(field) == nil, let column = attributeColumn(role, number, keys) else { continue }
                if map.fields[column] == nil { map.fields[column] = field }
            }
        }
    }

    /// The column that holds the name or value of the `number`-th option (from 1).
    func attributeColumn(_ role: Role, _ number: Int, _ keys: [String]) -> Int? {
        for pattern in roles[role] ?? [] {
            let parts = pattern.split(separator: "{n}", omittingEmptySubsequences: false)
            let key = HeaderKey.fold(parts.joined(separator: "\(number)"))
            if let column = keys.firstIndex(of: key) { return column }
        }
        return nil
    }

    /// Columns that could hold a code and are not read as one.
    func leftOverCodes(_ map: ColumnMap, leg: Source.Leg) -> [Int] {
        map.headers.indices.filter { column in
            let key = HeaderKey.fold(map.headers[column])
            guard map.fields[column] == nil, map.roles[column] == nil,
                map.headers.count(where: { HeaderKey.fold($0) == key }) == 1
            else { return false }
            return meanings(of: key, leg: leg).contains {
                [.field(.sku), .field(.styleCode), .field(.article), .field(.supplierCode)].contains($0.target)
            }
        }
    }

    private func tellOddities(_ keys: [String], _ meanings: [[Vocabulary.Meaning]], _ map: inout ColumnMap) {
        var first: [String: Int] = [:]
        for (column, key) in keys.enumerated() where !key.isEmpty {
            let header = ColumnMap.shown(map.headers[column])
            if let earlier = first[key], let field = map.fields[earlier], !field.isImage {
                map.oddities.append(
                    (
                        column + 1, "duplicate-header",
                        "the header “\(header)” stands in column \(earlier + 1) already"
                    ))
            } else if isFallback, map.fields[column] == nil, map.roles[column] == nil,
                case .field(let field)? = meanings[column].first?.target, !field.isImage,
                let other = map.column(field)
            {
                map.oddities.append(
                    (
                        column + 1, "unused-column",
                        "“\(header)” could be the \(field.words), too; “\(ColumnMap.shown(map.headers[other]))” is read as that"
                    ))
            }
            if first[key] == nil { first[key] = column }
        }
    }
}

extension Field {
    /// Its name as profile files write it: `style code`, `option 1 name`.
    package var words: String {
        switch self {
        case .styleCode: "style code"
        case .supplierCode: "supplier code"
        case .listPrice: "list price"
        case .specName: "spec name"
        case .styleImage: "style image"
        case .option1: "option 1"
        case .option2: "option 2"
        case .option3: "option 3"
        case .option4: "option 4"
        case .option1Name: "option 1 name"
        case .option2Name: "option 2 name"
        case .option3Name: "option 3 name"
        case .option4Name: "option 4 name"
        case .article, .title, .sku, .barcode, .spec, .price, .cost, .currency, .stock, .availability, .status,
            .promise,
            .brand, .category, .image:
            "\(self)"
        @unknown default: "\(self)"
        }
    }
}
