"""Opening an interview of 500 questions as the store has it, to what is asked first, against merely parsing its JSON.

elementpath, which reads the rules, is loaded with the first survey of a run; what that costs is told apart, and so is
reading the survey from its YAML file, which happens once, when an interview begins.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from app.mapping.interview import Standing, begun, standing
from app.mapping.survey import Survey
from app.mapping.survey_routing import routed
from app.mapping.survey_rules import parsed
from app.store import codec
from app.surveys.reading import load_survey
from benchmarks.measure import cpu_seconds, medians

QUESTIONS = 500
HEAD = """
format: kartturi-survey/1
key: large
version: "1"
name: {fi: Laaja kysely, sv: En stor enkät, en: A large survey, plain: Pitkä kysely}
choices:
  sizes:
    - {value: small, text: {fi: Pieni, sv: Liten, en: Small, plain: Pieni}}
    - {value: large, text: {fi: Suuri, sv: Stor, en: Large, plain: Iso}}
  answers:
    - {value: "yes", text: {fi: Kyllä, sv: Ja, en: "Yes", plain: Kyllä}}
    - {value: "no", text: {fi: Ei, sv: Nej, en: "No", plain: Ei}}
sections:
"""
SECTION = """
  - id: S{n}
    minutes: 1
    name: {{fi: Osa {n}, sv: Del {n}, en: Part {n}, plain: Osa {n}}}
    questions:
      - id: Q{n}a
        kind: number
        text: {{fi: Montako {n}?, sv: Hur många {n}?, en: How many {n}?, plain: Montako {n}?}}
        constraint: ". <= 120"
        message: {{fi: Enintään 120., sv: Högst 120., en: At most 120., plain: Enintään 120.}}
      - id: Q{n}b
        kind: single
        choices: sizes
        text: {{fi: Kuinka suuri {n}?, sv: Hur stor {n}?, en: How large {n}?, plain: Kuinka suuri {n}?}}
      - id: Q{n}c
        kind: text
        text: {{fi: Mikä {n}?, sv: Vilken {n}?, en: Which {n}?, plain: Mikä {n}?}}
      - id: Q{n}d
        kind: yes_no
        choices: answers
        text: {{fi: Onko {n}?, sv: Finns {n}?, en: Is there {n}?, plain: Onko {n}?}}
        relevant: "${{Q{n}a}} > 1"
      - id: Q{n}e
        kind: text
        text: {{fi: Miksi {n}?, sv: Varför {n}?, en: Why {n}?, plain: Miksi {n}?}}
        relevant: "${{Q{n}b}} = 'large' and ${{Q{n}d}} = 'yes'"
"""
EACH_SECTION = 5
LOADING = """
import time
begun = time.process_time()
import elementpath
print(time.process_time() - begun)
"""


def _survey() -> str:
    return HEAD + "".join(SECTION.format(n=n) for n in range(QUESTIONS // EACH_SECTION))


def _opened(kept: str) -> Standing:
    parsed.cache_clear()  # rules are read anew, as in a program that has just begun
    return standing(begun(routed(codec.loads(Survey, kept))))


def _read(folder: Path) -> Survey:
    parsed.cache_clear()
    return load_survey(folder, "large").survey


def _loading() -> float:
    """What loading elementpath costs a fresh process, in seconds."""
    return float(subprocess.run([sys.executable, "-c", LOADING], capture_output=True, text=True, check=True).stdout)


def figures() -> list[str]:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "large.yaml"
        path.write_text(_survey(), encoding="utf-8")
        kept = codec.dumps(_read(path.parent))
        asked = len(_opened(kept).asked)
        rivals = {
            "ours": lambda: cpu_seconds(lambda: _opened(kept)),
            "parsing": lambda: cpu_seconds(lambda: json.loads(kept)),
            "file": lambda: cpu_seconds(lambda: _read(path.parent)),
            "loading": _loading,
        }
        median = medians(rivals, rounds=9)
    ours, parsing, file, loading = (1000 * median[rival] for rival in rivals)
    said = (
        f"{QUESTIONS} questions ({asked} asked at first) in {ours:.0f} ms of processor time (aim ≤ 150), "
        f"parsing the JSON {parsing:.0f} ms, ratio {ours / parsing:.1f}; beginning from the file {file:.0f} ms; "
        f"loading elementpath once {loading:.0f} ms"
    )
    return [said]
