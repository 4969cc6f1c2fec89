#!/usr/bin/env python3
"""Judges an answer against the truth.

    check.py DATA OUT           SpecSync's mapping.csv and mismatches.csv
    check.py DATA OUT --peer    a peer's mapping.csv (sku,shop_sku) and differences.csv (kind,sku,shop_sku)

It is right when no pair is wrong, none is missing, every contradiction of code and words is shown to a person and not
accepted, and each kind of difference is found as often as it is there, and nowhere else. Exits with 1 otherwise.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

KINDS = ["missing", "extra", "price", "stock", "barcode", "contradiction", "duplicate"]

# Which mismatch of SpecSync is which kind.
MISMATCHES = {
    "variant-not-listed": "missing",
    "style-not-listed": "missing",
    "variant-withdrawn": "extra",
    "style-withdrawn": "extra",
    "price-differs": "price",
    "price-below-cost": "price",
    "stock-differs": "stock",
    "sold-out-at-supplier": "stock",
    "barcode-differs": "barcode",
    "spec-differs": "contradiction",
    "duplicate-spec": "duplicate",
}


@dataclass
class Answer:
    """Pairs are of supplier SKU and shop SKU; a difference is known by the SKU of the supplier, or else the shop's."""

    accepted: set[tuple[str, str]] = field(default_factory=set)
    shown: set[tuple[str, str]] = field(default_factory=set)
    differences: dict[str, set[str]] = field(default_factory=lambda: {kind: set() for kind in KINDS})


@dataclass
class Truth(Answer):
    """`accepted` and `shown` as they should be; `styles` holds the SKUs of each side's styles."""

    styles: dict[tuple[str, str], list[str]] = field(default_factory=dict)


def rows(path: Path, *columns: str) -> Iterator[list[str]]:
    """The named columns of a CSV file, row by row."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file)
        header = next(reader)
        places = [header.index(column) for column in columns]
        for row in reader:
            yield [row[place] for place in places]


def read_truth(data: Path) -> Truth:
    truth = Truth()
    columns = ("style", "sku", "shop_sku", "differences", "duplicate")
    for style, sku, shop_sku, differences, duplicate in rows(data / "truth.csv", *columns):
        kinds = differences.split(";") if differences else []
        for kind in kinds:
            truth.differences[kind].add(sku or shop_sku)
        if sku:
            truth.styles.setdefault(("supplier", style), []).append(sku)
            pairs = truth.shown if "contradiction" in kinds else truth.accepted
            pairs.update((sku, listed) for listed in (shop_sku, duplicate) if listed)
        for listed in (shop_sku, duplicate):
            truth.styles.setdefault(("shop", style), []).append(listed)
    return truth


def read_specsync(out: Path, truth: Truth) -> Answer:
    answer = Answer()
    for sku, shop_sku, decision in rows(out / "mapping.csv", "supplier_sku", "shop_sku", "decision"):
        if decision == "auto":
            answer.accepted.add((sku, shop_sku))
        elif decision == "review":
            answer.shown.add((sku, shop_sku))
    columns = ("code", "supplier_style", "supplier_sku", "shop_style", "shop_sku")
    for code, style, sku, shop_style, shop_sku in rows(out / "mismatches.csv", *columns):
        if kind := MISMATCHES.get(code):
            whole_style = ("supplier", style) if style else ("shop", shop_style)
            answer.differences[kind].update([sku or shop_sku] if sku or shop_sku else truth.styles[whole_style])
    return answer


def read_peer(out: Path) -> Answer:
    answer = Answer()
    answer.accepted.update((sku, shop_sku) for sku, shop_sku in rows(out / "mapping.csv", "sku", "shop_sku"))
    for kind, sku, shop_sku in rows(out / "differences.csv", "kind", "sku", "shop_sku"):
        answer.differences[kind].add(sku or shop_sku)
        if kind == "contradiction":
            answer.shown.add((sku, shop_sku))
    return answer


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--peer", action="store_true")
    arguments = parser.parse_args()

    truth = read_truth(arguments.data)
    answer = read_peer(arguments.out) if arguments.peer else read_specsync(arguments.out, truth)
    found = len(answer.accepted & truth.accepted)
    wrong = len(answer.accepted - truth.accepted)
    shown = len(answer.shown & truth.shown)
    right = wrong == 0 and found == len(truth.accepted) and shown == len(truth.shown)
    parts = [f"pairs {found}/{len(truth.accepted)}, wrong {wrong}, contradictions shown {shown}/{len(truth.shown)};"]
    for kind in KINDS:
        there, told = truth.differences[kind], answer.differences[kind]
        # Words that contradict a code may be those of another row, and then these two are duplicates as well.
        false = told - there if kind != "duplicate" else set()
        right &= there <= told and not false
        parts.append(f"{kind} {len(there & told)}/{len(there)}" + (f" and {len(false)} false" if false else ""))
    print(" ".join(parts))
    sys.exit(not right)


if __name__ == "__main__":
    main()
