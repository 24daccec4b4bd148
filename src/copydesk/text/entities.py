"""Character references: which are good, which are repaired, which are read.

`normalize_entities` makes every `&` of a text mean what a browser reads: a reference that is known and
complete stays, any other `&` becomes `&amp;`. Numbers are written one way only (`&#058;`, `&#x3A;`), so
that later steps need to look for one spelling. Applied twice it changes nothing more.
"""

import re
from collections.abc import Set as AbstractSet

from copydesk.text.entities_rules import (
    HTML_CHARACTERS,
    HTML_NAMES,
    WINDOWS_1252,
    WINDOWS_1252_CHARACTERS,
    XML_NAMES,
)

_AMPERSAND = re.compile(
    r"&(?:(?P<name>[A-Za-z][A-Za-z0-9]*);"
    r"|#0*(?P<decimal>[1-9][0-9]{0,6});"
    r"|#[xX](?P<zeros>0*)(?P<hex>[1-9A-Fa-f][0-9A-Fa-f]{0,5});)?"
)
_NUMERIC = re.compile(r"&#(?:([0-9]+)|[xX]([0-9A-Fa-f]+));")
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]*);")
_REFERENCE = re.compile(rf"{_NUMERIC.pattern}|{_NAMED.pattern}")
_SPECIAL = re.compile(
    r"&(?:(?P<lt>lt|#0*60|#[xX]0*3[cC])|(?P<gt>gt|#0*62|#[xX]0*3[eE])|(?P<amp>amp|#0*38|#[xX]0*26)"
    r"|(?P<double>quot|#0*34|#[xX]0*22)|(?P<single>#0*39|#[xX]0*27));"
)
_SPECIAL_CHARACTERS = {"lt": "<", "gt": ">", "amp": "&", "double": '"', "single": "'"}
_WINDOWS_1252 = re.compile(r"&#1[2-5][0-9];")


def normalize_entities(text: str, names: AbstractSet[str] = HTML_NAMES) -> str:
    """Keeps references to the given names and to characters that exist; any other `&` becomes `&amp;`."""
    if "&" not in text:
        return text

    def normalize(found: re.Match[str]) -> str:
        if found["name"]:
            return found[0] if found["name"] in names else f"&amp;{found[0][1:]}"
        if found["decimal"]:
            return _decimal_reference(found)
        if found["hex"]:
            return _hex_reference(found)
        return "&amp;"

    return _AMPERSAND.sub(normalize, text)


def normalize_xml_entities(text: str) -> str:
    """The same for XML, which knows five names; the other names of HTML become characters."""
    if "&" not in text:
        return text
    return normalize_entities(_NAMED.sub(_named_character, text), XML_NAMES)


def decode_numeric_entities(text: str) -> str:
    """Turns complete numeric references into characters; numbers beyond Unicode stay as they are."""
    return _NUMERIC.sub(_numeric_character, text) if "&#" in text else text


def decode_entities(text: str) -> str:
    """What a browser reads in an attribute whose references are normalised: characters."""
    return _REFERENCE.sub(_character, text) if "&" in text else text


def decode_special_characters(text: str, *, double_quotes: bool = False, single_quotes: bool = False) -> str:
    """Turns the references for `<`, `>`, `&`, and for quotes when asked, into characters, once."""
    if "&" not in text:
        return text

    def decode(found: re.Match[str]) -> str:
        kind = found.lastgroup or ""
        if (kind == "double" and not double_quotes) or (kind == "single" and not single_quotes):
            return found[0]
        return _SPECIAL_CHARACTERS[kind]

    return _SPECIAL.sub(decode, text)


def drop_references(text: str) -> str:
    """Drops whatever stands between an ampersand and the next semicolon, known or not; `&;` is none."""
    kept: list[str] = []
    place = 0
    while (start := text.find("&", place)) >= 0 and (end := text.find(";", start + 2)) >= 0:
        kept.append(text[place:start])
        place = end + 1
    return "".join(kept) + text[place:]


def repair_windows_entities(text: str) -> str:
    """Numbers 128 to 159 mean no printable character, but people who write them mean Windows-1252."""
    if "&#1" not in text:
        return text
    return _WINDOWS_1252.sub(lambda found: WINDOWS_1252.get(found[0], found[0]), text)


def _decimal_reference(found: re.Match[str]) -> str:
    digits = found["decimal"]
    return f"&#{digits:0>3};" if _may_stand_in_html(int(digits)) else f"&amp;{found[0][1:]}"


def _hex_reference(found: re.Match[str]) -> str:
    digits = found["hex"]
    return f"&#x{digits};" if _may_stand_in_html(int(digits, 16)) else f"&amp;#x{found['zeros']}{digits};"


def _may_stand_in_html(code: int) -> bool:
    if code < 0x20:
        return code in (0x9, 0xA, 0xD)
    return code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or 0x10000 <= code <= 0x10FFFF


def _character(found: re.Match[str]) -> str:
    name = found[3]
    if name:
        return HTML_CHARACTERS.get(name, found[0])
    return _numeric_character(found).translate(WINDOWS_1252_CHARACTERS)


def _named_character(found: re.Match[str]) -> str:
    return found[0] if found[1] in XML_NAMES else HTML_CHARACTERS.get(found[1], found[0])


def _numeric_character(found: re.Match[str]) -> str:
    decimal, hexadecimal = found[1], found[2]
    digits = (decimal or hexadecimal).lstrip("0")
    if len(digits) > len("1114111"):
        return found[0]
    code = int(digits or "0", 10 if decimal else 16)
    return chr(code) if code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else found[0]
