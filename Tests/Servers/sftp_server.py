#!/usr/bin/env python3
"""An SFTP server on loopback that serves files, by their whole paths, to one user.

Prints its port when it is ready, and ends when its stdin closes. Needs paramiko. It makes a key of its own in the file
--host-key, and beside it FILE.pub with what a line of known_hosts says behind the host.
"""

import argparse
import logging
import os
import socket
import threading
import warnings

warnings.simplefilter("ignore")  # Old paramiko with newer cryptography.
import paramiko

from serving import end_with_stdin, ready


class Login(paramiko.ServerInterface):
    def __init__(self, options):
        self.options = options

    def get_allowed_auths(self, username):
        return "password"

    def check_auth_password(self, username, password):
        is_right = (username, password) == (self.options.user, self.options.password)
        return paramiko.AUTH_SUCCESSFUL if is_right else paramiko.AUTH_FAILED

    def check_channel_request(self, kind, channel):
        return paramiko.OPEN_SUCCEEDED


class Files(paramiko.SFTPServerInterface):
    def __init__(self, server, folder):
        self.folder = folder

    def within(self, path):
        path = os.path.realpath(path)
        return path if path.startswith(self.folder) else self.folder + "/none"

    def stat(self, path):
        try:
            return paramiko.SFTPAttributes.from_stat(os.stat(self.within(path)))
        except OSError as error:
            return paramiko.SFTPServer.convert_errno(error.errno)

    lstat = stat

    def open(self, path, flags, attributes):
        try:
            file = open(self.within(path), "rb")
        except OSError as error:
            return paramiko.SFTPServer.convert_errno(error.errno)
        handle = paramiko.SFTPHandle(flags)
        handle.readfile = file
        handle.stat = lambda: paramiko.SFTPAttributes.from_stat(os.fstat(file.fileno()))
        return handle


def serve(connection, key, options):
    transport = paramiko.Transport(connection)
    transport.add_server_key(key)
    transport.set_subsystem_handler("sftp", paramiko.SFTPServer, Files, os.path.realpath(options.folder))
    try:
        transport.start_server(server=Login(options))
    except (paramiko.SSHException, EOFError):
        pass  # A client that does not like the key hangs up.


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", required=True)
    parser.add_argument("--user", required=True)
    parser.add_argument("--password", required=True)
    parser.add_argument("--host-key", required=True, metavar="FILE")
    options = parser.parse_args()
    logging.disable()
    key = paramiko.ECDSAKey.generate()
    key.write_private_key_file(options.host_key)
    with open(options.host_key + ".pub", "w", encoding="ascii") as file:
        file.write(f"{key.get_name()} {key.get_base64()}\n")
    listener = socket.create_server(("127.0.0.1", 0))
    end_with_stdin()
    ready(listener.getsockname()[1])
    while True:
        connection, _ = listener.accept()
        threading.Thread(target=serve, args=(connection, key, options), daemon=True).start()


if __name__ == "__main__":
    main()
