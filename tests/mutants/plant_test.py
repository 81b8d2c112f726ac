"""The lists are read and refused as they should be, and a mutant is judged, counted and resumed soundly."""

import pathlib
import tempfile
import unittest

import results
from mutants import ListError, Mutant, read_list, read_lists, stale
from notice import Outcome, judged, refusal


def mutant(**changed) -> Mutant:
    return Mutant(**{"id": "a/b", "file": "x.cpp", "old": "n - 1", "new": "n", "kind": "off by one", **changed})


def subject(name: str, control: str, status: str) -> dict:
    return {"name": name, "control": control, "status": status}


class Lists(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def write(self, text: str) -> pathlib.Path:
        path = self.folder / "list.toml"
        path.write_text(text)
        return path

    def test_a_mutant_has_its_fields(self):
        path = self.write("[[mutant]]\nid='a/b'\nfile='x.cpp'\nold='1'\nnew='2'\nkind='constant'\nclaims=['t/c']\n")
        self.assertEqual(read_list(path), [Mutant("a/b", "x.cpp", "1", "2", "constant", ("t/c",))])

    def test_a_field_that_is_missing_unknown_or_changes_nothing_is_refused(self):
        entry = "[[mutant]]\nid='a/b'\nfile='x.cpp'\nold='1'\nnew='2'\n"
        for text, message in ((entry, "no 'kind'"), (entry + "kind='k'\nsort='s'\n", "unknown field 'sort'"),
                              (entry.replace("'2'", "'1'") + "kind='k'\n", "are the same")):
            with self.assertRaisesRegex(ListError, f"list.toml: a/b: .*{message}"):
                read_list(self.write(text))

    def test_two_of_one_id_are_refused(self):
        entry = "[[mutant]]\nid='a/b'\nfile='x.cpp'\nold='1'\nnew='2'\nkind='k'\n"
        self.write(entry + entry)
        with self.assertRaisesRegex(ListError, "a/b: two mutants"):
            read_lists(self.folder)

    def test_a_mutant_whose_text_is_not_there_once_is_stale(self):
        (self.folder / "x.cpp").write_text("m - 1; n - 1;")
        self.assertEqual(stale([mutant()], self.folder), [])
        self.assertEqual(mutant().applied("m - 1; n - 1;"), "m - 1; n;")
        for wrong, message in ((mutant(old="- 1"), "2 times"), (mutant(old="k - 1"), "0 times"),
                               (mutant(file="y.cpp"), "doesn't exist")):
            self.assertRegex(stale([wrong], self.folder)[0], message)


class Judgement(unittest.TestCase):
    def test_a_claim_counts_before_its_control(self):
        record = {"claims": [{"subjects": [subject("c", "", "expected"), subject("c:k", "k", "unexpected")]}], "proofs": []}
        self.assertEqual(judged(record), Outcome("control", "c:k: unexpected"))
        record["claims"].append({"subjects": [subject("d", "", "undecided")]})
        self.assertEqual(judged(record), Outcome("claim", "d: undecided"))

    def test_a_proof_is_told_from_claims(self):
        record = {"claims": [], "proofs": [{"id": "proof/p", "status": "unexpected"}]}
        self.assertEqual(judged(record), Outcome("proof", "proof/p: unexpected"))

    def test_a_refused_claim_is_told_without_the_place_of_its_copy(self):
        self.assertEqual(refusal("copy/a.cpp:14: claim 'a/b': it has no title"), "claim 'a/b': it has no title")
        self.assertEqual(refusal("no such claim"), "no such claim")

    def test_nothing_is_noticed_where_all_is_as_declared(self):
        self.assertIsNone(judged({"claims": [{"subjects": [subject("c", "", "expected")]}], "proofs": []}))


class Results(unittest.TestCase):
    def test_a_result_is_found_again_but_not_by_another_mutant_of_the_name(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "results.jsonl"
            results.append(path, mutant(), Outcome("claim", "c: unexpected"))
            with path.open("a") as file:
                file.write('{"key": "cut sh')  # a kill in the middle of a line
            found = results.read(path)
        self.assertEqual(found[results.key(mutant())], Outcome("claim", "c: unexpected"))
        self.assertNotIn(results.key(mutant(new="n + 1")), found)

    def test_equivalent_survivors_and_what_does_not_compile_count_neither_way(self):
        mutants = [mutant(id="a/1", claims=("t/c",)), mutant(id="a/2", claims=("t/c",)), mutant(id="a/3"),
                   mutant(id="a/4", equivalent="the same law"), mutant(id="a/5"), mutant(id="a/6")]
        by = ["claim", "unit test", "survivor", "survivor", "build"]
        outcomes = {results.key(one): Outcome(who) for one, who in zip(mutants, by)}
        told = "\n".join(results.summary(mutants, outcomes))
        self.assertIn("lists: 6. Planted: 5.", told)
        self.assertIn("control or proof: 2 of 3 (67 %)", told)
        self.assertIn("runs through: 1 of 2 (50 %)", told)
        rows = results.table(mutants, outcomes)
        self.assertIn("survivor; a gap", rows[4])
        self.assertIn("equivalent: the same law", rows[5])
        self.assertEqual(len(rows), 2 + len(by))


if __name__ == "__main__":
    unittest.main()
