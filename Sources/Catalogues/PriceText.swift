/// How a price was written, and what it says: `¥129.00`, `1.299,50 €`, `129 CNY`, `12800` in fen.
public struct PriceText {
    public let amount: Amount
    /// The currency as written (`¥`, `CNY`, `元`), empty if it does not say.
    public let currency: Bytes

    /// Reads `text`; nil if it is no price, or finer than a ten-thousandth, or too large to hold.
    ///
    /// The last of `.` and `,` is the decimal mark when it stands once and is not followed by exactly three digits;
    /// a comma before three digits groups thousands (`1,299`), and so does each mark that stands twice.
    public init?(_ text: Bytes, inHundredths: Bool = false) {
        // ５９．００ is read as if it had been typed half wide. (￥ has no half-wide form, and stays.)
        if text.buffer.contains(0xEF), text.halfWide.count < text.count {
            let half = text.halfWide + Array(repeating: 0, count: 16)
            let read = half.withUnsafeBufferPointer {
                PriceText(Bytes(base: $0.baseAddress!, count: half.count - 16), inHundredths: inHundredths)
            }
            guard let read else { return nil }
            amount = read.amount
            currency = .none
            return
        }
        var digits: [UInt8] = []
        var marks: [(byte: UInt8, digitsBefore: Int)] = []
        var currencyStart: Int?
        var currencyEnd = 0
        var currencyWasBehind = false
        var isAfterDigits = false  // a currency or unit stands behind digits, so no further digit may follow
        var negative = false
        var at = 0
        let bytes = text
        while at < bytes.count {
            let byte = bytes[at]
            if byte &- 48 < 10 {
                if isAfterDigits { return nil }
                digits.append(byte)
            } else if (byte == 46 || byte == 44), !digits.isEmpty, at + 1 < bytes.count, bytes[at + 1] &- 48 < 10 {
                marks.append((byte, digits.count))
            } else if byte == 39 || byte == 0x20 {
                // 1'299.00 and 1 299,00
            } else if byte == 45, digits.isEmpty, currencyStart == nil {
                negative = true
            } else if byte == 46 || byte == 44 {
                if digits.isEmpty { return nil }
            } else if byte == 0xC2, at + 1 < bytes.count, bytes[at + 1] == 0xA0 {
                at += 1
            } else {
                if !digits.isEmpty { isAfterDigits = true }
                // `CNY 12 /箱`: the words before the number are the currency.
                if currencyStart == nil || !isAfterDigits || currencyWasBehind {
                    if currencyStart == nil {
                        currencyStart = at
                        currencyWasBehind = isAfterDigits
                    }
                    currencyEnd = at + 1
                }
            }
            at += 1
        }
        if digits.isEmpty || digits.count > 17 { return nil }
        if let currencyStart, currencyEnd - currencyStart > 12 { return nil }

        var decimals = 0
        if let last = marks.last {
            let behind = digits.count - last.digitsBefore
            let alone = marks.filter { $0.byte == last.byte }.count == 1
            let groups = last.byte == 44 && behind == 3 && marks.allSatisfy { $0.byte == 44 }
            if alone && !groups { decimals = behind }
        }
        if decimals > 4 {
            while decimals > 4, digits.last == 48 {
                digits.removeLast()
                decimals -= 1
            }
            if decimals > 4 { return nil }
        }
        var value: Int64 = 0
        for digit in digits {
            let (scaled, overflow) = value.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            value = scaled + Int64(digit - 48)
        }
        for _ in decimals..<4 {
            let (scaled, overflow) = value.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            value = scaled
        }
        if inHundredths { value /= 100 }
        amount = Amount(tenThousandths: negative ? -value : value)
        // `129/件` is the price of one; of a box or a dozen it is another price.
        if let start = currencyStart, bytes[start] == 0x2F {
            let unit = Bytes(base: bytes.base + start + 1, count: currencyEnd - start - 1).string.lowercased()
            guard ["件", "个", "条", "双", "只", "套", "pc", "pcs", "piece", "ea", "stk"].contains(unit) else { return nil }
            currencyStart = nil
        }
        currency = currencyStart.map { Bytes(base: bytes.base + $0, count: currencyEnd - $0).trimmed } ?? .none
    }
}
