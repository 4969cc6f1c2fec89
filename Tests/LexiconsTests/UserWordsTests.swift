import Lexicons
import Testing

/// A user's own words stand before ours.
@Suite struct UserWordsTests {
    func reader(_ csv: String) -> (Reader, [WordProblem]) {
        let reader = Reader()
        var csv = csv
        let problems = csv.withUTF8 { reader.lexicon.addWords(csv: $0) }
        return (reader, problems)
    }

    @Test func wholeLabelWins() {
        var (reader, problems) = reader("kind,label,canonical\nsize,170/88A,M\nsize,中码,M\nsize,XL,XL\n")
        #expect(problems.isEmpty)
        #expect(reader.relation("size", "170/88A", "中码") == .same)
        #expect(reader.relation("size", "170/88A", "M") == .same)
        #expect(reader.relation("size", "170／88a ", "medium") == .same)
        #expect(reader.relation("size", "170/88A", "XL") == .never)
        #expect(reader.relation("size", "170/88A", "175/92A") == .silent)
        #expect(reader.relation("size", "170/88A", "L") == .never)
    }

    @Test func canonicalMeetsOurs() {
        var (reader, _) = reader("kind,label,canonical\ncolour,星河,navy\n")
        #expect(reader.relation("colour", "星河", "藏青") == .same)
        #expect(reader.meaning("星河", "colour") == reader.meaning("藏青", "colour"))
        #expect(reader.relation("colour", "星河", "red") == .never)
        #expect(reader.relation("colour", "星河", "深蓝") == .near)
        #expect(reader.relation("colour", "星河/白", "navy/white") == .same)
    }

    @Test func twoCanonicalsAreNeverOne() {
        var (reader, _) = reader("kind,label,canonical\ncolour,深空,grey\ncolour,浅空,gray\n")
        #expect(reader.relation("colour", "深空", "浅空") == .never)
        #expect(reader.relation("colour", "grey", "gray") == .never)
        #expect(reader.relation("colour", "深空", "灰色") == .same)
        (reader, _) = self.reader("kind,label,canonical\ncolour,浅灰色,light grey\ncolour,灰,grey\n")
        #expect(reader.relation("colour", "浅灰色", "灰") == .never)
        #expect(reader.relation("colour", "浅灰色", "浅灰色") == .same)
        #expect(reader.relation("colour", "灰", "深灰色") == .near)
    }

    @Test func unknownCanonical() {
        var (reader, _) = reader("kind,label,canonical\ncolour,Galaxy,星河湾\ncolour,Sea,海浪\n")
        #expect(reader.relation("colour", "galaxy", "星河湾") == .same)
        #expect(reader.relation("colour", "galaxy", "海浪") == .never)
        #expect(reader.relation("colour", "galaxy", "black") == .silent)
        #expect(reader.slots("Galaxy / XL", .unknown) == "星河湾|letter XL||")
    }

    @Test func relationsOfTheirOwn() {
        var (reader, problems) = reader(
            "kind,label,canonical\nnear,雾霾蓝,灰蓝\nnever,杏色,米色\nnear,XL,2XL\ncolour,雾都,深灰色\nnear,雾都,黑色\nnever,Moss,Fern\n")
        #expect(problems.isEmpty)
        #expect(reader.relation("colour", "雾霾蓝", "灰蓝色") == .near)
        #expect(reader.relation("colour", "米色", "杏色") == .never)
        #expect(reader.relation("size", "2XL", "XL") == .near)
        #expect(reader.relation("colour", "深灰色", "黑") == .near)
        #expect(reader.relation("colour", "moss", "fern") == .never)
        (reader, problems) = self.reader("kind,label,canonical\nnear,黑色,Black\nnever,红色,XL\n")
        #expect(problems.map(\.line) == [2, 3])
    }

    @Test func problemsNameTheirLine() {
        let (_, problems) = reader(
            "kind,label,canonical\r\nfoo,a,b\r\nsize,a\r\n\"size\",\"a\"\"b\",M\r\nsize,a,L\r\nsize,a,XL\r\nsize,,x\r\n"
        )
        #expect(problems.map(\.line) == [2, 3, 6, 7])
        let (_, wrong) = reader("label,canonical\na,b\n")
        #expect(wrong.map(\.line) == [1])
        let (_, none) = reader("\u{FEFF}kind,label,canonical\n")
        #expect(none.isEmpty)
    }
}

extension Reader {
    mutating func relation(_ kind: String, _ a: String, _ b: String) -> Relation {
        let one = meaning(a, kind)
        let two = meaning(b, kind)
        #expect(lexicon.relation(one, two) == lexicon.relation(two, one))
        return lexicon.relation(one, two)
    }
}
