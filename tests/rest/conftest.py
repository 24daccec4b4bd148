"""The site that tests of the API start from."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.rest.small_site import SmallSite, small_site


@pytest.fixture
def site(tmp_path: Path) -> Iterator[SmallSite]:
    """A new site."""
    with small_site(tmp_path) as found:
        yield found
