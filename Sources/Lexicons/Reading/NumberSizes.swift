/// Sizes that begin with a number: 40码, 110cm, 170/88A, 75B, 2-3岁, 500ml, 150x200cm.
extension SizePatterns {
    func sized(_ at: Int, _ first: FoldedText.Number) -> PatternMatch? {
        let size = first.han ? hanSized(first) : arabic(at, first)
        guard let pack = packed(first) else { return size }
        return size.map { $0.end > pack.end } ?? false ? size : pack
    }

    func arabic(_ at: Int, _ first: FoldedText.Number) -> PatternMatch? {
        measures(at, first) ?? bodyType(first) ?? bra(first) ?? ranged(first) ?? united(first) ?? plain(first)
    }

    /// Only units that Han numerals stand with: 半斤, 二尺一, 两岁.
    private func hanSized(_ number: FoldedText.Number) -> PatternMatch? {
        guard let (unit, end) = unit(number.end) else { return nil }
        switch unit {
        case .chi, .metre, .jin: return united(number)
        case .liang, .kilogram, .gram, .litre, .year, .month, .inch, .foot:
            return value(unit, number.thousandths, number.thousandths, end)
        default: return nil
        }
    }

    /// A unit at `at`, behind at most one space, that ends where a word may end.
    func unit(_ at: Int) -> (Unit, Int)? {
        let start = text.byte(at) == 32 ? at + 1 : at
        guard let found = text.longest(vocabulary.units, start), let unit = Unit(rawValue: found.value) else {
            return nil
        }
        return (unit, found.end)
    }

    // MARK: One number

    func united(_ number: FoldedText.Number) -> PatternMatch? {
        guard let (unit, end) = unit(number.end) else { return nil }
        if unit == .chi, let more = text.number(end), more.thousandths < 10_000, text.endsWord(more.end) {
            // 2尺1: the second number counts tenths
            return value(unit, number.thousandths + more.thousandths / 10, nil, more.end)
        }
        if unit == .metre || unit == .jin, text.byte(end - 1) >= 0x80, let match = goesOn(unit, number, end) {
            return match
        }
        return value(unit, number.thousandths, nil, end)
    }

    /// 1米85 is 1.85 m. 2斤3 is most likely 2.3 斤, but a person is asked.
    private func goesOn(_ unit: Unit, _ number: FoldedText.Number, _ at: Int) -> PatternMatch? {
        guard number.thousandths % 1000 == 0, let more = text.number(at), more.thousandths % 1000 == 0, more.end > at,
            more.thousandths < (unit == .metre ? 100_000 : 10_000), text.endsWord(more.end),
            !text.isHan(more.end) || ["床", "长", "宽", "高"].contains(where: { text.starts(more.end, $0) }),
            more.han == number.han, text.byte(more.end) != 120, text.byte(more.end) != 42
        else { return nil }
        let isTens = more.han ? more.thousandths < 10_000 : more.end - at == 1
        let part = more.thousandths / (isTens ? 10 : 100)
        guard var match = value(unit, number.thousandths + part, nil, more.end) else { return nil }
        if unit == .jin, let plain = value(unit, number.thousandths, nil, at) {
            match.more = [plain.facet]
        }
        return match
    }

    /// A plain number; letters must not go on unless they are a size mark (39eu) or an attribute (14pro).
    func plain(_ number: FoldedText.Number) -> PatternMatch? {
        if text.isLetter(number.end) {
            guard let word = text.longest(vocabulary.words, number.end),
                vocabulary.sense(word.value, .mark) != nil || vocabulary.sense(word.value, .attribute) != nil
            else { return nil }
        }
        return PatternMatch(end: number.end, facet: Facet(System.number, number.thousandths), zeroLed: number.zeroLed)
    }

    private func value(_ unit: Unit, _ low: Int64, _ upper: Int64?, _ end: Int) -> PatternMatch? {
        let high = upper ?? low
        func made(_ system: UInt32, _ scale: Int64 = 1) -> PatternMatch {
            var end = end
            if text.starts(end, "装") || text.starts(end, "款") { end += 3 }
            return PatternMatch(end: end, facet: Facet(system, low &* scale, high &* scale))
        }
        switch unit {
        case .mark: return made(System.mark)
        case .centimetre:
            if let behind = behindBed(end) {
                return PatternMatch(end: behind, facet: Facet(System.centimetres, low, high))
            }
            return made(System.centimetres)
        case .millimetre: return made(System.millimetres)
        case .metre, .letterM:
            if let behind = behindBed(end) {
                return PatternMatch(end: behind, facet: Facet(System.metres, low, high))
            }
            // nobody is 1.5 months old
            return made(unit == .metre || low % 1000 != 0 ? System.metres : System.monthOrMetre)
        case .inch: return made(System.inches)
        case .foot: return made(System.feet)
        case .chi: return made(System.chi)
        case .year: return made(System.years)
        case .toddler: return made(System.toddler)
        case .month: return made(System.months)
        case .gigabyte: return made(System.storage)
        case .terabyte: return made(System.storage, 1024)
        case .megabyte: return PatternMatch(end: end, facet: Facet(System.storage, low / 1024, high / 1024))
        case .millilitre: return made(System.volume)
        case .centilitre: return made(System.volume, 10)
        case .litre: return made(System.volume, 1000)
        case .fluidOunce: return made(System.fluidOunces)
        case .watt: return made(System.watts)
        case .volt: return made(System.volts)
        case .milliampereHour: return made(System.milliampereHours)
        case .hertz: return made(System.hertz)
        case .degree: return made(System.degrees)
        case .duration: return PatternMatch(kind: .duration, end: end, facet: Facet(System.number, low, high))
        case .letterG:
            let grams = low / 1000
            let binary = low == high && low % 1000 == 0 && grams >= 4 && grams <= 1024 && grams & (grams - 1) == 0
            return binary ? made(System.gramOrGigabyte) : made(System.weight)
        case .gram: return made(System.weight)
        case .milligram: return PatternMatch(end: end, facet: Facet(System.weight, low / 1000, high / 1000))
        case .kilogram: return made(weightSystem(low, high, 1000), 1000)
        case .jin: return made(weightSystem(low, high, 500), 500)
        case .liang: return made(System.weight, 50)
        case .pound: return made(weightSystem(low, high, 454) == System.weight ? System.pounds : System.bodyWeight)
        case .ounce: return made(System.ounces)
        }
    }

