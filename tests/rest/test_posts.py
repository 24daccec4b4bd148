"""Posts, pages, patterns and menus as readers and editors get them."""

from typing import Any

import pytest

from copydesk.store.php import serialize
from tests.rest.small_site import API, HOME, SmallSite
from tests.store.examples import a_comment, a_post, a_term

TYPES = {
    "taxonomies": {
        "desk": {"object_types": ["post"], "public": True, "hierarchical": True, "show_in_rest": True}
    },
    "post_types": {
        "memo": {
            "public": False,
            "show_in_rest": True,
            "rest_base": "memos",
            "supports": ["title", "editor"],
        },
    },
    "post_meta": [
        {"post_type": "post", "key": "dateline", "type": "string", "single": True, "show_in_rest": True}
    ],
}


def found(site: SmallSite, path: str, *, as_user: int = 0) -> list[int]:
    answer = site.get(path, as_user=as_user)
    assert answer.status == 200, answer.body
    return [item["id"] for item in answer.body]


def failed_param(site: SmallSite, path: str, *, as_user: int = 0) -> str:
    """The code of the one bad argument."""
    body = site.get(path, as_user=as_user).body
    assert body["code"] == "rest_invalid_param"
    (detail,) = body["data"]["details"].values()
    return str(detail["code"])


def test_published_posts_are_for_everyone(site: SmallSite) -> None:
    post = site.add_post(a_post(slug="grain", title="Grain & rain", content="<b>Dry</b>"))
    shown = site.get(f"posts/{post}").body
    assert shown["link"] == f"{HOME}/grain/"
    assert shown["title"] == {"rendered": "Grain &#038; rain"}
    assert shown["content"] == {"rendered": "<p><b>Dry</b></p>\n", "protected": False}
    assert "raw" not in shown["excerpt"]
    assert "password" not in shown


def test_editors_see_what_is_stored(site: SmallSite) -> None:
    editor = site.add_member("editor")
    post = site.add_post(
        a_post(title="Grain", content="<!-- wp:paragraph -->\n<p>Dry</p>\n<!-- /wp:paragraph -->")
    )
    shown = site.get(f"posts/{post}?context=edit", as_user=editor).body
    assert shown["title"]["raw"] == "Grain"
    assert shown["content"]["block_version"] == 1
    assert (shown["permalink_template"], shown["generated_slug"]) == (f"{HOME}/%postname%/", "grain")
    assert site.get(f"posts/{post}?context=edit").code == "rest_forbidden_context"


def test_content_passes_the_hooks_of_blocks_before_it_is_edited(site: SmallSite) -> None:
    editor = site.add_member("editor")
    open_block = "<!-- wp:paragraph -->\n<p>Dry</p>"
    post, page = (site.add_post(a_post(content=open_block, type=kind)) for kind in ("post", "page"))
    for path in (f"posts/{post}", f"pages/{page}"):
        raw = site.get(f"{path}?context=edit", as_user=editor).body["content"]["raw"]
        assert raw == f"{open_block}<!-- /wp:paragraph -->"


def test_drafts_are_for_those_who_edit_them(site: SmallSite) -> None:
    author, other, editor = (
        site.add_member("author"),
        site.add_member("contributor"),
        site.add_member("editor"),
    )
    post = site.add_post(a_post(status="draft", author=author, date_gmt="0000-00-00 00:00:00"))
    assert site.get(f"posts/{post}").status == 401
    assert site.get(f"posts/{post}", as_user=other).status == 403
    for user in (author, editor):
        answer = site.get(f"posts/{post}", as_user=user)
        assert answer.body["link"] == f"{HOME}/?p={post}"
        assert answer.body["date_gmt"] == "2025-06-01T06:00:00"
        assert answer.headers["Link"] == f'<{HOME}/?p={post}>; rel="alternate"; type=text/html'


def test_posts_of_another_type_are_not_there(site: SmallSite) -> None:
    page = site.add_post(a_post(type="page"))
    assert site.get(f"posts/{page}").code == "rest_post_invalid_id"


def test_password_protects_texts(site: SmallSite) -> None:
    editor = site.add_member("editor")
    post = site.add_post(a_post(password="key", content="Secret", excerpt="Hint"))
    site.add_comment(a_comment(post=post))
    locked = site.get(f"posts/{post}?_embed").body
    assert (locked["content"], locked["excerpt"]) == ({"rendered": "", "protected": True},) * 2
    assert locked["_embedded"]["replies"][0]["code"] == "rest_cannot_read_post"
    assert site.get(f"posts/{post}?password=wrong").code == "rest_post_incorrect_password"
    opened = site.get(f"posts/{post}?password=key").body
    assert opened["content"]["rendered"] == "<p>Secret</p>\n"
    assert (
        site.get(f"posts/{post}?context=edit", as_user=editor).body["excerpt"]["rendered"] == "<p>Hint</p>\n"
    )
    assert site.get(f"posts/{post}", as_user=editor).body["content"]["rendered"] == ""


