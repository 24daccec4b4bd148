"""What makes the submenus of a menu open and close in the browser."""

from copydesk.text.blocks.navigation_rules import (
    HOVER_DIRECTIVES,
    ITEM_DIRECTIVES,
    SUBMENU_DIRECTIVES,
    TOGGLE_DIRECTIVES,
)
from copydesk.text.blocks.supports.opening_tag import (
    OpeningTag,
    find_tags,
    read_attributes,
    set_attributes_of_all,
)


def add_submenu_directives(html: str) -> str:
    """To each item that has items below it, its toggle and its list."""
    if "has-child" not in html:
        return html
    changes = []
    waiting: list[set[str]] = []
    for tag in find_tags(html):
        names = set(read_attributes(html, tag).get("class", "").split())
        if tag.name == "li" and "has-child" in names:
            hover = {} if names & {"open-on-click", "open-always"} else HOVER_DIRECTIVES
            changes.append((tag, {**ITEM_DIRECTIVES, **hover}))
            waiting.append({"button", "ul"})
        elif waiting and _is_toggle(tag, names) and "button" in waiting[-1]:
            changes.append((tag, TOGGLE_DIRECTIVES))
            waiting[-1].discard("button")
        elif waiting and _is_submenu(tag, names) and "ul" in waiting[-1]:
            changes.append((tag, SUBMENU_DIRECTIVES))
            waiting.pop()
    return set_attributes_of_all(html, changes)


def _is_toggle(tag: OpeningTag, names: set[str]) -> bool:
    return tag.name == "button" and "wp-block-navigation-submenu__toggle" in names


def _is_submenu(tag: OpeningTag, names: set[str]) -> bool:
    return tag.name == "ul" and "wp-block-navigation__submenu-container" in names
