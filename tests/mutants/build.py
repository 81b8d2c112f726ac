"""Programs with a mutant in them, built beside the tree: neither the tree nor its build is written to.

Only what the mutated file is compiled into is compiled again, with the flags of the build, from a copy; the
program is linked as the build links it, with these objects in place of its own. Where the build compiles a folder
as one unit its files are compiled one by one here, and all but the mutated one once for all mutants.
"""

import hashlib
import json
import pathlib
import re
import shlex
import shutil
import subprocess
import threading
from dataclasses import dataclass, field


class BuildError(Exception):
    """A mutant that doesn't compile or link."""


@dataclass
class Unit:
    source: pathlib.Path
    command: list[str]  # as the build compiles it


def object_name(of: str, source: pathlib.Path) -> str:
    """A flat name for what a file becomes within an object: a unit may have two files of one name."""
    return f"{of}+{hashlib.sha256(str(source).encode()).hexdigest()[:8]}+{source.name}.o".replace("/", "+")


def included(unity: str) -> list[str]:
    """The files that a unit of several is made of."""
    return re.findall(r'^#include "(/[^"]+)"', unity, re.M)


@dataclass
class Build:
    root: pathlib.Path
    folder: pathlib.Path
    parts: pathlib.Path  # where files of units of several are kept, compiled one by one
    lock: threading.Lock = field(default_factory=threading.Lock)
    units: dict[str, Unit] = field(init=False)  # by object, from the folder
    users: dict[str, list[str]] = field(init=False)  # objects, by the file that they are compiled from

    def __post_init__(self):
        self.units = {}
        for entry in json.loads((self.folder / "compile_commands.json").read_text()):
            words = shlex.split(entry["command"])
            self.units[words[words.index("-o") + 1]] = Unit(pathlib.Path(entry["file"]), words)
        self.users = self._users()

    def _ninja(self, *words: str) -> str:
        return subprocess.run(["ninja", "-C", str(self.folder), *words], check=True, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout

    def _users(self) -> dict[str, list[str]]:
        users: dict[str, list[str]] = {}
        current = ""
        for line in self._ninja("-t", "deps").splitlines():
            if not line.startswith(" "):
                current = line.split(":")[0]
            elif line.strip().startswith(str(self.root)) and current in self.units:
                users.setdefault(line.strip(), []).append(current)
        return users

    def link_command(self, program: str) -> list[str]:
        last = self._ninja("-t", "commands", program).splitlines()[-1]
        words = shlex.split(last)
        start = words.index("&&") + 1
        end = words.index("&&", start)
        return words[start:end]

    def mutated(self, file: str, text: str, work: pathlib.Path, limit) -> "Mutated":
        return Mutated(self, file, text, work, limit)


class Mutated:
    """The objects that one changed file is compiled into, and programs linked with them."""

    def __init__(self, build: Build, file: str, text: str, work: pathlib.Path, limit):
        self.build, self.work, self.limit = build, work, limit
        self.original = build.root / file
        self.copy = work / "tree" / file
        self.copy.parent.mkdir(parents=True, exist_ok=True)
        for neighbour in self.original.parent.iterdir():  # which include each other by their bare names
            (self.copy.parent / neighbour.name).symlink_to(neighbour)
        self.copy.unlink()
        self.copy.write_text(text)
        self.objects: dict[str, list[pathlib.Path]] = {}
        self.users = build.users.get(str(self.original), [])
        if not self.users:
            raise BuildError(f"nothing built is compiled from {file}")

    def _include_flags(self, words: list[str]) -> list[str]:
        """The copy's folders before the tree's own, for a header that is included by its path."""
        flags = []
        for word in words:
            if word.startswith("-I" + str(self.build.root)):
                flags.append("-I" + str(self.work / "tree" / pathlib.Path(word[2:]).relative_to(self.build.root)))
        return flags

    def _compile(self, name: str) -> list[pathlib.Path]:
        """What replaces one object of the build."""
        unit = self.build.units[name]
        here, there = f"{self.original.parent}/", f"{self.copy.parent}/"
        unity = unit.source.read_text() if unit.source.is_relative_to(self.build.folder) else ""
        if str(self.original) not in unity:  # a file by itself, or a unit that the mutated header is included by
            source = self.work / (name.replace("/", "+") + ".cpp")
            source.write_text(unity.replace(here, there) or f'#include "{str(unit.source).replace(here, there)}"\n')
            return [self._object(name, source, self.work)]
        others = [pathlib.Path(file) for file in included(unity) if file != str(self.original)]
        return [self._object(name, self.copy, self.work), *(self._part(name, file) for file in others)]

    def _part(self, name: str, source: pathlib.Path) -> pathlib.Path:
        folder = self.build.parts / str((self.build.folder / name).stat().st_mtime_ns)
        with self.build.lock:
            kept = folder / object_name(name, source)
            if not kept.is_file():
                folder.mkdir(parents=True, exist_ok=True)
                self._object(name, source, self.work).rename(kept)
            return kept

    def _object(self, name: str, source: pathlib.Path, folder: pathlib.Path) -> pathlib.Path:
        """The source compiled with the flags of an object of the build."""
        target = folder / object_name(name, source)
        words = list(self.build.units[name].command)
        words[words.index("-o") + 1] = str(target)
        words[words.index("-c") + 1] = str(source)
        # A mutant is judged by what it does: an unused name is no reason to call it noticed.
        self._checked([words[0], *self._include_flags(words), *words[1:], "-w"])
        return target

    def _checked(self, words: list[str]):
        done = subprocess.run(words, cwd=self.build.folder, text=True, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, preexec_fn=self.limit)
        if done.returncode != 0:
            raise BuildError(done.stdout[-2000:])

    def program(self, name: str) -> pathlib.Path:
        """bin/NAME of the build, with the mutant in it."""
        words = self.build.link_command(f"bin/{name}")
        linked = self._linked_objects(words)
        for item in linked:
            if item not in self.objects:
                self.objects[item] = self._compile(item)
        target = self.work / name
        replaced = [str(item) for word in words for item in self.objects.get(word, [word])]
        replaced[replaced.index("-o") + 1] = str(target)
        # An object before the libraries stands in for the library's own of the same symbols.
        inserted = [str(part) for item in linked if item not in words for part in self.objects[item]]
        faster = ["-fuse-ld=lld"] if shutil.which("ld.lld") else []
        self._checked([replaced[0], *faster, *inserted, *replaced[1:]])
        return target

    def _linked_objects(self, words: list[str]) -> list[str]:
        """Of the objects that the mutated file is compiled into, those that the program is linked from."""
        folders = {str(pathlib.Path(word).parent) for word in words if word.endswith(".a")}
        return [item for item in self.users
                if item in words or item.split("/CMakeFiles/")[0] in folders and self._in_library(item, words)]

    @staticmethod
    def _in_library(item: str, words: list[str]) -> bool:
        folder, rest = item.split("/CMakeFiles/")
        return f"{folder}/lib{rest.split('.dir/')[0]}.a" in words
