"""Writes examples/newsroom from examples/sources.

    python -m scripts.make_examples             the documents
    python -m scripts.make_examples --pictures  the pictures too, drawn anew

The documents are checked in; a test compares them with what this makes. The pictures are drawn once: their
bytes depend on the version of the imaging library, and the documents only say how large they are.
"""

import argparse
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from scripts.example_documents import Newsroom, spell
from scripts.example_drawings import DRAWINGS
from scripts.example_pictures import write_picture

EXAMPLES = Path(__file__).parent.parent / "examples"


def make_documents(sources: Path, uploads: Path) -> Mapping[str, str]:
    """Every file of the newsroom with its text: single documents and collections, as an importer may meet."""
    newsroom = Newsroom(sources, uploads)
    files: dict[str, Any] = {
        "index.json": newsroom.index(),
        "users.json": [newsroom.user(user) for user in newsroom.users],
        "categories.json": [newsroom.category(term) for term in newsroom.categories],
        "tags.json": [newsroom.tag(*tag) for tag in newsroom.tags],
        "ppma_author.json": [newsroom.author_term(user) for user in newsroom.users],
        "media.json": [newsroom.media(picture) for picture in newsroom.pictures],
        "comments.json": [newsroom.comment(comment) for comment in newsroom.comments],
    }
    for post in newsroom.posts:
        files[f"posts/{post.head['id']}.json"] = newsroom.post(post)
        if post.list("revisions"):
            files[f"posts/{post.head['id']}-revisions.json"] = newsroom.revisions_of(post)
    for page in newsroom.pages:
        files[f"pages/{page.head['id']}.json"] = newsroom.page(page)
    return {name: spell(document) for name, document in files.items()}


def draw_pictures(sources: Path, uploads: Path) -> None:
    facts = tomllib.loads((sources / "newsroom.toml").read_text(encoding="utf-8"))
    for item in facts["pictures"]:
        write_picture(DRAWINGS[item["file"]](), uploads / f"{item['date']:%Y/%m}" / item["file"])


def main() -> None:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--pictures", action="store_true", help="draw the pictures anew")
    sources, newsroom = EXAMPLES / "sources", EXAMPLES / "newsroom"
    if arguments.parse_args().pictures:
        draw_pictures(sources, newsroom / "uploads")
    for name, text in make_documents(sources, newsroom / "uploads").items():
        path = newsroom / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
