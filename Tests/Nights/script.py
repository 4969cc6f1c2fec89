"""Three weeks: what happens on which night, and what must be told of it on which day, and what not.

`events` moves the world. TOLD, NOTICES and the rest say by hand what a person must hear. `Truth` works out the same from
the world itself, so that the two can be held against each other (selfcheck.py), and says of every night what is right.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field

from world import A, B, COLOURS, OFFERED, PLATFORM, SHOP, Catalogue, Row, Variant, World, day, moment, style

NIGHTS = 21

# What each night is called in the table that nights.py prints.
STORY = {
    1: "the first run",
    2: "a quiet night",
    3: "A renames 藏青 to 深蓝, same codes",
    4: "A withdraws one spec; one sells out at A",
    5: "the platform follows 深蓝; B withdraws a style; somebody acknowledges A's sold-out spec",
    6: "A has a new style; the shop takes A's spec off; one sells out at B",
    7: "a Sunday, when A never sends; the shop follows 深蓝, and sets B's sold-out spec to 0",
    8: "half a file from A; the shop takes B's style off",
    9: "A whole again; the shop lists A's new style; B gives a code to another colour",
    10: "A sends nothing; B's spec is back in stock",
    11: "A sends nothing again; B's file is last night's; the shop offers B's spec again",
    12: "A comes, with a spec under a new code, and without another one; B's spec is sold out again; the shop follows B's colour",
    13: "A has the other spec again, and asks more for one than the shop does; B's XML breaks off; the shop sets B's spec to 0",
    14: "a Sunday; B mended; the shop enters A's new code, raises its price, sets A's sold-out spec to 0",
    15: "a tenth of A's file; B writes XXL for 2XL",
    16: "A whole again; all stock of B is 0",
    17: "two columns of A have other names; B's stock is back",
    18: "A is let through by a person; a third of B has new codes",
    19: "a third of A's prices rises by 40 %; B has its codes again",
    20: "A's prices are back; an element of B has another name",
    21: "a Sunday; B's element has its name again",
}

RENAMED = [f"A1003-01-{size}" for size in ("S", "M", "L", "XL")]
WITHDRAWN, OUT_AT_A, OUT_AT_B = "A1007-02-XL", "A1020-01-M", "B1007-01-S"
GONE, NEW = "B1005", "A9001"
REUSED = "B1002-01-M"
OLD_CODE, NEW_CODE = "A1012-02-L", "A1012-92-L"
DEAR = "A1015-01-S"
MISLAID = "A1009-01-S"


def events(world: World, night: int) -> None:
    """What happens on a night, beside the ordinary moves."""
    match night:
        case 3:
            for code in RENAMED:
                world.variant(A, code).colour = "深蓝"
        case 4:
            del world.find(A, "A1007").variants[WITHDRAWN]
            world.variant(A, OUT_AT_A).stock = 0
        case 5:
            for code in RENAMED:
                world.platform["A1003"].variants[code].colour = "深蓝"
            del world.suppliers[B][GONE]
        case 6:
            world.suppliers[A][NEW] = style("A", int(NEW[1:]) - 1000, random.Random(world.seed + 1))
            world.unlist(WITHDRAWN)
            world.variant(B, OUT_AT_B).stock = 0
        case 7:
            for code in RENAMED:
                world.row(code).colour = "深蓝"
            world.row(OUT_AT_B).stock = 0
        case 8:
            world.tricks[A] = "half"
            world.unlist(*(row.code for row in world.rows if row.style == GONE))
        case 9:
            world.list_style(world.find(A, NEW))
            world.variant(B, REUSED).colour = another_colour(world)
        case 10:
            world.silent.add(A)
            world.variant(B, OUT_AT_B).stock = 120
        case 11:
            world.silent.add(A)
            world.tricks[B] = "repeated"
            world.row(OUT_AT_B).stock = OFFERED
        case 12:
            variants = world.find(A, "A1012").variants
            variants[NEW_CODE] = variants.pop(OLD_CODE)
            variants[NEW_CODE].code = NEW_CODE
            world.mislaid = world.find(A, "A1009").variants.pop(MISLAID)
            world.variant(B, OUT_AT_B).stock = 0
            colour = world.variant(B, REUSED).colour
            world.row(REUSED).colour = world.platform["B1002"].variants[REUSED].colour = colour
        case 13:
            world.find(A, "A1009").variants[MISLAID] = world.mislaid
            world.variant(A, DEAR).cost = world.row(DEAR).price + 1000
            world.tricks[B] = "truncated"
            world.row(OUT_AT_B).stock = 0
        case 14:
            world.row(OLD_CODE).code = NEW_CODE
            world.platform["A1012"].variants[OLD_CODE].code = NEW_CODE
            world.row(DEAR).price = world.variant(A, DEAR).cost * 2
            world.row(OUT_AT_A).stock = 0
        case 15:
            world.tricks[A] = "tenth"
            for variant in world.find(B, "B1012").variants.values():
                variant.size = {"2XL": "XXL"}.get(variant.size, variant.size)
        case 16:
            world.tricks[B] = "no stock"
        case 17:
            world.has_new_columns = True
        case 18:
            world.tricks[B] = "new codes"
        case 19:
            world.tricks[A] = "price jump"
        case 20:
            world.tricks[B] = "renamed elements"


def another_colour(world: World) -> str:
    used = {variant.colour for variant in world.find(B, "B1002").variants.values()}
    return next(colour for colour in COLOURS if colour not in used)


@dataclass(frozen=True)
class Told:
    """A finding: code, source, and the supplier's code (or style, for style-…) that it is about."""

    code: str
    source: str
    about: str

    def __str__(self) -> str:
        return f"{self.code} {self.source} {self.about}"


