"""What a program that is always right would write for a night: something to try the checks of check.py on."""

from __future__ import annotations

import csv
import json
from email.message import EmailMessage
from pathlib import Path

from check import CHANGE_COLUMNS, FILES, MISMATCH_COLUMNS
from mailbox import Mail
from script import Night, Told, Truth
from workspace import AT_A, AT_B, OPERATOR, Outcome
from world import PLATFORM, SHOP, A, B, moment

AT = {A: AT_A, B: AT_B}


class Answer:
    """Writes the files of each night into a workspace."""

    def __init__(self, folder: Path, truth: Truth):
        self.folder, self.truth = folder, truth
        self.first: dict[Told, str] = {}
        self.skus: dict[Told, tuple[str, str]] = {}

    def write(self, night: Night) -> Outcome:
        run = moment(night.number).replace(":", "")
        folder = self.folder / "reports" / run
        (folder / "messages").mkdir(parents=True)
        latest = self.folder / "reports" / "latest"
        latest.unlink(missing_ok=True)
        latest.symlink_to(run)
        states = [("new", night.new), ("back", night.back), ("open", night.open), ("resolved", night.resolved),
                  ("acknowledged", night.acknowledged | night.either)]
        findings = [
            {"id": number, "state": state} | self._finding(night, told)
            for state, all_told in states for number, told in enumerate(sorted(all_told, key=str))]
        for name in FILES:
            (folder / name).write_text("", encoding="utf-8")
        (folder / "report.json").write_text(json.dumps({
            "schema": "specsync-run/1", "run": run, "at": moment(night.number) + ":00", "findings": findings,
            "notices": [
                {"source": source, "code": code, "held": held, "text": ""}
                for source, (code, held) in night.notices.items()],
        }), encoding="utf-8")
        self._tables(night, folder, findings)
        for source, (code, _) in night.notices.items():
            (folder / "messages" / f"{source}.txt").write_text(f"1. {code}\n", encoding="utf-8")
        self.mails = []
        if night.mail:
            self.mail(f"{run}-{OPERATOR}", OPERATOR)
        for source in night.asked:
            self.mail(f"{run}-{AT[source]}", AT[source])
        return Outcome(night.exit, "done\n", "", 0)

    def _finding(self, night: Night, told: Told) -> dict[str, str]:
        self.first.setdefault(told, moment(night.number)[:10])
        if told not in self.skus:
            row = next((row for row in self.truth.world.rows if told.about in (row.code, row.style)), None)
            row = row or next(row for row in self.truth.world.rows if row.code == "A1012-02-L")
            self.skus[told] = (row.sku, "37" + row.style[1:] + str(ord(row.style[0])))
        sku, style = self.skus[told]
        is_gone = told.code.endswith("withdrawn")
        return {
            "code": told.code, "source": told.source, "first_seen": self.first[told],
            "supplier_sku": "" if is_gone else told.about, "supplier_style": "",
            "shop_sku": "" if told.code.startswith("style") else sku, "shop_style": style}

    def _tables(self, night: Night, folder: Path, findings: list[dict]) -> None:
        today = moment(night.number)[:10]
        rows = [one for one in findings if one["state"] != "resolved"]
        rows += [
            {"code": code, "supplier": source, "field": "source"} for source, (code, _) in night.notices.items()]
        rows += [{"code": "style-not-listed", "supplier_style": style, "first_seen": today} for style in night.unlisted]
        table(folder / "mismatches.csv", MISMATCH_COLUMNS, rows)
        table(folder / "changes.csv", CHANGE_COLUMNS, [
            {"source": source, "kind": kind, "at": today, "title": about if kind.startswith("style-") else "", "sku": about}
            for source, kind, about in sorted(night.changes)])
        table(folder / "mapping.csv", "supplier_sku,decision", [
            {"supplier_sku": code, "decision": "auto"} for code in sorted(night.paired)])
        delays = night.delays or {}
        table(folder / "sources.csv", "名称,备注", [
            {"名称": source, "备注": f"有延迟：4 个规格，最久 {night.number - delays[source]} 天" if source in delays else ""}
            for source in (A, B, PLATFORM, SHOP)])
        table(folder / "specs.csv", "货源规格,店铺规格", [{"货源规格": "深蓝/S", "店铺规格": "藏青/S"}] if delays else [])

    def mail(self, name: str, to: str) -> None:
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = "specsync@shop.example", to, "今晚"
        mail["Date"], mail["Message-ID"] = "Tue, 03 Nov 2026 02:30:00 +0000", f"<{name}@shop.example>"
        mail.set_content("1. 请确认")
        if to == OPERATOR:
            mail.add_alternative("<html></html>", subtype="html")
            for attached in ("report.html", "mismatches.csv"):
                mail.add_attachment(b"x", maintype="text", subtype="plain", filename=attached)
        self.mails.append(Mail(bytes(mail), [to]))


