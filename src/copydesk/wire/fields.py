"""`_fields`: which members of an answer the client wants, dotted names for members of members."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

EVERYTHING = None


@dataclass(slots=True)
class Wanted:
    """A tree of wanted names. A leaf (no children) wants all below it."""

    children: dict[str, "Wanted"] = field(default_factory=dict)
    is_leaf: bool = False

    def has(self, path: str) -> bool:
        """True when something of `path` is wanted.

        >>> wanted = parse_fields("id,title.rendered")
        >>> wanted.has("title"), wanted.has("title.raw"), wanted.has("date")
        (True, False, False)
        """
        node = self
        for name in path.split("."):
            if node.is_leaf:
                return True
            below = node.children.get(name)
            if below is None:
                return False
            node = below
        return True

    def names(self, path: str) -> bool:
        """True when `path` itself is wanted, and not just a member of it."""
        below = self.children.get(path)
        return below is not None and below.is_leaf


def parse_fields(value: str | Iterable[str] | Mapping[Any, str] | None) -> Wanted | None:
    """The tree of a `_fields` argument (text with commas or spaces, or an array); None when it is empty."""
    if value is None:
        return EVERYTHING
    if isinstance(value, Mapping):
        value = value.values()
    parts = (
        value.replace(",", " ").split() if isinstance(value, str) else [str(part).strip() for part in value]
    )
    root = Wanted()
    for part in parts:
        if part:
            _add(root, part)
    return root if root.children else EVERYTHING


def _add(root: Wanted, path: str) -> None:
    node = root
    for name in path.split("."):
        node = node.children.setdefault(name, Wanted())
    node.is_leaf = True


def pick(data: Any, wanted: Wanted) -> Any:
    """`data` with only what is wanted. An object that keeps nothing is PHP's empty array (recorded)."""
    if wanted.is_leaf or not isinstance(data, Mapping):
        return data
    picked = {}
    for name, value in data.items():
        below = wanted.children.get(str(name))
        if below is None:
            continue
        if below.is_leaf:
            picked[name] = value
        elif isinstance(value, list):
            picked[name] = _pick_items(value, below)
        else:
            picked[name] = pick(value, below)
    return picked or []


def _pick_items(items: list[Any], wanted: Wanted) -> Any:
    """Items by their number; a list with a gap is an object."""
    picked = {place: item for place, item in enumerate(items) if str(place) in wanted.children}
    return list(picked.values()) if list(picked) == list(range(len(picked))) else picked
