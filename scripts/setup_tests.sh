#!/bin/sh
# What the tests use beside Python: a MariaDB server, Chromium, Node.js, the checkers of pages, and clients of the API.
# What cannot be installed here is said; the tests that need it skip and say so, too.
set -eu
cd "$(dirname "$0")/.."

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null; then sudo -n "$@"; else return 1; fi
}

missing=""
command -v mariadbd >/dev/null || [ -x /usr/sbin/mariadbd ] || missing="$missing mariadb-server"
command -v chromium >/dev/null || missing="$missing chromium"
command -v node >/dev/null || missing="$missing nodejs"
command -v npm >/dev/null || missing="$missing npm"
if [ -n "$missing" ]; then
    echo "Installing$missing …"
    if ! { as_root apt-get update -qq && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $missing >/dev/null; }; then
        echo "Could not install$missing: the tests that need them will be skipped." >&2
    fi
fi
if command -v npm >/dev/null && { [ ! -d node_modules/axe-core ] || [ ! -d node_modules/wpapi ]; }; then
    echo "Installing the checkers of pages and the clients of the API …"
    npm install --no-package-lock --no-audit --no-fund --silent ||
        echo "npm failed: tests with browsers and with clients are skipped." >&2
fi
