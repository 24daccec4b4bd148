"""Comments through the API: whose are shown, what may be asked for, and where they lead."""

from tests.rest.small_site import API, HOME, SmallSite
from tests.store.examples import a_comment, a_post


def test_approved_comments_of_public_posts_are_for_everyone(site: SmallSite) -> None:
    post = site.add_post(a_post(slug="harvest"))
    shown = site.add_comment(a_comment(post=post))
    held = site.add_comment(a_comment(post=post, approved="0"))
    assert [one["id"] for one in site.get("comments").body] == [shown]
    assert site.get(f"comments/{shown}").body["link"] == f"{HOME}/harvest/#comment-{shown}"
    assert site.get(f"comments/{held}").code == "rest_cannot_read"


def test_a_password_hides_comments(site: SmallSite) -> None:
    post = site.add_post(a_post(password="open sesame", author=99))
    comment = site.add_comment(a_comment(post=post))
    assert site.get(f"comments/{comment}").status == 401
    assert site.get(f"comments/{comment}?password=wrong").status == 401
    answer = site.get(f"comments/{comment}?password=open%20sesame")
    assert answer.status == 200
    assert "targetHints" not in answer.body["_links"]["self"][0], "without the password nothing is allowed"
    assert site.get(f"comments?post={post}").code == "rest_cannot_read_post"


def test_comments_of_an_import_stay_visible_without_their_post(site: SmallSite) -> None:
    comment = site.add_comment(a_comment(post=4711))
    assert site.get(f"comments/{comment}").status == 401
    site.let_stand("comment", comment)
    assert site.get(f"comments/{comment}").status == 200


def test_members_read_their_own(site: SmallSite) -> None:
    reader = site.add_member("subscriber")
    held = site.add_comment(a_comment(post=site.add_post(a_post(author=99)), approved="0", user=reader))
    assert site.get(f"comments/{held}", as_user=reader).status == 200


def test_what_is_not_public_is_for_those_who_write(site: SmallSite) -> None:
    reader, author = site.add_member("subscriber"), site.add_member("author")
    for asked in ("status=hold", "type=pingback", "author=3", "author_email=a@b.example"):
        assert site.get(f"comments?{asked}", as_user=reader).code == "rest_forbidden_param"
        assert site.get(f"comments?{asked}", as_user=author).status == 200
    assert site.get("comments", method="OPTIONS").allowed == []


def test_notes_are_left_out_of_all_kinds(site: SmallSite) -> None:
    boss = site.add_member("administrator")
    post = site.add_post(a_post())
    ping = site.add_comment(a_comment(post=post, type="pingback"))
    site.add_comment(a_comment(post=post, type="note"))
    assert [one["id"] for one in site.get("comments?type=all", as_user=boss).body] == [ping]


def test_other_sites_have_no_face(site: SmallSite) -> None:
    ping = site.add_comment(a_comment(post=site.add_post(a_post()), type="pingback"))
    assert site.get(f"comments/{ping}").body["author_avatar_urls"] == {"24": False, "48": False, "96": False}


def test_an_order_of_nothing_shows_nothing(site: SmallSite) -> None:
    site.add_comment(a_comment(post=site.add_post(a_post())))
    answer = site.get("comments?orderby=include")
    assert (answer.body, answer.headers["X-WP-Total"]) == ([], "1")


def test_the_post_is_embedded_as_what_it_is(site: SmallSite) -> None:
    page = site.add_post(a_post(type="page", title="About", slug="about"))
    comment = site.add_comment(a_comment(post=page))
    answer = site.get(f"comments/{comment}?_embed=up").body
    assert answer["_links"]["up"] == [
        {"embeddable": True, "post_type": "page", "href": f"{API}/pages/{page}"}
    ]
    assert answer["_embedded"]["up"][0]["type"] == "page"


def test_nobody_comments_on_no_post(site: SmallSite) -> None:
    reader = site.add_member("subscriber")
    assert "POST" not in site.get("comments", as_user=reader).allowed