@pytest.mark.parametrize(("length", "words"), [("2", "One two"), ("0", ""), ("-3", "")])
def test_automatic_excerpts_have_the_length_asked_for(site: SmallSite, length: str, words: str) -> None:
    post = site.add_post(a_post(content="One two three four"))
    shown = site.get(f"posts/{post}?excerpt_length={length}").body["excerpt"]["rendered"]
    assert shown == f"<p>{words} [&hellip;]</p>\n"


def test_galleries_of_one_answer_are_numbered_through(site: SmallSite) -> None:
    file = a_post(type="attachment", status="inherit", mime_type="image/png", slug="map")
    metadata = serialize({"width": 10, "height": 10, "file": "map.png"})
    picture = site.add_post(file, _wp_attached_file="map.png", _wp_attachment_metadata=metadata)
    content = f'[gallery ids="{picture}"]'
    for date in ("2025-06-02", "2025-06-01"):
        site.add_post(a_post(content=content, excerpt="x", date=f"{date} 10:00:00"))
    shown = [post["content"]["rendered"] for post in site.get("posts").body]
    assert ["gallery-1'" in shown[0], "gallery-2'" in shown[1]] == [True, True]
    editor = site.add_member("editor")
    again = site.get("posts?context=edit", as_user=editor).body
    assert [
        "gallery-2'" in again[0]["content"]["rendered"],
        "gallery-4'" in again[1]["content"]["rendered"],
    ] == [
        True,
        True,
    ]


def test_collections_leave_out_what_the_caller_may_not_edit(site: SmallSite) -> None:
    author = site.add_member("author")
    own, _ = site.add_post(a_post(author=author)), site.add_post(a_post(author=99))
    answer = site.get("posts?context=edit", as_user=author)
    assert ([post["id"] for post in answer.body], answer.headers["X-WP-Total"]) == ([own], "2")
    assert site.get("posts?context=edit").code == "rest_forbidden_context"


def test_statuses_are_asked_for_by_right(site: SmallSite) -> None:
    author, editor = site.add_member("author"), site.add_member("editor")
    public, draft = site.add_post(a_post()), site.add_post(a_post(status="draft", author=author))
    private = site.add_post(a_post(status="private", author=author, date="2025-07-01 10:00:00"))
    assert failed_param(site, "posts?status=draft") == "rest_forbidden_status"
    assert failed_param(site, "posts?status=bogus") == "rest_forbidden_status"
    assert failed_param(site, "posts?status=bogus", as_user=editor) == "rest_not_in_enum"
    assert found(site, "posts?status=draft", as_user=author) == [draft]
    assert found(site, "posts?status=any", as_user=editor) == [private, draft, public]
    assert found(site, "posts?status=") == [public]
    assert found(site, "posts?status=", as_user=author) == [private, public]


def test_filters(site: SmallSite) -> None:
    first = site.add_post(a_post(title="A", slug="one", author=3, date="2025-06-01 10:00:00"))
    second = site.add_post(a_post(title="B", slug="two", author=4, date="2025-06-02 10:00:00"))
    locked = site.add_post(a_post(title="C A", slug="three", password="x", date="2025-06-03 10:00:00"))
    editor = site.add_member("editor")
    for path, ids in {
        "posts?author=3": [first],
        "posts?author_exclude=3": [locked, second],
        "posts?include=-1,2": [second, first],
        f"posts?include={first},{locked}&orderby=include": [first, locked],
        f"posts?exclude={first}": [locked, second],
        "posts?slug=One": [first],
        "posts?slug[]=one&slug[]=two": [second, first],
        "posts?after=2025-06-01T10:00:00&before=2025-06-03T10:00:00": [second],
        "posts?after=2025-06-02T00:00:00Z": [locked, second],
        "posts?offset=-1&per_page=1": [second],
        "posts?search=A": [first],
        "posts?search=a&search_columns=post_content": [],
        "posts?orderby=title&order=asc": [first, second, locked],
        "posts?per_page=1&page=2": [second],
    }.items():
        assert found(site, path) == ids, path
    assert found(site, "posts?search=A", as_user=editor) == [locked, first]


