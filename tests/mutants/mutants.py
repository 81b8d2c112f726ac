"""The mutants: what each changes, and which claims, controls and proofs should notice."""

import hashlib
import pathlib
import re
import tomllib
from dataclasses import dataclass

FIELDS = {"id", "file", "old", "new", "kind", "claims", "tests", "equivalent"}
REQUIRED = {"id", "file", "old", "new", "kind"}


class ListError(Exception):
    """A list that can't be planted; its message names the list, the mutant and what is wrong."""


@dataclass(frozen=True)
class Mutant:
    id: str
    file: str  # from the root of the tree
    old: str  # occurs once in the file
    new: str
    kind: str
    claims: tuple[str, ...] = ()  # filters of `asymptest run`; none for what no trial runs through
    tests: str = ""  # PROGRAM or PROGRAM:FILTER, where the file's own test isn't meant
    equivalent: str = ""  # why nothing can notice it, for a survivor

    def applied(self, text: str) -> str:
        """The file's text with the mutant in it. Raises ListError unless `old` occurs once."""
        found = text.count(self.old)
        if found != 1:
            raise ListError(f"{self.id}: {self.old!r} occurs {found} times in {self.file}, expected once")
        return text.replace(self.old, self.new)

    def digest(self) -> str:
        """Of what is planted, so that the result of another mutant of the name is not taken for its own."""
        return hashlib.sha256("\0".join((self.file, self.old, self.new)).encode()).hexdigest()[:12]


def _mutant(entry: dict, where: str) -> Mutant:
    name = f"{where}: {entry.get('id', 'a mutant without id')}"
    if unknown := sorted(set(entry) - FIELDS):
        raise ListError(f"{name}: unknown field '{unknown[0]}', expected one of {', '.join(sorted(FIELDS))}")
    if missing := sorted(REQUIRED - set(entry)):
        raise ListError(f"{name}: no '{missing[0]}', expected one")
    if entry["old"] == entry["new"]:
        raise ListError(f"{name}: old and new are the same, expected a change")
    return Mutant(**{**entry, "claims": tuple(entry.get("claims", ()))})


def read_list(path: pathlib.Path) -> list[Mutant]:
    """The mutants of one file of TOML, each a [[mutant]]."""
    try:
        entries = tomllib.loads(path.read_text()).get("mutant", [])
    except tomllib.TOMLDecodeError as error:
        raise ListError(f"{path.name}: {error}") from error
    return [_mutant(entry, path.name) for entry in entries]


def read_lists(folder: pathlib.Path, only: str = "") -> list[Mutant]:
    """Those of all lists whose id matches. Raises ListError where two share an id."""
    mutants = [mutant for path in sorted(folder.glob("*.toml")) for mutant in read_list(path)]
    ids = [mutant.id for mutant in mutants]
    if twice := sorted({name for name in ids if ids.count(name) > 1}):
        raise ListError(f"{twice[0]}: two mutants of this id, expected one")
    return [mutant for mutant in mutants if re.search(only, mutant.id)]


def stale(mutants: list[Mutant], root: pathlib.Path) -> list[str]:
    """What is wrong with each that doesn't apply to the tree exactly once."""
    wrong = []
    for mutant in mutants:
        path = root / mutant.file
        try:
            mutant.applied(path.read_text() if path.is_file() else "")
        except ListError as error:
            wrong.append(str(error) if path.is_file() else f"{mutant.id}: {mutant.file} doesn't exist")
    return wrong