# By hand: each finding with the nights on which it is open, and the night on which it is told as resolved.
TOLD: dict[Told, list[tuple[int, int]]] = {
    Told("sold-out-at-supplier", A, OUT_AT_A): [(4, 14)],
    Told("variant-withdrawn", A, WITHDRAWN): [(4, 6)],
    Told("style-withdrawn", B, GONE): [(5, 8)],
    Told("sold-out-at-supplier", B, OUT_AT_B): [(6, 7), (12, 13)],
    Told("meaning-changed", B, REUSED): [(9, 12)],
    Told("relisted", A, NEW_CODE): [(12, 14)],
    # Gone for one night; the shop never took it off.
    Told("variant-withdrawn", A, MISLAID): [(12, 13)],
    Told("price-below-cost", A, DEAR): [(13, 14)],
}

# What guards must say, by night and source: the code, and whether the file is held back.
NOTICES: dict[int, dict[str, tuple[str, bool]]] = {
    8: {A: ("source-shrunk", True)},
    10: {A: ("source-late", False)},
    11: {A: ("source-late", False), B: ("source-repeated", False)},
    13: {B: ("source-unread", True)},
    15: {A: ("source-shrunk", True)},
    16: {B: ("source-volatile", True)},
    17: {A: ("format-drift", True)},
    18: {B: ("source-renumbered", True)},
    19: {A: ("source-volatile", True)},
    20: {B: ("format-drift", True)},
}

# Who sends last night's file again may be called late, too.
TOLERATED_NOTICES = {11: [(B, ("source-late", False))]}

# Arguments of `specsync run` beside the time.
RELEASE = {18: ["--release", A, "--by", "王敏", "--reason", "甲改了列名，已电话确认"]}

# Before the run of that night somebody acknowledges a finding, until a day.
ACKNOWLEDGE = {5: (Told("sold-out-at-supplier", A, OUT_AT_A), str(day(11)))}

# Which sources are behind the others in the words of a spec, and since which night; other nights are not judged, since
# what is withdrawn or given a new code may be counted as a delay, too.
DELAYS: dict[int, dict[str, int]] = {
    1: {}, 2: {}, 3: {PLATFORM: 3, SHOP: 3}, 5: {SHOP: 3}, 8: {}, 15: {}, 16: {}, 17: {}, 18: {}, 19: {}, 20: {}, 21: {},
}


