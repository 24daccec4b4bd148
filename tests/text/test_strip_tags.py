"""Text without tags, as PHP and WordPress strip them."""

import pytest

from copydesk.text.strip_tags import strip_all_tags, strip_tags


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("plain > text", "plain > text"),
        ("a\0b", "ab"),
        ("<p>a</p> <b class='x'>b</b>", "a b"),
        ("a < b > c", "a < b > c"),
        ("a <b c", "a "),
        ('<a title=">">x</a>y', "xy"),
        ("<a title='\">'>x", "x"),
        ('<a title="x>y', ""),
        ("<a <b> c>d", "d"),
        ("<a < b>c", "c"),
        ("a<!-- > <b> -->b", "ab"),
        ("a<!-->b", "ab"),
        ("a<!-- b", "a"),
        ('a<!x "-" >b', "ab"),
        ("a<!x '>' \\' >b", "ab"),
        ("a<!x!-- > -->b", "ab"),
        ("a<!x <y>b", "ab"),
        ("a<!x", "a"),
        ('a<!doctype x "y">b', "ab"),
        ("a<b <!c> d>e", "ae"),
        ('a<b "<!--">c-->d', "a"),
        ("a<?php x > y ?>b", "ab"),
        ("a<?php (?>) ?>b", "ab"),
        ("a<?php '(' \"(\" ?>b", "ab"),
        ("a<?php \\' ?>b", "ab"),
        ('a<?php "?>" ?>b', "ab"),
        ("a<?php x", "a"),
        ('a<?xml version="1.0"?>b', "ab"),
        ("a<?xml x-> y>b", "ab"),
    ],
)
def test_tags_go(html: str, text: str) -> None:
    assert strip_tags(html) == text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        (" a<script x>b</script>c<STYLE>d</style > e", "acd e"),
        (" a<script>b</SCRIPT><style>c</style>d\n", "ad"),
        ("a<script>b<style>c</style>d", "abd"),
        ("a<script>b<style>c", "abc"),
        ("a<script <style>b</style>c", "a"),
        ("plain", "plain"),
    ],
)
def test_scripts_and_styles_go_whole(html: str, text: str) -> None:
    assert strip_all_tags(html) == text


def test_breaks_become_spaces_when_asked() -> None:
    assert strip_all_tags("a<br>\r\n\tb  c ", remove_breaks=True) == "a b c"
