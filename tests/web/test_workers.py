"""Several processes at one address: they share the connections, replace one another, and stop together."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import httpx
import pytest

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")

SECONDS = 20.0
SERVER = """
import os, sys, uvicorn
from copydesk.web.workers import serve_workers

async def app(scope, receive, send):
    if scope["type"] == "lifespan":
        raise RuntimeError("this application never starts")
    if scope["type"] == "http":
        if scope["path"] == "/end":
            os._exit(3)
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": str(os.getpid()).encode()})

config = uvicorn.Config(app, port=int(sys.argv[1]), log_level="critical", lifespan=sys.argv[2])
serve_workers(config, 2)
"""


class Running:
    """A server of two processes that tell who they are."""

    def __init__(self, lifespan: str = "off") -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.url = f"http://127.0.0.1:{probe.getsockname()[1]}"
        port = self.url.rpartition(":")[2]
        self.process = subprocess.Popen(
            [sys.executable, "-c", SERVER, port, lifespan], start_new_session=True, stderr=subprocess.DEVNULL
        )

    def who(self) -> int:
        """The process that answers a new connection."""
        return int(httpx.get(self.url, trust_env=False).text)

    def wait(self, is_so: Callable[[], bool]) -> None:
        until = time.monotonic() + SECONDS
        while not is_so():
            assert time.monotonic() < until
            time.sleep(0.02)

    def answers(self) -> bool:
        try:
            return self.who() > 0
        except httpx.TransportError:
            return False


@pytest.fixture
def server() -> Iterator[Running]:
    running = Running()
    try:
        running.wait(running.answers)
        yield running
    finally:
        if running.process.poll() is None:
            os.killpg(running.process.pid, signal.SIGKILL)
        running.process.wait()


def test_connections_are_handed_round(server: Running) -> None:
    with ExitStack() as stack:
        clients = [stack.enter_context(httpx.Client(trust_env=False)) for _ in range(8)]
        first = [client.get(server.url).text for client in clients]
        assert sorted(first.count(pid) for pid in set(first)) == [4, 4]
        assert [client.get(server.url).text for client in clients] == first


def test_a_process_that_ends_is_replaced(server: Running) -> None:
    before = {server.who() for _ in range(4)}
    with pytest.raises(httpx.TransportError):
        httpx.get(f"{server.url}/end", trust_env=False)
    server.wait(lambda: len(before & {server.who() for _ in range(4)}) == 1)
    assert len({server.who() for _ in range(4)}) == 2


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_all_stop_with_the_first(server: Running, how: signal.Signals) -> None:
    pids = {server.who() for _ in range(4)}
    server.process.send_signal(how)
    server.process.wait(SECONDS)
    server.wait(lambda: not any(is_alive(pid) for pid in pids))


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return "Z" not in status_of(pid)


def status_of(pid: int) -> str:
    """The letter of a process's state; nobody may be there to bury the children of a killed server."""
    found = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return found.stdout


def test_what_cannot_start_is_given_up() -> None:
    running = Running(lifespan="on")
    assert running.process.wait(SECONDS) == 1
