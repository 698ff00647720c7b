"""Where things lie, seen from a test in any folder."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"
EXAMPLES = ROOT / "tests" / "examples"
SUPPORT = ROOT / "tests" / "support"
