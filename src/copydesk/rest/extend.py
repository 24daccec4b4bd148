"""What plugins add to resources: fields and links after core's own, and other values for known fields."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from copydesk.rest.page import Page
from copydesk.rest.plugin import Plugin, RestChange
from copydesk.rest.resource import Field, Resource


def extend(resource: Resource, plugins: Iterable[Plugin]) -> Resource:
    """The resource with everything that plugins declare for it, by the title of its schema."""
    fields, links = list(resource.fields), list(resource.links)
    for plugin in plugins:
        for change in plugin.rest_changes:
            if change.of == resource.title:
                fields = [_changed(field, change) if field.name == change.name else field for field in fields]
        fields += [added.field for added in plugin.rest_fields if added.of == resource.title]
        links += plugin.links.get(resource.title, ())
        removed = plugin.removed_links.get(resource.title, ())
        links = [link for link in links if link.rel not in removed]
    return replace(resource, fields=tuple(fields), links=tuple(links))


def _changed(field: Field, change: RestChange) -> Field:
    def read(row: Any, page: Page) -> Any:
        value = field.read(row, page) if field.read else getattr(row, field.name)
        return change.change(row, value, page)

    return replace(field, read=read)
