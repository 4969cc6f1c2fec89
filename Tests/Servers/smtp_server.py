#!/usr/bin/env python3
"""A mail server on loopback that keeps what it is given, and can be told to misbehave.

Prints its port when it is ready, and ends when its stdin closes. Needs aiosmtpd. Of each mail that it accepts it writes
into the folder of mails:

    0001.eml         the bytes as they came
    0001.json        the envelope, and what Python's email package reads: headers, parts, defects; written last
    0001.parts/1     the content of each part that holds no others, decoded

--fail WHEN, which may be given several times:

    recipient=ADDRESS     550 to this recipient          recipient-later=ADDRESS   451 to this recipient
    sender                550 to MAIL FROM               sender-later              451 to MAIL FROM
    data                  554 to the mail                data-later                451 to the mail
    lost-answer           keeps the mail, then drops the connection in place of an answer
    silent                keeps the mail, then says nothing any more
    drop-before-data      drops the connection in place of the answer to DATA
    drop-in-data          drops the connection within the mail
    slow-quit             does not answer QUIT

--times N: only the first N mails (or tries of one) meet with it.
"""

import argparse
import asyncio
import email
import email.policy
import hashlib
import json
import logging
import os
import ssl
import warnings

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

from serving import end_with_stdin, ready


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mails", required=True, metavar="FOLDER")
    parser.add_argument("--certificate", metavar="FILE")
    parser.add_argument("--key", metavar="FILE")
    parser.add_argument("--security", choices=["starttls", "tls", "none"], default="starttls")
    parser.add_argument("--no-starttls", action="store_true", help="do not offer what --security starttls promises")
    parser.add_argument("--user")
    parser.add_argument("--password")
    parser.add_argument("--fail", action="append", default=[], metavar="WHEN")
    parser.add_argument("--times", type=int, default=1_000_000)
    options = parser.parse_args()
    # It warns of servers that ask for a password in clear, which is what is tried here.
    logging.disable()
    warnings.simplefilter("ignore")
    asyncio.run(serve(options))


async def serve(options):
    context = None
    if options.certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(options.certificate, options.key)
    offers_starttls = options.security == "starttls" and not options.no_starttls
    handler = Handler(options)

    def protocol():
        return Server(
            handler,
            hostname="localhost",
            enable_SMTPUTF8=True,
            tls_context=context if offers_starttls else None,
            require_starttls=offers_starttls,
            authenticator=handler.authenticate if options.user else None,
            auth_required=bool(options.user),
            auth_require_tls=options.security == "starttls" and not options.no_starttls,
            data_size_limit=100_000_000,
            timeout=600,
        )

    server = await asyncio.get_running_loop().create_server(
        protocol, "127.0.0.1", 0, ssl=context if options.security == "tls" else None
    )
    end_with_stdin()
    ready(server.sockets[0].getsockname()[1])
    await server.serve_forever()


class Server(SMTP):
    """aiosmtpd's own, but for the answers that no handler can hold back."""

    async def smtp_DATA(self, arg):
        if self.event_handler.fails("drop-before-data"):
            self.transport.abort()
            return
        if self.event_handler.fails("drop-in-data"):
            await self.push("354 go on")
            await self._reader.readexactly(50_000)
            self.transport.abort()
            return
        await super().smtp_DATA(arg)

    async def smtp_QUIT(self, arg):
        if self.event_handler.fails("slow-quit"):
            await asyncio.sleep(3600)
        await super().smtp_QUIT(arg)

    async def push(self, status):
        # A handler that returns None has lost the answer.
        if status is not None:
            await super().push(status)


class Handler:
    def __init__(self, options):
        self.options = options
        self.left = options.times
        self.count = 0
        os.makedirs(options.mails, exist_ok=True)

    def fails(self, when):
        if when not in self.options.fail or self.left <= 0:
            return False
        self.left -= 1
        return True

    def authenticate(self, server, session, envelope, mechanism, data):
        wanted = LoginPassword(self.options.user.encode(), (self.options.password or "").encode())
        is_right = isinstance(data, LoginPassword) and data == wanted
        return AuthResult(success=is_right, handled=False, auth_data=data.login.decode() if is_right else None)

    async def handle_MAIL(self, server, session, envelope, address, options):
        if self.fails("sender"):
            return "550 5.7.1 we take nothing from you"
        if self.fails("sender-later"):
            return "451 4.7.1 come back later"
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.fails(f"recipient={address}"):
            return "550 5.1.1 nobody of that name"
        if self.fails(f"recipient-later={address}"):
            return "451 4.7.1 greylisted, come back later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.fails("data"):
            return "554 5.7.1 this looks like spam"
        if self.fails("data-later"):
            return "451 4.3.0 the disk is full"
        self.keep(server, session, envelope)
        if self.fails("lost-answer"):
            server.transport.abort()
            return None
        if self.fails("silent"):
            await asyncio.sleep(3600)
        return "250 OK, kept"

    def keep(self, server, session, envelope):
        self.count += 1
        path = os.path.join(self.options.mails, f"{self.count:04}")
        content = envelope.original_content
        with open(path + ".eml", "wb") as file:
            file.write(content)
        facts = {
            "envelope_from": envelope.mail_from,
            "envelope_to": envelope.rcpt_tos,
            "user": session.auth_data,
            "is_encrypted": server.transport.get_extra_info("ssl_object") is not None,
            "bytes": len(content),
            "longest_line": max(len(line) for line in content.split(b"\r\n")),
            "bare_line_ends": content.replace(b"\r\n", b"").count(b"\n") + content.replace(b"\r\n", b"").count(b"\r"),
        } | read(content, path + ".parts")
        with open(path + ".new", "w", encoding="utf-8") as file:
            json.dump(facts, file, ensure_ascii=False, indent=1)
        os.rename(path + ".new", path + ".json")


def read(content, folder):
    """What Python's email package reads of a mail; the parts' contents go to the folder."""
    mail = email.message_from_bytes(content, policy=email.policy.SMTP)
    os.makedirs(folder, exist_ok=True)
    parts, shape, defects = [], [], []
    for part in mail.walk():
        shape.append(part.get_content_type())
        defects += [f"{part.get_content_type()}: {defect!r}" for defect in part.defects]
        for name, value in part.items():
            defects += [f"{name}: {defect!r}" for defect in value.defects]
        if part.is_multipart():
            continue
        data = part.get_payload(decode=True)
        with open(os.path.join(folder, str(len(parts) + 1)), "wb") as file:
            file.write(data)
        parts.append(
            {
                "type": part.get_content_type(),
                "disposition": part.get_content_disposition(),
                "file_name": part.get_filename(),
                "plain_name": part["Content-Type"].params.get("name") if part["Content-Type"] else None,
                "bytes": len(data),
                "characters": len(part.get_content()) if part.get_content_maintype() == "text" else None,
                "sha256": hashlib.sha256(data).hexdigest(),
            }
        )
    return {
        "headers": [[name, str(value)] for name, value in mail.items()],
        "subject": str(mail["Subject"]),
        "from": str(mail["From"]),
        "to": [[address.display_name, address.addr_spec] for address in (mail["To"].addresses if mail["To"] else [])],
        "date": mail["Date"].datetime.isoformat() if mail["Date"] else None,
        "message_id": str(mail["Message-ID"]),
        "shape": shape,
        "parts": parts,
        "defects": defects,
    }


if __name__ == "__main__":
    main()
