#!/usr/bin/env python3
"""Kills a run with SIGKILL at a hundred moments, and looks what it left.

    kill.py [--program PATH] [--moments 100] [--night 12] [--keep DIR]

Every time the ledger and reports/latest must be those before the run or those after it, never between; and after the
next run all must be as if nothing had happened, with no mail lost and none under two Message-IDs. Exit code 1 if not.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
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
    workspace = Workspace(folder, program, box.port).make()
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


def killed(workspace: Workspace, night: int, after: float) -> bool:
    """Starts a run and kills it so many seconds later; whether it was still there to be killed."""
    process = subprocess.Popen(
        [str(workspace.program), *workspace.run_arguments(night, *RELEASE.get(night, []))], cwd=workspace.folder,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(after)
    was_running = process.poll() is None
    process.kill()
    process.wait()
    return was_running


def judge(found: State, before: State, after: State) -> tuple[str, list[str]]:
    """Whether it is as before or as after, and what is wrong with it if it is neither."""
    if found.faults:
        return "broken", found.faults
    ledger = "before" if found.is_ledger_of(before) else "after" if found.is_ledger_of(after) else "neither"
    report = "before" if found.is_report_of(before) else "after" if found.is_report_of(after) else "neither"
    if ledger == report != "neither":
        return ledger, []
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
    doubles = 0
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
            if not sent:
                sys.exit(f"Night {options.night} sends no mail: choose another one.")
            normal = sorted(durations)[1]
            for moment in range(options.moments):
                box.take()
                workspace = copy(start, base / "killed")
                was_running = killed(workspace, options.night, normal * (moment + 0.5) / options.moments)
                end, wrong = judge(state.read(workspace), before, after)
                ends[end if was_running else "done already"] += 1
                again = workspace.run(options.night, *RELEASE.get(options.night, []), minutes=LATER)
                final = state.read(workspace)
                wrong += final.faults
                # Once more a run that had ended knows of nothing new, so the exit code alone may not tell.
                if again.exit not in (0, 1):
                    wrong.append(f"the next run ends with {again.exit}: {again.err.strip()}")
                wrong += [
                    f"after the next run {name} is not as after an undisturbed run"
                    for name, value in final.outcome().items() if value != after.outcome()[name]
                ]
                mails = [mail.id for mail in box.take()]
                doubles += len(mails) - len(set(mails))
                if len(set(mails)) != len(sent):
                    wrong.append(f"{len(set(mails))} different mails came, not {len(sent)}")
                faults += [f"killed at {moment + 0.5:g}/{options.moments}: {fault}" for fault in wrong]
                if wrong and options.keep:
                    copy(workspace, options.keep / f"{moment:03}")
    finally:
        shutil.rmtree(base, ignore_errors=True)

    print(
        f"{options.moments} kills over {normal:.2f} s: {ends['before']} left all as before, {ends['after']} as after, "
        f"{ends['done already']} came when it was done, {ends['between']} between, {ends['broken']} broken")
    print(f"each time {len(sent)} different mails; {doubles} came twice under the same Message-ID")
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
