"""Proposes entries for `ledger.toml`: `python -m tests.compat.make_ledger` prints what differs and is not in it.

The reasons are for a person to write.
"""

from tests.compat.player import Player, play_files
from tests.compat.site import open_compat_site
from tests.compat.test_reads import FILES, known_differences


def main() -> None:
    player = Player(open_compat_site())
    known = known_differences()
    for name in FILES:
        for group, score in play_files(player, [name]).items():
            new = [one for one in score.failed if one not in known]
            if new:
                ids = ", ".join(f'"{one}"' for one in new)
                print(f'[[difference]]\ngroup = "{group}"\nkind = "not yet"\nreason = ""\nids = [{ids}]\n')


if __name__ == "__main__":
    main()
