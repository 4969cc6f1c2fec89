#!/usr/bin/env python3
"""Measures the built program and its peers on the files of generate.py, and holds them against the bars.

    measure.py --styles 83334 --results FILE [--rounds 5]

Tools/bench prepares what this needs. All subjects run in turn, one round after the other, so that whatever else the
machine does falls on all of them alike; a figure is the median of the rounds. Bars of wall time take the rounds in
which other programs left the machine alone, or say that there were none. Every answer is judged by check.py. Exits with
1 only if one is wrong; a bar that is missed is said to be.
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
BENCH = ROOT / ".build" / "bench"
PROGRAM = ROOT / ".build" / "release" / "specsync"
PYTHON = BENCH / "venv" / "bin" / "python"

# The small files take no time, so they are read more often.
SMALL_RUNS = 5
# A run counts as undisturbed when other programs used less than this of a core beside it.
QUIET = 0.2
# The two subjects compared by the clock are run again, at most so often, until three runs of each were undisturbed.
FURTHER_ROUNDS = 10


@dataclass
class Sample:
    """One run; seconds, MiB, and how many cores other programs used meanwhile."""

    user: float
    system: float
    wall: float
    peak: float
    others: float
    stages: dict[str, tuple[float, float]] = field(default_factory=dict)


@dataclass
class Subject:
    """A command to measure, and what to judge its answer by."""

    name: str
    command: list[str]
    data: Path | None = None
    out: Path | None = None
    is_peer: bool = False
    one_core: bool = False
    repeats: int = 1
    environment: dict[str, str] = field(default_factory=dict)
    samples: list[Sample] = field(default_factory=list)
    verdicts: dict[str, tuple[bool, str]] = field(default_factory=dict)

    @property
    def quiet(self) -> list[Sample]:
        return [sample for sample in self.samples if sample.others < QUIET]

    def median(self, what: str, quiet: bool = False) -> float:
        return statistics.median(getattr(sample, what) for sample in (self.quiet if quiet else self.samples))

    def run(self) -> None:
        if self.out:
            shutil.rmtree(self.out, ignore_errors=True)
            self.out.mkdir(parents=True)
        told = BENCH / "told.txt"
        cores = os.sched_getaffinity(0)
        if self.one_core:
            os.sched_setaffinity(0, {min(cores)})
        busy, start = busy_time(), time.perf_counter()
        child = os.posix_spawnp(
            self.command[0],
            self.command,
            os.environ | self.environment,
            file_actions=[
                (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
                (os.POSIX_SPAWN_OPEN, 2, str(told), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644),
            ],
        )
        _, status, usage = os.wait4(child, 0)
        wall = time.perf_counter() - start
        others = max(0, busy_time() - busy - usage.ru_utime - usage.ru_stime) / wall
        os.sched_setaffinity(0, cores)
        message = told.read_text(encoding="utf-8", errors="replace")
        # SpecSync says by 1 that there are mismatches.
        if os.waitstatus_to_exitcode(status) not in ((0, 1) if self.out and not self.is_peer else (0,)):
            sys.exit(f"{self.name} failed:\n{message}")
        stages = {
            name: (int(wall) / 1000, int(cpu) / 1000)
            for name, wall, cpu in re.findall(r"^(\w+) +(\d+) ms +(\d+) ms CPU", message, re.MULTILINE)
        }
        self.samples.append(Sample(usage.ru_utime, usage.ru_stime, wall, usage.ru_maxrss / 1024, others, stages))

    def judge(self) -> None:
        """Judges the answer, unless the same bytes were judged before."""
        if not self.out or not self.data:
            return
        digest = hashlib.blake2b()
        for file in sorted(self.out.iterdir()):
            digest.update(file.name.encode())
            with open(file, "rb") as stream:
                while block := stream.read(1 << 20):
                    digest.update(block)
        key = digest.hexdigest()
        if key in self.verdicts:
            return
        command = [sys.executable, str(HERE / "check.py"), str(self.data), str(self.out)]
        checked = subprocess.run(command + ["--peer"] * self.is_peer, capture_output=True, text=True)
        verdict = checked.stdout.strip() or checked.stderr.strip()
        self.verdicts[key] = (checked.returncode == 0, verdict)

    @property
    def is_right(self) -> bool:
        one_answer = self.is_peer or len(self.verdicts) <= 1  # SpecSync's has the same bytes each time
        return one_answer and all(right for right, _ in self.verdicts.values())


def busy_time() -> float:
    """How long all cores together have worked since the machine started."""
    user, nice, system, _, _, *interrupts = map(int, Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:9])
    return (user + nice + system + sum(interrupts)) / os.sysconf("SC_CLK_TCK")


class Subjects:
    def __init__(self, styles: int) -> None:
        full, tenth, small = (BENCH / str(count) for count in (styles, styles // 10, 2))
        self.csv = specsync("SpecSync, CSV", full, "supplier.csv")
        self.one_core = specsync("SpecSync, CSV, one core", full, "supplier.csv", one_core=True)
        self.polars = peer("Polars", "polars", full, environment={"POLARS_MAX_THREADS": "1"})
        self.duckdb = peer("DuckDB", "duckdb", full, "1")
        files = [str(full / name) for name in ("supplier.csv", "shop.csv")]
        self.lines = Subject("wc -l, both CSV files", ["wc", "-l", *files])
        self.xml = specsync("SpecSync, own XML", full, "supplier.xml")
        self.null_xml = Subject("null SAX2, own XML", [str(BENCH / "null_sax"), str(full / "supplier.xml")])
        self.google = specsync("SpecSync, Google Merchant", full, "supplier-google.xml")
        self.null_google = Subject("null SAX2, Google", [str(BENCH / "null_sax"), str(full / "supplier-google.xml")])
        self.tenth = specsync("SpecSync, CSV, a tenth", tenth, "supplier.csv")
        self.small = specsync("SpecSync, CSV, 2 styles", small, "supplier.csv", repeats=SMALL_RUNS)
        self.left_out: list[str] = []
        for name, subject in list(vars(self).items()):
            if isinstance(subject, Subject) and subject.is_peer and not is_installed(name):
                self.left_out.append(subject.name)
        if len(os.sched_getaffinity(0)) < 2:
            self.left_out.append(self.one_core.name)

    def __iter__(self) -> Iterator[Subject]:
        for subject in vars(self).values():
            if isinstance(subject, Subject) and subject.name not in self.left_out:
                yield subject


def specsync(name: str, data: Path, supplier: str, one_core: bool = False, repeats: int = 1) -> Subject:
    out = data / "out" / re.sub(r"\W+", "-", name.lower())
    files = [str(data / supplier), str(data / "shop.csv"), "--lexicon", str(data / "words.csv"), "--out", str(out)]
    command = [str(PROGRAM), "diff", *files, "--timings"]
    return Subject(name, command, data, out, one_core=one_core, repeats=repeats)


def peer(name: str, module: str, data: Path, *arguments: str, environment: dict[str, str] | None = None) -> Subject:
    out = data / "out" / module
    command = [str(PYTHON), str(HERE / "peers" / f"{module}_job.py"), str(data), str(out), *arguments]
    return Subject(name, command, data, out, is_peer=True, environment=environment or {})


def is_installed(module: str) -> bool:
    return PYTHON.exists() and subprocess.run([PYTHON, "-c", f"import {module}"], capture_output=True).returncode == 0


def compare(subjects: Subjects) -> list[list[str]]:
    """A line for each bar."""
    s = subjects

    def ratio(text: str, what: str, one: Subject, other: Subject, bar: float, aim: float, unit: str) -> list[str]:
        if not one.samples or not other.samples:
            return [text, "not measured", f"≤ {bar:g}", f"≤ {aim:g}", ""]
        is_quiet = what == "wall" and bool(one.quiet and other.quiet)
        disturbed = what == "wall" and not is_quiet
        a, b = one.median(what, is_quiet), other.median(what, is_quiet)
        digits = 0 if unit == "MiB" else 2
        shown = f"{a / b:.3g} ({a:.{digits}f} {unit} / {b:.{digits}f} {unit})"
        return [text, shown, f"≤ {bar:.3g}", f"≤ {aim:.3g}", verdict(a / b, bar, aim, disturbed)]

    small = s.small.median("wall", bool(s.small.quiet)) * 1000
    small_verdict = verdict(small, 35, 20, not s.small.quiet)
    return [
        ratio("CSV, user CPU, to Polars", "user", s.csv, s.polars, 1 / 3, 1 / 4, "s"),
        ratio("CSV, user CPU, to DuckDB", "user", s.csv, s.duckdb, 1 / 4, 1 / 5, "s"),
        ratio("CSV, peak memory, to Polars", "peak", s.csv, s.polars, 1 / 4, 1 / 6, "MiB"),
        ratio("own XML, user CPU, to null SAX2", "user", s.xml, s.null_xml, 2.5, 2, "s"),
        ratio("Google Merchant, user CPU, to null SAX2", "user", s.google, s.null_google, 2, 1.5, "s"),
        ratio("CSV, wall time, two threads to one", "wall", s.csv, s.one_core, 0.9, 0.8, "s"),
        ratio("ten times the variants, user CPU", "user", s.csv, s.tenth, 13, 11, "s"),
        ratio("ten times the variants, peak memory", "peak", s.csv, s.tenth, 10, 7, "MiB"),
        ["two files of about 20 rows, wall time", f"{small:.0f} ms", "≤ 35 ms", "≤ 20 ms", small_verdict],
    ]


def verdict(value: float, bar: float, aim: float, disturbed: bool) -> str:
    told = "aim reached" if value <= aim else "bar held" if value <= bar else "**missed**"
    return told + (", disturbed" if disturbed else "")


def figures(subjects: Subjects) -> list[list[str]]:
    """A line for each subject: medians, and of user CPU the range."""
    lines = []
    for subject in subjects:
        users = [sample.user for sample in subject.samples]
        right = "" if not subject.verdicts else "right" if subject.is_right else "**WRONG**"
        lines.append(
            [subject.name, f"{statistics.median(users):.2f}", f"{min(users):.2f} to {max(users):.2f}"]
            + [f"{subject.median(what):.2f}" for what in ("system", "wall")]
            + [f"{subject.median('peak'):.0f}", right]
        )
    return lines


def stages(subjects: Subjects) -> list[list[str]]:
    """A line for each stage of the run, for the three formats."""
    lines = []
    for stage in subjects.csv.samples[0].stages:
        line = [stage]
        for subject in (subjects.csv, subjects.xml, subjects.google):
            times = [sample.stages[stage] for sample in subject.samples]
            line += [f"{statistics.median(time[place] for time in times):.2f}" for place in (0, 1)]
        lines.append(line)
    return lines


def table(header: list[str], lines: list[list[str]]) -> str:
    rule = ["---"] + ["---:" if any(c.isdigit() for c in lines[0][i]) else "---" for i in range(1, len(header))]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in [header, rule, *lines]) + "\n"


def disturbance(subjects: Subjects) -> list[str]:
    """A warning where there was no round in which the machine was left alone: then wall times say little."""
    if subjects.csv.quiet and (subjects.one_core.quiet or not subjects.one_core.samples):
        return []
    others = subjects.csv.median("others")
    return [f"- **Wall times say little: beside SpecSync, other programs used {others:.1f} cores.**"]


def machine() -> str:
    model = re.search(r"model name\s*: (.+)", Path("/proc/cpuinfo").read_text())
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30
    name = model.group(1) if model else "unknown processor"
    return f"{len(os.sched_getaffinity(0))} cores of {name}, {memory:.0f} GiB"


def versions() -> str:
    def said(*command: str) -> str:
        return subprocess.run(command, capture_output=True, text=True, cwd=ROOT).stdout.strip()

    commit = said("git", "rev-parse", "--short", "HEAD") or "unknown commit"
    changed = " with changes" if said("git", "status", "--porcelain", "Sources", "Package.swift") else ""
    peers = ", ".join(
        f"{name} {version}"
        for name, module in (("Polars", "polars"), ("DuckDB", "duckdb"))
        if PYTHON.exists() and (version := said(str(PYTHON), "-c", f"import {module}; print({module}.__version__)"))
    )
    libxml2 = said("pkg-config", "--modversion", "libxml-2.0")
    return f"SpecSync {said(str(PROGRAM), '--version')} ({commit}{changed}); {peers or 'no peers'}; libxml2 {libxml2}"


def count_rows(file: Path) -> int:
    with open(file, "rb") as stream:
        return sum(1 for _ in stream) - 1


def results(subjects: Subjects, styles: int, rounds: int, load: float) -> str:
    full, tenth, small = (BENCH / str(count) for count in (styles, styles // 10, 2))
    rows = [f"{count_rows(folder / 'supplier.csv'):,}" for folder in (full, tenth, small)]
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    stage_header = ["stage", "CSV, wall", "CPU", "own XML, wall", "CPU", "Google, wall", "CPU"]
    return "\n".join(
        [
            "# Results",
            "",
            f"Written by `make bench` on {datetime.date.today()}: {rows[0]} variants of the supplier's, medians of",
            f"{rounds} rounds of all subjects in turn. A tenth is {rows[1]} variants, 2 styles are {rows[2]}.",
            "",
            f"- Machine: {machine()}; load before the first round {load:.1f}.",
            f"- Programs: {versions()}.",
            "- Peers use one thread. SpecSync reads its two files with two, and its CPU time is that of both.",
            *disturbance(subjects),
            "",
            "## Against the bars",
            "",
            table(["measure", "measured", "bar", "aim", ""], compare(subjects)),
            "## Figures",
            "",
            "Seconds and MiB. The files of SpecSync are the supplier's in the format named, and the shop's CSV; null",
            "SAX2 reads the supplier's alone, and `wc -l` only touches each byte.",
            f"No peak is told below that of the measuring process, {own:.0f} MiB.",
            "",
            table(["subject", "user CPU", "range", "system CPU", "wall", "peak", "answer"], figures(subjects)),
            "## Stages",
            "",
            "Seconds, as told by `--timings`; CPU is user and system together.",
            "",
            table(stage_header, stages(subjects)),
        ]
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--styles", type=int, required=True)
    parser.add_argument("--results", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()

    load = os.getloadavg()[0]
    subjects = Subjects(arguments.styles)
    for name in subjects.left_out:
        print(f"{name} is left out", file=sys.stderr)
    for number in range(arguments.rounds):
        for subject in subjects:
            print(f"\rround {number + 1} of {arguments.rounds}: {subject.name:30}", end="", file=sys.stderr, flush=True)
            for _ in range(subject.repeats):
                subject.run()
            subject.judge()
    by_clock = [subject for subject in (subjects.csv, subjects.one_core) if subject.samples]
    for _ in range(FURTHER_ROUNDS):
        if all(len(subject.quiet) >= 3 for subject in by_clock):
            break
        for subject in by_clock:
            print(f"\rwaiting for a quiet round: {subject.name:30}", end="", file=sys.stderr, flush=True)
            subject.run()
            subject.judge()
    print("\r" + " " * 60 + "\r", end="", file=sys.stderr)

    text = results(subjects, arguments.styles, arguments.rounds, load)
    arguments.results.write_text(text, encoding="utf-8")
    print(text)
    print(f"Written to {os.path.relpath(arguments.results)}.")
    wrong = [subject for subject in subjects if not subject.is_right]
    for subject in wrong:
        print(f"WRONG ANSWER of {subject.name}:", *(text for _, text in subject.verdicts.values()), sep="\n  ")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
