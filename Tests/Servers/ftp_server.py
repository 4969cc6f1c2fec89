#!/usr/bin/env python3
"""An FTP server on loopback that serves a folder to one user.

Prints its port when it is ready, and ends when its stdin closes. Needs pyftpdlib, for --certificate pyOpenSSL, too:
then nothing is said in clear.

A file whose name begins with `short-` is cut off at its half.
"""

import argparse
import logging
import os

from pyftpdlib.authorizers import DummyAuthorizer
from pyftpdlib.filesystems import AbstractedFS
from pyftpdlib.handlers import FTPHandler
from pyftpdlib.servers import FTPServer

from serving import end_with_stdin, ready


class HalfFile:
    """A file that ends too early."""

    def __init__(self, file):
        self.file = file
        self.name = file.name
        self.closed = False
        self.left = os.path.getsize(file.name) // 2

    def read(self, count=-1):
        data = self.file.read(self.left if count < 0 else min(count, self.left))
        self.left -= len(data)
        return data

    def close(self):
        self.closed = True
        self.file.close()


class Files(AbstractedFS):
    def open(self, filename, mode):
        file = super().open(filename, mode)
        return HalfFile(file) if os.path.basename(filename).startswith("short-") else file


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", required=True)
    parser.add_argument("--user", required=True)
    parser.add_argument("--password", required=True)
    parser.add_argument("--certificate", metavar="FILE")
    parser.add_argument("--key", metavar="FILE")
    options = parser.parse_args()
    logging.basicConfig(level=logging.CRITICAL)
    handler = FTPHandler
    if options.certificate:
        from pyftpdlib.handlers import TLS_FTPHandler

        handler = TLS_FTPHandler
        handler.certfile = options.certificate
        handler.keyfile = options.key
        handler.tls_control_required = True
        handler.tls_data_required = True
    handler.authorizer = DummyAuthorizer()
    handler.authorizer.add_user(options.user, options.password, options.folder, perm="elr")
    handler.abstracted_fs = Files
    handler.use_sendfile = False
    handler.auth_failed_timeout = 0.1
    server = FTPServer(("127.0.0.1", 0), handler)
    end_with_stdin()
    ready(server.address[1])
    server.serve_forever()


if __name__ == "__main__":
    main()
