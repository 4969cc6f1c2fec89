"""Holds what the program wrote for one night against what is right on it.

Every difference is a sentence that says what was expected, what came, and in which file to look.
"""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass, field
from email.message import EmailMessage
from pathlib import Path

from mailbox import Mail
from script import Night, Told
from workspace import AT_A, AT_B, OPERATOR, Outcome, Workspace
from world import A, B, PLATFORM, SHOP, World, moment

# What must lie in the folder of every run.
FILES = ["report.html", "mismatches.csv", "mapping.csv", "specs.csv", "changes.csv", "sources.csv", "report.json"]
CHANGE_COLUMNS = "source,kind,at,dated_by,style,title,sku,spec,before,after,line"
MISMATCH_COLUMNS = (
    "code,severity,supplier,supplier_style,supplier_sku,supplier_spec,supplier_line,shop_style,shop_sku,shop_spec,"
    "shop_line,field,supplier_value,shop_value,who,action,first_seen,evidence"
)

# What a supplier must be asked about.
ASKED_BY_MAIL = {"source-shrunk", "source-late", "format-drift", "source-volatile", "source-renumbered", "source-unread"}


@dataclass
class Verdict:
    """What the comparison of one night gave."""

    night: int
    expected: int = 0
    found: int = 0
    missing: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)
    other: list[str] = field(default_factory=list)
    mails: int = 0
    # Suppliers that were written to.
    asked: set[str] = field(default_factory=set)

    @property
    def faults(self) -> list[str]:
        return self.missing + self.false + self.other


