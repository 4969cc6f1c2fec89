#!/usr/bin/env python3
"""Three weeks of nightly runs over generated catalogues whose every event is known.

    nights.py [--program PATH] [--nights 21] [--styles 60] [--keep DIR] [--once] [--timings]

Each night the world moves on, its files are put into a workspace, `specsync run` is called, and what it wrote and mailed
is held against what happened. The whole is done twice: the same input must give the same bytes. Exit code 1 on any
difference; each is a sentence below the table. README.md says what the columns mean.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import shutil
import sys
import tempfile
from pathlib import Path

from check import Check, Verdict, last_line
from mailbox import Mail, Mailbox
from script import ACKNOWLEDGE, NIGHTS, RELEASE, STORY, Truth
from workspace import Workspace, has_command, program_from
from world import moment


def pass_through(
    folder: Path, program: Path, nights: int, styles: int, says: bool, box: Mailbox
) -> tuple[list[Verdict], list[float]]:
    """All nights in a new workspace; what was found wrong on each, and how long each run took."""
    can_acknowledge = has_command(program, "acknowledge")
    workspace = Workspace(folder, program, box.port).make()
    truth = Truth(styles, acknowledges=can_acknowledge)
    check = Check(workspace, truth.world)
    verdicts, seconds = [], []
    if says and not can_acknowledge:
        print("The program has no command “acknowledge”: nothing is acknowledged.")
    for night in truth.nights(nights):
        workspace.receive(truth.world.feeds(), night.number)
        notes = acknowledge(workspace, check, night.number) if can_acknowledge else []
        outcome = workspace.run(night.number, *RELEASE.get(night.number, []))
        mails = box.take()
        keep(mails, folder / "mails", night.number)
        verdict = check.night(night, outcome, mails)
        verdict.other += notes
        verdicts.append(verdict)
        seconds.append(outcome.seconds)
        if says:
            print(line(verdict), flush=True)
    return verdicts, seconds


def keep(mails: list[Mail], folder: Path, night: int) -> None:
    folder.mkdir(exist_ok=True)
    for mail in mails:
        (folder / f"{night:02}-{mail.recipients[0]}.eml").write_bytes(mail.data)


def acknowledge(workspace: Workspace, check: Check, night: int) -> list[str]:
    if night not in ACKNOWLEDGE:
        return []
    told, until = ACKNOWLEDGE[night]
    if told not in check.ids:
        return [f"{told} cannot be acknowledged: no report had it"]
    done = workspace.call(
        "acknowledge", check.ids[told], "--workspace", ".", "--by", "李娜", "--reason", "补货在路上", "--until", until,
        "--now", moment(night, -10))
    return [] if done.exit == 0 else [f"acknowledge ended with {done.exit}: {last_line(done.err)}"]


HEAD = f"{'night':>5}  {'expected':>8}  {'found':>5}  {'missing':>7}  {'false':>5}  {'other':>5}  {'mails':>5}  what happens"


def line(verdict: Verdict) -> str:
    return (
        f"{verdict.night:>5}  {verdict.expected:>8}  {verdict.found:>5}  {len(verdict.missing):>7}  "
        f"{len(verdict.false):>5}  {len(verdict.other):>5}  {verdict.mails:>5}  {STORY[verdict.night]}")


def digests(folder: Path) -> dict[str, str]:
    """Of each report and mail its digest; a link is where it points to."""
    made = {}
    for part in ("reports", "mails", "ledger"):
        for path in sorted((folder / part).rglob("*")):
            name = str(path.relative_to(folder))
            if path.is_symlink():
                made[name] = str(path.readlink())
            elif path.is_file():
                made[name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return made


def differences(first: Path, second: Path, program: Path) -> list[str]:
    """What two passes over the same nights wrote differently."""
    for folder in (first, second):
        done = Workspace(folder, program).call("export", "ledger", "--workspace", ".", "--out", "ledger")
        if done.exit:
            return [f"export ledger ended with {done.exit}: {last_line(done.err)}"]
    a, b = digests(first), digests(second)
    return [
        f"{name} is {'in one pass only' if name not in a or name not in b else 'not the same in both passes'}"
        for name in sorted(a.keys() | b.keys()) if a.get(name) != b.get(name)
    ]


def shortened(faults: list[str]) -> list[str]:
    """The first of those that only differ in codes and titles, and how many more there are."""
    groups: dict[str, list[str]] = {}
    for fault in faults:
        groups.setdefault(re.sub(r"[A-Z]+\d+[-\w]*|\d{12,}|[^\x00-\x7f]+", "…", fault), []).append(fault)
    return [
        line for group in groups.values()
        for line in group[:2] + ([f"    and {len(group) - 2} more like it"] if len(group) > 2 else [])
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", type=Path, help="the program to test (default: what make build leaves)")
    parser.add_argument("--nights", type=int, default=NIGHTS, help="how many nights (default 21)")
    parser.add_argument("--styles", type=int, default=60, help="how many styles the shop lists (default 60)")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="leave the workspaces of both passes in this folder")
    parser.add_argument("--once", action="store_true", help="one pass only, and no comparison of bytes")
    parser.add_argument("--timings", action="store_true", help="say how long the runs took")
    options = parser.parse_args()
    program = program_from(options.program)
    if options.styles < 60 or not 1 <= options.nights <= NIGHTS:
        parser.error(f"at least 60 styles, and 1 to {NIGHTS} nights")

    base = options.keep or Path(tempfile.mkdtemp(prefix="specsync-nights-"))
    if options.keep:
        shutil.rmtree(base, ignore_errors=True)
    try:
        print(HEAD)
        with Mailbox() as box:
            verdicts, seconds = pass_through(base / "first", program, options.nights, options.styles, True, box)
            if not options.once:
                pass_through(base / "second", program, options.nights, options.styles, False, box)
        faults = [f"night {verdict.night}: {fault}" for verdict in verdicts for fault in verdict.faults]
        if not options.once:
            differ = differences(base / "first", base / "second", program)
            faults += differ
    finally:
        if not options.keep:
            shutil.rmtree(base, ignore_errors=True)

    expected, found = sum(v.expected for v in verdicts), sum(v.found for v in verdicts)
    false, mails = sum(len(v.false) for v in verdicts), sum(v.mails for v in verdicts)
    print(f"{'all':>5}  {expected:>8}  {found:>5}  {sum(len(v.missing) for v in verdicts):>7}  {false:>5}  "
          f"{sum(len(v.other) for v in verdicts):>5}  {mails:>5}")
    if options.timings:
        print(f"a run took {min(seconds):.2f} to {max(seconds):.2f} s, all {sum(seconds):.1f} s")
    for fault in shortened(faults):
        print(fault)
    if not options.once and not differ:
        print("Both passes wrote the same bytes.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
