#!/usr/bin/env python3
"""Holds what script.py says by hand against what follows from the world, and, with --diff, against `specsync diff`.

    selfcheck.py [--diff PROGRAM]

A wrong expectation would make the three weeks prove nothing, and so would a check that sees nothing; so both are tried
first: the right answer must pass, and each of its falsifications in answer.py must be seen. Exit code 1 where not.
"""

from __future__ import annotations

import argparse
import csv
import subprocess
import sys
import tempfile
from pathlib import Path

from answer import WRONG, Answer
from check import Check
from script import DELAYS, NIGHTS, NOTICES, RENAMED, STORY, TOLD, Told, Truth
from workspace import Workspace
from world import A, B, PLATFORM, SHOP, title


def by_hand(number: int) -> dict[str, set[Told]]:
    """New, back, open and resolved findings of a night, as TOLD has them."""
    states: dict[str, set[Told]] = {"new": set(), "back": set(), "open": set(), "resolved": set()}
    for told, spans in TOLD.items():
        for index, (first, resolved) in enumerate(spans):
            if number == first:
                states["back" if index else "new"].add(told)
            elif first < number < resolved:
                states["open"].add(told)
            elif number == resolved:
                states["resolved"].add(told)
    return states


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--diff", metavar="PROGRAM", type=Path, help="a built specsync, to compare each night's files")
    options = parser.parse_args()
    faults: list[str] = []

    titles = {title(index) for index in range(40_000)}
    if len(titles) != 40_000:
        faults.append("titles are not unique")
    if set(STORY) != set(range(1, NIGHTS + 1)):
        faults.append("STORY does not tell all nights")

    truth, again = Truth(), Truth()
    for night, other in zip(truth.nights(), again.nights()):
        number = night.number
        feeds = truth.world.feeds()
        if feeds != again.world.feeds():
            faults.append(f"night {number}: the same seed writes other bytes")
        hand = by_hand(number)
        found = {
            "new": night.new, "back": night.back, "open": night.open | night.acknowledged | night.either,
            "resolved": night.resolved}
        for state, told in found.items():
            for one in told ^ hand[state]:
                where = "the world, not TOLD" if one in told else "TOLD, not the world"
                faults.append(f"night {number}: {state} {one} is in {where}")
        faults += delays(night.number, truth)
        if options.diff:
            faults += by_diff(options.diff, truth, night)

    faults += checks_see()

    for fault in faults:
        print(fault)
    print(f"{len(TOLD)} findings, {sum(map(len, NOTICES.values()))} notices in {NIGHTS} nights, "
          f"{len(WRONG)} wrong answers: {len(faults)} faults")
    return 1 if faults else 0


def delays(number: int, truth: Truth) -> list[str]:
    """Whether DELAYS names those legs that still say 藏青 when the supplier says 深蓝."""
    if number not in DELAYS:
        return []
    says = {
        A: truth.in_force[A]["A1003"].variants[RENAMED[0]].colour,
        PLATFORM: truth.world.platform["A1003"].variants[RENAMED[0]].colour,
        SHOP: truth.world.row(RENAMED[0]).colour,
    }
    behind = {source for source in (PLATFORM, SHOP) if says[source] != says[A]}
    return [] if behind == set(DELAYS[number]) else [f"night {number}: {behind} are behind, DELAYS says {DELAYS[number]}"]


def checks_see() -> list[str]:
    """Whether check.py passes the right answer and sees what is wrong with each wrong one."""
    faults = []
    for name, number, change, word in [("nothing", NIGHTS, None, ""), *WRONG]:
        with tempfile.TemporaryDirectory() as folder:
            truth = Truth()
            answer = Answer(Path(folder), truth)
            check = Check(Workspace(Path(folder), Path()), truth.world)
            for night in truth.nights(number):
                outcome = answer.write(night)
                if change and night.number == number:
                    change(answer, Path(folder) / "reports" / "latest")
                said = check.night(night, outcome, answer.mails).faults
                if night.number < number or not change:
                    faults += [f"the right answer of night {night.number} is said to be wrong: {one}" for one in said]
                elif not any(word in one for one in said):
                    faults.append(f"check.py does not see that of night {number} {name}; it says: {said}")
    return faults


# What `diff`, which has no memory, says of what `run` must call by another name.
WITHOUT_MEMORY = {"meaning-changed": "spec-differs"}


def by_diff(program: Path, truth: Truth, night) -> list[str]:
    """Whether `specsync diff` finds the same in the files of a night whose files are all good."""
    faults = []
    feeds = truth.world.feeds()
    open_now = night.new | night.back | night.open | night.acknowledged | night.either
    with tempfile.TemporaryDirectory() as folder:
        for name, data, _ in feeds.values():
            (Path(folder) / name).write_bytes(data)
        for source in (A, B):
            if night.notices.get(source, ("", False))[1]:
                continue
            name = feeds[source][0]
            run = subprocess.run(
                [program, "diff", name, "shop.csv", "--format", "csv", "--price-rule", "floor"],
                cwd=folder, capture_output=True)
            if run.returncode not in (0, 1):
                faults.append(f"night {night.number}: diff of {name} ended with {run.returncode}: {run.stderr.decode()}")
                continue
            found = set()
            for row in csv.DictReader(run.stdout.decode("utf-8-sig").splitlines()):
                # Alone, a supplier misses the other one's styles.
                if row["code"] == "style-withdrawn" and not row["shop_style"].endswith(str(ord("AB"[source == B]))):
                    continue
                # Nor does it know that the other one's code already says whose a row is.
                if row["code"] == "ambiguous-match" and row["supplier_style"] in night.unlisted:
                    continue
                if row["severity"] != "info":
                    found.add((row["code"], row["supplier_sku"]))
            expected = {
                (WITHOUT_MEMORY.get(told.code, told.code), told.about if "withdrawn" not in told.code else "")
                for told in open_now if told.source == source and told.code != "relisted"}
            for code, about in found ^ expected:
                where = "found by diff only" if (code, about) in found else "not found by diff"
                faults.append(f"night {night.number}: {code} {about} of {source} is {where}")
    return faults


if __name__ == "__main__":
    sys.exit(main())
