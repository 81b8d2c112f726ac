#include "asymptest/experiment/program_fields.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>

#include "asymptest/experiment/formula/identifier.hpp"

namespace asymptest {
namespace {

namespace fs = std::filesystem;

fs::path folder_of_file(const Fields& fields) {
  const fs::path folder = fs::path(fields.file()).parent_path();
  return folder.empty() ? fs::path(".") : folder;
}

std::vector<std::string> words_of(const Fields& fields, std::string_view key) {
  std::vector<std::string> words = fields.texts(key);
  if (words.empty() || words.front().empty()) {
    fields.refuse_value(key, "the program and its arguments: [\"python3\", \"trial.py\"]");
  }
  return words;
}

std::shared_ptr<WorkerPool> pool_of(const Program& program, ProgramsOfFile& programs) {
  auto& pool = programs.workers[program.words];
  if (!pool)
    pool = std::make_shared<WorkerPool>(Command{
        program.words, program.folder, {fmt::format("ASYMPTEST_PROTOCOL={}", protocol_version)}});
  return pool;
}

constexpr std::array<std::string_view, 3> ways{"command", "worker", "runs"};

void read_words(const Fields& fields, Program& program, ProgramsOfFile& programs) {
  const auto is_here = [&](std::string_view way) { return fields.has(way); };
  const auto way = std::find_if(ways.begin(), ways.end(), is_here);
  if (way == ways.end()) {
    if (!program.words.empty() || !program.runs.empty()) return;
    fields.refuse("",
                  "has no trials, expected command = [\"python3\", \"trial.py\"], worker = […] or "
                  "runs = \"runs.csv\"");
  }
  const auto other = std::find_if(way + 1, ways.end(), is_here);
  if (other != ways.end()) {
    fields.refuse(*other, fmt::format("stands beside a {}, expected one of them", *way));
  }
  program.runs_of.clear();
  program.runs = *way == "runs" ? fields.required_text(*way) : "";
  program.words = *way == "runs" ? std::vector<std::string>{} : words_of(fields, *way);
  program.workers = *way == "worker" ? pool_of(program, programs) : nullptr;
}

/// The regular files of a folder and its folders, without hidden ones and Python's caches.
void add_files_below(const fs::path& root, const fs::path& folder, std::vector<fs::path>& files) {
  for (auto at = fs::recursive_directory_iterator(root / folder);
       at != fs::recursive_directory_iterator(); ++at) {
    const std::string name = at->path().filename().string();
    if (name.starts_with('.') || name == "__pycache__") {
      at.disable_recursion_pending();
    } else if (at->is_regular_file()) {
      files.push_back(fs::relative(at->path(), root));
    }
  }
}

void read_files(const Fields& fields, Program& program) {
  if (!fields.has("files")) return;
  program.files.clear();
  for (const std::string& name : fields.texts("files")) {
    const fs::path path = program.folder / name;
    if (!fs::exists(path)) {
      fields.refuse(
          "files",
          fmt::format("names '{}', which is not there, expected a file or a folder", name));
    }
    if (fs::is_directory(path)) {
      add_files_below(program.folder, name, program.files);
    } else {
      program.files.emplace_back(name);
    }
  }
  std::sort(program.files.begin(), program.files.end());
}

void read_parameters(const Fields& fields, Program& program) {
  auto table = fields.table("parameters");
  if (!table) return;
  for (auto& [name, value] : table->named_scalars()) {
    if (!is_identifier(name)) {
      table->refuse(name, "is no name of a parameter, expected letters, digits and _");
    }
    const auto same = [&name = name](const auto& one) { return one.first == name; };
    const auto known = std::find_if(program.parameters.begin(), program.parameters.end(), same);
    if (known == program.parameters.end()) {
      program.parameters.emplace_back(name, std::move(value));
    } else {
      known->second = std::move(value);
    }
  }
}

void read_seeds(const Fields& fields, Program& program) {
  if (const auto most = fields.whole_number("seed_max", 1)) {
    program.seed_max = static_cast<std::uint64_t>(*most);
  }
  const auto kind = fields.text("seeds");
  if (!kind) return;
  if (*kind != "independent" && *kind != "paired") {
    fields.refuse_value("seeds", "'independent' or 'paired'");
  }
  program.paired_seeds = *kind == "paired";
  if (program.paired_seeds && !program.runs.empty()) {
    fields.refuse("seeds",
                  "is 'paired' beside finished runs, expected a command or a worker: the check "
                  "command takes pairs of a file by --pair");
  }
}

}  // namespace

Program read_program(const Fields& fields, const std::optional<Program>& inherited,
                     ProgramsOfFile& programs) {
  Program program = inherited.value_or(Program{.folder = folder_of_file(fields)});
  read_words(fields, program, programs);
  read_files(fields, program);
  read_parameters(fields, program);
  read_seeds(fields, program);
  if (auto key = fields.text("value")) program.value = *std::move(key);
  if (const auto seconds = fields.number("timeout")) {
    if (*seconds <= 0) fields.refuse_value("timeout", "a positive number of seconds");
    program.timeout = *seconds;
  }
  return program;
}

void add_program(const std::string& claim, Program& program, ProgramsOfFile& programs) {
  if (!program.at_hand) program.at_hand = std::make_shared<RunsAtHand>();
  programs.by_claim[claim] = program;
}

Program program_of_runs(const Fields& fields, const ProgramsOfFile& programs) {
  for (const std::string_view key : program_keys) {
    if (key != "value" && fields.has(key)) {
      fields.refuse(key, "stands beside runs_of, expected it at that claim alone");
    }
  }
  const std::string claim = fields.required_text("runs_of");
  const auto known = programs.by_claim.find(claim);
  if (known == programs.by_claim.end()) {
    fields.refuse_value("runs_of", "the id of a claim that stands above in this file");
  }
  Program program = known->second;
  if (!program.runs.empty()) {
    fields.refuse_value("runs_of",
                        "a claim with a command or a worker; of finished runs, runs and "
                        "value name the file and the column again");
  }
  if (program.runs_of.empty()) program.runs_of = claim;
  program.at_hand->share();
  return program;
}

void require_known_places(const Fields& fields, const Program& program, const Sweep& sweep) {
  if (program.workers) return;
  Request request{.parameters = program.parameters};
  std::vector<Coordinate> coordinates;
  for (const Axis& one : sweep.axes) coordinates.push_back({one.name(), 1});
  request.point = Point(std::move(coordinates));
  std::vector<std::string> names{"seed", "trial", "claim", "control"};
  for (const Axis& one : sweep.axes) names.push_back(one.name());
  for (const auto& [name, value] : program.parameters) names.push_back(name);
  for (const std::string& word : program.words) {
    for (const std::string& place : unknown_places(word, request)) {
      fields.refuse("command",
                    fmt::format("has {{{}}} in it, expected an axis or a parameter: one of {}",
                                place, fmt::join(names, ", ")));
    }
  }
}

}  // namespace asymptest
