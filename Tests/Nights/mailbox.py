"""A mail server on this machine that takes everything, within this process: as much SMTP as a plain delivery needs.

How the program gets on with a real server, with TLS, passwords and refusals, is tested elsewhere (Tests/Servers).
"""

from __future__ import annotations

import email
import email.policy
import socketserver
import threading
from dataclasses import dataclass
from email.message import EmailMessage


@dataclass
class Mail:
    """One mail as it came, and to whom."""

    data: bytes
    recipients: list[str]

    @property
    def message(self) -> EmailMessage:
        return email.message_from_bytes(self.data, policy=email.policy.default)

    @property
    def id(self) -> str:
        return str(self.message["Message-ID"])


class Mailbox:
    """Serves as long as the block runs: `with Mailbox() as box: box.port, box.mails`."""

    def __init__(self) -> None:
        self.mails: list[Mail] = []

    def __enter__(self) -> Mailbox:
        self.server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Session, bind_and_activate=True)
        self.server.daemon_threads = True
        self.server.box = self
        self.port: int = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()

    def take(self) -> list[Mail]:
        """What came since the last call."""
        mails, self.mails = self.mails, []
        return mails


class Session(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        try:
            self._answer("220 nights")
            recipients: list[str] = []
            while line := self.rfile.readline():
                command = line.decode("utf-8", "replace").strip()
                word = command[:4].upper()
                if word == "QUIT":
                    return self._answer("221 bye")
                if word == "EHLO":
                    self._answer("250-nights\r\n250-8BITMIME\r\n250 SMTPUTF8")
                elif word == "RCPT":
                    recipients.append(command[command.find("<") + 1 : command.rfind(">")])
                    self._answer("250 ok")
                elif word == "DATA":
                    self._answer("354 go on")
                    data = self._data()
                    if data is None:
                        return
                    self.server.box.mails.append(Mail(data, recipients))
                    recipients = []
                    self._answer("250 taken")
                else:
                    self._answer("250 ok")
        except OSError:
            # Who is killed does not say good-bye.
            pass

    def _data(self) -> bytes | None:
        """The mail as it was before SMTP doubled its leading dots; None if it broke off."""
        lines = []
        while line := self.rfile.readline():
            if line == b".\r\n":
                return b"".join(lines)
            lines.append(line[1:] if line.startswith(b".") else line)
        return None

    def _answer(self, text: str) -> None:
        self.wfile.write(text.encode() + b"\r\n")
