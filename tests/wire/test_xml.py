"""Answers as XML."""

from copydesk.wire.xml import format_xml


def test_members_are_elements() -> None:
    assert (
        format_xml("a", {"b": 1, "c": {"d": "x"}})
        == '<?xml version="1.0"?>\n<a><b>1</b><c><d>x</d></c></a>\n'
    )


def test_entities_become_characters_and_characters_numbers() -> None:
    assert "<b>&lt;i&gt; &amp; &#x2019;</b>" in format_xml("a", {"b": "&lt;i> &amp; &#8217;"})


def test_what_xml_cannot_say_is_left_out() -> None:
    assert "<b>ab</b>" in format_xml("a", {"b": "a\x00\ud800b"})
