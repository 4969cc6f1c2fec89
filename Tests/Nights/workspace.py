"""A workspace on disk: its specsync.yaml, the feeds of a night, and the program run in it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from world import A, B, ORDERS, PLATFORM, SHOP, Feed, moment

OPERATOR, AT_A, AT_B = "ops@shop.example", "orders@a.example", "export@b.example"

SETTINGS = """\
shop: 三周小店
language: zh
sources:
  - name: <SHOP>
    role: shop
    feed: feeds/shop.csv
  - name: <A>
    role: supplier
    feed: feeds/a.csv
    complete: yes
    expected: {by: "02:00", on: [mon, tue, wed, thu, fri, sat]}
    contact: {name: 甲先生, wechat: jia-service, email: <AT_A>, language: zh}
    cooperation: 一件代发
  - name: <B>
    role: supplier
    feed: feeds/b.xml
    complete: yes
    expected: {by: "02:00", on: [mon, tue, wed, thu, fri, sat, sun]}
    contact: {name: Ms Yi, email: <AT_B>, language: en}
  - name: <PLATFORM>
    role: platform
    feed: feeds/platform.csv
    complete: yes
  - name: <ORDERS>
    role: orders
    feed: feeds/orders.csv
    complete: no
rules:
  price: floor
keep reports: <kept>
mail:
  server: 127.0.0.1:<port>
  security: none
  from: SpecSync <specsync@shop.example>
  to: [<OPERATOR>]
  suppliers too: yes
  when nothing changed: no
"""
WORDS = {
    "SHOP": SHOP, "A": A, "B": B, "PLATFORM": PLATFORM, "ORDERS": ORDERS, "AT_A": AT_A, "AT_B": AT_B,
    "OPERATOR": OPERATOR,
}


@dataclass
class Outcome:
    """What one call of the program gave."""

    exit: int
    out: str
    err: str
    seconds: float


class Workspace:
    """A folder with a shop in it."""

    def __init__(self, folder: Path, program: Path, port: int = 9, kept: int = 60):
        self.folder, self.program, self.port, self.kept = folder, program, port, kept

    def make(self) -> Workspace:
        (self.folder / "feeds").mkdir(parents=True)
        text = SETTINGS.replace("<port>", str(self.port)).replace("<kept>", str(self.kept))
        for name, word in WORDS.items():
            text = text.replace(f"<{name}>", word)
        (self.folder / "specsync.yaml").write_text(text, encoding="utf-8")
        return self

    def receive(self, feeds: dict[str, Feed], night: int) -> None:
        """Puts the files of a night where the sources write them, fifty minutes before the run."""
        for name, data, is_new in feeds.values():
            if is_new:
                path = self.folder / "feeds" / name
                path.write_bytes(data)
                written = time.mktime(datetime.fromisoformat(moment(night, -50)).timetuple())
                os.utime(path, (written, written))

    def call(self, *arguments: str) -> Outcome:
        began = time.monotonic()
        done = subprocess.run(
            [str(self.program), *arguments], cwd=self.folder, capture_output=True, text=True, timeout=600)
        return Outcome(done.returncode, done.stdout, done.stderr, time.monotonic() - began)

    def run(self, night: int, *further: str, minutes: int = 0) -> Outcome:
        return self.call(*self.run_arguments(night, *further, minutes=minutes))

    @staticmethod
    def run_arguments(night: int, *further: str, minutes: int = 0) -> list[str]:
        return ["run", "--workspace", ".", "--now", moment(night, minutes), *further]

    @property
    def latest(self) -> Path:
        return self.folder / "reports" / "latest"

    def report(self) -> dict:
        return json.loads((self.latest / "report.json").read_text(encoding="utf-8"))


def has_command(program: Path, command: str) -> bool:
    """Whether the program knows a command; of one that it does not know it shows its own help."""
    done = subprocess.run([str(program), command, "--help"], capture_output=True, text=True, timeout=60)
    return f"specsync {command}" in done.stdout


def program_from(argument: Path | None) -> Path:
    """The program to test: the argument, or what `make build` leaves; ends the script with what to do if there is none."""
    path = (argument or Path(__file__).resolve().parents[2] / ".build/release/specsync").resolve()
    if not path.is_file():
        sys.exit(f"There is no program at {path}: call “make build” first, or name it with --program.")
    if not has_command(path, "run"):
        sys.exit(f"{path} has no command “run”: call “make build” first, or name another one with --program.")
    return path
