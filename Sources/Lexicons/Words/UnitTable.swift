/// The units that may follow a number.
enum Unit: Int, Sendable {
    case mark = 1, centimetre, millimetre, metre, inch, foot, chi, year, toddler, month, letterM, kilogram, gram
    case letterG, milligram, jin, liang, pound, ounce, millilitre, litre, centilitre, gigabyte, terabyte, megabyte
    case watt, volt, milliampereHour, hertz, duration, fluidOunce, degree
}

/// Unit words. Letters as they stand after folding.
enum UnitTable {
    static let table: WordTable = {
        var table = WordTable(expecting: 128)
        for (unit, words) in list {
            for var word in words {
                word.withUTF8 { _ = table.insert($0, unit.rawValue) }
            }
        }
        return table
    }()

    private static let list: [(Unit, [String])] = [
        (.mark, ["码", "号", "#", "码数", "号码"]),
        (.centimetre, ["cm", "cms", "厘米", "公分", "cm码", "см"]),
        (.millimetre, ["mm", "毫米", "мм"]),
        (.metre, ["米", "meter", "meters", "metre", "metres", "mtr", "м"]),
        (.inch, ["寸", "英寸", "inch", "inches", "in", "\"", "''", "吋", "zoll", "寸码"]),
        (.foot, ["ft", "英尺", "'", "feet", "foot"]),
        (.chi, ["尺", "市尺"]),
        (
            .year,
            ["岁", "years", "year", "yrs", "yr", "y", "years old", "周岁", "ans", "años", "jahre", "лет", "года", "lat"]
        ),
        (.toddler, ["t"]),
        (
            .month,
            ["个月", "月", "months", "month", "mths", "mth", "mos", "mo", "monate", "mois", "meses", "мес", "месяцев"]
        ),
        (.letterM, ["m"]),
        (.kilogram, ["kg", "kgs", "公斤", "千克", "кг"]),
        (.gram, ["克", "grams", "gram", "gr", "г"]),
        (.letterG, ["g"]),
        (.milligram, ["mg", "毫克"]),
        (.jin, ["斤", "市斤"]),
        (.liang, ["两"]),
        (.pound, ["lb", "lbs", "磅", "pounds"]),
        (.ounce, ["oz", "盎司"]),
        (.millilitre, ["ml", "毫升", "мл"]),
        (.litre, ["l", "升", "litre", "litres", "liter", "liters", "л"]),
        (.centilitre, ["cl"]),
        (.fluidOunce, ["fl oz", "fl.oz", "fl. oz", "floz"]),
        (.gigabyte, ["gb", "гб"]),
        (.terabyte, ["tb"]),
        (.megabyte, ["mb"]),
        (.watt, ["瓦", "watt", "watts"]),
        (.volt, ["v", "伏", "volt", "volts"]),
        (.milliampereHour, ["mah", "毫安", "毫安时"]),
        (.hertz, ["hz", "赫兹"]),
        (.degree, ["度"]),
        (.duration, ["天", "小时", "工作日", "个工作日", "days", "day", "hours", "hrs", "h"]),
    ]
}

/// A word that says in which system the size beside it is stated.
enum SizeMark: Int, Sendable {
    case eu = 1, uk, us, usWomen, usMen, cn, jp, fr, it, de, au, kr, br, asian, youth, women, waist, inseam, height
    case ring, age, screen

    init?(_ name: String) {
        let names: [String: SizeMark] = [
            "eu": .eu, "uk": .uk, "us": .us, "us women": .usWomen, "us men": .usMen, "cn": .cn, "jp": .jp,
            "fr": .fr, "it": .it, "de": .de, "au": .au, "kr": .kr, "br": .br, "asian": .asian, "youth": .youth,
            "women": .women, "waist": .waist, "inseam": .inseam, "height": .height, "ring": .ring, "age": .age,
            "screen": .screen,
        ]
        guard let mark = names[name] else { return nil }
        self = mark
    }

    /// The system of a plain number beside this mark.
    var numbers: UInt32? {
        switch self {
        case .eu: System.eu
        case .uk: System.uk
        case .us: System.us
        case .usWomen: System.usWomen
        case .usMen: System.usMen
        case .cn: System.cn
        case .jp: System.jp
        case .fr: System.fr
        case .it: System.it
        case .de: System.de
        case .au: System.au
        case .kr: System.kr
        case .br: System.br
        case .waist, .screen: System.inches
        case .inseam: System.inseam
        case .height: System.centimetres
        case .ring: System.ring
        case .age: System.years
        case .asian, .youth, .women: nil
        }
    }

    /// The system of a letter beside this mark.
    var letters: UInt32? {
        switch self {
        case .eu, .fr, .it, .de: System.letterEU
        case .us, .usMen: System.letterUS
        case .uk: System.letterUK
        case .usWomen, .women: System.letterWomen
        case .asian: System.letterAsian
        case .cn: System.letterCN
        case .jp: System.letterJP
        case .kr: System.letterKR
        case .youth: System.letterYouth
        default: nil
        }
    }
}
