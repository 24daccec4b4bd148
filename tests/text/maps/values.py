"""Names and values of the text kit: JSON, serialised values, dates, numbers, slugs, passwords, cookies."""

import math
import re
from collections.abc import Callable
from datetime import UTC, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from copydesk.auth.keys import Keys, Scheme
from copydesk.auth.nonces import make_nonce, nonce_age
from copydesk.auth.passwords import fast_hash, is_outdated, verify_fast_hash, verify_password
from copydesk.auth.sessions import has_session, is_genuine, make_cookie, parse_cookie, session_key
from copydesk.media.kinds import KINDS
from copydesk.store import php
from copydesk.text.accents import remove_accents
from copydesk.text.date_reader import read_date
from copydesk.text.dates import format_date, format_plain_date, format_stored_date
from copydesk.text.file_names import clean_file_name
from copydesk.text.floats import format_float
from copydesk.text.json_spelling import JsonError, Raw, from_php, is_packed, spell
from copydesk.text.lists import parse_ids, parse_list
from copydesk.text.numbers import format_number, format_size, format_span
from copydesk.text.slugs import dashed, searched_slug_of, slug_of
from copydesk.wire.dates import (
    format_rest_date,
    parse_rest_date,
    read_timestamp,
    site_zone,
)
from copydesk.wire.json import indent
from tests.text.fixture_site import load_rows

KOLKATA = ZoneInfo("Asia/Kolkata")
NUMERIC = re.compile(r"[ \t\n\r\v\f]*[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?[ \t\n\r\v\f]*", re.I | re.A)


def as_text(value: str | bytes) -> str:
    return value.decode("utf-8", "surrogateescape") if isinstance(value, bytes) else value


def zone_of(timezone_string: str | None = None, gmt_offset: float | None = None) -> tzinfo:
    if timezone_string is None and gmt_offset is None:
        return KOLKATA
    return site_zone(timezone_string or "", gmt_offset or 0)


def get_date_from_gmt(date: str, **args: Any) -> str:
    pattern = args.pop("format", "Y-m-d H:i:s")
    timestamp = read_timestamp(date, UTC)
    if timestamp is None:
        return format_plain_date(pattern, 0, ZoneInfo("UTC"))
    return format_plain_date(pattern, timestamp, zone_of(**args))


def get_gmt_from_date(date: str, **args: Any) -> str:
    pattern = args.pop("format", "Y-m-d H:i:s")
    return format_plain_date(pattern, read_timestamp(date, zone_of(**args)) or 0, ZoneInfo("UTC"))


def iso8601_to_datetime(date: str, timezone: str = "user") -> str | bool:
    timestamp = read_timestamp(date, KOLKATA)
    if timestamp is None or timezone.lower() not in ("user", "gmt"):
        return False
    return format_plain_date("Y-m-d H:i:s", timestamp, UTC if timezone.lower() == "gmt" else KOLKATA)


def rest_get_date_with_gmt(date: Any, is_utc: bool, **args: Any) -> list[str] | None:
    pair = parse_rest_date(str(date), zone_of(**args), is_gmt=is_utc)
    return [pair.local, pair.gmt] if pair else None


def mysql2date(date: str, **args: Any) -> str | int | bool:
    """`G` and `U` give a number: the local clock read as if it were Greenwich's."""
    pattern = args.pop("format")
    written = read_date(date)
    if pattern in ("G", "U") and written:
        stamp = format_stored_date("U Z", date, zone_of(**args)) or ""
        return sum(map(int, stamp.split())) if written.offset is None else written.wall
    formatted = format_stored_date(pattern, date, zone_of(**args))
    return False if formatted is None else formatted


def wp_date(timestamp: int, **args: Any) -> str:
    pattern = args.pop("format")
    return format_date(pattern, timestamp, zone_of(**args))


def for_php(value: Any) -> Any:
    """The kit's bytes and objects as the store has them."""
    if isinstance(value, bytes):
        return as_text(value)
    if isinstance(value, list):
        return [for_php(item) for item in value]
    if isinstance(value, dict):
        return {for_php(key): for_php(item) for key, item in value.items()}
    if hasattr(value, "props"):
        return php.PhpObject(value.cls, {str(key): for_php(item) for key, item in value.props.items()})
    return value


def maybe_unserialize(text: str | bytes) -> Any:
    """Where PHP does not know the class of an enum, there is no value at all."""
    value = php.maybe_unserialize(as_text(text))
    return False if has_enum(value) else with_lists(value)


def has_enum(value: Any) -> bool:
    items = value.props if isinstance(value, php.PhpObject) else value
    return isinstance(value, php.PhpEnum) or (isinstance(items, dict) and any(map(has_enum, items.values())))


def with_lists(value: Any) -> Any:
    """Packed arrays as lists, as the kit writes them."""
    if isinstance(value, php.PhpObject):
        return php.PhpObject(value.cls, {key: with_lists(item) for key, item in value.props.items()})
    if isinstance(value, dict):
        items = {key: with_lists(item) for key, item in value.items()}
        return list(items.values()) if is_packed(items) else items
    return value


