"""Every function of the text kit by name, for its scorer: `--map tests.text.functions:FUNCTIONS`."""

import importlib
import pkgutil
from collections.abc import Callable
from typing import Any

from tests.text import maps

FUNCTIONS: dict[str, Callable[..., Any]] = {}
for module in pkgutil.iter_modules(maps.__path__):
    FUNCTIONS.update(importlib.import_module(f"tests.text.maps.{module.name}").FUNCTIONS)
