"""How fast `copydesk serve` answers: a newsroom of 10,000 posts, two worker processes, no page cache.

python -m benchmarks.serve [--posts N] [--database sqlite|mariadb|both] [--seconds S] [--kinds NAME ...]

Each kind of request is sent over eight connections for a few seconds (load.py), on the same machine as the
server; the page with everything embedded over one, for the time that it takes. The ratio is to what WordPress
7.1 answered on such a machine of two cores: four PHP processes, MariaDB, the same newsroom, the same requests.
`cpu` is what the workers computed for an answer (without MariaDB's own share), which depends less on who else
uses the machine. Where rendered texts are kept, `first` asks for every post once, `again` for those that were
asked for before.
"""

import argparse
import os
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from time import perf_counter, sleep
from urllib.parse import urlsplit

from benchmarks.corpus import FOLDER, mariadb_url, post_id, sqlite_url
from benchmarks.load import CONNECTIONS, Measured, measure
from copydesk.settings import Settings
from copydesk.web.app import respond
from copydesk.web.parts import open_parts
from copydesk.web.requests import Visit
from copydesk.wire.query import parse_query

ROOT = "/wp-json/wp/v2/"
MARIADB = os.environ.get("COPYDESK_TEST_MARIADB", "mysql+pymysql://root@127.0.0.1:33306")
WORKERS = 2
TIMES_WORDPRESS = {"sqlite": 20, "mariadb": 12}
FAR = 37  # posts one after the other are this many places apart
TICKS = os.sysconf("SC_CLK_TCK")

