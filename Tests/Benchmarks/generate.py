#!/usr/bin/env python3
"""Writes a supplier's catalogue and a shop's listing whose every difference is known.

    generate.py --styles 8334 --out DIR [--seed 7]

About twelve variants a style; 83334 styles are a million variants. The same seed writes the same bytes. Into DIR:

    supplier.csv         the catalogue, a line a variant
    supplier.xml         the same as styles with variants inside
    supplier-google.xml  the same as a Google Merchant feed
    shop.csv             the listing, in random order, with the differences of RATES
    words.csv            what the words of both mean, for --lexicon
    truth.csv            of each variant the row of the shop that is its own, how it can be found, and what differs

What keeps the truth decidable: a row without code and barcode has its style's code and words that say its variant; a
row whose words or barcode are wrong has the supplier's code; a row that nobody supplies has no other's code and words.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from words import COLOURS, FITS, GOODS, LOOKS, MATERIALS, SIZES

# Of the supplier's variants. Rows without the supplier's code that have a barcode are found by it, the others by words.
RATES = {
    "missing": 0.03,
    "extra": 0.01,
    "price": 0.02,
    "stock": 0.05,
    "barcode": 0.005,
    "contradiction": 0.003,
    "duplicate": 0.002,
    "found by code": 0.80,
    "found by barcode": 0.05,
    "other colour words": 0.40,
    "other size word": 0.01,
    "untidy word": 0.03,
}

SUPPLIER_COLUMNS = "sku,barcode,style_code,title,category,colour,size,price,stock,material,image_url,updated_at"
SHOP_COLUMNS = (
    "shop_sku_id,item_code,item_title,colour_name,size_name,supplier_sku,barcode,sale_price,quantity,status,modified"
)
TRUTH_COLUMNS = "style,sku,shop_sku,found_by,differences,duplicate"

FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}


@dataclass(slots=True)
class Variant:
    sku: str
    barcode: str
    colour: str
    size: str
    colour_word: str
    size_word: str
    cents: int
    stock: int
    image: str
    updated: str


@dataclass(slots=True)
class Style:
    code: str
    title: str
    category: str
    material: str
    colours: list[str]
    sizes: dict[str, list[str]]
    variants: list[Variant]


def gtin13(number: int) -> str:
    digits = f"690{number:09d}"
    weighted = sum(map(int, digits[0::2])) + 3 * sum(map(int, digits[1::2]))
    return digits + str(-weighted % 10)


def price(cents: int) -> str:
    return f"{cents // 100}.{cents % 100:02d}"


def csv_cell(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if "," in text or '"' in text else text


def xml_text(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


class Dice:
    """The seed's random choices, cheap enough for a dozen a variant."""

    def __init__(self, seed: int) -> None:
        self.generator = random.Random(seed)
        self.next = self.generator.random

    def below(self, limit: int) -> int:
        return int(self.next() * limit)

    def of(self, choices: list):
        return choices[int(self.next() * len(choices))]

    def falls(self, rate: str) -> bool:
        return self.next() < RATES[rate]

    def moment(self) -> str:
        seconds = self.below(86_400)
        day = f"2026-{4 + self.below(6):02d}-{1 + self.below(28):02d}"
        return f"{day}T{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}+08:00"


def supplied(count: int, dice: Dice) -> Iterator[Style]:
    """The supplier's styles."""
    barcodes = 0
    for number in range(count):
        category, chinese, english, letter, sizes = dice.of(GOODS)
        code = f"LM{20 + number % 7}{letter}{100_000 + number * 7:07d}"
        title = f"{dice.of(LOOKS)}{chinese} {dice.of(FITS)} {english}" + (", 2026" if dice.next() < 0.1 else "")
        language = 1 if dice.next() < 0.2 else 0
        wanted = 1 + dice.below(len(sizes)) if len(sizes) > 1 else 1
        start = dice.below(len(sizes) - min(wanted, 7) + 1)
        meanings = list(sizes)[start : start + min(wanted, 7)]
        # Few sizes come in many colours, so that a style has about twelve variants.
        most = 24 // len(meanings) if len(meanings) > 1 else 12
        colours = dice.generator.sample(list(COLOURS), min(len(COLOURS), 1 + dice.below(most)))
        cents = 3900 + 100 * dice.below(600) + 50 * dice.below(2)
        style = Style(code, f"{title} {code[4:]}款", category, dice.of(MATERIALS), colours, sizes, [])
        for position, colour in enumerate(colours, 1):
            image = f"https://img.linmao.example/p/{code[2:4]}/{code}_{position:02d}.jpg"
            for size in meanings:
                barcodes += 1
                style.variants.append(
                    Variant(
                        sku=f"{code}-{position:02d}-{size.replace(' ', '')}",
                        barcode=gtin13(barcodes * 37),
                        colour=colour,
                        size=size,
                        colour_word=COLOURS[colour][language],
                        size_word=sizes[size][0],
                        cents=cents,
                        stock=int(dice.next() * dice.next() * 400),
                        image=image,
                        updated=dice.moment(),
                    )
                )
        yield style


