"""What links to other pages of a list have in common."""

# Changes what a query block shows without leaving the page, where the block says so.
FOLLOW_IN_PLACE = ' data-wp-on--click="core/query::actions.navigate"'

_SIGNS = {
    ("arrow", "next"): "→",
    ("arrow", "previous"): "←",
    ("chevron", "next"): "»",
    ("chevron", "previous"): "«",
}


def arrow(block_class: str, kind: str) -> str:
    """The sign beside the words of a link; `block_class` ends in `next` or `previous`."""
    direction = block_class.rpartition("-")[2]
    sign = _SIGNS.get((kind, direction))
    if sign is None:
        return ""
    return f"<span class='{block_class}-arrow is-arrow-{kind}' aria-hidden='true'>{sign}</span>"
