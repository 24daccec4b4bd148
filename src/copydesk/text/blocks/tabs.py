"""Tabs: list and panels find each other by ids, made of a number for the tabs and the panel's place in them.

What the script in the page would compute when it starts is written here already: before that no panel is
known to be the active one, so all are hidden. Outside of tabs nothing starts a script, and nothing is hidden.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from copydesk.text.blocks.attributes import whole_number
from copydesk.text.blocks.block import Block
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.supports.opening_tag import (
    find_tag,
    find_tags,
    read_attributes,
    set_attributes,
    set_attributes_of_all,
)
from copydesk.text.json_spelling import spell
from copydesk.text.rendering import Rendering

_TABS = "core/tabs"
_DEFAULT_LABEL = "Tabbed content"


@dataclass(slots=True)
class _Tabs:
    """The tabs being rendered: their id, the ids of their panels, the place of the next panel to come."""

    name: str = ""
    panels: Sequence[str] = ()
    place: int = 0

    def next_panel(self) -> str:
        self.place += 1
        if self.place <= len(self.panels):
            return self.panels[self.place - 1]
        return f"{self.name}-tab-{self.place - 1}" if self.name else f"tab-{self.place - 1}"


def enter_tabs(block: Block, rendering: Rendering) -> None:
    rendering.counters["tabs"] += 1
    name = f"tabs_{rendering.counters['tabs']}"
    panels = [anchor or f"{name}-tab-{place}" for place, anchor in enumerate(_anchors(block))]
    rendering.context = {**rendering.context, _TABS: _Tabs(name, panels)}


def _anchors(block: Block) -> Iterator[str]:
    for panels in block.inner_blocks:
        if panels.name == "core/tab-panels":
            for panel in panels.inner_blocks:
                if panel.name == "core/tab-panel":
                    yield str((panel.attrs or {}).get("anchor") or "")


def render_tabs(block: Block, html: str, rendering: Rendering) -> str:
    tabs = rendering.context[_TABS]
    context = {"tabsId": tabs.name, "activeTabIndex": whole_number((block.attrs or {}).get("activeTabIndex"))}
    values = {
        "data-wp-context": spell(context),
        "data-wp-init": "callbacks.onTabsInit",
        "data-wp-interactive": _TABS,
        "data-wp-on--keydown": "actions.handleTabKeyDown",
    }
    return set_attributes(html, find_tag(html), values)


def render_tab_list(block: Block, html: str, rendering: Rendering) -> str:
    label = str((block.attrs or {}).get("ariaLabel") or _DEFAULT_LABEL)
    html = set_attributes(html, find_tag(html), {"aria-label": label})
    tabs = rendering.context.get(_TABS)
    if tabs is None:
        return html
    buttons = (tag for tag in find_tags(html) if tag.name == "button")
    attributes = (_button_attributes(place, panel) for place, panel in enumerate(tabs.panels))
    return set_attributes_of_all(html, zip(buttons, attributes, strict=False))


def _button_attributes(place: int, panel: str) -> dict[str, str]:
    return {
        "aria-controls": panel,
        "data-wp-bind--aria-selected": "state.isActiveTab",
        "data-wp-bind--tabindex": "state.tabIndexAttribute",
        "data-wp-context": spell({"tabIndex": place}),
        "data-wp-on--click": "actions.handleTabClick",
        "data-wp-on--keydown": "actions.handleTabKeyDown",
        "id": f"tab__{panel}",
    }


def render_tab_panel(block: Block, html: str, rendering: Rendering) -> str:
    if (tag := find_tag(html)) is None:
        return html
    tabs = rendering.context.get(_TABS)
    own = read_attributes(html, tag).get("id")
    panel = (tabs or _Tabs(place=_count_lone(rendering))).next_panel()
    values = {
        "aria-labelledby": f"tab__{own or panel}",
        "data-wp-bind--hidden": "!state.isActiveTab",
        **({} if own else {"id": panel}),
    }
    html = set_attributes(html, tag, values)
    return html if tabs is None else set_attributes(html, tag, {"hidden": True})


def _count_lone(rendering: Rendering) -> int:
    rendering.counters["lone tab panels"] += 1
    return rendering.counters["lone tab panels"] - 1


TABS = (
    core_block("core/tabs", render_tabs, enter=enter_tabs, own_tags_only=True),
    core_block("core/tab-list", render_tab_list),
    core_block("core/tab-panel", render_tab_panel, own_tags_only=True),
)