@dataclass
class Night:
    """What is right on one night."""

    number: int
    # Findings by their state; those of `either` may be open or acknowledged.
    new: set[Told] = field(default_factory=set)
    back: set[Told] = field(default_factory=set)
    open: set[Told] = field(default_factory=set)
    acknowledged: set[Told] = field(default_factory=set)
    either: set[Told] = field(default_factory=set)
    resolved: set[Told] = field(default_factory=set)
    # Changes as (source, kind, about); about is a code, a shop's or platform's own code, or the title of a style.
    changes: set[tuple[str, str, str]] = field(default_factory=set)
    # Rows of changes.csv that are neither asked for nor wrong.
    tolerated: set[tuple[str, str, str]] = field(default_factory=set)
    notices: dict[str, tuple[str, bool]] = field(default_factory=dict)
    tolerated_notices: list[tuple[str, tuple[str, bool]]] = field(default_factory=list)
    # Styles of suppliers that the shop does not list: rows of mismatches.csv only.
    unlisted: set[str] = field(default_factory=set)
    # Codes that supplier and shop both have, with words that do not exclude each other: these pairs must be accepted.
    paired: set[str] = field(default_factory=set)
    # Pairs that must not be `auto` or `confirmed` tonight, by the supplier's code.
    frozen: set[str] = field(default_factory=set)
    delays: dict[str, int] | None = None
    # Suppliers that may be written to: something new tonight is about them.
    asked: set[str] = field(default_factory=set)
    # True: the operators get a mail; False: they do not; None: they may, since something changed that asks for nothing.
    mail: bool | None = False
    exit: int = 0

    @property
    def events(self) -> int:
        """How much must be told."""
        return len(self.new) + len(self.back) + len(self.resolved) + len(self.changes_told) + len(self.notices)

    @property
    def changes_told(self) -> set[tuple[str, str, str]]:
        """Changes but for prices, which move every night."""
        return {change for change in self.changes if change[1] != "price-changed"}


class Truth:
    """The world night by night, with what is right on each."""

    def __init__(self, styles: int = 60, seed: int = 7, acknowledges: bool = True):
        self.world = World(styles, seed)
        self.acknowledges = acknowledges
        self.in_force: dict[str, Catalogue] = {}
        self.rows: list[Row] = []
        self.platform: Catalogue = {}
        self.seen: set[Told] = set()
        self.was_open: set[Told] = set()

    def nights(self, count: int = NIGHTS) -> Iterator[Night]:
        """Each night, after its files are as they should lie in the workspace: `world.feeds()`."""
        for number in range(1, count + 1):
            self.world.advance(events)
            yield self._night(number)

    def _night(self, number: int) -> Night:
        world, night = self.world, Night(number)
        night.notices = NOTICES.get(number, {})
        night.tolerated_notices = TOLERATED_NOTICES.get(number, [])
        for source in (A, B):
            stays = source in world.silent or world.tricks.get(source) == "repeated"
            is_held = night.notices.get(source, ("", False))[1]
            if not stays and not is_held:
                new = deepcopy(world.suppliers[source])
                if number > 1:
                    night.changes |= changes(source, self.in_force[source], new)
                self.in_force[source] = new
        if number > 1:
            night.changes |= changes(PLATFORM, self.platform, world.platform)
            night.changes |= shop_changes(self.rows, world.rows)
        if number == 15:
            night.tolerated = {
                (B, "spec-renamed", v.code) for v in world.find(B, "B1012").variants.values() if v.size == "XXL"}
        self.rows, self.platform = deepcopy(world.rows), deepcopy(world.platform)

        now = disagreements(self.in_force, world.rows, self._withdrawn_codes())
        night.new = now - self.seen
        night.back = now & self.seen - self.was_open
        night.open = now & self.was_open
        night.resolved = self.was_open - now
        if self.acknowledges:
            self._acknowledge(night)
        self.seen |= now
        self.was_open = now

        listed = {row.style for row in world.rows}
        night.unlisted = {code for source in (A, B) for code in self.in_force[source] if code not in listed}
        in_force = {
            code: variant for catalogue in self.in_force.values() for made in catalogue.values()
            for code, variant in made.variants.items()}
        night.paired = {
            row.code for row in world.rows
            if row.code in in_force and relation(in_force[row.code], row) != "never"}
        night.frozen = {told.about for told in now if told.code == "meaning-changed"}
        night.delays = DELAYS.get(number)
        loud = {code for code, _ in night.notices.values()} - {"source-repeated"}
        was_loud = NOTICES.get(number - 1, {})
        new_notices = [s for s, (code, _) in night.notices.items() if was_loud.get(s, ("",))[0] != code and code in loud]
        night.asked = {told.source for told in night.new | night.back} | {source for source in new_notices}
        night.asked |= {source for source, _ in night.tolerated_notices}
        night.asked |= {source for source, *_ in night.changes_told if source in (A, B)}
        if night.new or night.back or night.resolved or new_notices:
            night.mail = True
        elif number == 1 or night.changes_told or night.notices or was_loud or night.either:
            night.mail = None
        night.exit = 1 if now - night.acknowledged or loud else 0
        return night

    def _withdrawn_codes(self) -> dict[str, str]:
        """Codes under which goods were sold before, and the code that they have now."""
        return {OLD_CODE: NEW_CODE} if self.world.night >= 12 else {}

    def _acknowledge(self, night: Night) -> None:
        for since, (told, until) in ACKNOWLEDGE.items():
            if told not in night.open or night.number < since:
                continue
            today = moment(night.number)[:10]
            if today < until:
                night.open.discard(told)
                night.acknowledged.add(told)
            elif today == until:
                night.open.discard(told)
                night.either.add(told)


