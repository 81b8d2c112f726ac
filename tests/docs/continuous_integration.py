"""continuous_integration.py ROOT PROGRAM WRITE_EXAMPLE_REPORT: the samples of docs/continuous-integration.md are what GitHub and
GitLab take, and what they name is there: commands with their options, folders that are written, the file of test cases."""

import os
import re
import shlex
import subprocess
import sys
import tempfile
import unittest

import yaml

ROOT, PROGRAM, WRITE_EXAMPLE_REPORT = sys.argv[1:4]
with open(os.path.join(ROOT, "docs/continuous-integration.md"), encoding="utf-8") as file:
    PAGE = file.read()


def sample(name):
    return yaml.safe_load(re.search(rf"^{name}:\n\n```yaml\n(.*?)^```", PAGE, re.S | re.M)[1])


def asked(*words):
    return subprocess.run([PROGRAM, *words], capture_output=True, text=True, cwd=ROOT)


def commands():
    """Of both samples and of the page."""
    steps = sample("GitHub")["jobs"]["claims"]["steps"]
    indented = re.findall(r"^    (\./asymptest .*)$", PAGE, re.M)
    return [step["run"] for step in steps if "run" in step] + sample("GitLab")["claims"]["script"] + indented


class ContinuousIntegration(unittest.TestCase):
    def test_the_sample_for_github_is_a_workflow(self):
        workflow = sample("GitHub")
        self.assertEqual(workflow[True], ["push"])  # YAML 1.1 reads "on" so, and GitHub as the word
        job = workflow["jobs"]["claims"]
        self.assertEqual(set(job), {"runs-on", "container", "steps"})
        for step in job["steps"]:
            self.assertEqual(("run" in step) + ("uses" in step), 1, step)
            if "uses" in step:
                self.assertRegex(step["uses"], r"^actions/[a-z-]+@v\d+$")

    def test_the_sample_for_gitlab_is_a_job(self):
        job = sample("GitLab")["claims"]
        self.assertEqual(set(job), {"image", "before_script", "script", "cache", "artifacts"})
        for line in job["before_script"] + job["script"]:
            self.assertIsInstance(line, str)

    def test_both_run_on_the_system_that_the_packages_are_listed_for(self):
        self.assertEqual(sample("GitHub")["jobs"]["claims"]["container"], sample("GitLab")["claims"]["image"])

    def test_the_wrapper_has_the_commands_and_their_options(self):
        ours = [shlex.split(line) for line in commands() if line.startswith("./asymptest")]
        self.assertGreaterEqual(len(ours), 3)
        self.assertTrue(os.access(os.path.join(ROOT, "asymptest"), os.X_OK))
        for _, command, *rest in ours:
            help_text = asked(command, "--help")
            self.assertEqual(help_text.returncode, 0, command)
            for option in (word for word in rest if word.startswith("--")):
                self.assertRegex(help_text.stdout, rf"{option}\b")

    def test_what_is_kept_is_what_a_run_writes(self):
        help_text = asked("run", "--help").stdout
        github, gitlab = sample("GitHub")["jobs"]["claims"]["steps"], sample("GitLab")["claims"]
        cached = [step["with"]["path"] for step in github if step.get("uses", "").startswith("actions/cache")]
        kept = [step["with"]["path"] for step in github if step.get("uses", "").startswith("actions/upload")]
        self.assertEqual(cached, gitlab["cache"]["paths"])
        self.assertEqual(kept, gitlab["artifacts"]["paths"])
        self.assertIn(f"[{cached[0]}/", help_text)
        self.assertIn(f"[{kept[0]}]", help_text)
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([WRITE_EXAMPLE_REPORT, os.path.join(folder, kept[0])], check=True)
            self.assertTrue(os.path.isfile(os.path.join(folder, gitlab["artifacts"]["reports"]["junit"])))

    def test_the_exit_codes_of_the_page_are_those_of_the_program(self):
        told = dict(re.findall(r"\b([0-4]) (if all|if something isn't|on bad|if something stays|if nothing)", PAGE))
        self.assertEqual(sorted(told), list("01234"))
        self.assertEqual(asked("run", "no/such-claim", "--no-report").returncode, 4)
        self.assertEqual(asked("run", "--tier", "nosuch").returncode, 2)

    def test_the_line_for_a_file_of_ones_own_decides_the_example(self):
        line = next(line for line in commands() if " check " in line)
        words = shlex.split(line.replace(" losses.csv ", " examples/losses.csv "))[1:]
        self.assertIn(asked(*words).returncode, (0, 1, 3))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