class Check:
    """Compares one night after the other; it remembers what was seen first when, and which mails were there."""

    def __init__(self, workspace: Workspace, world: World):
        self.workspace, self.world = workspace, world
        self.first_seen: dict[Told, str] = {}
        self.resolved: set[Told] = set()
        # What guards said on earlier nights and do not say tonight.
        self.guarded: set[Told] = set()
        # The night on which each Message-ID came.
        self.mails: dict[str, int] = {}
        self.ids: dict[Told, str] = {}
        # The supplier's code that each row of the shop bore when it was listed.
        self.codes: dict[str, str] = {}
        self.earlier_changes: set[tuple[str, str, str]] = set()

    def night(self, night: Night, outcome: Outcome, mails: list[Mail]) -> Verdict:
        verdict = Verdict(night.number)
        for row in self.world.rows:
            self.codes.setdefault(row.sku, row.code)
        if outcome.exit != night.exit:
            verdict.other.append(
                f"the exit code is {outcome.exit}, not {night.exit}; it said: {last_line(outcome.err or outcome.out)}")
        if len(outcome.out.splitlines()) != 1:
            verdict.other.append(f"standard output has {len(outcome.out.splitlines())} lines, not one: {outcome.out!r}")
        folder = self._folder(night, verdict)
        if folder is None:
            verdict.missing.append("there is no report of this night")
            return verdict
        report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
        self._head(night, report, verdict)
        self._notices(night, report, verdict)
        self._findings(night, report, verdict)
        self._mismatches(night, folder, verdict)
        self._changes(night, folder, verdict)
        self._mapping(night, folder, verdict)
        self._delays(night, folder, verdict)
        self._messages(night, folder, verdict)
        self._mails(night, mails, verdict)
        return verdict

    # Folders and heads

    def _folder(self, night: Night, verdict: Verdict) -> Path | None:
        latest = self.workspace.latest
        if not latest.is_symlink() or not latest.exists():
            return None
        folder = latest.resolve()
        day = moment(night.number)[:10]
        if not folder.name.startswith(day):
            verdict.other.append(f"reports/latest points to {folder.name}, not to the run of {day}")
            return None
        for name in FILES:
            if not (folder / name).is_file():
                verdict.other.append(f"reports/{folder.name}/{name} is not there")
        return folder if all((folder / name).is_file() for name in FILES) else None

    @staticmethod
    def _head(night: Night, report: dict, verdict: Verdict) -> None:
        if report.get("schema") != "specsync-run/1":
            verdict.other.append(f"report.json says the schema {report.get('schema')!r}, not 'specsync-run/1'")
        if not str(report.get("at", "")).startswith(moment(night.number)):
            verdict.other.append(f"report.json says it is of {report.get('at')!r}, not of {moment(night.number)}")

    # What guards say

    @staticmethod
    def _notices(night: Night, report: dict, verdict: Verdict) -> None:
        expected = {(source, code, held) for source, (code, held) in night.notices.items()}
        found = {(n["source"], n["code"], n["held"]) for n in report["notices"]}
        verdict.expected += len(expected)
        verdict.found += len(expected & found)
        for source, code, held in sorted(expected - found):
            said = [f"{c}, held: {h}" for s, c, h in sorted(found) if s == source] or ["nothing"]
            verdict.missing.append(
                f"notice {code} of {source} (held: {held}): report.json says of it: {'; '.join(said)}")
        for source, code, held in sorted(found - expected - {(s, *notice) for s, notice in night.tolerated_notices}):
            text = next(n.get("message") for n in report["notices"] if (n["source"], n["code"]) == (source, code))
            verdict.false.append(f"notice {code} of {source} (held: {held}): {text}")

    # Findings

    def _findings(self, night: Night, report: dict, verdict: Verdict) -> None:
        found: dict[Told, str] = {}
        for one in report["findings"]:
            told = self._told(one)
            if told in found:
                verdict.false.append(f"finding {told} stands in report.json twice ({found[told]}, {one['state']})")
            found[told] = one["state"]
            self.ids[told] = str(one["id"])
            seen = one["first_seen"][:10]
            expected = self.first_seen.setdefault(told, seen if told not in night.new else moment(night.number)[:10])
            if seen != expected:
                verdict.other.append(f"finding {told} was first seen on {expected}, report.json says {seen}")
        expected = {
            "new": night.new, "back": night.back, "open": night.open, "acknowledged": night.acknowledged,
            "resolved": night.resolved}
        for state, told in ((state, one) for state, all in expected.items() for one in sorted(all, key=str)):
            counts = state in ("new", "back", "resolved")
            verdict.expected += counts
            if found.get(told) == state:
                verdict.found += counts
            else:
                verdict.missing.append(f"finding {told} is {state} tonight; report.json says: {found.get(told, 'nothing')}")
        self.resolved |= night.resolved
        tonight = {Told(code, source, "") for source, (code, _) in [*night.notices.items(), *night.tolerated_notices]}
        self.guarded -= tonight
        known = set().union(*expected.values(), night.either)
        for told, state in sorted(found.items(), key=lambda item: str(item[0])):
            # What was resolved is told until somebody was told of it; that a guard's word is over may be told, too.
            if told in known or (state == "resolved" and (told in self.resolved or told in self.guarded)):
                continue
            verdict.false.append(f"finding {told} is {state} in report.json, and nothing of the kind happened")
        self.guarded |= tonight
        for told in night.either:
            if found.get(told) not in ("open", "new", "back", "acknowledged"):
                verdict.missing.append(f"finding {told} is open tonight; report.json says: {found.get(told, 'nothing')}")

    def _told(self, one: dict) -> Told:
        """Which finding of the script an entry is. What is gone at the supplier is named by the shop's row alone."""
        return Told(one["code"], one["source"], self._about(one))

    def _about(self, one: dict) -> str:
        if one["code"].startswith("style-"):
            return one.get("supplier_style") or self._style(one.get("shop_style", ""))
        if one.get("supplier_sku"):
            return one["supplier_sku"]
        return self.codes.get(one.get("shop_sku", ""), one.get("shop_sku", ""))

    @staticmethod
    def _style(code: str) -> str:
        """The supplier's style of a 商品ID: `37100565` is 1005 of `A`."""
        if code.startswith("37") and code[-2:] in ("65", "66"):
            return chr(int(code[-2:])) + code[2:-2]
        return code

    # The tables

    def _mismatches(self, night: Night, folder: Path, verdict: Verdict) -> None:
        header, rows = table(folder / "mismatches.csv")
        if header != MISMATCH_COLUMNS:
            verdict.other.append(f"mismatches.csv has the columns {header}")
        now = night.new | night.back | night.open | night.acknowledged | night.either
        expected = {(told.code, told.about) for told in now}
        expected |= {("style-not-listed", style) for style in night.unlisted}
        # What guards say is looked at in report.json, and must be the same here.
        said = {(row["supplier"], row["code"]) for row in rows if row["field"] == "source"}
        rows = [row for row in rows if row["field"] != "source"]
        verdict.missing += [
            f"mismatches.csv has no {code} of {source}"
            for source, (code, _) in sorted(night.notices.items()) if (source, code) not in said]
        found = {(row["code"], self._about(row)) for row in rows}
        for code, about in sorted(expected - found):
            verdict.missing.append(f"mismatches.csv has no {code} of {about}")
        for code, about in sorted(found - expected):
            verdict.false.append(f"mismatches.csv has {code} of {about}, which is not so")
        for row in rows:
            first = next((at for told, at in self.first_seen.items() if told.code == row["code"]
                          and told.about == self._about(row)), None)
            if first and row["first_seen"][:10] != first:
                verdict.other.append(
                    f"mismatches.csv says {row['code']} of {self._about(row)} was first seen {row['first_seen']!r}, not {first}")

    def _changes(self, night: Night, folder: Path, verdict: Verdict) -> None:
        header, rows = table(folder / "changes.csv")
        if header != CHANGE_COLUMNS:
            verdict.other.append(f"changes.csv has the columns {header}")
        today = moment(night.number)[:10]
        found: set[tuple[str, str, str]] = set()
        for row in rows:
            about = row["title"] if row["kind"].startswith("style-") else row["sku"]
            change = (row["source"], row["kind"], about)
            if row["at"][:10] != today:
                # It was not told yet, as nothing was told since.
                if change not in self.earlier_changes:
                    verdict.false.append(f"change {' '.join(change)} of {row['at']} never happened")
                continue
            if change in found:
                verdict.false.append(f"change {' '.join(change)} stands in changes.csv twice")
            found.add(change)
        loud = {change for change in night.changes if change in night.changes_told}
        verdict.expected += len(loud)
        verdict.found += len(loud & found)
        for change in sorted(night.changes - found):
            verdict.missing.append(f"change {' '.join(change)}: changes.csv does not have it under {today}")
        for change in sorted(found - night.changes - night.tolerated):
            verdict.false.append(f"change {' '.join(change)} in changes.csv: nothing of the kind happened")
        self.earlier_changes |= night.changes | night.tolerated

    def _mapping(self, night: Night, folder: Path, verdict: Verdict) -> None:
        _, rows = table(folder / "mapping.csv")
        accepted = {row["supplier_sku"] for row in rows if row["decision"] in ("auto", "confirmed")}
        for code in sorted(night.frozen & accepted):
            verdict.other.append(f"mapping.csv accepts {code}, which means something else now: it must be frozen")
        lost = night.paired - accepted
        if lost:
            verdict.other.append(
                f"mapping.csv accepts no pair for {len(lost)} codes that supplier and shop both have: "
                + ", ".join(sorted(lost)[:4]))

    @staticmethod
    def _delays(night: Night, folder: Path, verdict: Verdict) -> None:
        if night.delays is None:
            return
        text = (folder / "sources.csv").read_text(encoding="utf-8-sig")
        rows = list(csv.reader(text.splitlines()))
        for source in (PLATFORM, SHOP):
            row = next((row for row in rows if source in row), None)
            if row is None:
                verdict.other.append(f"sources.csv has no row of {source}")
                continue
            # Of a change of this very day nobody is late yet.
            is_fresh = night.delays.get(source) == night.number and "今天起" in row[-1]
            says = is_fresh or any("有延迟" in cell for cell in row)
            if says != (source in night.delays):
                verdict.other.append(
                    f"sources.csv should {'' if source in night.delays else 'not '}say 有延迟 of {source}; it says: {','.join(row)}")
            elif says and not is_fresh and f"最久 {night.number - night.delays[source]} 天" not in row[-1]:
                verdict.other.append(
                    f"{source} is behind for {night.number - night.delays[source]} days; sources.csv says: {row[-1]}")
        specs = (folder / "specs.csv").read_text(encoding="utf-8-sig")
        for word in ("藏青", "深蓝"):
            if (word in specs) != bool(night.delays):
                verdict.other.append(
                    f"specs.csv should {'' if night.delays else 'not '}show {word}, which legs {'do not ' if night.delays else ''}agree on")

    @staticmethod
    def _messages(night: Night, folder: Path, verdict: Verdict) -> None:
        """Of whom a guard says something new, a message asks."""
        for source in night.asked:
            path = folder / "messages" / f"{source}.txt"
            code = night.notices.get(source, ("",))[0]
            if code in ASKED_BY_MAIL and (not path.is_file() or not path.read_text(encoding="utf-8").strip()):
                verdict.other.append(f"messages/{source}.txt does not ask about {code}")

    # Mails

    def _mails(self, night: Night, mails: list[Mail], verdict: Verdict) -> None:
        verdict.mails = len(mails)
        to_operators = 0
        for mail in mails:
            name = f"mail {mail.id}"
            if mail.id in self.mails:
                verdict.other.append(f"{name} came before: on night {self.mails[mail.id]}")
            self.mails[mail.id] = night.number
            named = [address.addr_spec for header in mail.message.get_all("To", []) for address in header.addresses]
            if named != mail.recipients:
                verdict.other.append(f"{name} says it is to {named}, and went to {mail.recipients}")
            if mail.recipients == [OPERATOR]:
                to_operators += 1
                self._operators_mail(name, mail.message, verdict)
            elif mail.recipients == [AT_A] or mail.recipients == [AT_B]:
                source = A if mail.recipients == [AT_A] else B
                verdict.asked.add(source)
                if source not in night.asked:
                    verdict.false.append(f"{name} to {source}, who has nothing new to answer: {text_of(mail.message)[:300]!r}")
                elif not text_of(mail.message).strip():
                    verdict.other.append(f"{name} to {source} is empty")
            else:
                verdict.false.append(f"{name} to {', '.join(mail.recipients)}")
        for source in night.asked - verdict.asked:
            if night.notices.get(source, ("",))[0] in ASKED_BY_MAIL:
                verdict.missing.append(f"{source} is not asked by mail about {night.notices[source][0]}")
        if night.mail is True and to_operators == 0:
            verdict.missing.append("the operators got no mail tonight")
        if night.mail is False and to_operators:
            verdict.false.append("mail to the operators on a night on which nothing happened")
        if to_operators > 1:
            verdict.false.append(f"{to_operators} mails to the operators on one day")

    @staticmethod
    def _operators_mail(name: str, mail: EmailMessage, verdict: Verdict) -> None:
        attached = {part.get_filename() for part in mail.iter_attachments()}
        for wanted in ("report.html", "mismatches.csv"):
            if wanted not in attached:
                verdict.other.append(f"{name} has no attachment {wanted}: {attached}")
        body = mail.get_body(("html",))
        if body is None or "<html" not in body.get_content():
            verdict.other.append(f"{name} has no HTML body")
        if not mail["Subject"] or not mail["Date"]:
            verdict.other.append(f"{name} has no subject or no date")


def text_of(mail: EmailMessage) -> str:
    body = mail.get_body(("plain",))
    return body.get_content() if body else ""


def table(path: Path) -> tuple[str, list[dict[str, str]]]:
    """A CSV of the program: its header as one line, and its rows."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        rows = [{key: unguarded(value or "") for key, value in row.items() if key} for row in reader]
        return ",".join(reader.fieldnames or []), rows


def unguarded(cell: str) -> str:
    """A cell without the ' that keeps Excel from taking it for a formula."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in "=+-@\t\r" and len(cell) > 1 else cell


def last_line(text: str) -> str:
    lines = text.strip().splitlines()
    return lines[-1] if lines else "nothing"
