"""The site that tests of actions start from, on both databases: what is done is asked for as clients do."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from copydesk.store.create import NewSite, create_site
from tests.databases import BOTH, fresh_database
from tests.rest.small_site import HOME, SmallSite


@pytest.fixture(params=BOTH)
def site(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SmallSite]:
    """A new site."""
    with fresh_database(request.param, tmp_path) as db:
        create_site(db, NewSite(home=HOME, title="Desk", timezone="Asia/Kolkata"))
        yield SmallSite(db)
