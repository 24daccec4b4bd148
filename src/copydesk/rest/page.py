"""One request to the API (`Call`), and the rows of one answer with what is loaded for them (`Page`)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from copydesk.auth.viewer import Viewer
from copydesk.content.site import Site
from copydesk.store.database import Db
from copydesk.store.work import Work
from copydesk.wire.fields import Wanted
from copydesk.wire.request import Request

if TYPE_CHECKING:
    from copydesk.rest.api import Api
    from copydesk.rest.resource import Resource

Row = TypeVar("Row")
Loaded = TypeVar("Loaded")


@dataclass(slots=True)
class Call:
    """A request being answered: who asks, for what, where. `params` are checked and converted."""

    api: "Api"
    db: Db
    site: Site
    viewer: Viewer
    request: Request
    params: Mapping[str, Any] = field(default_factory=dict)
    target: "Page | None" = None  # the row that the route names, once found
    work: Work | None = None  # the open transaction of a write
    uploads: Path = Path("uploads")  # the folder of the media library
    prepared: Any = None  # what the endpoint made before the transaction

    @property
    def context(self) -> str:
        """view, embed or edit."""
        return str(self.params.get("context") or "view")

    def with_params(self, **params: Any) -> "Call":
        """The same caller asking for something else; what was found for this one is not carried over."""
        return replace(self, params=params, target=None)

    def url(self, path: str) -> str:
        """The address of a route of the content API.

        >>> call.url("posts/5")
        'https://news.example/wp-json/wp/v2/posts/5'
        """
        return self.site.rest_url(f"wp/v2/{path}")


@dataclass(slots=True)
class Page:
    """The rows of an answer. A loader runs once for all of them, whoever asks first."""

    call: Call
    resource: "Resource"
    rows: Sequence[Any]
    wanted: Wanted | None = None
    _loaded: dict[Callable[..., Any], Any] = field(default_factory=dict)

    def load(self, loader: "Callable[[Page], Loaded]") -> Loaded:
        """What the loader finds for the rows of this page, by id; a loader may build on others."""
        try:
            found: Loaded = self._loaded[loader]
        except KeyError:
            found = self._loaded[loader] = loader(self)
        return found

    def wants(self, path: str) -> bool:
        """False when `_fields` leaves this member out, so that it need not be computed."""
        if self.wanted is None:
            return True
        if self.resource.picks_members or path.startswith("_"):
            return self.wanted.has(path)
        return self.wanted.names(path.partition(".")[0])
