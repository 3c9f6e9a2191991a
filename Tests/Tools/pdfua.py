"""Checks PDFs by the rules of PDF/UA-1 with two checkers that know nothing of each other; says each complaint in a line."""

import re
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
    # A line that stands at one height on several pages is taken for a running head (PAG-001); in a long list the second line
    # of a category does so by chance. Real heads are artifacts, which the first checker holds us to.
    complaints = set(re.findall(r"(?:WARNING|ERROR) +([A-Z]+-\d+)", outloud.stdout))
    if outloud.returncode != 0 and complaints != {"PAG-001"}:
        print(path, outloud.stdout, outloud.stderr)
