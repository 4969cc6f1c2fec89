#!/usr/bin/env python3
"""Kills a run with SIGKILL at a hundred moments, and looks what it left.

    kill.py [--program PATH] [--moments 100] [--night 12] [--keep DIR]

Six in ten moments are spread over the run by the clock. The others are where it matters most: from when the new report is
complete on, a fraction of a millisecond apart, and from when the first mail has come in.

Every time the ledger and reports/latest must be those before the run or those after it, never between; and after the
next run all must be as if nothing had happened, with no mail lost and none under two Message-IDs. Exit code 1 if not.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import state
from mailbox import Mailbox
from script import RELEASE, Truth
from state import State
from workspace import Workspace, program_from

# The repetition comes five minutes after the run that was killed.
LATER = 5


def prepared(folder: Path, program: Path, night: int, box: Mailbox) -> Workspace:
    """A workspace that has run all nights before this one, with this one's files in it."""
    workspace = Workspace(folder, program, box.port, kept=3).make()
    truth = Truth(acknowledges=False)
    for one in truth.nights(night):
        workspace.receive(truth.world.feeds(), one.number)
        if one.number < night:
            done = workspace.run(one.number, *RELEASE.get(one.number, []))
            if done.exit not in (0, 1):
                sys.exit(f"The run of night {one.number} ended with {done.exit}: {done.err}")
    return workspace


def copy(workspace: Workspace, to: Path) -> Workspace:
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(workspace.folder, to, symlinks=True)
    return Workspace(to, workspace.program, workspace.port)


Trigger = Callable[[], bool]


def moments(count: int, normal: float) -> list[tuple[str, float]]:
    """What each kill waits for (nothing, the report, the mail), and how many seconds it comes after that."""
    by_report, by_mail = count // 4, count * 3 // 20
    by_clock = count - by_report - by_mail
    return (
        # A little longer than it takes, as no two runs take the same time.
        [("start", normal * 1.1 * (place + 0.5) / by_clock) for place in range(by_clock)]
        + [("report", place * 0.0004) for place in range(by_report)]
        + [("mail", place * 0.0004) for place in range(by_mail)])


def killed(workspace: Workspace, night: int, trigger: Trigger, after: float) -> bool:
    """Starts a run, waits for something, and kills it so many seconds later; whether it was still there to be killed."""
    process = subprocess.Popen(
        [str(workspace.program), *workspace.run_arguments(night, *RELEASE.get(night, []))], cwd=workspace.folder,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while not trigger() and process.poll() is None:
        time.sleep(0.0001)
    time.sleep(after)
    was_running = process.poll() is None
    process.kill()
    process.wait()
    return was_running


def new_report(workspace: Workspace) -> Trigger:
    """Whether a folder has come into reports/, under whatever name, whose last file is there."""
    reports = workspace.folder / "reports"
    known = set(os.listdir(reports))
    return lambda: any((reports / name / "report.json").exists() for name in os.listdir(reports) if name not in known)


def judge(found: State, before: State, after: State) -> tuple[str, list[str]]:
    """Whether it is as before or as after, and what is wrong with it if it is neither."""
    if found.faults:
        return "broken", found.faults
    ledger = "before" if found.is_ledger_of(before) else "after" if found.is_ledger_of(after) else "neither"
    report = "before" if found.is_report_of(before) else "after" if found.is_report_of(after) else "neither"
    if ledger == report != "neither":
        return ledger, []
    if ledger == "after" and report == "before":
        # Two things on one disk cannot change in one moment. The ledger comes first, and the next run shows the report.
        return "not shown", []
    return "between", [f"the ledger is as {ledger}, reports/latest ({found.latest}) as {report} the run"]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", type=Path, help="the program to test (default: what make build leaves)")
    parser.add_argument("--moments", type=int, default=100, help="how many moments (default 100)")
    parser.add_argument("--night", type=int, default=12, help="which night's run is killed (default 12)")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="leave what was found wrong in this folder")
    options = parser.parse_args()
    program = program_from(options.program)
    base = Path(tempfile.mkdtemp(prefix="specsync-kill-"))
    faults: list[str] = []
    ends: Counter[str] = Counter()
    doubles = late = 0
    try:
        with Mailbox() as box:
            start = prepared(base / "start", program, options.night, box)
            before = state.read(copy(start, base / "before"))
            durations = []
            for _ in range(3):
                box.take()
                whole = copy(start, base / "whole")
                outcome = whole.run(options.night, *RELEASE.get(options.night, []))
                durations.append(outcome.seconds)
            after, sent = state.read(whole), {mail.id for mail in box.take()}
            if outcome.exit not in (0, 1) or before.faults or after.faults:
                sys.exit(f"The undisturbed run is not right: {outcome.err} {before.faults} {after.faults}")
            wanted = after.outcome()
            if not sent:
                sys.exit(f"Night {options.night} sends no mail: choose another one.")
            normal = max(durations)
            for number, (waits_for, delay) in enumerate(moments(options.moments, normal)):
                box.take()
                workspace = copy(start, base / "killed")
                triggers = {
                    "start": lambda: True, "report": new_report(workspace), "mail": lambda: len(box.mails) > 0}
                was_running = killed(workspace, options.night, triggers[waits_for], delay)
                end, wrong = judge(state.read(workspace), before, after)
                ends[end] += 1
                late += not was_running
                again = workspace.run(options.night, *RELEASE.get(options.night, []), minutes=LATER)
                final = state.read(workspace)
                wrong += final.faults
                if again.exit not in (0, 1):
                    wrong.append(f"the next run ends with {again.exit}: {again.err.strip()}")
                reached = final.outcome()
                wrong += [
                    f"after the next run {name} is not as after an undisturbed run"
                    for name, value in wanted.items() if value != reached[name]]
                mails = [mail.id for mail in box.take()]
                doubles += len(mails) - len(set(mails))
                if len(set(mails)) != len(sent):
                    wrong.append(f"{len(set(mails))} different mails came, not {len(sent)}")
                faults += [f"kill {number}, {delay * 1000:.1f} ms after {waits_for}: {fault}" for fault in wrong]
                if wrong and options.keep:
                    copy(workspace, options.keep / f"{number:03}")
    finally:
        shutil.rmtree(base, ignore_errors=True)

    print(
        f"{options.moments} kills over {normal:.2f} s: {ends['before']} left all as before, {ends['after']} as after "
        f"({late} of them came when it had ended), {ends['not shown']} as after with the report still to be shown, "
        f"{ends['between']} between, {ends['broken']} broken")
    print(f"{len(sent)} mails each time; {doubles} came twice under the same Message-ID")
    if not ends["before"] or not ends["after"]:
        faults.append("the kills came all too early or all too late: they tested nothing; try it on a quieter machine")
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
