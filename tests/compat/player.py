"""Plays the recorded exchanges of the compatibility kit against our server, in this process.

The kit's own rules of comparison decide. `python -m tests.compat.player r-posts s-posts [--show 5] [--id posts-0012]`
prints a score for each group. Scenarios (`s-*`) begin with a fresh copy of the kit's site, each of them.
"""

import argparse
import base64
import importlib
import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import unquote

from copydesk.web.app import respond
from copydesk.web.parts import Parts
from copydesk.web.requests import Visit
from copydesk.wire.query import parse_pairs, parse_query
from copydesk.wire.request import UploadedFile

KIT = Path(__file__).parents[2].parent / "shared/compat"


def kit_module(name: str) -> ModuleType:
    """A module of the kit."""
    if str(KIT) not in sys.path:
        sys.path.insert(0, str(KIT))
    return importlib.import_module(name)


@dataclass
class Score:
    """How many exchanges of a group were answered as recorded, and which were not."""

    passed: int = 0
    total: int = 0
    failed: list[str] = field(default_factory=list)


class Player:
    """Plays exchanges on a site; `fresh` gives a new copy of it for each scenario."""

    def __init__(self, parts: Parts, fresh: Callable[[], Parts] | None = None) -> None:
        self.parts = parts
        self.fresh = fresh
        self.kit, self.compare = kit_module("kit"), kit_module("compare")
        self.users = self.kit.load_users(KIT / "site/users.json")
        self.exclusions = json.loads((KIT / "exclusions.json").read_text())

    def exchanges(self, name: str) -> tuple[dict[str, Any], list[dict[str, Any]]]:
        """The head of a file of reads, and its exchanges."""
        first, *exchanges = self.kit.read_jsonl(KIT / f"exchanges/{name}.jsonl.gz")
        return first["meta"], exchanges

    def play(self, name: str, only: Iterable[str] = ()) -> Iterator[tuple[dict[str, Any], Any]]:
        """Every exchange of a file with the result of its comparison."""
        meta, exchanges = self.exchanges(name)
        wanted = set(only)
        for exchange in exchanges:
            if wanted and exchange["id"] not in wanted:
                continue
            if "steps" in exchange:
                yield from self.play_scenario(meta, exchange)
            else:
                comparer = self.compare.Comparer(meta, self.exclusions, time.time)
                yield exchange, comparer.compare(exchange, self.answer(exchange))

    def play_scenario(
        self, meta: dict[str, Any], scenario: dict[str, Any]
    ) -> Iterator[tuple[dict[str, Any], Any]]:
        """The steps of a scenario in their order, with values of our own earlier answers filled in."""
        assert self.fresh, "scenarios need fresh copies of the site"
        self.parts.db.close()
        self.parts = self.fresh()
        ours: dict[str, Any] = {}
        theirs: dict[str, Any] = {}
        comparer = self.compare.Comparer(meta, self.exclusions, time.time, True)
        names = comparer.names()
        for step in scenario["steps"]:
            request = {name: value for name, value in step.items() if name != "response"}
            theirs[step["id"]] = self.kit.parsed(step["response"]["body"])
            answer = self.answer(self.kit.fill(request, ours, theirs))
            ours[step["id"]] = self.kit.parsed(answer["body"])
            recorded = {**self.kit.fill(request, theirs, {}), "response": step["response"]}
            recorded |= {
                "id": f"{scenario['id']}/{step['id']}",
                "group": step.get("group", scenario["group"]),
            }
            yield recorded, comparer.compare(recorded, answer, names)

    def answer(self, exchange: dict[str, Any]) -> dict[str, Any]:
        """Our answer to an exchange's request, in the kit's form."""
        response = respond(self.parts, self.visit(exchange))
        headers = {name: value for name, value in response.headers.items() if name in self.kit.KEPT_HEADERS}
        return {
            "status": response.status,
            "headers": headers,
            "body": response.body.decode("utf-8", "replace"),
            "at": time.time(),
        }

    def visit(self, exchange: dict[str, Any]) -> Visit:
        headers, body = self.kit.encode(exchange)
        headers.setdefault("User-Agent", "compat-kit/1")
        who = exchange.get("as", "anon")
        if who != "anon":
            login = who.removeprefix("bad:")
            password = "not the password" if who.startswith("bad:") else self.users[login]
            credentials = base64.b64encode(f"{login}:{password}".encode()).decode()
            headers["Authorization"] = f"Basic {credentials}"
        path, _, query = exchange["path"].partition("?")
        return Visit(
            method=exchange["method"],
            path=unquote(path),
            raw_path=path,
            query=parse_query(query),
            query_string=query,
            headers={name.lower(): value for name, value in headers.items()},
            body=b"" if "multipart" in exchange else body or b"",
            form=_form_of(exchange, headers, body or b""),
            files=self.files(exchange),
        )

    def files(self, exchange: dict[str, Any]) -> dict[str, UploadedFile]:
        """The files of a form, where a server would have streamed them to."""
        return {
            part["name"]: UploadedFile(
                part["name"],
                part["filename"],
                part["type"],
                str(self.kit.ASSETS / part["file"]),
                (self.kit.ASSETS / part["file"]).stat().st_size,
            )
            for part in exchange.get("multipart", {}).get("files", [])
        }


def _form_of(exchange: dict[str, Any], headers: dict[str, str], body: bytes) -> dict[str, Any]:
    """The fields of a form, however they were sent."""
    if "multipart" in exchange:
        return parse_pairs(exchange["multipart"].get("fields", {}).items())
    is_form = headers.get("Content-Type", "").startswith("application/x-www-form-urlencoded")
    return parse_query(body.decode("latin-1")) if is_form else {}


def play_files(player: Player, names: Iterable[str]) -> dict[str, Score]:
    """Scores by group."""
    scores: dict[str, Score] = defaultdict(Score)
    for name in names:
        for exchange, result in player.play(name):
            score = scores[exchange["group"]]
            score.total += 1
            score.passed += result.passed
            if not result.passed:
                score.failed.append(exchange["id"])
    return scores


def main() -> None:
    from tests.compat.site import open_compat_site  # noqa: PLC0415 — the fixture needs the player's paths

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", help="names like r-posts; none: all reads")
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--per", type=int, default=4)
    parser.add_argument("--id", action="append", default=[])
    parser.add_argument("--grep", default="")
    args = parser.parse_args()
    files = args.files or sorted(p.name.removesuffix(".jsonl.gz") for p in (KIT / "exchanges").glob("r-*"))
    player = Player(open_compat_site(), open_compat_site)
    scores: dict[str, Score] = defaultdict(Score)
    shown = 0
    for name in files:
        for exchange, result in player.play(name, args.id):
            if args.grep not in f"{exchange['as']} {exchange['method']} {exchange['path']}":
                continue
            score = scores[exchange["group"]]
            score.total += 1
            score.passed += result.passed
            if not result.passed and shown < args.show:
                shown += 1
                print(exchange["id"], exchange["as"], exchange["method"], exchange["path"])
                for difference in result.differences[: args.per]:
                    print("   ", difference)
    for group, score in sorted(scores.items()):
        print(f"{group:<24} {score.passed:>5}/{score.total:<5} {100 * score.passed / score.total:6.1f}%")
    passed, total = sum(s.passed for s in scores.values()), sum(s.total for s in scores.values())
    print(f"{'total':<24} {passed:>5}/{total:<5} {100 * passed / max(total, 1):6.1f}%")


if __name__ == "__main__":
    main()
