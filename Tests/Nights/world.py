"""A shop, its two suppliers, its drop-ship platform and its orders, night after night.

Nothing here knows what the program should say of them: that is script.py. The same seed writes the same bytes.

    World(styles=60).feeds(night)    the files that lie in the workspace when the run of that night begins
"""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from xml.sax.saxutils import escape, quoteattr

# Names of the sources, as the workspace and every report have them.
A, B, PLATFORM, SHOP, ORDERS = "货源甲", "货源乙", "代发平台", "店铺", "订单系统"

# Night 1; a Monday. 货源甲 does not work on Sundays.
FIRST = date(2026, 11, 2)

# Colours that nobody takes for one another. 藏青 is kept for the style that is renamed.
COLOURS = ["黑色", "白色", "红色", "绿色", "黄色", "紫色", "棕色", "橙色"]
SIZES = ["S", "M", "L", "XL"]
CUTS = ["宽松", "修身", "短款", "中长款", "高腰", "直筒", "圆领", "翻领", "复古", "简约", "休闲", "通勤"]
CLOTHS = ["雪纺", "灯芯绒", "亚麻", "羊毛", "牛仔", "针织", "丝绒", "棉布", "天丝", "麂皮"]
GOODS = ["衬衫", "连衣裙", "卫衣", "半身裙", "风衣", "马甲", "开衫", "背带裤", "阔腿裤", "外套", "毛衣", "短裤"]
DETAILS = ["口袋", "系带", "拼接", "刺绣", "格纹", "条纹", "褶皱", "蕾丝", "流苏", "盘扣"]

# What the shop offers of every variant; suppliers always have more, unless something happens.
OFFERED = 10


@dataclass
class Variant:
    """One row of a supplier's or the platform's catalogue; money in fen."""

    code: str
    colour: str
    size: str
    cost: int
    stock: int


@dataclass
class Style:
    code: str
    title: str
    variants: dict[str, Variant] = field(default_factory=dict)


@dataclass
class Row:
    """One row of the shop's listing: which supplier's code it bears, in which words it is sold."""

    sku: str
    style: str
    title: str
    code: str
    colour: str
    size: str
    price: int
    stock: int


Catalogue = dict[str, Style]
# A source's file of one night, and whether its owner wrote it that night.
Feed = tuple[str, bytes, bool]


def day(night: int) -> date:
    return FIRST + timedelta(days=night - 1)


def moment(night: int, minutes: int = 0) -> str:
    """When the run of a night begins, as `--now` takes it; the nightly one at 02:30."""
    return (datetime.combine(day(night), datetime.min.time()) + timedelta(minutes=150 + minutes)).isoformat()[:16]


def title(index: int) -> str:
    """A title of its own for each style: the digits of its number in words."""
    index, good = divmod(index, len(GOODS))
    index, cut = divmod(index, len(CUTS))
    index, cloth = divmod(index, len(CLOTHS))
    rest, detail = divmod(index, len(DETAILS))
    return CUTS[cut] + CLOTHS[cloth] + DETAILS[detail] + GOODS[good] + (f" {rest}号款" if rest else "")


def style(prefix: str, number: int, rng: random.Random) -> Style:
    """A style of two colours in four sizes: `A1003-02-XL` is its second colour in XL."""
    code = f"{prefix}{1000 + number}"
    colours = rng.sample(COLOURS, 2)
    cost = rng.randrange(20, 90) * 100
    made = Style(code, title(number * 2 + (prefix == "B")))
    for place, colour in enumerate(colours, 1):
        for size in SIZES:
            variant = Variant(f"{code}-{place:02}-{size}", colour, size, cost, rng.randrange(40, 200))
            made.variants[variant.code] = variant
    return made


