"""The state of rendering one text: the facts around it, the post it belongs to, what was counted so far."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from copydesk.text.facts import Facts, PostFacts


@dataclass(slots=True)
class Rendering:
    """Made anew for each text; `counters` number galleries, players and element classes within it."""

    facts: Facts
    post: PostFacts | None = None
    counters: Counter[str] = field(default_factory=Counter)
    context: dict[str, Any] = field(default_factory=dict)  # block context: queryId, postType …
    open_posts: tuple[int, ...] = ()  # posts being rendered around this one: a post inside itself stays out
