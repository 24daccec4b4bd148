"""The forms for the settings of widgets, in WordPress's markup, which scripts of the desk look for.

Only blocks and texts have one: the block editor makes its own for everything else.
"""

from collections.abc import Callable, Mapping
from typing import Any

from copydesk.content.widgets import Widget
from copydesk.text.escape import escape_attribute, escape_textarea

_INDENT = "\t\t\t"


def render_form(widget: Widget) -> str:
    """The form of a widget; empty for kinds without one."""
    form = FORMS.get(widget.kind)
    return form(widget, widget.instance) if form and widget.instance is not None else ""


def _of(widget: Widget, setting: str) -> str:
    """Id and name of the field of a setting."""
    field = f"widget-{widget.kind}-{widget.number}-{setting}"
    return f'id="{field}" name="widget-{widget.kind}[{widget.number}][{setting}]"'


def _block_form(widget: Widget, settings: Mapping[Any, Any]) -> str:
    content = escape_textarea(str(settings.get("content", "")))
    return (
        f'<p>\n{_INDENT}<label for="widget-{widget.id}-content">\n{_INDENT}\tBlock HTML:{_INDENT}</label>\n'
        f'{_INDENT}<textarea {_of(widget, "content")} rows="6" cols="50" class="widefat code">{content}'
        "</textarea>\n\t\t</p>"
    )


def _text_form(widget: Widget, settings: Mapping[Any, Any]) -> str:
    def hidden(setting: str, value: str) -> str:
        kind = f'class="{setting} sync-input" type="hidden"'
        return f'<input {_of(widget, setting)} {kind} value="{escape_attribute(value)}">'

    text = escape_textarea(str(settings.get("text", "")))
    fields = (
        hidden("title", str(settings.get("title", ""))),
        f'<textarea {_of(widget, "text")} class="text sync-input" hidden>{text}</textarea>',
        hidden("filter", "on"),
        hidden("visual", "on"),
    )
    return f"\n{_INDENT}".join(fields)


FORMS: Mapping[str, Callable[[Widget, Mapping[Any, Any]], str]] = {"block": _block_form, "text": _text_form}
