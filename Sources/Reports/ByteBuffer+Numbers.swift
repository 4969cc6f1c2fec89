import Catalogues

/// `00`, `01`, … `99`.
private let pairs: StaticString =
    "00010203040506070809101112131415161718192021222324252627282930313233343536373839404142434445464748495051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899"

extension ByteBuffer {
    /// A number in decimal digits, two at a time from the last.
    mutating func put(decimal value: Int) {
        if value < 0 { put(0x2D) }
        var rest = value.magnitude
        let digits = Self.digits(of: rest)
        reserve(digits)
        setCount(count + digits)
        let end = UnsafeMutableRawPointer(base + count)
        let table = UnsafeRawPointer(pairs.utf8Start)
        var place = 0
        while rest >= 10 {
            place -= 2
            let (hundreds, pair) = rest.quotientAndRemainder(dividingBy: 100)
            end.storeBytes(
                of: table.loadUnaligned(fromByteOffset: Int(pair) * 2, as: UInt16.self), toByteOffset: place,
                as: UInt16.self)
            rest = hundreds
        }
        if place > -digits { base[count - digits] = UInt8(rest + 48) }
    }

    private static func digits(of value: UInt) -> Int {
        var digits = 1
        var limit: UInt = 10
        while digits < 20, value >= limit {
            digits += 1
            limit = limit.multipliedReportingOverflow(by: 10).partialValue
        }
        return digits
    }

    /// Hundredths, as `0.97` or `1`.
    mutating func put(hundredths value: Int) {
        if value >= 100 { return put(0x31) }
        put(0x30)
        if value == 0 { return }
        put(0x2E)
        put(UInt8(value / 10 + 48))
        if value % 10 != 0 { put(UInt8(value % 10 + 48)) }
    }

    /// An amount as `Amount.description` has it: `129.00`, `0.0855`; nothing when absent.
    mutating func put(_ amount: Amount) {
        if amount.isAbsent { return }
        let units = amount.tenThousandths
        let (whole, part) = units.magnitude.quotientAndRemainder(dividingBy: 10_000)
        if units < 0 { put(0x2D) }
        put(decimal: Int(whole))
        put(0x2E)
        let decimals = Int(part)
        put(UInt8(decimals / 1000 + 48))
        put(UInt8(decimals / 100 % 10 + 48))
        if decimals % 100 != 0 { put(UInt8(decimals / 10 % 10 + 48)) }
        if decimals % 10 != 0 { put(UInt8(decimals % 10 + 48)) }
    }
}