def disagreements(
    in_force: dict[str, Catalogue], rows: list[Row], new_codes: dict[str, str]
) -> set[Told]:
    """What is wrong between suppliers and shop, by the codes alone: the world's codes are never in doubt."""
    found: set[Told] = set()
    for row in rows:
        source = A if row.style.startswith("A") else B
        made = in_force[source].get(row.style)
        if made is None:
            found.add(Told("style-withdrawn", source, row.style))
            continue
        variant = made.variants.get(row.code)
        if variant is None:
            new = made.variants.get(new_codes.get(row.code, ""))
            found.add(Told("relisted", source, new.code) if new else Told("variant-withdrawn", source, row.code))
            continue
        if relation(variant, row) == "never":
            found.add(Told("meaning-changed", source, row.code))
            continue
        if row.stock and not variant.stock:
            found.add(Told("sold-out-at-supplier", source, row.code))
        elif row.stock > variant.stock:
            found.add(Told("stock-differs", source, row.code))
        if row.price < variant.cost:
            found.add(Told("price-below-cost", source, row.code))
    return found


def relation(a: Variant | Row, b: Variant | Row) -> str:
    """How the words of two variants stand to each other, among the few words of this world."""
    size = {"XXL": "2XL"}
    if size.get(a.size, a.size) != size.get(b.size, b.size):
        return "never"
    if a.colour == b.colour:
        return "same"
    return "near" if {a.colour, b.colour} == {"藏青", "深蓝"} else "never"


def changes(source: str, old: Catalogue, new: Catalogue) -> set[tuple[str, str, str]]:
    """What changed from one version of a complete catalogue to the next."""
    told: set[tuple[str, str, str]] = set()
    own = "P" if source == PLATFORM else ""
    told |= {(source, "style-added", made.title) for code, made in new.items() if code not in old}
    told |= {(source, "style-withdrawn", made.title) for code, made in old.items() if code not in new}
    for code in old.keys() & new.keys():
        before, after = old[code].variants, new[code].variants
        added, removed = after.keys() - before.keys(), before.keys() - after.keys()
        for gone in sorted(removed):
            twin = next((c for c in sorted(added) if relation(after[c], before[gone]) == "same"), None)
            if twin:
                added.discard(twin)
                removed.discard(gone)
                told.add((source, "relisted", own + twin))
        told |= {(source, "spec-added", own + c) for c in added}
        told |= {(source, "spec-removed", own + c) for c in removed}
        for c in before.keys() & after.keys():
            told |= variant_changes(
                source, own + c, relation(before[c], after[c]), before[c].cost != after[c].cost,
                # The platform's file has no stock.
                (1, 1) if own else (before[c].stock, after[c].stock))
    return told


def shop_changes(old: list[Row], new: list[Row]) -> set[tuple[str, str, str]]:
    before, after = {row.sku: row for row in old}, {row.sku: row for row in new}
    styles_before, styles_after = {row.style for row in old}, {row.style for row in new}
    told: set[tuple[str, str, str]] = set()
    for sku in after.keys() - before.keys():
        row = after[sku]
        is_known = row.style in styles_before
        told.add((SHOP, "spec-added", sku) if is_known else (SHOP, "style-added", row.title))
    for sku in before.keys() - after.keys():
        row = before[sku]
        is_left = row.style in styles_after
        told.add((SHOP, "spec-removed", sku) if is_left else (SHOP, "style-withdrawn", row.title))
    for sku in before.keys() & after.keys():
        a, b = before[sku], after[sku]
        told |= variant_changes(SHOP, sku, relation(a, b), a.price != b.price, (a.stock, b.stock))
    return told


def variant_changes(
    source: str, about: str, words: str, has_new_price: bool, stock: tuple[int, int]
) -> set[tuple[str, str, str]]:
    told: set[tuple[str, str, str]] = set()
    if words != "same":
        told.add((source, "spec-renamed" if words == "near" else "meaning-changed", about))
    if has_new_price:
        told.add((source, "price-changed", about))
    if stock[0] and not stock[1]:
        told.add((source, "sold-out", about))
    if stock[1] and not stock[0]:
        told.add((source, "back-in-stock", about))
    return told
