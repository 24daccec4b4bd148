"""Several processes that answer at one address.

The first process opens the site, and forks when everything is loaded: the others start at once, and share the
memory of what they do not change. Only the first one accepts connections. It hands them round, each to the
next process: left to themselves, processes that accept at one socket take whatever is there, and of eight
clients that come together one process often gets all.

A process that ends by itself is replaced. When the first one ends, however it does, its channels close, and the
others stop after what they are doing.
"""

import asyncio
import logging
import os
import random
import selectors
import signal
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import NoReturn

import uvicorn

BACKLOG = 2048
FULL_PAUSE_SECONDS = 0.01  # until a process takes some of the connections it was handed
SHORT_LIFE_SECONDS = 1.0
MOST_SHORT_LIVES = 5  # one after the other: what cannot start need not be tried for ever

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class Worker:
    """A process, and the channel on which it is handed connections."""

    pid: int
    channel: socket.socket
    born: float


class WorkerServer(uvicorn.Server):
    """A server that is handed its connections."""

    def __init__(self, config: uvicorn.Config, channel: socket.socket) -> None:
        super().__init__(config)
        self._channel = channel
        self._connecting: set[asyncio.Task[object]] = set()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=[])
        self._channel.setblocking(False)
        asyncio.get_running_loop().add_reader(self._channel, self._take)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        asyncio.get_running_loop().remove_reader(self._channel)
        await super().shutdown(sockets)

    def _take(self) -> None:
        try:
            message, files, _, _ = socket.recv_fds(self._channel, 1, 1)
        except BlockingIOError:
            return
        loop = asyncio.get_running_loop()
        if not message:
            self.should_exit = True
            loop.remove_reader(self._channel)
        for file in files:
            connection = socket.socket(fileno=file)
            task = loop.create_task(loop.connect_accepted_socket(self._protocol, connection))
            self._connecting.add(task)
            task.add_done_callback(self._connecting.discard)

    def _protocol(self) -> asyncio.Protocol:
        make = self.config.http_protocol_class
        return make(config=self.config, server_state=self.server_state, app_state=self.lifespan.state)  # type: ignore[call-arg]  # uvicorn's own


def serve_workers(config: uvicorn.Config, number: int) -> None:
    """Serves with so many processes until told to stop. Nothing may be open here but what may be shared."""
    listener = socket.create_server(
        (config.host, config.port),
        family=socket.AF_INET6 if ":" in config.host else socket.AF_INET,
        backlog=BACKLOG,
    )
    with listener, _signals() as woken:
        Desk(config, listener, woken).run(number)


class Desk:
    """The first process: hands connections round and looks after the others."""

    def __init__(self, config: uvicorn.Config, listener: socket.socket, woken: socket.socket) -> None:
        self.config = config
        self.listener = listener
        self.woken = woken
        self.workers: list[Worker] = []
        self.short_lives = 0

    def run(self, number: int) -> None:
        for _ in range(number):
            self._fork()
        self.listener.setblocking(False)
        with selectors.DefaultSelector() as selector:
            selector.register(self.listener, selectors.EVENT_READ)
            selector.register(self.woken, selectors.EVENT_READ)
            stopping = False
            while not stopping:
                ready = {key.fileobj for key, _ in selector.select()}
                if self.listener in ready:
                    self._accept()
                if self.woken in ready:
                    stopping = self._hear()
        self._stop()

    def _accept(self) -> None:
        try:
            connection, _ = self.listener.accept()
        except OSError:  # it went away, or there are too many open files
            return
        with connection:
            while not self._hand_on(connection):
                time.sleep(FULL_PAUSE_SECONDS)

    def _hand_on(self, connection: socket.socket) -> bool:
        """Gives it to the process whose turn it is, or to the next that can take it."""
        for _ in self.workers:
            worker = self.workers.pop(0)
            self.workers.append(worker)
            try:
                socket.send_fds(worker.channel, [b"."], [connection.fileno()])
            except OSError:  # full, or gone
                continue
            return True
        return not self.workers

    def _hear(self) -> bool:
        """Reads which signals came; True when one says to stop."""
        signals = set(self.woken.recv(1024))
        if signals & {signal.SIGTERM, signal.SIGINT}:
            return True
        self._replace_ended()
        return False

    def _replace_ended(self) -> None:
        for worker in list(self.workers):
            if os.waitpid(worker.pid, os.WNOHANG)[0]:
                self.workers.remove(worker)
                worker.channel.close()
                is_short = time.monotonic() - worker.born < SHORT_LIFE_SECONDS
                self.short_lives = self.short_lives + 1 if is_short else 0
                if self.short_lives > MOST_SHORT_LIVES:
                    self._stop()
                    raise SystemExit("The processes of the server end as soon as they begin: see above.")
                _log.error("process %d ended, and is replaced", worker.pid)
                self._fork()

    def _fork(self) -> None:
        ours, theirs = socket.socketpair()
        pid = os.fork()
        if not pid:
            self._work(theirs, [ours, *(worker.channel for worker in self.workers)])
        theirs.close()
        ours.setblocking(False)
        self.workers.append(Worker(pid, ours, time.monotonic()))

    def _work(self, channel: socket.socket, others: list[socket.socket]) -> NoReturn:
        """The life of a forked process."""
        status = 1
        try:
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            for open_socket in (self.listener, self.woken, *others):
                open_socket.close()
            random.seed()
            WorkerServer(self.config, channel).run()
            status = 0
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else 1
        except Exception:
            _log.exception("a process of the server failed")
        finally:
            os._exit(status)

    def _stop(self) -> None:
        self.listener.close()
        for worker in self.workers:
            worker.channel.close()
            os.kill(worker.pid, signal.SIGTERM)
        for worker in self.workers:
            os.waitpid(worker.pid, 0)


@contextmanager
def _signals() -> Iterator[socket.socket]:
    """A socket from which the numbers of signals can be read."""
    woken, wakes = socket.socketpair()
    with woken, wakes:
        wakes.setblocking(False)
        signal.set_wakeup_fd(wakes.fileno())
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGCHLD):
            signal.signal(number, lambda *_: None)
        try:
            yield woken
        finally:
            signal.set_wakeup_fd(-1)
