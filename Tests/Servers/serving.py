"""What the servers of the tests have in common."""

import os
import sys
import threading


def end_with_stdin():
    """Ends this process when its stdin closes, as it does when the test ends or crashes: no server outlives its test."""

    def wait():
        while sys.stdin.buffer.read(4096):
            pass
        os._exit(0)

    threading.Thread(target=wait, daemon=True).start()


def ready(port):
    """Tells the port, which says that the server is ready."""
    print(port, flush=True)