def test_pages_past_the_end_are_refused_and_offsets_are_not(site: SmallSite) -> None:
    site.add_post(a_post())
    assert site.get("posts?page=2").code == "rest_post_invalid_page_number"
    assert site.get("posts?page=2&offset=0").code == "rest_post_invalid_page_number"
    answer = site.get("posts?offset=5")
    assert (answer.body, answer.headers["X-WP-Total"]) == ([], "0")
    assert site.get("posts?search=nothing&page=3").body == []


def test_sorting_needs_what_it_sorts_by(site: SmallSite) -> None:
    assert site.get("posts?orderby=relevance").code == "rest_no_search_term_defined"
    assert site.get("posts?orderby=include").code == "rest_orderby_include_missing_include"


def test_posts_that_stick(site: SmallSite) -> None:
    old = site.add_post(a_post(date="2025-01-01 10:00:00"))
    new, newer = (site.add_post(a_post(date=f"2025-06-0{day} 10:00:00")) for day in (1, 2))
    site.set_option("sticky_posts", serialize([old, new]))
    assert found(site, "posts") == [newer, new, old]
    assert found(site, "posts?sticky=true") == [new, old]
    assert found(site, f"posts?sticky=true&include={old},{newer}") == [old]
    assert found(site, f"posts?sticky=true&include={newer}") == []
    assert found(site, "posts?sticky=false") == [newer]
    assert found(site, "posts?ignore_sticky=false&per_page=2") == [new, old, newer]
    assert found(site, "posts?ignore_sticky=false&per_page=2&page=2") == [old]
    assert site.get(f"posts/{old}").body["sticky"] is True


def test_terms_and_formats(site: SmallSite) -> None:
    site = SmallSite(site.db, TYPES)
    news, tag = site.add_term(a_term("News")), site.add_term(a_term("Rain", "post_tag"))
    asia = site.add_term(a_term("Asia", parent=news.id))
    aside = site.add_term(a_term("post-format-aside", "post_format"))
    one = site.add_post(a_post(), asia, tag)
    two = site.add_post(a_post(), news, aside)
    for path, ids in {
        f"posts?categories={news.id}": [two],
        f"posts?categories=-{news.id}": [two],
        f"posts?categories[terms]={news.id}&categories[include_children]=1": [two, one],
        f"posts?categories[terms]={news.id},{asia.id}&categories[operator]=AND": [],
        f"posts?categories_exclude={news.id}": [one],
        f"posts?categories={news.id}&tags={tag.id}": [],
        f"posts?categories={news.id}&tags={tag.id}&tax_relation=OR": [two, one],
        f"posts?categories={news.id}&desk=999&tax_relation=OR": [two],
        "posts?format=aside": [two],
        "posts?format=standard": [one],
        "posts?format=standard,aside": [two, one],
        "posts?format=video": [],
        f"posts?format=standard&categories={news.id}": [],
        f"posts?format=standard&categories={news.id}&tax_relation=OR": [two, one],
    }.items():
        assert found(site, path) == ids, path
    shown = site.get(f"posts/{two}").body
    assert (shown["format"], shown["categories"], shown["desk"]) == ("aside", [news.id], [])


def test_types_have_the_members_that_they_support(site: SmallSite) -> None:
    site = SmallSite(site.db, TYPES)
    memo, page = site.add_post(a_post(type="memo")), site.add_post(a_post(type="page"))
    shown = site.get(f"memos/{memo}").body
    assert not {"meta", "excerpt", "author", "class_list", "sticky", "parent"} & shown.keys()
    assert site.get(f"memos/{memo}").headers["Link"].endswith('rel="https://api.w.org/"')
    assert {"excerpt", "parent", "menu_order"} <= site.get(f"pages/{page}").body.keys()
    post = site.add_post(a_post(), dateline="Delhi")
    assert site.get(f"posts/{post}").body["meta"]["dateline"] == "Delhi"


def test_links_lead_to_neighbours(site: SmallSite) -> None:
    parent = site.add_post(a_post(type="page"))
    picture = site.add_post(a_post(type="attachment", status="inherit", mime_type="image/png"))
    page = site.add_post(a_post(type="page", parent=parent), _thumbnail_id=str(picture))
    revision = site.add_post(a_post(type="revision", status="inherit", parent=page))
    answer = site.get(f"pages/{page}?_embed").body
    links, embedded = answer["_links"], answer["_embedded"]
    assert links["up"] == [{"embeddable": True, "href": f"{API}/pages/{parent}"}]
    assert links["wp:featuredmedia"][0]["href"] == f"{API}/media/{picture}"
    assert links["predecessor-version"] == [
        {"id": revision, "href": f"{API}/pages/{page}/revisions/{revision}"}
    ]
    assert links["version-history"][0]["count"] == 1
    assert embedded["up"][0]["id"] == parent
    assert embedded["author"][0]["code"] == "rest_user_invalid_id"


