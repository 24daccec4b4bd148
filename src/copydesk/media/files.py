"""Files in the uploads folder: new ones never take the place of others, and a set of them goes together."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from copydesk.media.names import unique_names


@dataclass(slots=True)
class NewFiles:
    """Files being added to a folder below `root`, so that all can be taken back."""

    root: Path
    folder: str  # `2026/11`, or nothing
    paths: list[Path] = field(default_factory=list)

    @property
    def place(self) -> Path:
        return self.root / self.folder

    def add(self, name: str, source: Path | bytes) -> Path:
        """Keeps a file under this name or the next that is free."""
        self.place.mkdir(parents=True, exist_ok=True)
        taken = {path.name.lower() for path in self.place.iterdir()}
        for free in unique_names(name, taken):
            with suppress(FileExistsError):  # somebody else was faster
                return self._write(self.place / free, source)
        raise AssertionError("names never end")

    def claim(self, name: str) -> Path:
        """The path of a file that is about to be made beside the first."""
        path = self.place / name
        self.paths.append(path)
        return path

    def discard(self) -> None:
        """Removes everything that was added."""
        remove_files(self.paths)

    def relative(self, path: Path) -> str:
        """The path as `_wp_attached_file` has it."""
        return path.relative_to(self.root).as_posix()

    def _write(self, path: Path, source: Path | bytes) -> Path:
        with path.open("xb") as copy:
            self.paths.append(path)
            if isinstance(source, bytes):
                copy.write(source)
            else:
                with source.open("rb") as original:
                    shutil.copyfileobj(original, copy)
        return path


def remove_files(paths: list[Path]) -> None:
    """Removes files; those that are gone already are no trouble."""
    for path in paths:
        path.unlink(missing_ok=True)


def files_of(root: Path, attached: str, metadata: Mapping[str, Any]) -> list[Path]:
    """All files of one attachment. Paths that would lead out of the folder are left out."""
    folder = (root / attached).parent
    names = [Path(attached).name, *_names_in(metadata)]
    found = [(folder / name).resolve() for name in dict.fromkeys(names) if name]
    inside = root.resolve()
    return [path for path in found if path.is_relative_to(inside) and path != inside]


def _names_in(metadata: Mapping[str, Any]) -> Iterator[str]:
    sizes = metadata.get("sizes")
    for size in sizes.values() if isinstance(sizes, Mapping) else ():
        if isinstance(size, Mapping):
            yield Path(str(size.get("file", ""))).name
    yield Path(str(metadata.get("original_image", ""))).name
