#!/usr/bin/env python3
"""A web server on loopback that serves a folder, and misbehaves where the path says so.

Prints its port when it is ready, and ends when its stdin closes. NAME is a file of the folder.

    /NAME                   the file, with its length and date
    /status/CODE            this status
    /flaky/COUNT/CODE/NAME  this status COUNT times, then the file
    /short/NAME             announces the whole length, sends the first half
    /chunked-short/NAME     the first half in chunks, without the last one
    /reset/NAME             the first half, then the connection is reset
    /gzip/NAME              packed, if the client says that it can unpack
    /stall/NAME             the first half, then nothing any more
    /no-length/NAME         without a length: the end of the connection is the end
    /redirect?TO            to the address TO
    /loop                   to itself
    /private/NAME           only with --user and --password
    /hang-up                closes the connection without a word

--log FILE: a line of JSON for each request: path and headers.
"""

import argparse
import base64
import email.utils
import gzip
import http.server
import json
import os
import socket
import ssl
import struct
import threading
import time
import urllib.parse

from serving import end_with_stdin, ready


class Handler(http.server.BaseHTTPRequestHandler):
    options = None
    failures = {}
    lock = threading.Lock()

    def do_GET(self):
        if self.options.log:
            with self.lock, open(self.options.log, "a", encoding="utf-8") as file:
                file.write(json.dumps({"path": self.path, "headers": dict(self.headers)}) + "\n")
        path, _, query = self.path.partition("?")
        words = urllib.parse.unquote(path).strip("/").split("/")
        if words[0] == "status":
            self.send_error(int(words[1]))
        elif words[0] == "flaky":
            self.flaky(path, int(words[1]), int(words[2]), words[3])
        elif words[0] == "redirect":
            self.redirect(urllib.parse.unquote(query))
        elif words[0] == "loop":
            self.redirect(path)
        elif words[0] == "hang-up":
            self.close_connection = True
        elif words[0] == "private":
            wanted = base64.b64encode(f"{self.options.user}:{self.options.password}".encode()).decode()
            if self.headers.get("Authorization") == "Basic " + wanted:
                self.serve(words[1], "")
            else:
                self.send_response(401)
                self.send_header("WWW-Authenticate", 'Basic realm="feeds"')
                self.end_headers()
        elif len(words) == 2:
            self.serve(words[1], words[0])
        else:
            self.serve(words[0], "")

    def flaky(self, path, count, status, name):
        with self.lock:
            self.failures[path] = self.failures.get(path, 0) + 1
            is_failing = self.failures[path] <= count
        if is_failing:
            self.send_error(status)
        else:
            self.serve(name, "")

    def redirect(self, to):
        self.send_response(302)
        self.send_header("Location", to)
        self.end_headers()

    def serve(self, name, manner):
        path = os.path.join(self.options.folder, os.path.basename(name))
        if not os.path.isfile(path):
            return self.send_error(404)
        with open(path, "rb") as file:
            data = file.read()
        self.send_response(200)
        self.send_header("Last-Modified", email.utils.formatdate(os.stat(path).st_mtime, usegmt=True))
        if manner == "gzip" and "gzip" in self.headers.get("Accept-Encoding", ""):
            data = gzip.compress(data)
            self.send_header("Content-Encoding", "gzip")
        half = data[: len(data) // 2]
        if manner == "chunked-short":
            self.send_header("Transfer-Encoding", "chunked")
            half = b"%x\r\n%s\r\n" % (len(half), half)
        elif manner != "no-length":
            self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if manner not in ("short", "chunked-short", "reset", "stall"):
            self.wfile.write(data)
            return
        self.wfile.write(half)
        self.wfile.flush()
        if manner == "reset":
            # Closing a socket that must not linger resets the connection.
            time.sleep(0.05)
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.connection.close()
        elif manner == "stall":
            time.sleep(3600)

    # Chunks are of HTTP 1.1. Each connection serves one request.
    protocol_version = "HTTP/1.1"

    def end_headers(self):
        self.send_header("Connection", "close")
        self.close_connection = True
        super().end_headers()

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        pass  # A client that hangs up is nothing to tell.


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", required=True)
    parser.add_argument("--user")
    parser.add_argument("--password")
    parser.add_argument("--certificate", metavar="FILE")
    parser.add_argument("--key", metavar="FILE")
    parser.add_argument("--log", metavar="FILE")
    Handler.options = parser.parse_args()
    server = Server(("127.0.0.1", 0), Handler)
    if Handler.options.certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(Handler.options.certificate, Handler.options.key)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    end_with_stdin()
    ready(server.server_address[1])
    server.serve_forever()


if __name__ == "__main__":
    main()
