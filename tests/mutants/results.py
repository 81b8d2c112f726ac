"""What became of each mutant: a file of one JSON object a line, appended as they end, and its table."""

import json
import pathlib
from collections import Counter

from mutants import Mutant
from notice import Outcome

IN_TRIAL = {"claim", "control"}
NOTICED = IN_TRIAL | {"unit test", "proof", "registration"}


def key(mutant: Mutant) -> str:
    return f"{mutant.id} {mutant.digest()}"


def read(path: pathlib.Path) -> dict[str, Outcome]:
    """By key; a last line cut short by a kill is left out."""
    outcomes = {}
    for line in path.read_text().splitlines() if path.is_file() else []:
        try:
            entry = json.loads(line)
        except json.JSONDecodeError:
            continue
        outcomes[entry["key"]] = Outcome(entry["by"], entry["detail"])
    return outcomes


def append(path: pathlib.Path, mutant: Mutant, outcome: Outcome):
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as file:
        file.write(json.dumps({"key": key(mutant), "by": outcome.by, "detail": outcome.detail}) + "\n")


def share(part: int, whole: int) -> str:
    return f"{part} of {whole}" + (f" ({100 * part / whole:.0f} %)" if whole else "")


def summary(mutants: list[Mutant], outcomes: dict[str, Outcome]) -> list[str]:
    """Of those that were run: equivalent mutants count neither way, and what doesn't compile is no mutant."""
    run = [(mutant, outcomes[key(mutant)]) for mutant in mutants if key(mutant) in outcomes]
    counted = [(m, o) for m, o in run if o.by != "build" and not (o.by == "survivor" and m.equivalent)]
    in_trial = [(m, o) for m, o in counted if m.claims and not m.claims[0].startswith("proof/")]
    by = Counter(outcome.by for _, outcome in run)
    return [
        f"Mutants in the lists: {len(mutants)}. Planted: {len(run)}.",
        f"Noticed by a test, claim, control or proof: {share(sum(o.by in NOTICED for _, o in counted), len(counted))}.",
        "Noticed by a claim or control, of those that a trial runs through: "
        f"{share(sum(o.by in IN_TRIAL for _, o in in_trial), len(in_trial))}.",
        "By: " + ", ".join(f"{who} {count}" for who, count in sorted(by.items())) + ".",
    ]


def table(mutants: list[Mutant], outcomes: dict[str, Outcome]) -> list[str]:
    """A row for each that was planted."""
    rows = ["| mutant | what it is | noticed by |", "| --- | --- | --- |"]
    for mutant in mutants:
        if (outcome := outcomes.get(key(mutant))) is None:
            continue
        told = f"{outcome.by} {outcome.detail}".strip()
        if outcome.by == "survivor":
            told += f"; equivalent: {mutant.equivalent}" if mutant.equivalent else "; a gap"
        rows.append(f"| `{mutant.id}` | {mutant.kind} | {told.replace('|', '/')} |")
    return rows
