"""Small repairs of characters: bare ampersands, the spelling of WordPress, white space, named entities."""

import re
from html.entities import name2codepoint

from copydesk.text.ascii import strip

# A `&` that no name follows. WordPress looks at the name from its second letter on, and wants two letters at
# least: so `&y;` is escaped, `&=mp;` is not.
_BARE_AMPERSAND = re.compile(r"&((?!#)(?:[\x00-\x7f](?![a-zA-Z1-4]{1,8};)|[^\x00-\x7f]))")
_MISSPELLED = re.compile(r"(?:(?<=[ >(])|(?<=&#8216;)|(?<=&#8220;))Wordpress")
_NAMED_ENTITY = re.compile("&([A-Za-z]+[0-9]*);")
_LINE_BREAKS = re.compile(r"\n+")
_SPACES = re.compile(r"[ \t]+")


def escape_bare_ampersands(text: str) -> str:
    """Escapes each `&` that does not begin an entity, the way titles and excerpts are."""
    return _BARE_AMPERSAND.sub(r"&#038;\1", text) if "&" in text else text


def spell_wordpress(text: str, *, is_title: bool = False) -> str:
    """Gives WordPress its capital P: in titles everywhere, elsewhere at the beginning of a word."""
    if "Wordpress" not in text:
        return text
    return text.replace("Wordpress", "WordPress") if is_title else _MISSPELLED.sub("WordPress", text)


def normalize_white_space(text: str) -> str:
    """Trims, and leaves one line break or one space of several, to compare texts."""
    text = _LINE_BREAKS.sub("\n", strip(text).replace("\r", "\n"))
    return _SPACES.sub(" ", text)


def number_entities(text: str) -> str:
    """Writes the named entities of HTML 4 as numbers, for XML, which does not know the names."""
    return _NAMED_ENTITY.sub(_number_entity, text) if "&" in text else text


def _number_entity(found: re.Match[str]) -> str:
    code = name2codepoint.get(found[1])
    return f"&#{code};" if code else found[0]
