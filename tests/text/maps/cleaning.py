"""The functions of the text kit that clean and escape, answered by ours."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from copydesk.text.css import filter_css
from copydesk.text.emails import clean_email, is_email
from copydesk.text.entities import decode_special_characters, normalize_entities, repair_windows_entities
from copydesk.text.escape import escape_attribute, escape_html, escape_js, escape_textarea, escape_xml
from copydesk.text.fields import (
    clean_class,
    clean_color,
    clean_key,
    clean_line,
    clean_lines,
    clean_locale,
    clean_login,
    clean_mime_type,
    clean_trackback_urls,
)
from copydesk.text.kses import clean_html
from copydesk.text.kses_rules import INLINE, POST
from copydesk.text.protocols import ALLOWED_PROTOCOLS, cut_bad_protocol
from copydesk.text.saving import Field, SavingSite, clean_for_saving
from copydesk.text.strip_tags import strip_all_tags
from copydesk.text.urls import clean_url, escape_url
from copydesk.text.utf8 import is_valid_utf8, replace_invalid_utf8

Value = str | bytes | bool | None


def as_text(value: Value) -> str:
    """What PHP makes of a value that is asked for as a string."""
    if isinstance(value, bytes):
        return value.decode("utf-8", "surrogateescape")
    if isinstance(value, bool):
        return "1" if value else ""
    return "" if value is None else str(value)


def on_text(function: Callable[..., Any]) -> Callable[..., Any]:
    return lambda value, **args: function(as_text(value), **args)


def check_invalid_utf8(text: str, strip: bool = False) -> str:
    if strip:
        return replace_invalid_utf8(text)
    return text if is_valid_utf8(text) else ""


def esc_url(text: str, protocols: str | list[str] | None = None) -> str:
    return escape_url(text, [protocols] if isinstance(protocols, str) else protocols or ALLOWED_PROTOCOLS)


def kses_bad_protocol(text: str, allowed_protocols: list[str] | None = None) -> str:
    return cut_bad_protocol(text, allowed_protocols or ALLOWED_PROTOCOLS)


SITE = SavingSite(home="https://example.org", files_url="https://example.org/wp-content/uploads")
POST_HERE = replace(POST, files_url=SITE.files_url)


def saved(field: Field, *, unfiltered: bool = False) -> Callable[[str], str]:
    return lambda text: clean_for_saving(field, text, may_write_unfiltered_html=unfiltered, site=SITE)


def kses_post(text: str) -> str:
    return clean_html(text, POST_HERE)


def kses_data(text: str) -> str:
    return clean_html(text, INLINE)


def email(text: str) -> str | bool:
    return text if is_email(text) else False


def user(text: str, strict: bool = False) -> str:
    return clean_login(text, strict=strict)


def strip_all(text: str, remove_breaks: bool = False) -> str:
    return strip_all_tags(text, remove_breaks=remove_breaks)


_ON_TEXT: dict[str, Callable[..., Any]] = {
    "content_save_pre": saved("post_content"),
    "content_save_pre_admin": saved("post_content", unfiltered=True),
    "convert_invalid_entities": repair_windows_entities,
    "esc_attr": escape_attribute,
    "esc_html": escape_html,
    "esc_js": escape_js,
    "esc_textarea": escape_textarea,
    "esc_url": esc_url,
    "esc_url_raw": clean_url,
    "esc_xml": escape_xml,
    "safecss_filter_attr": filter_css,
    "excerpt_save_pre": saved("post_excerpt"),
    "is_email": email,
    "pre_comment_content": saved("comment_content"),
    "sanitize_email": clean_email,
    "sanitize_hex_color": clean_color,
    "sanitize_html_class": clean_class,
    "sanitize_key": clean_key,
    "sanitize_locale_name": clean_locale,
    "sanitize_mime_type": clean_mime_type,
    "sanitize_text_field": clean_line,
    "sanitize_textarea_field": clean_lines,
    "sanitize_trackback_urls": clean_trackback_urls,
    "sanitize_user": user,
    "title_save_pre": saved("post_title"),
    "wp_check_invalid_utf8": check_invalid_utf8,
    "wp_kses_bad_protocol": kses_bad_protocol,
    "wp_kses_data": kses_data,
    "wp_kses_post": kses_post,
    "wp_kses_normalize_entities": normalize_entities,
    "wp_specialchars_decode": decode_special_characters,
    "wp_strip_all_tags": strip_all,
}

FUNCTIONS = {name: on_text(function) for name, function in _ON_TEXT.items()}
