"""What a workspace holds after a run, or after half of one: its ledger and its newest report, as values to compare."""

from __future__ import annotations

import csv
import hashlib
import json
import shutil
import sqlite3
from dataclasses import dataclass

from workspace import Workspace

# What sending adds to a mail that is already in the ledger: it comes after the run is written.
SENDING = {"state", "attempts", "answer", "sent"}
# What differs between a run at 02:30 and its repetition at 02:35.
TIMES = {"id", "run", "at", "change", "first_run", "last_run", "opened_run", "resolved_run", "message_id", "mismatch", "version"}

Tables = dict[str, list[dict[str, str]]]


@dataclass
class State:
    """A ledger and a newest report; `faults` says what is broken in itself."""

    tables: Tables
    history: str
    latest: str
    files: dict[str, str]
    faults: list[str]

    def is_ledger_of(self, other: State) -> bool:
        """Whether both ledgers say the same, but for what became of the mails."""
        return self.history == other.history and without(self.tables, {"mail": SENDING}) == without(
            other.tables, {"mail": SENDING})

    def is_report_of(self, other: State) -> bool:
        return self.latest == other.latest and self.files == other.files

    def outcome(self) -> dict[str, object]:
        """What must be the same at the end whether a run was disturbed or not: nothing of runs' names and times."""
        kept: dict[str, object] = {}
        # A second run on the same files finds them the same; that alone may be told more often.
        tables = {
            name: [row for row in rows if row.get("code") != "source-repeated"] for name, rows in self.tables.items()}
        for name in ("version", "meaning", "mapping", "decision", "mismatch", "change", "notice", "question"):
            rows = without({name: tables.get(name, [])}, {name: TIMES})[name]
            # Of a mismatch, a meaning, a mapping it counts whether it has ended, not in which run.
            end = "resolved_run" if name == "mismatch" else "last_run"
            ends = [bool(row.get(end)) for row in tables.get(name, [])]
            lines = sorted(json.dumps([row, end], ensure_ascii=False) for row, end in zip(rows, ends))
            # A notice is told by every run that sees its cause.
            kept[name] = sorted(set(lines)) if name == "notice" else lines
        for file in ("mapping.csv", "specs.csv"):
            kept[file] = self.files.get(file)
        return kept


def without(tables: Tables, columns: dict[str, set[str]]) -> Tables:
    return {
        name: [{key: value for key, value in row.items() if key not in columns.get(name, set())} for row in rows]
        for name, rows in tables.items()
    }


def read(workspace: Workspace) -> State:
    """Reads all of it, the ledger through the program and through SQLite itself."""
    faults: list[str] = []
    history = workspace.call("history", "--workspace", ".", "--format", "json")
    if history.exit:
        faults.append(f"history ends with {history.exit}: {history.err.strip()}")
    exported = workspace.folder / "exported"
    shutil.rmtree(exported, ignore_errors=True)
    export = workspace.call("export", "ledger", "--workspace", ".", "--out", "exported")
    if export.exit:
        faults.append(f"export ledger ends with {export.exit}: {export.err.strip()}")
    tables: Tables = {}
    for path in sorted(exported.glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            tables[path.stem] = list(csv.DictReader(file))
    shutil.rmtree(exported, ignore_errors=True)
    database = workspace.folder / "specsync.db"
    if not database.is_file():
        faults.append("specsync.db is not there")
    else:
        connection = sqlite3.connect(database)
        try:
            answer = connection.execute("PRAGMA integrity_check").fetchall()
            if answer != [("ok",)]:
                faults.append(f"PRAGMA integrity_check says {answer}")
            if connection.execute("PRAGMA foreign_key_check").fetchall():
                faults.append("PRAGMA foreign_key_check finds rows without their parents")
        except sqlite3.DatabaseError as error:
            faults.append(f"specsync.db cannot be read: {error}")
        finally:
            connection.close()
    latest, files = read_report(workspace, faults)
    return State(tables, history.out, latest, files, faults)


def read_report(workspace: Workspace, faults: list[str]) -> tuple[str, dict[str, str]]:
    """Where reports/latest points to and the digest of each file there; half a file is a fault."""
    link = workspace.latest
    if not link.is_symlink():
        return "", {}
    target = str(link.readlink())
    if not link.is_dir():
        faults.append(f"reports/latest points to {target}, which is not there")
        return target, {}
    files = {}
    for path in sorted(link.rglob("*")):
        if not path.is_file():
            continue
        data, name = path.read_bytes(), str(path.relative_to(link))
        files[name] = hashlib.sha256(data).hexdigest()
        if path.suffix == ".json":
            try:
                json.loads(data)
            except ValueError:
                faults.append(f"reports/{target}/{name} is half-written: it is no JSON")
        elif path.suffix == ".html" and not data.rstrip().endswith(b"</html>"):
            faults.append(f"reports/{target}/{name} is half-written: it does not end with </html>")
        elif path.suffix == ".csv" and not data.endswith(b"\n"):
            faults.append(f"reports/{target}/{name} is half-written: it does not end with a line's end")
    if "report.json" not in files:
        faults.append(f"reports/{target} has no report.json, which is written last")
    return target, files
