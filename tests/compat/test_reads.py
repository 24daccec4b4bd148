"""The recorded reads of the compatibility kit, played on SQLite and on MariaDB.

What differs is in `ledger.toml`, with a reason. The test is red when an exchange differs that is not in the
ledger, and when one that is there has begun to agree.
"""

import tomllib
from pathlib import Path

import pytest

from copydesk.store.database import Db
from tests.compat.player import KIT, Player, play_files
from tests.compat.site import open_compat_site
from tests.databases import compat_db  # noqa: F401 — a fixture

LEDGER = Path(__file__).parent / "ledger.toml"
FILES = sorted(path.name.removesuffix(".jsonl.gz") for path in (KIT / "exchanges").glob("r-*.gz"))

pytestmark = pytest.mark.skipif(not FILES, reason="the compatibility kit is not beside this checkout")


def known_differences() -> dict[str, str]:
    """The exchanges that are known to differ, with the kind and the reason."""
    entries = tomllib.loads(LEDGER.read_text(encoding="utf-8")).get("difference", [])
    return {name: f"{entry['kind']}: {entry['reason']}" for entry in entries for name in entry["ids"]}


@pytest.mark.parametrize("name", FILES or ["none"])
def test_reads_are_answered_as_recorded(name: str, compat_db: Db) -> None:  # noqa: F811 — the fixture
    player = Player(open_compat_site(compat_db))
    known = known_differences()
    differing = {one for score in play_files(player, [name]).values() for one in score.failed}
    played = {exchange["id"] for exchange in player.exchanges(name)[1]}
    assert not differing - known.keys(), "these differ and are not in the ledger"
    assert not (played & known.keys()) - differing, "these agree now: take them out of the ledger"


def test_every_entry_of_the_ledger_has_a_kind_and_a_reason() -> None:
    entries = tomllib.loads(LEDGER.read_text(encoding="utf-8")).get("difference", [])
    assert all(
        entry["kind"] in ("not yet", "by choice", "their bug") and entry["reason"] for entry in entries
    )
