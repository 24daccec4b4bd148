"""The kit's classic display text: typography, paragraphs, smilies, links, balance, shortcode tags."""

from collections.abc import Callable
from typing import Any

from copydesk.text.autop import autop
from copydesk.text.balance import balance_tags
from copydesk.text.characters import (
    escape_bare_ampersands,
    normalize_white_space,
    number_entities,
    spell_wordpress,
)
from copydesk.text.clickable import make_clickable
from copydesk.text.extended import split_extended
from copydesk.text.links import add_rel, make_relative, shorten_url
from copydesk.text.shortcode_tags import parse_attributes
from copydesk.text.smilies import convert_smilies
from copydesk.text.tags import split_html
from copydesk.text.texturize import texturize
from copydesk.text.unautop import unwrap_shortcodes

SITEURL = "https://example.org"


def text_of(value: str | bytes) -> str:
    """The kit hands bytes that are not UTF-8 as `bytes`; ours travel as lone surrogates."""
    return value.decode(errors="surrogateescape") if isinstance(value, bytes) else value


def shortcode_parse_atts(value: str | bytes) -> list[str] | dict[str, str]:
    """PHP has one kind of array: numbered from 0 without a gap it is written as a list."""
    attributes = parse_attributes(text_of(value))
    is_list = all(key == str(place) for place, key in enumerate(attributes))
    return list(attributes.values()) if is_list else attributes


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "shortcode_parse_atts": shortcode_parse_atts,
    "wpautop": lambda value, br=True: autop(text_of(value), br=bool(br)),
    "shortcode_unautop": lambda value: unwrap_shortcodes(text_of(value)),
    "force_balance_tags": lambda value: balance_tags(text_of(value)),
    "convert_smilies": lambda value: convert_smilies(text_of(value), SITEURL),
    "convert_chars": lambda value: escape_bare_ampersands(text_of(value)),
    "capital_P_dangit": lambda value: spell_wordpress(text_of(value)),
    "normalize_whitespace": lambda value: normalize_white_space(text_of(value)),
    "ent2ncr": lambda value: number_entities(text_of(value)),
    "make_clickable": lambda value: make_clickable(text_of(value), SITEURL),
    "wp_rel_nofollow": lambda value: add_rel(text_of(value), "nofollow", SITEURL),
    "wp_rel_ugc": lambda value: add_rel(text_of(value), "nofollow ugc", SITEURL),
    "wp_make_link_relative": lambda value: make_relative(text_of(value)),
    "url_shorten": lambda value: shorten_url(text_of(value)),
    "get_extended": lambda value: split_extended(text_of(value))._asdict(),
    "wptexturize": lambda value: texturize(text_of(value)),
    "wp_html_split": lambda value: split_html(text_of(value)),
}
