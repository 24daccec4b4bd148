"""A closed loop of requests: each of a few connections sends its next one when the answer to the last is there.

It shares the machine with the server it measures, so it does as little as it can: one process, one event loop,
requests written as bytes, and of the answers only status and length are read.
"""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from time import perf_counter
from typing import cast

import uvloop

CONNECTIONS = 8
_LENGTH = b"content-length: "


class LoadError(Exception):
    """The server closed a connection, or answered something that is not HTTP."""


@dataclass(slots=True)
class Measured:
    """What came back, and how long each answer took."""

    seconds: float = 0.0
    latencies: list[float] = field(default_factory=list)
    failures: int = 0  # answers other than 200
    body_bytes: int = 0

    @property
    def rate(self) -> float:
        """Answers a second."""
        return len(self.latencies) / self.seconds

    def latency(self, share: float) -> float:
        """The seconds within which this share of the answers came."""
        return sorted(self.latencies)[min(int(len(self.latencies) * share), len(self.latencies) - 1)]


def measure(
    port: int, paths: Iterator[str], *, seconds: float, connections: int = CONNECTIONS, at_least: int = 1
) -> Measured:
    """Asks for the paths, as fast as the answers come, until the time is over and enough answers are there."""
    return uvloop.run(_measure(port, paths, seconds, connections, at_least))


async def _measure(
    port: int, paths: Iterator[str], seconds: float, connections: int, at_least: int
) -> Measured:
    loop = asyncio.get_running_loop()
    run = _Run(paths, loop.create_future(), at_least)
    clients = []
    for _ in range(connections):  # one after the other, as clients come
        _, client = await loop.create_connection(lambda: _Client(run), "127.0.0.1", port)
        clients.append(client)
    begun = perf_counter()
    run.end = begun + seconds
    for client in clients:
        client.ask()
    await run.done
    run.measured.seconds = perf_counter() - begun
    for client in clients:
        client.close()
    return run.measured


class _Run:
    """What all connections share: the next path, and when it is over."""

    def __init__(self, paths: Iterator[str], done: asyncio.Future[None], at_least: int) -> None:
        self.paths = paths
        self.done = done
        self.at_least = at_least
        self.end = 0.0
        self.measured = Measured()

    def note(self, seconds: float, status: bytes, length: int) -> None:
        self.measured.latencies.append(seconds)
        self.measured.body_bytes += length
        self.measured.failures += status != b"200"
        enough = len(self.measured.latencies) >= self.at_least
        if enough and perf_counter() >= self.end and not self.done.done():
            self.done.set_result(None)

    def fail(self, problem: str) -> None:
        if not self.done.done():
            self.done.set_exception(LoadError(problem))


class _Client(asyncio.Protocol):
    """One connection. `missing` is how many bytes of the answer are still to come; None before its head."""

    def __init__(self, run: _Run) -> None:
        self.run = run
        self.transport: asyncio.Transport
        self.head = b""
        self.missing: int | None = None
        self.length = 0
        self.asked = 0.0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast("asyncio.Transport", transport)  # uvloop's own is no subclass

    def ask(self) -> None:
        self.head, self.missing = b"", None
        self.asked = perf_counter()
        path = next(self.run.paths)
        self.transport.write(f"GET {path} HTTP/1.1\r\nHost: cms.example\r\n\r\n".encode())

    def data_received(self, data: bytes) -> None:
        if self.missing is None:
            self.head += data
            head, blank, body = self.head.partition(b"\r\n\r\n")
            if not blank:
                return
            self.head, data = head, body
            self.length = self.missing = int(head.lower().partition(_LENGTH)[2].partition(b"\r\n")[0])
        self.missing -= len(data)
        if self.missing <= 0:
            self.run.note(perf_counter() - self.asked, self.head[9:12], self.length)
            if not self.run.done.done():
                self.ask()

    def connection_lost(self, exc: Exception | None) -> None:
        self.run.fail(f"The server closed a connection: {exc}")

    def close(self) -> None:
        self.transport.abort()
