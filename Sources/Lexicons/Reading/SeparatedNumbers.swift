/// Numbers with a comma, or with their digits in groups of three: `1,5`, `20,000`, `1.000`, `10 000`.
///
/// One or two digits behind a comma or a point are decimals. Exactly three may be decimals or a group of thousands, as
/// the country has it; the number then carries both. More than one group is thousands.
extension FoldedText {
    /// The number that goes on behind a comma, or over groups; nil if there is nothing of the kind at `from`.
    func separated(_ from: Int) -> Number? {
        let first = digits(from)
        let sign = byte(first.end)
        guard sign == 44 || sign == 46 || sign == 32, first.count <= 9, isDigit(first.end + 1), !isDigit(from - 1)
        else {
            return nil
        }
        let mayBeGrouped = first.count <= 3 && byte(from) != 48
        var groups = 0
        var grouped = first.value
        var end = first.end
        while mayBeGrouped, groups < 2, byte(end) == sign, case let next = digits(end + 1), next.count == 3 {
            grouped = grouped * 1000 + next.value
            end = next.end
            groups += 1
        }
        if sign == 32 {
            return groups > 0 ? Number(thousandths: grouped * 1000, end: end, grouped: grouped * 1000, sign: sign) : nil
        }
        // 36,37,38 and 1.2.3 are lists
        if byte(end) == sign, isDigit(end + 1), groups > 0 { return nil }
        if groups > 0, byte(end) == 44 || byte(end) == 46, isDigit(end + 1) {
            let part = digits(end + 1)
            guard part.count <= 2 else { return nil }
            return Number(thousandths: grouped * 1000 + part.value * (part.count == 1 ? 100 : 10), end: part.end)
        }
        if groups > 1 { return Number(thousandths: grouped * 1000, end: end) }
        let part = digits(first.end + 1)
        guard groups == 1 || sign == 44 && part.count <= 3, byte(part.end) != sign || !isDigit(part.end + 1) else {
            return nil
        }
        let scale: Int64 = part.count == 1 ? 100 : part.count == 2 ? 10 : 1
        let isLedByZero = byte(from) == 48 && first.count > 1
        return Number(
            thousandths: first.value * 1000 + part.value * scale, end: part.end,
            grouped: groups == 1 ? grouped * 1000 : nil, sign: sign, zeroLed: isLedByZero)
    }

    private func digits(_ from: Int) -> (value: Int64, count: Int, end: Int) {
        var at = from
        var value: Int64 = 0
        while isDigit(at), at - from < 10 {
            value = value * 10 + Int64(byte(at) - 48)
            at += 1
        }
        return (value, at - from, at)
    }
}
