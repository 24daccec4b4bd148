"""Accordions: heading and panel of an item find each other by ids made of a number on the page.

An item without a heading and a panel stays as it was saved. What the script in the page would compute when
it starts is written here already, but only inside of an accordion: elsewhere there is no script to start.
"""

from itertools import islice

from copydesk.text.blocks.block import Block
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.supports.opening_tag import (
    OpeningTag,
    add_classes,
    find_tag,
    find_tags,
    read_attributes,
    set_attributes,
)
from copydesk.text.rendering import Rendering

_ACCORDION = "core/accordion"
_FAR = 200  # tags up to the panel of an item


def enter_accordion(block: Block, rendering: Rendering) -> None:
    rendering.context = {**rendering.context, _ACCORDION: True}


def render_accordion(block: Block, html: str, rendering: Rendering) -> str:
    closes = _spelled((block.attrs or {}).get("autoclose"))
    context = f'{{ "autoclose": {closes}, "accordionItems": [] }}'
    values = {"data-wp-context": context, "data-wp-interactive": _ACCORDION}
    return set_attributes(html, find_tag(html), values)


def render_accordion_item(block: Block, html: str, rendering: Rendering) -> str:
    parts = _parts(html)
    if parts is None:
        return html
    item, toggle, panel = parts
    rendering.counters["accordion items"] += 1
    name = f"accordion-item-{rendering.counters['accordion items']}"
    opened = _spelled((block.attrs or {}).get("openByDefault"))
    html = set_attributes(html, panel, _panel_attributes(name))
    html = set_attributes(html, toggle, _toggle_attributes(name))
    return set_attributes(html, item, _item_attributes(name, opened))


def finish_accordion_item(block: Block, html: str, rendering: Rendering) -> str:
    """What the script finds open or closed when it starts."""
    parts = _parts(html) if rendering.context.get(_ACCORDION) else None
    if parts is None:
        return html
    opened = (block.attrs or {}).get("openByDefault") is True
    item, toggle, _ = parts
    html = set_attributes(html, toggle, {"aria-expanded": _spelled(opened)})
    return add_classes(html, item, ["is-open"]) if opened else html


def _parts(html: str) -> tuple[OpeningTag, OpeningTag, OpeningTag] | None:
    """The item, the button of its heading, its panel."""
    item = toggle = panel = None
    for tag in islice(find_tags(html), _FAR):
        classes = read_attributes(html, tag).get("class", "").split()
        if item is None:
            item = tag
        elif toggle is None and "wp-block-accordion-heading__toggle" in classes:
            toggle = tag
        elif toggle is not None and "wp-block-accordion-panel" in classes:
            panel = tag
            break
    return (item, toggle, panel) if item and toggle and panel else None


def _item_attributes(name: str, opened: str) -> dict[str, str]:
    return {
        "data-wp-class--is-open": "state.isOpen",
        "data-wp-context": f'{{ "id": "{name}", "openByDefault": {opened} }}',
        "data-wp-init": "callbacks.initAccordionItems",
        "data-wp-on-window--hashchange": "callbacks.hashChange",
    }


def _toggle_attributes(name: str) -> dict[str, str]:
    return {
        "aria-controls": f"{name}-panel",
        "data-wp-bind--aria-expanded": "state.isOpen",
        "data-wp-on--click": "actions.toggle",
        "id": name,
    }


def _panel_attributes(name: str) -> dict[str, str]:
    return {
        "aria-labelledby": name,
        "data-wp-bind--hidden": "state.isHidden",
        "data-wp-on--beforematch": "actions.handleBeforeMatch",
        "id": f"{name}-panel",
    }


def _spelled(value: object) -> str:
    return "true" if value is True else "false"


ACCORDIONS = (
    core_block("core/accordion", render_accordion, enter=enter_accordion, own_tags_only=True),
    core_block("core/accordion-item", render_accordion_item, finish=finish_accordion_item),
)
