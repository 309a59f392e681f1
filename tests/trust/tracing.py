"""What the server asks of the system while it answers one post, in order: writes, syncs, the reply."""

import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

from tests.trust.servers import accepts, free_port, wait_until

CALLS = "recvfrom,sendto,sendmsg,fsync,fdatasync,write,writev,pwrite64,pwritev"
KINDS = {"fsync": "sync", "fdatasync": "sync", "pwrite64": "write", "pwritev": "write", "write": "write"}
ROOT = Path(__file__).resolve().parents[2]


class Traced:
    """`flask serve`, with all that it asks of the system written down."""

    def __init__(self, env: dict[str, str], app: str, notes: Path):
        strace = shutil.which("strace")
        assert strace, "There is no strace here: make setup installs it."
        self.port, self._notes = free_port(), notes
        watching = [strace, "-f", "--seccomp-bpf", "-y", "-s", "80", "-e", f"trace={CALLS}", "-o", str(notes)]
        serving = [sys.executable, "-m", "flask", "--app", app, "serve"]
        self._process = subprocess.Popen(
            watching + serving,
            cwd=ROOT,
            env=os.environ | env | {"PORT": str(self.port), "BASE_URL": "http://127.0.0.1"},
            start_new_session=True,
        )

    def __enter__(self) -> "Traced":
        wait_until(lambda: accepts(self.port) or self._process.poll() is not None)
        assert self._process.poll() is None, "strace could not run the server"
        return self

    def __exit__(self, *_exception) -> None:
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGTERM)
        self._process.wait()

    def lines(self) -> list[str]:
        return self._notes.read_text(errors="replace").splitlines()


def in_answer_to(post: str, lines: list[str], database: str) -> list[str]:
    """What was done to the database's files from a post's arrival up to its reply, each when it was done."""
    arrived = next(n for n, line in enumerate(lines) if f'"POST {post} ' in line)
    done, begun = [], {}
    for line in lines[arrived:]:
        process, call = line.split(maxsplit=1)
        if call.endswith("<unfinished ...>"):
            begun[process] = call
            if "HTTP/1.1 " not in call:
                continue
        elif call.startswith("<... "):
            call = begun.pop(process, "") + call
        if "HTTP/1.1 " in call:
            return [*done, "reply"]
        name = re.match(r"\w*", call)[0]
        if name in KINDS and f"/{database}" in call:
            done.append(KINDS[name])
    raise AssertionError("no reply was seen")