    /// 1.5m床, 150 cm bed: the width of a bed.
    private func behindBed(_ at: Int) -> Int? {
        if text.starts(at, "床"), !text.starts(at, "床垫"), !text.starts(at, "床单") { return at + 3 }
        return text.starts(at, " bed") && text.endsWord(at + 4) && text.byte(at + 4) != 32 ? at + 4 : nil
    }

    /// A range from 30 kg upwards is a person's weight.
    private func weightSystem(_ low: Int64, _ high: Int64, _ grams: Int64) -> UInt32 {
        high > low && low / 1000 * grams >= 30_000 ? System.bodyWeight : System.weight
    }

    // MARK: Two numbers

    /// 20-22, 2-3岁, 130~145斤, 38/40.
    private func ranged(_ first: FoldedText.Number) -> PatternMatch? {
        var at = first.end
        var firstUnit: Unit?
        if let (unit, end) = unit(at), unit != .mark || [45, 126].contains(text.byte(end)) {
            firstUnit = unit
            at = end
        }
        at = text.skipSpaces(at)
        let sign = text.byte(at)
        if text.starts(at, "至") || text.starts(at, "到") {
            at += 3
        } else if sign == 45 || sign == 126 || (sign == 47 && at == first.end) {
            at += 1
        } else {
            return nil
        }
        while text.byte(at) == 126 || text.byte(at) == 45 { at += 1 }
        guard let second = text.number(text.skipSpaces(at), han: false, comma: true) else { return nil }
        if let (unit, end) = unit(second.end), firstUnit == nil || firstUnit == unit {
            guard sign != 47 || unit == .mark || unit == .year || unit == .month || unit == .letterM else { return nil }
            return value(unit, first.thousandths, second.thousandths, end)
        }
        guard firstUnit == nil, let found = plain(second) else { return nil }
        if first.zeroLed || second.zeroLed { return nil }
        return PatternMatch(end: found.end, facet: Facet(System.number, first.thousandths, second.thousandths))
    }

    /// 170/88A: height over girth, with the letter of the body type.
    private func bodyType(_ height: FoldedText.Number) -> PatternMatch? {
        guard height.thousandths >= 50_000, height.thousandths <= 210_000, text.byte(height.end) == 47,
            let girth = text.number(height.end + 1, han: false),
            girth.thousandths >= 40_000, girth.thousandths <= 150_000, height.thousandths % 1000 == 0,
            height.thousandths > girth.thousandths
        else { return nil }
        var end = girth.end
        var type: Int64 = 0
        if text.byte(end) >= 97, text.byte(end) <= 101, text.endsWord(end + 1) {
            type = Int64(text.byte(end))
            end += 1
        }
        guard text.endsWord(end) else { return nil }
        let low = height.thousandths * 1000 + girth.thousandths
        return PatternMatch(end: end, facet: Facet(System.bodyType, low, type))
    }

    /// 75B, 34DD, and both at once: 34/75B. Bands from 60 are centimetres, up to 54 inches.
    private func bra(_ band: FoldedText.Number) -> PatternMatch? {
        func system(_ band: Int64) -> UInt32? {
            if band % 5000 == 0, band >= 60_000, band <= 130_000 { return System.braCentimetres }
            return band % 2000 == 0 && band >= 28_000 && band <= 54_000 ? System.braInches : nil
        }
        func cup(_ at: Int) -> (Int64, Int)? {
            var end = at
            var letters: Int64 = 0
            while text.byte(end) >= 97, text.byte(end) <= 107, end - at < 4 {
                letters = letters << 8 | Int64(text.byte(end))
                end += 1
            }
            // 75g is taken for a weight
            guard end > at, text.endsWord(end), letters != 103 else { return nil }
            if end - at > 1 {  // only one letter doubled: DD, AA
                for place in at..<end where text.byte(place) != text.byte(at) { return nil }
            }
            if text.starts(end, "杯") { end += 3 }
            return (letters, end)
        }
        guard let one = system(band.thousandths) else { return nil }
        if let (letters, end) = cup(band.end) {
            return PatternMatch(end: end, facet: Facet(one, band.thousandths, letters))
        }
        guard text.byte(band.end) == 47, let other = text.number(band.end + 1, han: false),
            let two = system(other.thousandths), two != one, let (letters, end) = cup(other.end)
        else { return nil }
        return PatternMatch(
            end: end, facet: Facet(one, band.thousandths, letters), more: [Facet(two, other.thousandths, letters)])
    }
}