Paths = Callable[[int], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of request: the paths for a newsroom of so many posts, and WordPress's answers a second."""

    name: str
    paths: Paths
    wordpress: float
    seconds_for_one: bool = False  # told as the time of one answer, not as a rate
    items: int | None = None  # how many an answer holds


def always(path: str) -> Paths:
    return lambda posts: cycle([ROOT + path])


def each_post(path: str, *, different: int | None = None) -> Paths:
    """The path for one post after the other, each once before any comes again."""

    def paths(posts: int) -> Iterator[str]:
        number = min(different or posts, posts)
        return cycle([ROOT + path.format(post_id(place * FAR % posts)) for place in range(number)])

    return paths


def last_page(posts: int) -> Iterator[str]:
    return cycle([f"{ROOT}posts?per_page=10&page={posts // 10}"])


KINDS = (
    Kind("post, first", each_post("posts/{}"), 32),
    Kind("post, again", each_post("posts/{}", different=100), 32),
    Kind("10 posts", always("posts?per_page=10"), 12, items=10),
    Kind("10 posts, last page", last_page, 14, items=10),
    Kind("10 of a category", always("posts?categories=1005"), 14, items=10),
    Kind("100 posts, 3 fields", always("posts?per_page=100&_fields=id,title,link"), 31, items=100),
    Kind("unknown slug", always("posts?slug=no-such-article"), 85, items=0),
    Kind("comments of a post", each_post("comments?post={}"), 59, items=2),
    Kind("100 tags", always("tags?per_page=100"), 14, items=100),
    Kind("search, 2 words", always("posts?search=budget+summit"), 4, items=10),
    Kind("100 posts, embedded", always("posts?per_page=100&_embed"), 1 / 4, True, items=100),
)


@dataclass(frozen=True, slots=True)
class Server:
    """A running `copydesk serve`."""

    port: int
    process: subprocess.Popen[bytes]
    seconds_to_start: float

    def workers(self) -> list[int]:
        """The processes that answer: those below the first one that have more than a little memory."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        found = [int(child) for child in children if "resource_tracker" not in _command(int(child))]
        return found or [self.process.pid]

    def memory_mb(self) -> list[int]:
        """Resident memory of each worker."""
        return [_pages(pid) * os.sysconf("SC_PAGE_SIZE") // 2**20 for pid in self.workers()]

    def cpu_seconds(self) -> float:
        """What the workers have computed so far."""
        return sum(_ticks(pid) for pid in self.workers()) / TICKS


def _command(pid: int) -> str:
    return Path(f"/proc/{pid}/cmdline").read_text()


def _pages(pid: int) -> int:
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1])


def _ticks(pid: int) -> int:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


@contextmanager
def running(database: str) -> Iterator[Server]:
    """Serves the database on a free port, until the block ends."""
    port = _free_port()
    command = [sys.executable, "-m", "copydesk", "serve", "--database", database, "--port", str(port)]
    with tempfile.TemporaryDirectory() as uploads, tempfile.TemporaryFile() as log:
        begun = perf_counter()
        process = subprocess.Popen(
            [*command, "--workers", str(WORKERS), "--uploads", uploads],
            stdout=log,
            stderr=log,
            start_new_session=True,
            env=_with_compiled_code(),
        )
        try:
            _wait_for(port, process)
            yield Server(port, process, perf_counter() - begun)
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(timeout=20)


def _with_compiled_code() -> dict[str, str]:
    """As a server is installed: Python finds the code compiled, also where it may not write beside it."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return environment | {"PYTHONPYCACHEPREFIX": str(FOLDER / "compiled")}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(2000):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            if process.poll() is not None:
                raise SystemExit("the server did not start") from None
            sleep(0.01)
        else:
            measure(port, cycle([f"{ROOT}posts?per_page=1"]), seconds=0, connections=1)
            return
    raise SystemExit("the server does not answer")


class InProcess:
    """The same site in this process, to look at answers and to count statements."""

    def __init__(self, database: str, uploads: str) -> None:
        self.parts = open_parts(Settings(database=database, uploads=uploads))

    def ask(self, path: str) -> tuple[bytes, int]:
        """The body of a path's answer, and how many statements it took."""
        split = urlsplit(path)
        visit = Visit("GET", split.path, split.path, parse_query(split.query), {"host": "cms.example"})
        self.parts.db.statements = 0
        response = respond(self.parts, visit)
        if response.status != 200:
            raise SystemExit(f"{path}: {response.status} {response.body[:200]!r}")
        return response.body, self.parts.db.statements

    def check(self, kind: Kind, posts: int) -> int:
        """Stops when an answer is not what it should be; how many statements the kind takes."""
        path = next(kind.paths(posts))
        self.ask(path)
        body, statements = self.ask(path)
        items = body.count(b'"_links":{') if b'"_links":' in body else body.count(b'"id":')
        if kind.items is not None and items < kind.items:
            raise SystemExit(f"{path}: {items} items instead of {kind.items}")
        return statements


def bench(engine: str, database: str, asked: argparse.Namespace) -> None:
    """Measures all kinds and prints them."""
    load = os.getloadavg()[0]  # what others do here takes away from the rates
    with running(database):
        pass  # the first start compiles
    with running(database) as server, tempfile.TemporaryDirectory() as uploads:
        idle = server.memory_mb()
        site = InProcess(database, uploads)
        print(f"\n{engine}, {asked.posts} posts, {WORKERS} workers; load of the machine before: {load:.1f}")
        print(f"{'':22}{'rate':>10}{'95 % in':>10}{'cpu':>9}{'SQL':>5}{'WordPress':>11}{'ratio':>8}")
        for kind in KINDS:
            if not asked.kinds or any(kind.name.startswith(name) for name in asked.kinds):
                statements = site.check(kind, asked.posts)
                before = server.cpu_seconds()
                connections = 1 if kind.seconds_for_one else CONNECTIONS
                found = measure(
                    server.port, kind.paths(asked.posts), seconds=asked.seconds, connections=connections
                )
                cpu = (server.cpu_seconds() - before) / len(found.latencies)
                print(_row(kind, found, cpu, statements, TIMES_WORDPRESS[engine]), flush=True)
        print(f"start-up {server.seconds_to_start:.2f} s (target 1 s)")
        print(f"memory of the workers: idle {idle} MB (target 120 MB), now {server.memory_mb()} MB")


def _row(kind: Kind, found: Measured, cpu: float, statements: int, times: int) -> str:
    if kind.seconds_for_one:
        rate = f"{1000 * found.latency(0.5):.0f} ms"
        wordpress, ratio = f"{1000 / kind.wordpress:.0f} ms", 1 / kind.wordpress / found.latency(0.5)
    else:
        rate, wordpress, ratio = f"{found.rate:.0f}/s", f"{kind.wordpress:.0f}/s", found.rate / kind.wordpress
    verdict = "FAILURES" if found.failures else "met" if ratio >= times else f"not met ({times})"
    late, computed = f"{1000 * found.latency(0.95):.1f} ms", f"{1000 * cpu:.2f} ms"
    return f"{kind.name:22}{rate:>10}{late:>10}{computed:>9}{statements:>5}{wordpress:>11}{ratio:>7.0f}× {verdict}"


def main() -> None:
    """Runs the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--posts", type=int, default=10_000)
    parser.add_argument("--database", choices=("sqlite", "mariadb", "both"), default="both")
    parser.add_argument("--seconds", type=float, default=3.0, help="how long each kind is measured")
    parser.add_argument("--kinds", nargs="*", default=[], help="only kinds whose names begin so")
    asked = parser.parse_args()
    if asked.database in ("sqlite", "both"):
        bench("sqlite", sqlite_url(asked.posts), asked)
    if asked.database in ("mariadb", "both"):
        database = mariadb_url(MARIADB, asked.posts)
        if database is None:
            print(f"\nMariaDB does not answer at {MARIADB}: start it with scripts/mariadb.sh.")
        else:
            bench("mariadb", database, asked)


if __name__ == "__main__":
    main()
