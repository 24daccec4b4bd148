"""Terms in the order of a tree, for lists that show what is below what."""

from collections.abc import Iterator, Sequence

from copydesk.text.facts import TermFacts


def terms_by_tree(terms: Sequence[TermFacts]) -> list[tuple[TermFacts, int]]:
    """Each term with its depth, after the one above it.

    Terms whose parent is not among them come last, at the top.
    """
    below: dict[int, list[TermFacts]] = {}
    for term in terms:
        below.setdefault(term.parent, []).append(term)
    top = 0 if 0 in below or not terms else terms[0].parent
    tree = list(_take_below(top, below))
    orphans = {term.id for waiting in below.values() for term in waiting}
    return tree + [(term, 0) for term in terms if term.id in orphans]


def _take_below(top: int, below: dict[int, list[TermFacts]]) -> Iterator[tuple[TermFacts, int]]:
    """Takes what it yields out of `below`, so that loops of parents end."""
    stack = [(term, 0) for term in reversed(below.pop(top, []))]
    while stack:
        term, depth = stack.pop()
        yield term, depth
        stack.extend((child, depth + 1) for child in reversed(below.pop(term.id, [])))
