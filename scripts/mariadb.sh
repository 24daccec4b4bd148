#!/bin/sh
# A private MariaDB server for the tests: data in var/mariadb, answering on 127.0.0.1:33306 (user root, no password).
# usage: scripts/mariadb.sh start|stop|status      start may be repeated; nothing outside of var/ is touched
set -eu
cd "$(dirname "$0")/.."
dir="$PWD/var/mariadb"
port="${COPYDESK_TEST_MARIADB_PORT:-33306}"
socket="$dir/mariadb.sock"

ready() { mariadb-admin --no-defaults --socket="$socket" --user=root ping >/dev/null 2>&1; }

user_option() { if [ "$(id -u)" = 0 ]; then echo "--user=root"; fi; }

start() {
    ready && return
    mkdir -p "$dir"
    if [ ! -d "$dir/data/mysql" ]; then
        mariadb-install-db --no-defaults $(user_option) --datadir="$dir/data" --skip-test-db \
            --auth-root-authentication-method=normal >"$dir/install.log" 2>&1
    fi
    # Durability is switched off: what is in here can be made again.
    mariadbd --no-defaults $(user_option) --datadir="$dir/data" --socket="$socket" --pid-file="$dir/mariadb.pid" \
        --bind-address=127.0.0.1 --port="$port" --skip-log-bin --skip-name-resolve --max-connections=400 \
        --innodb-flush-log-at-trx-commit=0 --innodb-doublewrite=0 --innodb-flush-method=nosync \
        --innodb-buffer-pool-size=256M --innodb-log-file-size=64M --innodb-file-per-table=0 \
        --innodb-lock-wait-timeout=10 >"$dir/server.log" 2>&1 &
    for _ in $(seq 1 100); do
        ready && return
        sleep 0.2
    done
    echo "MariaDB did not start; see $dir/server.log" >&2
    exit 1
}

case "${1:-start}" in
start) start && echo "mysql+pymysql://root@127.0.0.1:$port" ;;
stop) if ready; then mariadb-admin --no-defaults --socket="$socket" --user=root shutdown; fi ;;
status) if ready; then echo running; else echo stopped; fi ;;
*) sed -n 2,3p "$0" && exit 2 ;;
esac