def table(path: Path, columns: str, rows: list[dict]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, columns.split(","), restval="", extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)


# Ways of being wrong: the night, what is done to the right answer of it, and a word of what must be said of it.
def replace(name: str, old: str, new: str):
    def change(answer: Answer, folder: Path) -> None:
        path = folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{name} has no {old}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return change


def append(name: str, line: str):
    def change(answer: Answer, folder: Path) -> None:
        with (folder / name).open("a", encoding="utf-8") as file:
            file.write(line + "\r\n")
    return change


def remove(name: str):
    return lambda answer, folder: (folder / name).unlink()


def posts(to: str):
    return lambda answer, folder: answer.mail("further", to)


WRONG = [
    ("a finding is not told", 4, replace("report.json", "variant-withdrawn", "stock-low"), "is new tonight"),
    ("a finding too many", 4, replace("report.json", "A1020-01-M", "A1021-01-M"), "nothing of the kind happened"),
    ("new once more", 5, replace("report.json", '"acknowledged"', '"new"'), "is acknowledged tonight"),
    ("new, though it comes back", 12, replace("report.json", '"back"', '"new"'), "is back tonight"),
    ("resolved too early", 5, replace("report.json", '"open"', '"resolved"'), "is open tonight"),
    ("not resolved", 6, replace("report.json", '"resolved"', '"open"'), "is resolved tonight"),
    ("another first day", 5, replace("report.json", "2026-11-05", "2026-11-04"), "was first seen"),
    ("a guard is silent", 8, replace("report.json", "source-shrunk", "source-late"), "notice source-shrunk"),
    ("a guard does not hold", 8, replace("report.json", '"held": true', '"held": false'), "notice source-shrunk"),
    ("a change is not told", 3, replace("changes.csv", "A1003-01-M,", "A1003-02-M,"), "does not have it"),
    ("a change of another kind", 9, replace("changes.csv", "meaning-changed", "spec-renamed"), "does not have it"),
    ("a withdrawal out of half a file", 8, append("changes.csv", "货源甲,spec-removed,2026-11-09,,,,A1030-01-M,,,,"),
     "nothing of the kind"),
    ("a mismatch too many", 2, append("mismatches.csv", "stock-differs,major,,,A1001-01-S,,,,,,,,,,,,,"), "which is not so"),
    ("a reused code is accepted", 9, append("mapping.csv", "B1002-01-M,auto"), "must be frozen"),
    ("a pair is lost", 8, replace("mapping.csv", "A1001-01-S,auto", "A1001-01-S,none"), "accepts no pair"),
    ("a delay is not told", 3, replace("sources.csv", "代发平台,有延迟", "代发平台,"), "有延迟"),
    ("a delay is too short", 5, replace("sources.csv", "最久 2 天", "最久 0 天"), "is behind for 2 days"),
    ("a delay is told for ever", 8, replace("sources.csv", "店铺,", "店铺,有延迟"), "有延迟"),
    ("a file is not there", 2, remove("specs.csv"), "is not there"),
    ("mail on a quiet night", 2, posts(OPERATOR), "on which nothing happened"),
    ("two mails on one day", 4, posts(OPERATOR), "on one day"),
    ("a supplier is bothered", 2, posts(AT_A), "nothing new to answer"),
    ("no mail", 4, lambda answer, folder: answer.mails.clear(), "got no mail"),
    ("a supplier is not asked", 8, lambda answer, folder: answer.mails.pop(), "is not asked"),
    ("the mail of another night", 5, lambda answer, folder: answer.mail("2026-11-05T0230-ops@shop.example", OPERATOR), "came before"),
    ("mail to a stranger", 4, posts("someone@else.example"), "someone@else.example"),
]
