"""A plugin's block and shortcode, in one small file, as the API shows them."""

from html import escape

from copydesk.rest.plugin import Block, BlockType, Plugin, Rendering, wrapper_attributes
from copydesk.store.create import NewSite, create_site
from copydesk.store.database import Db
from copydesk.store.posts_write import insert_post
from copydesk.store.work import open_work
from tests.plugins.replica import ask
from tests.store.examples import a_post


def render_rate(block: Block, html: str, rendering: Rendering) -> str:
    rate = float((block.attrs or {})["rate"])
    return f"<p {wrapper_attributes(block, rendering)}>{rate:g} %{html}</p>"


def run_quote(attributes: dict[str, str], content: str | None, rendering: Rendering) -> str:
    return f'<b title="{escape(attributes["of"])}">{content or "closed"}</b>'


RATE = BlockType(
    "desk/rate",
    render_rate,
    attributes={"rate": {"type": "number", "default": 5}},
    supports={"align": True},
)
PLUGIN = Plugin("markets", blocks=(RATE,), shortcodes={"quote": run_quote})


def shown(db: Db, content: str, *plugins: Plugin) -> str:
    create_site(db, NewSite(home="https://news.example"))
    with open_work(db) as work:
        post = insert_post(work, a_post(slug="rates", content=content))
    return str(ask(db, f"wp/v2/posts/{post}", plugins=plugins).data["content"]["rendered"]).strip()


def test_a_block_is_rendered_with_what_it_supports(tables_db: Db) -> None:
    content = '<!-- wp:desk/rate {"align":"left"} --><i>!</i><!-- /wp:desk/rate --><!-- wp:desk/rate {"rate":2.50} /-->'
    assert shown(tables_db, content, PLUGIN) == (
        '<p class="alignleft wp-block-desk-rate">5 %<i>!</i></p><p class="wp-block-desk-rate">2.5 %</p>'
    )


def test_a_shortcode_runs_and_typography_leaves_it_alone(tables_db: Db) -> None:
    content = 'Brent: [quote of="Brent"]70[/quote], [quote of="WTI"]'
    assert shown(tables_db, content, PLUGIN) == (
        '<p>Brent: <b title="Brent">70</b>, <b title="WTI">closed</b></p>'
    )


def test_without_the_plugin_both_are_text(tables_db: Db) -> None:
    assert shown(tables_db, '<!-- wp:desk/rate /-->[quote of="Brent"]') == "[quote of=&#8221;Brent&#8221;]"


def test_a_block_may_take_the_place_of_wordpress_s(tables_db: Db) -> None:
    own = Plugin("own", blocks=(BlockType("core/search", lambda block, html, rendering: "<b>Ask</b>"),))
    assert shown(tables_db, "<!-- wp:search /-->", own) == "<b>Ask</b>"
