"""The names of core's icons, in its order. Labels follow from names, apart from a few; drawings are not ours."""

from collections.abc import Mapping

NAMES = (
    "arrow-down-left", "arrow-down-right", "arrow-down", "arrow-left", "arrow-right", "arrow-up-left",
    "arrow-up-right", "arrow-up", "at-symbol", "audio", "bell", "block-default", "block-meta", "block-table",
    "calendar", "capture-photo", "capture-video", "cart", "category", "caution", "chart-bar", "check",
    "chevron-down", "chevron-down-small", "chevron-left", "chevron-left-small", "chevron-right",
    "chevron-right-small", "chevron-up", "chevron-up-down", "chevron-up-small", "comment", "cover", "create",
    "desktop", "download", "drawer-left", "drawer-right", "envelope", "error", "external", "file", "gallery",
    "group", "heading", "help", "home", "image", "info", "key", "language", "map-marker", "menu", "mobile",
    "more-horizontal", "more-vertical", "next", "paragraph", "payment", "pencil", "people", "plus",
    "plus-circle", "previous", "published", "quote", "receipt", "rss", "scheduled", "search", "settings",
    "shadow", "share", "shield", "shuffle", "star-empty", "star-filled", "star-half", "store", "styles",
    "symbol", "symbol-filled", "table", "tablet", "tag", "tip", "upload", "verse",
)  # fmt: skip

LABELS: Mapping[str, str] = {"at-symbol": "At Symbol (@)", "rss": "RSS"}
