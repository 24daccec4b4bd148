#!/bin/sh
# The virtual environment .venv with Copydesk and its tools. Installs python3-venv where Debian left it out.
set -eu
cd "$(dirname "$0")/.."

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

python=""
for candidate in python3.13 python3.12 python3.11 python3; do
    if command -v "$candidate" >/dev/null && "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
        python="$candidate"
        break
    fi
done
[ -n "$python" ] || { echo "Copydesk needs Python 3.11 or newer: install it first." >&2; exit 1; }

if [ ! -x .venv/bin/python ]; then
    if ! "$python" -c 'import ensurepip' 2>/dev/null; then
        echo "Installing python3-venv …"
        as_root apt-get update -qq
        as_root apt-get install -y -qq python3-venv
    fi
    echo "Making the virtual environment .venv …"
    "$python" -m venv .venv
fi
echo "Installing Copydesk and its tools …"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --upgrade pip
.venv/bin/python -m pip install --quiet --disable-pip-version-check --editable . --group dev
# Compiled ahead, so that the first start is as fast as the others, and so is every one where Python may not write.
.venv/bin/python -m compileall -q src