class World:
    """All sources, as they truly are on a night. `advance` brings the next one.

    - suppliers[A], suppliers[B]: what the suppliers have, whatever their files say of it
    - platform: what the drop-ship platform shows of it
    - rows: the shop's listing
    - tricks: what is wrong with a source's file on this night only
    - silent: who writes no file on this night
    - has_new_columns: 货源甲 calls two columns otherwise, from now on
    """

    def __init__(self, styles: int = 60, seed: int = 7):
        self.night = 0
        self.seed = seed
        rng = random.Random(seed)
        listed = {A: styles * 3 // 5, B: styles - styles * 3 // 5}
        # Each supplier has a few styles that the shop does not list.
        self.suppliers: dict[str, Catalogue] = {
            A: self._catalogue("A", listed[A] + 4, rng),
            B: self._catalogue("B", listed[B] + 2, rng),
        }
        # What is renamed later. The words near it must not be in the same style.
        for variant in self.find(A, "A1003").variants.values():
            variant.colour = "藏青" if "-01-" in variant.code else "白色"
        for variant in self.find(B, "B1012").variants.values():
            variant.size = {"XL": "2XL"}.get(variant.size, variant.size)
        self.platform: Catalogue = {}
        self.rows: list[Row] = []
        self._numbers = 34188020716510000
        for source, count in listed.items():
            for made in list(self.suppliers[source].values())[:count]:
                self.list_style(made)
        self.tricks: dict[str, str] = {}
        self.silent: set[str] = set()
        self.has_new_columns = False
        self.mislaid: Variant | None = None
        self.written: dict[str, bytes] = {}

    @staticmethod
    def _catalogue(prefix: str, count: int, rng: random.Random) -> Catalogue:
        return {made.code: made for made in (style(prefix, number, rng) for number in range(1, count + 1))}

    # Finding things

    def find(self, source: str, code: str) -> Style:
        return self.suppliers[source][code]

    def variant(self, source: str, code: str) -> Variant:
        return self.suppliers[source][code.split("-")[0]].variants[code]

    def row(self, code: str) -> Row:
        """The shop's row that bears a supplier's code."""
        return next(row for row in self.rows if row.code == code)

    # What people do

    def list_style(self, made: Style) -> None:
        """The shop and the platform take a style into their listings, in the supplier's words of this night."""
        self.platform[made.code] = deepcopy(made)
        for variant in made.variants.values():
            self._numbers += 37
            # 2XL and XXL, 黑色 and 黑 are one thing; a listing has its own habits.
            size = {"2XL": "XXL"}.get(variant.size, variant.size)
            self.rows.append(
                Row(
                    str(self._numbers), made.code, f"2026新款 {made.title}", variant.code, variant.colour, size,
                    variant.cost * 2 + 990, OFFERED))

    def unlist(self, *codes: str) -> None:
        """The shop and the platform take variants off sale."""
        self.rows = [row for row in self.rows if row.code not in codes]
        for code in codes:
            style = self.platform[code.split("-")[0]]
            del style.variants[code]
            if not style.variants:
                del self.platform[style.code]

    # The nights

    def advance(self, events: Callable[[World, int], None]) -> None:
        """The ordinary moves of one day, then what happens on this one."""
        self.night += 1
        self.tricks, self.silent = {}, set()
        rng = random.Random(self.seed * 1000 + self.night)
        if self.night > 1:
            for source in (A, B):
                if source == A and day(self.night).weekday() == 6:
                    self.silent.add(A)
                else:
                    self._trade(source, rng)
        events(self, self.night)

    def _trade(self, source: str, rng: random.Random) -> None:
        """A tenth of the stock figures and one price in a hundred move a little; nothing sells out by chance."""
        for made in self.suppliers[source].values():
            for variant in made.variants.values():
                if variant.stock and rng.random() < 0.1:
                    variant.stock = max(20, variant.stock + rng.randrange(-9, 10))
                if rng.random() < 0.01:
                    variant.cost += rng.choice([-1, 1]) * max(10, variant.cost * 2 // 1000 * 10)

    def feeds(self) -> dict[str, Feed]:
        """The files of this night: name, bytes, and whether the owner wrote it (again) this night."""
        made: dict[str, Feed] = {}
        for source, name, write in (
            (A, "a.csv", self._a), (B, "b.xml", self._b), (PLATFORM, "platform.csv", self._platform),
            (SHOP, "shop.csv", self._shop), (ORDERS, "orders.csv", self._orders),
        ):
            is_new = source not in self.silent
            if is_new and self.tricks.get(source) != "repeated":
                self.written[source] = write()
            made[source] = (name, self.written[source], is_new)
        return made

    # The files

    def _a(self) -> bytes:
        trick = self.tricks.get(A)
        header = ["款号", "标题", "颜色", "尺码", "商家编码", "供货价", "库存"]
        if self.has_new_columns:
            header[5], header[6] = "拿货价", "可用库存"
        rows = [
            [
                made.code, made.title, v.colour, v.size, v.code,
                yuan(v.cost * 7 // 5 if trick == "price jump" and place % 3 == 0 else v.cost), str(v.stock),
            ]
            for place, (made, v) in enumerate(pairs(self.suppliers[A]))
        ]
        if trick == "half":
            rows = rows[: len(rows) // 2]
        if trick == "tenth":
            rows = rows[: len(rows) // 10]
        return table(header, rows)

    def _b(self) -> bytes:
        trick = self.tricks.get(B)
        price = "wholesale_price" if trick == "renamed elements" else "supply_price"
        lines = [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<catalogue supplier="乙服饰" currency="CNY" type="full" generated="{day(self.night)}T01:40:00">',
        ]
        seen = 0
        for made in self.suppliers[B].values():
            lines += [f"  <style code={quoteattr(made.code)}>", f"    <title>{escape(made.title)}</title>"]
            for v in made.variants.values():
                seen += 1
                code = v.code.replace("B", "BX", 1) if trick == "new codes" and seen % 10 < 3 else v.code
                stock = 0 if trick == "no stock" else v.stock
                lines += [
                    f"    <variant sku={quoteattr(code)}>",
                    f"      <colour>{escape(v.colour)}</colour><size>{escape(v.size)}</size>",
                    f"      <{price}>{yuan(v.cost)}</{price}><stock>{stock}</stock>",
                    "    </variant>",
                ]
            lines.append("  </style>")
        text = "\n".join(lines + ["</catalogue>", ""]).encode()
        return text[: len(text) * 3 // 5] if trick == "truncated" else text

    def _platform(self) -> bytes:
        return table(
            ["款号", "商品标题", "规格编码", "商家编码", "颜色", "尺码", "代发价"],
            [
                [made.code, made.title, "P" + own, v.code, v.colour, v.size, yuan(v.cost + 500)]
                for made in self.platform.values()
                for own, v in made.variants.items()
            ])

    def _shop(self) -> bytes:
        return table(
            ["商品ID", "商品名称", "商品编码", "规格ID", "规格名称", "商家编码", "售价", "库存", "状态"],
            [
                [
                    "37" + row.style[1:] + str(ord(row.style[0])), row.title, row.style, row.sku,
                    f"颜色:{row.colour};尺码:{row.size}", row.code, yuan(row.price), str(row.stock), "在售",
                ]
                for row in self.rows
            ])

    def _orders(self) -> bytes:
        """What was ordered the day before, in the shop's words; never of the styles that something happens to."""
        rng = random.Random(self.seed * 1000 + 500 + self.night)
        calm = [row for row in self.rows if int(row.style[1:]) > 1020]
        lines = []
        for number, row in enumerate(rng.sample(calm, min(30, len(calm)))):
            lines.append([
                f"6941{self.night:02}{number:06}", f"{day(self.night - 1)} {8 + number // 3:02}:{number:02}:00",
                "37" + row.style[1:] + str(ord(row.style[0])), row.title, row.code, f"{row.colour};{row.size}",
                str(rng.randrange(1, 3)), yuan(row.price), "已发货",
            ])
        return table(
            ["订单号", "下单时间", "商品ID", "商品名称", "商家编码", "规格", "数量", "实付金额", "订单状态"], lines)


def pairs(catalogue: Catalogue):
    return ((made, variant) for made in catalogue.values() for variant in made.variants.values())


def yuan(fen: int) -> str:
    return f"{fen // 100}.{fen % 100:02}"


def table(header: list[str], rows: list[list[str]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(rows)
    return b"\xef\xbb\xbf" + text.getvalue().encode()
