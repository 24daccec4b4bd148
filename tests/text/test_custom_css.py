"""CSS that is taken out of blocks and of the site's styles."""

import pytest

from copydesk.text.custom_css import drop_block_css, drop_site_css


def test_css_goes_out_of_blocks_at_any_depth() -> None:
    content = (
        '<!-- wp:group {"style":{"css":"a{}","color":{"text":"#111"}}} --><div>'
        '<!-- wp:x {"style":{"css":"b{}"},"id":1} /--></div><!-- /wp:group -->'
    )
    assert drop_block_css(content) == (
        '<!-- wp:group {"style":{"color":{"text":"#111"}}} --><div>'
        '<!-- wp:x {"id":1} /--></div><!-- /wp:group -->'
    )


@pytest.mark.parametrize(
    "content",
    [
        "plain",
        'a "css" b',
        '<!-- wp:x {"css":"a"}  --><!-- /wp:x -->',
        '<!-- wp:x {"style":"css","a":"css"} /-->',
        '<!-- wp:x --> "css"',
    ],
)
def test_other_content_stays(content: str) -> None:
    assert drop_block_css(content) == content


def test_css_goes_out_of_the_sites_styles() -> None:
    styles = '{"isGlobalStylesUserThemeJSON":true,"styles":{"css":"x","blocks":[{"css":"y","a":1}]}}'
    assert drop_site_css(styles) == '{"isGlobalStylesUserThemeJSON":true,"styles":{"blocks":[{"a":1}]}}'


@pytest.mark.parametrize(
    "content",
    [
        "plain",
        '{"isGlobalStylesUserThemeJSON":true}',
        '{"isGlobalStylesUserThemeJSON":false,"css":"x"}',
        'isGlobalStylesUserThemeJSON "css"',
        '["isGlobalStylesUserThemeJSON", "css"]',
        '{"isGlobalStylesUserThemeJSON":1,"css":"x","a":1e999}',
    ],
)
def test_other_documents_stay(content: str) -> None:
    assert drop_site_css(content) == content