class SupplierFiles:
    """The catalogue in three formats."""

    def __init__(self, folder: Path) -> None:
        self.csv = open(folder / "supplier.csv", "w", encoding="utf-8", newline="")
        self.xml = open(folder / "supplier.xml", "w", encoding="utf-8", newline="")
        self.google = open(folder / "supplier-google.xml", "w", encoding="utf-8", newline="")
        self.csv.write(SUPPLIER_COLUMNS + "\n")
        self.xml.write('<?xml version="1.0" encoding="UTF-8"?>\n<catalogue supplier="林茂服饰" currency="CNY">\n')
        self.google.write(
            '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0">\n'
            "<channel>\n<title>林茂服饰</title>\n<link>https://www.linmao.example</link>\n"
        )

    def add(self, style: Style) -> None:
        title, material = csv_cell(style.title), csv_cell(style.material)
        self.csv.writelines(
            f"{v.sku},{v.barcode},{style.code},{title},{style.category},{v.colour_word},{v.size_word},"
            f"{price(v.cents)},{v.stock},{material},{v.image},{v.updated}\n"
            for v in style.variants
        )
        title, material = xml_text(style.title), xml_text(style.material)
        self.xml.write(
            f'<style code="{style.code}">\n<title>{title}</title>\n<category>{style.category}</category>\n'
            f"<material>{material}</material>\n"
        )
        self.xml.writelines(
            f'<variant sku="{v.sku}"><barcode>{v.barcode}</barcode><colour>{v.colour_word}</colour>'
            f"<size>{v.size_word}</size><price>{price(v.cents)}</price><stock>{v.stock}</stock>"
            f"<image>{v.image}</image><updated_at>{v.updated}</updated_at></variant>\n"
            for v in style.variants
        )
        self.xml.write("</style>\n")
        self.google.writelines(
            f"<item><g:id>{v.sku}</g:id><g:item_group_id>{style.code}</g:item_group_id><g:title>{title}</g:title>"
            f"<g:product_type>{style.category}</g:product_type><g:color>{v.colour_word}</g:color>"
            f"<g:size>{v.size_word}</g:size><g:gtin>{v.barcode}</g:gtin><g:price>{price(v.cents)} CNY</g:price>"
            f"<g:inventory>{v.stock}</g:inventory>"
            f"<g:availability>{'in_stock' if v.stock else 'out_of_stock'}</g:availability>"
            f"<g:material>{material}</g:material><g:image_link>{v.image}</g:image_link>"
            f"<g:condition>new</g:condition></item>\n"
            for v in style.variants
        )

    def close(self) -> None:
        self.xml.write("</catalogue>\n")
        self.google.write("</channel>\n</rss>\n")
        for file in (self.csv, self.xml, self.google):
            file.close()