def with_flags(value: Any, flags: int) -> Any:
    """PHP's options that change values: lists as objects 16, numeric strings 32, errors 512, zeros 1024."""
    if isinstance(value, list):
        items = [with_flags(item, flags) for item in value]
        return {str(place): item for place, item in enumerate(items)} if flags & 16 else items
    if isinstance(value, dict):
        return {key: with_flags(item, flags) for key, item in value.items()}
    if isinstance(value, str) and flags & 32 and NUMERIC.fullmatch(value):
        return with_flags(int(value) if value.strip().lstrip("+-").isdigit() else float(value), flags)
    if isinstance(value, float) and flags & 512 and not math.isfinite(value):
        return 0
    if isinstance(value, float) and flags & 1024 and format_float(value).lstrip("-").isdigit():
        return Raw(format_float(value) + ".0")
    return value


def wp_json_encode(value: Any, flags: int = 0) -> str | bool:
    hexed = "".join(character for bit, character in ((1, "<>"), (2, "&"), (4, "'"), (8, '"')) if flags & bit)
    try:
        text = spell(
            with_flags(from_php(for_php(value)), flags),
            escape_slashes=not flags & 64,
            escape_unicode=not flags & 256,
            hexed=hexed,
        )
    except JsonError:
        return False
    return indent(text) if flags & 128 else text


def sanitize_title(title: str | bytes, fallback_title: str = "", context: str = "save") -> str:
    if context == "save":
        return slug_of(as_text(title), fallback=fallback_title)
    return searched_slug_of(as_text(title), fallback=fallback_title)


def sanitize_title_with_dashes(title: str | bytes, raw_title: str = "", context: str = "display") -> str:
    return dashed(as_text(title), save=context == "save")


def wp_check_filetype(name: str) -> dict[str, Any]:
    kind = KINDS.of(name)
    return {"ext": kind.extension, "type": kind.mime_type} if kind else {"ext": False, "type": False}


KEYS = Keys(auth="a1b1", secure_auth="a2b2", logged_in="a3b3", nonce="a4b4")


def wp_generate_auth_cookie(user_id: int, expiration: int, scheme: Scheme, token: str) -> str:
    user = load_rows().users[user_id]
    cookie = make_cookie(
        KEYS, scheme, user["user_login"], password_hash=user["user_pass"], expiration=expiration, token=token
    )
    return str(cookie)


def wp_validate_auth_cookie(text: str, scheme: Scheme, time: int, sessions: dict[str, Any]) -> int | bool:
    cookie = parse_cookie(text)
    users = [user for user in load_rows().users.values() if cookie and user["user_login"] == cookie.login]
    if not cookie or not users:
        return False
    user = users[0]
    stored = {
        session_key(token): {"expiration": until} for token, until in sessions.get(user["ID"], {}).items()
    }
    genuine = is_genuine(cookie, KEYS, scheme, password_hash=user["user_pass"], now=time)
    return int(user["ID"]) if genuine and has_session(stored, cookie.token, time) else False


def wp_create_nonce(action: object, user_id: int, token: str, time: int) -> str:
    return make_nonce(KEYS, str(action), user=user_id, token=token, now=time)


def wp_verify_nonce(nonce: str, action: object, user_id: int, token: str, time: int) -> int | bool:
    return nonce_age(nonce, KEYS, str(action), user=user_id, token=token, now=time) or False


def size_format(size: object, decimals: int = 0) -> str | bool:
    return format_size(size, decimals) or False if isinstance(size, int | float) else False


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "get_date_from_gmt": get_date_from_gmt,
    "get_gmt_from_date": get_gmt_from_date,
    "iso8601_to_datetime": iso8601_to_datetime,
    "human_time_diff": lambda start, to: format_span(to - start),
    "is_serialized": lambda text, strict=True: php.is_serialized(as_text(text), strict=strict),
    "maybe_serialize": lambda value: php.maybe_serialize(for_php(value)),
    "maybe_unserialize": maybe_unserialize,
    "mysql2date": mysql2date,
    "mysql_to_rfc3339": lambda date: format_rest_date(date, KOLKATA) or False,
    "number_format_i18n": format_number,
    "remove_accents": lambda text, locale="en_US": remove_accents(as_text(text), locale),
    "rest_get_date_with_gmt": rest_get_date_with_gmt,
    "sanitize_file_name": lambda name: clean_file_name(as_text(name), KINDS.extensions),
    "sanitize_title": sanitize_title,
    "sanitize_title_with_dashes": sanitize_title_with_dashes,
    "size_format": size_format,
    "wp_check_filetype": wp_check_filetype,
    "wp_check_password": lambda password, **args: verify_password(as_text(password), args["hash"]),
    "wp_create_nonce": wp_create_nonce,
    "wp_date": wp_date,
    "wp_fast_hash": lambda secret: fast_hash(as_text(secret)),
    "wp_generate_auth_cookie": wp_generate_auth_cookie,
    "wp_hash": lambda data, scheme="auth", algo="md5": KEYS.sign(data, scheme, algo),
    "wp_json_encode": wp_json_encode,
    "wp_parse_id_list": parse_ids,
    "wp_parse_list": parse_list,
    "wp_password_needs_rehash": lambda hashed, user_id="": is_outdated(hashed),
    "wp_validate_auth_cookie": wp_validate_auth_cookie,
    "wp_verify_fast_hash": lambda secret, **args: verify_fast_hash(as_text(secret), args["hash"]),
    "wp_verify_nonce": wp_verify_nonce,
}
