"""Blocks saved as html to which the server adds something, apart from what supports add to any block."""

from copydesk.text.blocks.accordion import ACCORDIONS
from copydesk.text.blocks.block import BlockType
from copydesk.text.blocks.button import BUTTON
from copydesk.text.blocks.file import FILE
from copydesk.text.blocks.footnotes import FOOTNOTES
from copydesk.text.blocks.gallery import GALLERY
from copydesk.text.blocks.heading import HEADING
from copydesk.text.blocks.icon import ICON
from copydesk.text.blocks.image import IMAGE
from copydesk.text.blocks.list import LIST
from copydesk.text.blocks.paragraph import PARAGRAPH
from copydesk.text.blocks.playlist import PLAYLISTS
from copydesk.text.blocks.shortcode import SHORTCODE
from copydesk.text.blocks.tabs import TABS
from copydesk.text.blocks.video import VIDEO

STATIC: tuple[BlockType, ...] = (
    *ACCORDIONS,
    BUTTON,
    FILE,
    FOOTNOTES,
    GALLERY,
    HEADING,
    ICON,
    IMAGE,
    LIST,
    PARAGRAPH,
    *PLAYLISTS,
    SHORTCODE,
    *TABS,
    VIDEO,
)