class Listing:
    """The shop's rows, and the truth about them."""

    def __init__(self, dice: Dice) -> None:
        self.dice = dice
        self.rows: list[bytes] = []
        self.truth: list[str] = []

    def add(self, style: Style) -> None:
        dice = self.dice
        self.whole_prices = dice.next() < 0.2
        words = {c: dice.of(COLOURS[c]) for c in style.colours if dice.falls("other colour words")}
        for variant in style.variants:
            if dice.falls("missing"):
                self.truth.append(f"{style.code},{variant.sku},,,missing,\n")
            else:
                self.list(style, variant, words.get(variant.colour, variant.colour_word))
            if dice.falls("extra"):
                self.invent(style, variant)

    def list(self, style: Style, variant: Variant, colour_word: str) -> None:
        """Writes a row of the shop for a variant that the supplier has."""
        dice = self.dice
        chance = dice.next() - RATES["found by code"]
        found_by = "code" if chance < 0 else "barcode" if chance < RATES["found by barcode"] else "words"
        size_word, barcode = variant.size_word, "" if found_by == "words" else variant.barcode
        cents, stock = variant.cents, variant.stock
        differences: list[str] = []
        if found_by == "code" and dice.next() < RATES["contradiction"] / RATES["found by code"]:
            # Its words are not compared any further, so nothing else is wrong with it.
            differences.append("contradiction")
            colour_word, size_word = self.contradicted(style, variant, colour_word)
        else:
            if dice.falls("price"):
                cents += dice.of([-500, 500, 1000, 2000])
                differences.append("price")
            if dice.falls("stock"):
                stock += 1 + dice.below(50)
                differences.append("stock")
            if found_by == "code" and dice.next() < RATES["barcode"] / RATES["found by code"]:
                barcode = gtin13(900_000_000 + len(self.rows) % 99_999_999)
                differences.append("barcode")
            if dice.falls("other size word"):
                size_word = dice.of(style.sizes[variant.size])
        if dice.falls("untidy word"):
            if dice.next() < 0.5:
                colour_word = self.untidy(colour_word)
            else:
                size_word = self.untidy(size_word)
        code = variant.sku if found_by == "code" else ""
        shop_sku = self.row(style, style.code, colour_word, size_word, code, barcode, cents, stock)
        twin = ""
        if differences != ["contradiction"] and dice.falls("duplicate"):
            twin = self.row(style, style.code, colour_word, size_word, code, barcode, cents, stock)
            differences.append("duplicate")
        self.truth.append(f"{style.code},{variant.sku},{shop_sku},{found_by},{';'.join(differences)},{twin}\n")

    def contradicted(self, style: Style, variant: Variant, colour_word: str) -> tuple[str, str]:
        """Words of another colour, or of another size."""
        others = [size for size in style.sizes if size != variant.size]
        if others and self.dice.next() < 0.5:
            return colour_word, style.sizes[self.dice.of(others)][0]
        other = self.dice.of([colour for colour in COLOURS if colour != variant.colour])
        return COLOURS[other][0], variant.size_word

    def invent(self, style: Style, variant: Variant) -> None:
        """Writes a row that nobody supplies: a colour that the style has not, or a style of its own."""
        dice = self.dice
        colour = dice.of([colour for colour in COLOURS if colour not in style.colours])
        code = style.code if dice.next() < 0.5 else f"QX{style.code[2:]}{len(self.rows)}"
        sku = f"{code}-X{len(self.rows)}" if dice.next() < 0.5 else ""
        barcode = gtin13(800_000_000 + len(self.rows) % 99_999_999) if dice.next() < 0.5 else ""
        stock = dice.below(100)
        shop_sku = self.row(style, code, COLOURS[colour][0], variant.size_word, sku, barcode, variant.cents, stock)
        self.truth.append(f"{code},,{shop_sku},,extra,\n")

    def untidy(self, word: str) -> str:
        return self.dice.of([word + " ", " " + word, word.swapcase(), word.translate(FULL_WIDTH)])

    def row(
        self, style: Style, code: str, colour: str, size: str, sku: str, barcode: str, cents: int, stock: int
    ) -> str:
        # Listing ids as they look, each once: multiples modulo a prime.
        shop_sku = str(4_000_000_000_000 + (len(self.rows) + 1) * 618_033_988_749 % 999_999_999_989)
        shown = str(cents // 100) if self.whole_prices and cents % 100 == 0 else price(cents)
        self.rows.append(
            f"{shop_sku},{code},{csv_cell(style.title)},{colour},{size},{sku},{barcode},{shown},{stock},"
            f"{'onsale' if stock else 'soldout'},{self.dice.moment()}\n".encode()
        )
        return shop_sku

    def write(self, folder: Path) -> None:
        self.dice.generator.shuffle(self.rows)
        with open(folder / "shop.csv", "wb") as file:
            file.write(f"{SHOP_COLUMNS}\n".encode())
            file.writelines(self.rows)
        with open(folder / "truth.csv", "w", encoding="utf-8", newline="") as file:
            file.write(f"{TRUTH_COLUMNS}\n")
            file.writelines(self.truth)


def write_words(folder: Path) -> None:
    kinds = [("colour", COLOURS)] + [("size", sizes) for sizes in SIZES]
    with open(folder / "words.csv", "w", encoding="utf-8", newline="") as file:
        file.write("kind,label,canonical\n")
        for kind, meanings in kinds:
            for meaning, words in meanings.items():
                file.writelines(f"{kind},{word},{meaning}\n" for word in words)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--styles", type=int, required=True)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)

    dice = Dice(arguments.seed)
    catalogue, listing = SupplierFiles(arguments.out), Listing(dice)
    for style in supplied(arguments.styles, dice):
        catalogue.add(style)
        listing.add(style)
    catalogue.close()
    listing.write(arguments.out)
    write_words(arguments.out)


if __name__ == "__main__":
    main()
