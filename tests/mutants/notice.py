"""Who notices a mutant: first the claims, controls and proofs named, then the unit tests of the file."""

import json
import pathlib
import re
import resource
import subprocess
from dataclasses import dataclass

from build import Build, BuildError
from mutants import Mutant


@dataclass(frozen=True)
class Outcome:
    by: str  # claim, control, proof, unit test, registration, build, survivor or unfinished
    detail: str = ""


class Unfinished(Exception):
    """The machine was too slow: nothing is known of the mutant."""


def cpu_limit(seconds: int):
    """For a child, so that a mutant that never ends is ended whatever the load."""
    return lambda: resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


def refusal(line: str) -> str:
    """What is wrong with the claim, without the place of the mutant's copy."""
    return line[max(line.find("claim '"), 0):]


def judged(record: dict) -> Outcome | None:
    """The first subject or proof of a record that didn't come out as declared; controls after claims."""
    subjects = [(subject["control"] != "", subject) for claim in record["claims"] for subject in claim["subjects"]]
    for is_control, subject in sorted(subjects, key=lambda pair: pair[0]):
        if subject["status"] != "expected":
            return Outcome("control" if is_control else "claim", f"{subject['name']}: {subject['status']}")
    for proof in record["proofs"]:
        if proof["status"] != "expected":
            return Outcome("proof", f"{proof['id']}: {proof['status']}")
    return None


class Notice:
    def __init__(self, build: Build, work: pathlib.Path, cpu_seconds: int, wall_seconds: int):
        self.build, self.work, self.wall = build, work, wall_seconds
        self.limit = cpu_limit(cpu_seconds)

    def of(self, mutant: Mutant) -> Outcome:
        """Raises Unfinished when the wall clock ran out first."""
        text = mutant.applied((self.build.root / mutant.file).read_text())
        try:
            mutated = self.build.mutated(mutant.file, text, self.work, self.limit)
            if mutant.claims:
                noticed = self._claims(mutated.program("asymptest"), mutant.claims)
                if noticed:
                    return noticed
            return self._tests(mutated, mutant) or Outcome("survivor")
        except BuildError as error:
            return Outcome("build", str(error).strip().splitlines()[-1] if str(error).strip() else "")

    def _run(self, words: list[str]) -> subprocess.CompletedProcess:
        try:
            return subprocess.run(words, cwd=self.work, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                  preexec_fn=self.limit, timeout=self.wall)
        except subprocess.TimeoutExpired as expired:
            raise Unfinished(f"{words[0]} ran for {self.wall} s") from expired

    def _claims(self, program: pathlib.Path, claims: tuple[str, ...]) -> Outcome | None:
        done = self._run([str(program), "run", *claims, "--jobs", "1", "--json", "--no-report",
                          "--store", str(self.work / "store.sqlite")])
        if done.returncode < 0:
            return Outcome("claim", f"{' '.join(claims)}: ended by signal {-done.returncode}")
        if done.returncode in (2, 4):
            return Outcome("registration", refusal(done.stderr.strip().splitlines()[-1]))
        return judged(json.loads(done.stdout))

    def _tests(self, mutated, mutant: Mutant) -> Outcome | None:
        name, _, chosen = (mutant.tests or self.tests_of(mutant.file)).partition(":")
        if not name:
            return None
        done = self._run([str(mutated.program(name)), "--gtest_brief=1", f"--gtest_filter={chosen or '*'}"])
        if done.returncode == 0:
            return None
        failed = re.search(r"\[  FAILED  \] ([\w./]+)", done.stdout)
        return Outcome("unit test", f"{name}: {failed.group(1) if failed else f'exit {done.returncode}'}")

    def tests_of(self, file: str) -> str:
        """PROGRAM:FILTER of what stands beside the file: its own test in verify/, its room's elsewhere."""
        parts = pathlib.PurePath(file).parts
        if parts[0] == "proofs_check":
            return ""
        if parts[0] != "verify":
            return f"{parts[1]}_{parts[2]}_test"
        path = self.build.root / re.sub(r"\.[ch]pp$", "_test.cpp", file)
        suites = re.findall(r"^TEST(?:_F)?\((\w+),", path.read_text(), re.M) if path.is_file() else []
        return "verify_test:" + ":".join(f"{suite}.*" for suite in sorted(set(suites))) if suites else ""
