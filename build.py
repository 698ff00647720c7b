"""The door: `python build.py` reads seeds/ and writes site/. Everything behind it is in dateline/."""

import sys

from dateline.cli import main

if __name__ == "__main__":
    sys.exit(main())