def test_actions_are_told_to_editors(site: SmallSite) -> None:
    editor, author = site.add_member("editor"), site.add_member("author")
    post = site.add_post(a_post(author=author))
    path = f"posts/{post}?context=edit&_fields=_links"
    by_editor = site.get(path, as_user=editor).body["_links"]
    by_author = site.get(path, as_user=author).body["_links"]
    assert {"wp:action-sticky", "wp:action-create-categories"} <= by_editor.keys()
    assert "wp:action-publish" in by_author
    assert not {"wp:action-sticky", "wp:action-create-categories"} & by_author.keys()
    assert by_editor["self"][0]["targetHints"]["allow"] == ["GET", "POST", "PUT", "PATCH", "DELETE"]


def test_patterns_are_for_those_who_write(site: SmallSite) -> None:
    author = site.add_member("author")
    markup = "<!-- wp:paragraph -->\n<p>Hint</p>\n<!-- /wp:paragraph -->"
    pattern = site.add_post(
        a_post(type="wp_block", title="Hint", content=markup), wp_pattern_sync_status="unsynced"
    )
    assert site.get(f"blocks/{pattern}").code == "rest_forbidden"
    anonymous = site.get("blocks")
    assert (anonymous.body, anonymous.headers["X-WP-Total"]) == ([], "1")
    shown = site.get(f"blocks/{pattern}", as_user=author).body
    assert shown["title"] == {"raw": "Hint"}
    assert shown["content"] == {"raw": markup, "protected": False}
    assert (shown["wp_pattern_sync_status"], shown["meta"]) == ("unsynced", {"footnotes": ""})
    embedded = site.get(f"blocks/{pattern}?context=embed", as_user=author).body
    assert (embedded["title"], embedded["wp_pattern_sync_status"]) == ([], "")


def test_menus_show_their_markup_where_they_are_embedded(site: SmallSite) -> None:
    menu = site.add_post(a_post(type="wp_navigation", title="Top", content="<!-- wp:page-list /-->"))
    shown = site.get(f"navigation/{menu}?context=embed").body
    assert shown["content"]["raw"] == "<!-- wp:page-list /-->"
    assert shown["title"] == {"raw": "Top", "rendered": "Top"}
    assert "status" in shown
    assert "meta" not in shown


def test_options_explain_the_type(site: SmallSite) -> None:
    said = site.get("posts", method="OPTIONS").body
    schema = said["schema"]
    assert schema["properties"]["title"]["context"] == ["view", "edit", "embed"]
    actions = {link["rel"].rpartition("action-")[2]: link for link in schema["links"]}
    assert actions["sticky"]["href"] == f"{API}/posts/{{id}}"
    assert actions["assign-tags"]["targetSchema"]["properties"]["tags"]["items"] == {"type": "integer"}
    assert "context" not in said["endpoints"][1]["args"]


def test_whose_terms_may_not_be_assigned_may_not_create(site: SmallSite) -> None:
    author = site.add_member("author")
    assert "POST" in site.get("posts", as_user=author, method="OPTIONS").allowed
    assert "POST" not in site.get("posts?categories=", as_user=author).allowed


def wanted_members(body: Any) -> Any:
    return sorted(body) if isinstance(body, dict) else body


@pytest.mark.parametrize(
    ("fields", "single", "listed"),
    [
        ("id", ["id"], ["id"]),
        ("nope", [], []),
        ("id,_links", ["_links", "id"], ["_links", "id"]),
        ("id,_embedded", ["_embedded", "_links", "id"], ["id"]),
        ("id,_links.author", ["_embedded", "_links", "id"], ["_embedded", "_links", "id"]),
    ],
)
def test_fields_are_picked_before_embedding(
    site: SmallSite, fields: str, single: list[str], listed: list[str]
) -> None:
    author = site.add_member("author")
    post = site.add_post(a_post(author=author))
    embed = "&_embed=author" if "_embedded" in fields or "author" in fields else ""
    assert wanted_members(site.get(f"posts/{post}?_fields={fields}{embed}").body) == single
    assert wanted_members(site.get(f"posts?_fields={fields}{embed}").body[0]) == listed


def test_links_of_single_answers_are_all_there(site: SmallSite) -> None:
    post = site.add_post(a_post())
    assert len(site.get(f"posts/{post}?_fields=_links.self").body["_links"]) > 5
    assert list(site.get("posts?_fields=_links.self").body[0]["_links"]) == ["self"]
