#!/usr/bin/env python3
"""Lets a run meet a full disk, and looks what it left.

    diskfull.py [--program PATH] [--night 12] [--limit]

A small file system in memory is mounted (that needs root, or user namespaces); with ever more room the run is tried
until it succeeds. Where nothing can be mounted, or with --limit, the largest size of a file is limited instead. A run that
fails must say so, end with 2, and leave ledger and reports/latest as they were; the next one, with room, must succeed.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import state
from kill import copy, judge, prepared
from mailbox import Mailbox
from script import RELEASE
from workspace import Outcome, Workspace, program_from

# Room in KiB: none at all, some for each stage, enough.
ROOMS = [0, 4, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 65536]
# What a message about it must name: what is full, or that there is no room.
WORDS = ["full", "space", "room", "too large"]


class Mounted:
    """A small file system with a workspace on it."""

    def __init__(self, folder: Path):
        self.folder = folder
        folder.mkdir()
        self._mount("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", str(folder))

    @staticmethod
    def _mount(*command: str) -> None:
        subprocess.run(command, check=True, capture_output=True)

    def leave(self, room: int) -> None:
        """Fills the disk up, but for so many KiB."""
        ballast = self.folder / "ballast"
        ballast.unlink(missing_ok=True)
        disk = os.statvfs(self.folder)
        free = disk.f_bavail * disk.f_frsize
        with ballast.open("wb") as file:
            file.write(bytes(max(0, free - room * 1024)))

    def free(self) -> None:
        (self.folder / "ballast").unlink()

    def run(self, workspace: Workspace, night: int, room: int) -> Outcome:
        self.leave(room)
        try:
            return workspace.run(night, *RELEASE.get(night, []))
        finally:
            self.free()

    def close(self) -> None:
        self._mount("umount", str(self.folder))


class Limited:
    """No full disk, but files that cannot grow."""

    def __init__(self, folder: Path):
        self.folder = folder
        folder.mkdir()

    def run(self, workspace: Workspace, night: int, room: int) -> Outcome:
        def limit() -> None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (room * 1024, room * 1024))

        done = subprocess.run(
            [str(workspace.program), *workspace.run_arguments(night, *RELEASE.get(night, []))], cwd=workspace.folder,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=limit, timeout=600)
        return Outcome(done.returncode, done.stdout, done.stderr, 0)

    def close(self) -> None:
        pass


def disk(folder: Path, wants_limit: bool) -> Mounted | Limited:
    if not wants_limit:
        try:
            return Mounted(folder)
        except (OSError, subprocess.CalledProcessError):
            folder.rmdir()
            if os.environ.get("SPECSYNC_IN_NAMESPACE") is None and shutil.which("unshare"):
                # As root of a name space of one's own one may mount.
                command = ["unshare", "--user", "--map-root-user", "--mount"]
                if subprocess.run([*command, "mount", "-t", "tmpfs", "tmpfs", "/mnt"], capture_output=True).returncode == 0:
                    os.environ["SPECSYNC_IN_NAMESPACE"] = "1"
                    os.execvp(command[0], [*command, sys.executable, *sys.argv])
            print("Nothing can be mounted here, so the size of files is limited instead.")
    return Limited(folder)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", type=Path, help="the program to test (default: what make build leaves)")
    parser.add_argument("--night", type=int, default=12, help="which night's run meets it (default 12)")
    parser.add_argument("--limit", action="store_true", help="limit the size of files; mount nothing")
    options = parser.parse_args()
    program = program_from(options.program)
    base = Path(tempfile.mkdtemp(prefix="specsync-full-"))
    faults: list[str] = []
    failed = passed = 0
    small: Mounted | Limited | None = None
    try:
        small = disk(base / "disk", options.limit)
        with Mailbox() as box:
            start = prepared(base / "start", program, options.night, box)
            before = state.read(copy(start, base / "before"))
            whole = copy(start, base / "whole")
            whole.run(options.night, *RELEASE.get(options.night, []))
            after = state.read(whole)
            wanted = after.outcome()
            for room in ROOMS:
                workspace = copy(start, small.folder / "workspace")
                outcome = small.run(workspace, options.night, room)
                end, wrong = judge(state.read(workspace), before, after)
                if outcome.exit in (0, 1):
                    passed += 1
                    if end != "after":
                        wrong.append(
                            f"it ended with {outcome.exit}, as if all were well, but all is as {end} the run; "
                            f"it said: {outcome.err.strip()[-300:]!r}")
                else:
                    failed += 1
                    if outcome.exit != 2:
                        wrong.append(f"it ended with {outcome.exit}, not 2: {outcome.err.strip()[-300:]}")
                    if not any(word in outcome.err.lower() for word in WORDS):
                        wrong.append(f"its message does not say that the disk is full: {outcome.err.strip()[-300:]!r}")
                    if end == "after":
                        wrong.append("it ended as failed, but the run is in the ledger")
                again = workspace.run(options.night, *RELEASE.get(options.night, []), minutes=5)
                final = state.read(workspace)
                wrong += final.faults
                if again.exit not in (0, 1):
                    wrong.append(f"with room again, the next run ends with {again.exit}: {again.err.strip()[-300:]}")
                reached = final.outcome()
                wrong += [
                    f"after the next run {name} is not as after an undisturbed run"
                    for name, value in wanted.items() if value != reached[name]]
                faults += [f"{room} KiB: {fault}" for fault in wrong]
    finally:
        if small is not None:
            small.close()
        shutil.rmtree(base, ignore_errors=True)
    if not failed:
        faults.append("no run met the limit: the test tested nothing")
    if not passed:
        faults.append("no run succeeded, not even with room")
    how = "a full disk" if isinstance(small, Mounted) else "a limit of files"
    print(f"{len(ROOMS)} runs with ever more room on {how}: {failed} failed, {passed} succeeded")
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
