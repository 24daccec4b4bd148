"""Percent-encoding."""

from copydesk.text.percent import encode_path, encode_query, remove_octets


def test_bytes_keep_their_values() -> None:
    assert encode_path("a b/é\udce9") == "a%20b/%C3%A9%E9"
    assert encode_query("a b/é\udce9") == "a+b%2F%C3%A9%E9"
    assert encode_query("[x]", safe="[]") == "[x]"


def test_octets_go_also_when_others_bring_them_together() -> None:
    assert remove_octets("%%41%4142x%") == "x%"
    assert remove_octets("none") == "none"


def test_only_some_octets_go() -> None:
    assert remove_octets("a%0A%41%0%0dd", "0", "aAdD") == "a%41"
