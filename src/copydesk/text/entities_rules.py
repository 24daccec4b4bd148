"""Tables of character references."""

from html.entities import name2codepoint

HTML_NAMES = frozenset(name2codepoint)  # the 252 names of HTML 4; those that HTML 5 added do not count
XML_NAMES = frozenset({"amp", "lt", "gt", "quot", "apos"})

_UNUSED = (129, 141, 143, 144, 157)


def _windows_1252() -> dict[str, str]:
    meant = {
        f"&#{code};": f"&#{ord(bytes([code]).decode('cp1252'))};"
        for code in range(128, 160)
        if code not in _UNUSED
    }
    return meant | {f"&#{code};": "" for code in _UNUSED}


WINDOWS_1252 = _windows_1252()
