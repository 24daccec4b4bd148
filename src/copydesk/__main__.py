"""`python -m copydesk`."""

from copydesk.cli.main import main

if __name__ == "__main__":
    main()
