"""A post of the site inside another."""

import re

from copydesk.text.post_embeds import embed_address, embed_post, frame_post

LINK = "https://news.example/wheat/"


def test_a_quotation_and_a_frame() -> None:
    html = embed_post(LINK, "Wheat &#8212; <b>up</b>", 'News &amp; "Views"')
    outer = re.findall(r'data-secret="(\w{10})"', html)
    assert len(set(outer)) == 1
    assert html.startswith(
        f'<blockquote class="wp-embedded-content" data-secret="{outer[0]}"><a href="{LINK}">Wheat &#8212; '
    )
    assert 'title="“Wheat — &lt;b&gt;up&lt;/b&gt;” — News &amp; &quot;Views&quot;"' in html
    assert re.search(rf'src="{LINK}embed/#\?secret=\w{{10}}#\?secret={outer[0]}"', html)
    assert 'width="500" height="282"' in html


def test_other_sites_get_the_script_too() -> None:
    html = frame_post(LINK, "Wheat", "News", 400)
    assert html.startswith('<blockquote class="wp-embedded-content" data-secret="')
    assert 'width="400" height="225" title="&#8220;Wheat&#8221; &#8212; News"' in html
    assert html.endswith("</script>\n")


def test_the_same_post_is_the_same_bytes() -> None:
    assert embed_post(LINK, "a", "b") == embed_post(LINK, "a", "b")
    assert embed_post(LINK, "a", "b") != embed_post(LINK + "x/", "a", "b")


def test_frames_keep_a_least_and_a_greatest_size() -> None:
    assert 'width="200" height="200"' in embed_post(LINK, "a", "b", 1)
    assert 'width="600" height="338"' in embed_post(LINK, "a", "b", 9999)


def test_the_frame_s_address_follows_the_post_s() -> None:
    assert embed_address("https://a.example/b") == "https://a.example/b/embed"
    assert embed_address("https://a.example/?p=1") == "https://a.example/?p=1&embed=true"
