import Catalogues

/// `00`, `01`, … `99`.
private let pairs: StaticString =
    "00010203040506070809101112131415161718192021222324252627282930313233343536373839404142434445464748495051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899"

extension ByteBuffer {
    /// A number in decimal digits. They are written from the last one, two at a time, well behind the end, and then moved
    /// to it: nobody needs to count them first.
    mutating func put(decimal value: Int) {
        reserve(Self.numberRoom)
        let target = UnsafeMutableRawPointer(base + count)
        let table = UnsafeRawPointer(pairs.utf8Start)
        var place = Self.numberRoom
        var rest = value.magnitude
        while true {
            let (hundreds, pair) = rest.quotientAndRemainder(dividingBy: 100)
            place -= 2
            target.storeBytes(
                of: table.loadUnaligned(fromByteOffset: Int(pair) * 2, as: UInt16.self), toByteOffset: place,
                as: UInt16.self)
            if hundreds == 0 {
                // Half a pair.
                if pair < 10 { place += 1 }
                break
            }
            rest = hundreds
        }
        if value < 0 {
            place -= 1
            target.storeBytes(of: 0x2D, toByteOffset: place, as: UInt8.self)
        }
        let first = target.loadUnaligned(fromByteOffset: place, as: SIMD16<UInt8>.self)
        let second = target.loadUnaligned(fromByteOffset: place + 16, as: SIMD16<UInt8>.self)
        target.storeBytes(of: first, as: SIMD16<UInt8>.self)
        target.storeBytes(of: second, toByteOffset: 16, as: SIMD16<UInt8>.self)
        setCount(count + Self.numberRoom - place)
    }

    /// 19 digits and a sign, in whole steps of 16.
    private static var numberRoom: Int { 32 }

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
