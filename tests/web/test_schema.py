"""Schemathesis asks a live server everything that the OpenAPI description allows, and much that it does not.

No answer may be a server's error, or break its description. So that not all addresses lead nowhere, the
description is given examples: what lists show under the name by which the single thing is asked for.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.web.test_clients import SECRET, add_member
from tests.web.test_server import newsroom, serving  # noqa: F401 — a fixture

ROOT = "/news/wp-json"
CHECKS = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
)
EXPORT = "/wp-block-editor/v1/export"  # not served yet, and says so with 501

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def server(newsroom: Path) -> Iterator[httpx.Client]:  # noqa: F811 — the fixture
    """The newsroom, with an administrator who has an application password."""
    add_member(newsroom, "administrator")
    with serving(newsroom) as client:
        yield client


def test_strangers_get_what_is_described(server: httpx.Client, tmp_path: Path) -> None:
    run_schemathesis(server, tmp_path, "--phases=examples,fuzzing", "--max-examples=3", "--mode=all")


def test_administrators_get_what_is_described(server: httpx.Client, tmp_path: Path) -> None:
    server.auth = ("administrator", SECRET)
    credentials = f"administrator:{SECRET.replace(' ', '')}"
    run_schemathesis(
        server, tmp_path, "--phases=examples,coverage", "--mode=positive", f"--auth={credentials}"
    )


def run_schemathesis(server: httpx.Client, folder: Path, *options: str) -> None:
    (folder / "openapi.json").write_text(json.dumps(description_with_examples(server)))
    (folder / "schemathesis.toml").write_text("phases.coverage.unexpected-methods = []")
    address = f"{server.base_url}".rstrip("/") + ROOT
    command = [sys.executable, "-m", "schemathesis.cli", "run", "openapi.json", f"--url={address}"]
    command += ["--include-method=GET", f"--exclude-path={EXPORT}", f"--checks={','.join(CHECKS)}"]
    command += ["--seed=1", "--no-color", "--warnings=off", "--no-shrink", *options]
    environment = {**os.environ, "COLUMNS": "160"}
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=600, check=False, cwd=folder, env=environment
    )
    assert done.returncode == 0, done.stdout[-8000:] + done.stderr[-2000:]


def description_with_examples(server: httpx.Client) -> Any:
    """The description; places of paths have examples where a list at the address above shows some."""
    described = server.get(f"{ROOT}/copydesk/v1/openapi.json").json()
    for path, operations in described["paths"].items():
        listed, _, place = path.rpartition("/")
        if "get" in operations and place.startswith("{") and "get" in described["paths"].get(listed, {}):
            names = names_in(server, listed) if "{" not in listed else []
            for argument in operations["get"]["parameters"]:
                if names and argument.get("name") == place[1:-1] and argument["in"] == "path":
                    argument["examples"] = {str(name): {"value": name} for name in names}
    return described


def names_in(server: httpx.Client, path: str) -> list[Any]:
    """What some items of a list are called in addresses."""
    found = server.get(f"{ROOT}{path}")
    items = found.json() if found.is_success else []
    if isinstance(items, dict):
        return list(items)[:5]
    return [item["id"] for item in items if isinstance(item, dict) and "id" in item][:5]
