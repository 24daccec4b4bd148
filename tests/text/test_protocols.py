"""Schemes that are cut off addresses, however they are written."""

import pytest

from copydesk.text.protocols import cut_bad_protocol


@pytest.mark.parametrize(
    "address",
    [
        "javascript:x",
        "JavaScript:x",
        " java\tscript\n: x ",
        "\0java\x01script:x",
        "javascript&#58;x",
        "javascript&#58x",
        "javascript&#x3A;x",
        "javascript&#X03ax",
        "javascript&colon;x",
        "javascript&COLON;x",
        "&#106;avascript:x",
        "javascript:javascript:x",
        "javascript:data:vbscript:x",
        "/a:x",
        "#b:x",
        "java\u00adscript:x",
        "\u212a:x",
    ],
)
def test_a_scheme_that_is_not_allowed_is_cut(address: str) -> None:
    assert cut_bad_protocol(address) == "x"


@pytest.mark.parametrize(
    "address",
    [
        "",
        "x",
        "/a/b",
        "https://x/javascript:y",
        "http://x",
        "mailto:a@b",
        "//x",
        "a/?b:c",
        "javascript&#581;x",
        "feed:http://x",
    ],
)
def test_other_addresses_stay(address: str) -> None:
    assert cut_bad_protocol(address) == address


def test_an_allowed_scheme_is_written_plainly() -> None:
    assert cut_bad_protocol("HT&#84;P: //x") == "http://x"


def test_what_does_not_settle_is_dropped() -> None:
    assert cut_bad_protocol("a:" * 6 + "x") == ""
    assert cut_bad_protocol("feed:" * 3 + "x") == ""
    assert cut_bad_protocol("feed:javascript:x") == "feed:x"
    assert cut_bad_protocol("feed:javascript:") == ""


def test_protocols_can_be_chosen() -> None:
    assert cut_bad_protocol("http://x", ["https"]) == "//x"
    assert cut_bad_protocol("desk:x", ["desk"]) == "desk:x"
