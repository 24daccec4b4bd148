"""What the `format` of a string asks for: colours, IP addresses, identifiers."""

import ipaddress
import re

HEX_COLOR = re.compile(r"#([A-Fa-f0-9]{3}){1,2}")
UUID = re.compile(r"[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}")


def is_hex_color(text: str) -> bool:
    return HEX_COLOR.fullmatch(text) is not None


def is_ip_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True


def is_uuid(text: str) -> bool:
    return UUID.fullmatch(text) is not None
