"""How the needs of texts are answered (`text.facts`): the site asked, and the shape of an answerer.

Each file `facts_*.py` has a table `ANSWERERS` from a kind of need to the function that answers all needs of
that kind together, with a fixed number of statements.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from copydesk.auth.viewer import STRANGER, Viewer
from copydesk.content.site import Site
from copydesk.content.types import Types
from copydesk.store.database import Db
from copydesk.text.facts import Need


@dataclass(frozen=True, slots=True)
class Newsroom:
    """Where facts come from: a site's database, its options and its kinds of content; and who reads them."""

    db: Db
    site: Site
    types: Types
    viewer: Viewer = STRANGER


Answers: TypeAlias = Mapping[Need[Any], Any]
Answerer: TypeAlias = Callable[[Newsroom, list[Any]], Answers]
Answerers: TypeAlias = Mapping[type[Need[Any]], Answerer]
