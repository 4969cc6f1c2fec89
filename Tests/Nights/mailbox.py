"""A mail server on this machine, and what came in."""

from __future__ import annotations

import email
import email.policy
import re
import selectors
import subprocess
import sys
from pathlib import Path

SERVER = Path(__file__).resolve().parents[1] / "Servers" / "smtp_server.py"


class Mailbox:
    """Starts the tests' SMTP server; `with Mailbox(folder) as box: box.port`."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.port = 0

    def __enter__(self) -> Mailbox:
        self.folder.mkdir(parents=True, exist_ok=True)
        self.server = subprocess.Popen(
            [sys.executable, str(SERVER), "--mails", str(self.folder), "--security", "none"],
            stdout=subprocess.PIPE, text=True)
        waiting = selectors.DefaultSelector()
        waiting.register(self.server.stdout, selectors.EVENT_READ)
        if not waiting.select(timeout=20):
            self.__exit__()
            sys.exit(f"{SERVER} did not say its port within 20 s")
        said = self.server.stdout.readline()
        number = re.search(r"\d{4,5}", said)
        if number is None:
            self.__exit__()
            sys.exit(f"{SERVER} did not say its port, but: {said!r}")
        self.port = int(number.group())
        return self

    def __exit__(self, *_: object) -> None:
        self.server.terminate()
        self.server.wait()

    def message_ids(self) -> list[str]:
        """Of each mail that came, in no order; a mail that came twice is there twice."""
        found = []
        for path in self.folder.rglob("*"):
            if path.is_file():
                head = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
                if head["Message-ID"]:
                    found.append(head["Message-ID"])
        return found

    def empty(self) -> None:
        for path in self.folder.rglob("*"):
            if path.is_file():
                path.unlink()
