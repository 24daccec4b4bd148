"""The state of rendering one text: the facts around it, the post it belongs to, what was counted so far."""

from collections import Counter
from collections.abc import Callable, Mapping
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
    block_types: Mapping[str, Any] = field(default_factory=dict)  # BlockType by name; none: WordPress's own
    shortcodes: Mapping[str, Callable[..., str]] = field(default_factory=dict)  # RunShortcode by name
    depth: int = 0  # renderers of blocks running around this one
    in_content: bool = (
        False  # the content's later steps will run: pictures get their loading attributes there
    )
    # The pipeline's own steps, for blocks that show other posts: content; excerpt of so many words.
    render_content: Callable[[str, "Rendering"], str] | None = None
    render_excerpt: Callable[[PostFacts, "Rendering", int], str] | None = None
