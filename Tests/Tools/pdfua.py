"""Checks PDFs by the rules of PDF/UA-1 with two checkers that know nothing of each other; says each complaint in a line."""

import subprocess
import sys
from pathlib import Path

import page

for path in sys.argv[1:]:
    result = str(page.validate_pdf(path, profile="ua1"))
    rules = next(line for line in result.splitlines() if line.startswith("Rules:"))
    if rules != "Rules: 104 passed, 0 failed, 104 total":
        print(path, result)
    outloud = subprocess.run(
        [Path(sys.executable).with_name("outloud"), "--fail-on", "warning", "--no-info", path],
        capture_output=True, text=True)
    if outloud.returncode != 0:
        print(path, outloud.stdout, outloud.stderr)
