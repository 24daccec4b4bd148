"""Routes as the dispatcher sees them, whether a resource made them or a file declares them itself."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from copydesk.rest.page import Call
from copydesk.rest.resource import Param, Resource, Rule, allow
from copydesk.wire.refused import Refused
from copydesk.wire.request import Answer
from copydesk.wire.schema import Schema


@dataclass(frozen=True, slots=True)
class Rows:
    """An outcome still to be presented: rows of a resource. `total` is given for collections with pages."""

    resource: Resource
    rows: Sequence[Any]
    total: int | None = None
    is_collection: bool = False
    status: int = 200
    headers: Mapping[str, str | int] = field(default_factory=dict)
    context: str | None = None  # instead of the caller's


# A refusal that is the outcome of a write, not raised by it, comes after what was written: that stays.
Outcome: TypeAlias = Rows | Answer | Refused


@dataclass(frozen=True, slots=True)
class Endpoint:
    """What a route does for some methods. `prepare` is the slow work before the transaction of a write."""

    methods: tuple[str, ...]
    run: Callable[[Call], Outcome]
    params: Mapping[str, Param] = field(default_factory=dict)
    permit: Rule = allow
    prepare: Callable[[Call], Any] | None = None
    writes: bool = False
    allow_batch: bool = False
    denies_batch: bool = False  # published as a no; most that cannot be batched say nothing


@dataclass(frozen=True, slots=True)
class Route:
    """A pattern and its endpoints. The pattern is a regular expression without anchors, as it is published."""

    pattern: str
    endpoints: tuple[Endpoint, ...]
    namespace: str = "wp/v2"
    schema: Callable[[Call], Schema] | None = None
    collection_of: Resource | None = None
    item_of: Resource | None = None
    listed: bool = True  # in the index
    shows: Schema | None = None  # what GET answers, where no resource tells

    @property
    def methods(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(method for endpoint in self.endpoints for method in endpoint.methods))
