"""The commands as a person types them: what they print, and what they say when something is wrong."""

import json
import socket
from pathlib import Path

import pytest

from copydesk.cli.main import main
from copydesk.store.database import open_database
from copydesk.store.options import load_options
from copydesk.store.users import get_user_by_login

NEWSROOM = Path(__file__).parents[2] / "examples/newsroom"

POST = {
    "id": 7,
    "date": "2026-05-01T12:00:00",
    "date_gmt": "2026-05-01T10:00:00",
    "slug": "a-post",
    "status": "publish",
    "type": "post",
    "link": "https://desk.test/blog/a-post/",
    "title": {"rendered": "A post"},
    "content": {"rendered": "<p>Text.</p>\n", "protected": False},
    "_links": {"self": [{"href": "https://desk.test/blog/wp-json/wp/v2/posts/7"}]},
}


@pytest.fixture(autouse=True)
def in_a_fresh_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(*arguments: str) -> int:
    """The exit code of a command."""
    with pytest.raises(SystemExit) as stopped:
        main(list(arguments))
    return int(stopped.value.code or 0)


def a_file(name: str, content: object) -> str:
    Path(name).write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return name


def test_init_makes_a_site_and_prints_the_password_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("init", "--home", "https://n.test", "--admin", "desk", "--email", "desk@n.test") == 0
    said = capsys.readouterr().out
    assert "Made the site https://n.test" in said
    assert "Password of desk: " in said
    db = open_database("sqlite:///copydesk.db")
    user = get_user_by_login(db, "desk")
    assert user
    assert user.email == "desk@n.test"
    assert load_options(db)["home"] == "https://n.test"


def test_init_leaves_a_site_alone_that_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    run("init", "--home", "https://n.test")
    assert run("init", "--home", "https://other.test") == 1
    assert "There is a site in" in capsys.readouterr().err


def test_init_wants_an_address(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("init", "--home", "n.test") == 1
    assert "begin it with https://" in capsys.readouterr().err


def test_import_makes_the_site_that_the_documents_come_from(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("import", a_file("post.json", POST)) == 0
    said = capsys.readouterr().out
    assert "Made the site https://desk.test/blog" in said
    assert "Imported 1 post." in said
    assert "post 7: the raw content" in said
    options = load_options(open_database("sqlite:///copydesk.db"))
    assert (options["permalink_structure"], options["gmt_offset"]) == ("/%postname%/", "2")


def test_the_sample_newsroom_is_imported_with_its_files(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("import", str(NEWSROOM)) == 0
    said = capsys.readouterr()
    assert "12 post" in said.out
    assert said.err == ""
    assert len(list(Path("uploads").rglob("*.png"))) == len(list(NEWSROOM.rglob("*.png")))
    options = load_options(open_database("sqlite:///copydesk.db"))
    assert (options["blogname"], options["timezone_string"]) == ("Tidewire", "Europe/Helsinki")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("{", "it is not valid JSON"),
        ({"code": "rest_no_route", "message": "…", "data": {"status": 404}}, "a refusal (rest_no_route)"),
        ({"name": "x", "routes": {}, "namespace": "wp/v2"}, "index of a namespace"),
        ({"name": "x", "url": "https://x.test", "home": "https://x.test"}, "index of an API"),
        ({"title": "no id", "type": "post", "slug": "x"}, "it has no id"),
        ({"provider_name": "x", "html": "<p>"}, "oEmbed"),
        ([], "the list is empty"),
        ("\ufeff[1]", "it is no object"),
    ],
)
def test_what_is_no_document_is_refused_in_one_line(
    content: object, reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    name = a_file("thing.json", content)
    assert run("import", name) == 1
    said = capsys.readouterr().err.strip()
    assert said.startswith(f"Refused {name}: ")
    assert reason in said
    assert "\n" not in said
    assert not Path("copydesk.db").exists()


def test_documents_of_another_site_are_refused_unless_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    run("import", a_file("post.json", POST))
    text = json.dumps({**POST, "id": 8}).replace("desk.test", "elsewhere.test")
    capsys.readouterr()
    assert run("import", a_file("other.json", text)) == 1
    assert "it comes from https://elsewhere.test/blog" in capsys.readouterr().err
    assert run("import", "--other-home", "other.json") == 0


def test_a_missing_file_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("import", "nowhere.json") == 1
    assert "There is no file or folder nowhere.json" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["serve"], "There is no database copydesk.db"),
        (["serve", "--database", "nonsense"], "nonsense"),
        (["serve", "--config", "missing.toml"], "There is no file missing.toml"),
        (["serve", "--database", "mysql+pymysql://root@127.0.0.1:1/none"], "127.0.0.1"),
    ],
)
def test_serve_says_in_one_line_what_is_wrong(
    arguments: list[str], line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*arguments) == 1
    said = capsys.readouterr().err.strip()
    assert said.startswith("copydesk: ")
    assert line in said
    assert "\n" not in said


def test_serve_says_that_the_port_is_taken(capsys: pytest.CaptureFixture[str]) -> None:
    run("import", a_file("post.json", POST))
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        assert run("serve", "--port", str(taken.getsockname()[1])) == 1
    assert "choose another --port" in capsys.readouterr().err
