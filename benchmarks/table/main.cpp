#include <fmt/chrono.h>
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "groups.hpp"
#include "growth.hpp"
#include "table_text.hpp"
#include "turns.hpp"

namespace asymptest::benchmarks {
namespace {

using nlohmann::json;

struct Options {
  std::string program, root, out;
  bool quick = false;

  /// Of the raw results, which are too many to keep with the tree.
  [[nodiscard]] std::filesystem::path results_folder() const {
    return out.empty() ? std::filesystem::path(root) / "results" / "bench"
                       : std::filesystem::path(out);
  }
  [[nodiscard]] std::filesystem::path page_folder() const {
    return out.empty() && !quick ? std::filesystem::path(root) / "docs" : results_folder();
  }
};

/// What was measured, and how far the run has come.
struct Session {
  Options options;
  std::vector<Group> groups;
  json results = {{"benchmarks", json::array()}};
  std::size_t steps = 0, done = 0;
  std::chrono::steady_clock::time_point start = std::chrono::steady_clock::now();
};

double minutes_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double, std::ratio<60>>(std::chrono::steady_clock::now() - start)
      .count();
}

/// One line a step: how many are done, what it found, how long the rest may take.
void say(Session& session, const std::string& found) {
  ++session.done;
  const auto left = static_cast<double>(session.steps - session.done);
  const double minutes = minutes_since(session.start) / static_cast<double>(session.done) * left;
  fmt::print(stderr, "[{}/{}] {}{}\n", session.done, session.steps, found,
             left > 0 ? fmt::format(" (about {:.1f} min left)", minutes) : "");
}

/// The processor's name, and nothing that tells of the machine's owner or of its folders.
void note_machine(json& results, const json& context) {
  if (results.contains("context")) return;
  results["context"] = context;
  for (const char* name : {"host_name", "executable"}) results["context"].erase(name);
  std::ifstream processors("/proc/cpuinfo");
  for (std::string line; std::getline(processors, line);) {
    if (!line.starts_with("model name")) continue;
    results["context"]["processor"] = line.substr(line.find(':') + 2);
    break;
  }
  results["context"]["compiler"] = fmt::format("GCC {}.{}", __GNUC__, __GNUC_MINOR__);
}

json measured(Session& session, const std::string& filter, const Turns& turns) {
  const json runs =
      run_by_turns(session.options.program, filter,
                   session.options.quick ? Turns{.repetitions = 1, .seconds = 0.01} : turns);
  if (runs.contains("context")) note_machine(session.results, runs["context"]);
  for (json run : runs["benchmarks"]) session.results["benchmarks"].push_back(std::move(run));
  return runs["benchmarks"];
}

std::string first_figure(const Group& group, const BestValues& best) {
  std::string text = group.name;
  for (const Figure& figure : group.figures) {
    const std::string value = shown(figure, figure.value(best));
    if (value != "–") return text + ": " + value;
  }
  return text + ": not measured";
}

json figure_json(const Group& group, const Figure& figure, double value) {
  json row{{"group", group.name}, {"instrument", figure.instrument}, {"unit", figure.unit}};
  row["value"] = std::isnan(value) ? json() : json(value);
  if (figure.target) {
    row[figure.target->at_least ? "at_least" : "at_most"] = figure.target->value;
    row["met"] = std::isnan(value) ? json() : json(figure.meets(value));
  }
  return row;
}

/// Every group in a process of its own; its figures from that process's runs alone.
std::string measure_figures(Session& session) {
  std::string table = table_head();
  for (const Group& group : session.groups) {
    const BestValues best =
        best_values(measured(session, filter_of(group.benchmarks()), {.repetitions = group.turns}));
    table += table_rows(group, best);
    for (const Figure& figure : group.figures) {
      session.results["figures"].push_back(figure_json(group, figure, figure.value(best)));
    }
    say(session, first_figure(group, best));
  }
  return table;
}

std::string measure_growth(Session& session) {
  json runs = json::array();
  for (const Growth& growth : growths()) {
    for (const json& run : measured(session, growth.filter, {.repetitions = 5, .seconds = 0.02})) {
      runs.push_back(run);
    }
    say(session, "how the cost grows: " + growth.instrument);
  }
  const auto file = session.options.results_folder() / ".growth.json";
  std::ofstream(file) << json{{"benchmarks", runs}};
  const auto found = growth_found(growths(), file);
  std::filesystem::remove(file);
  for (const GrowthFound& one : found) {
    session.results["growth"].push_back({{"instrument", one.growth->instrument},
                                         {"exponent", one.exponent},
                                         {"lower", one.lower},
                                         {"upper", one.upper}});
  }
  return growth_table(found);
}

std::string text_of(const std::filesystem::path& file) {
  std::ifstream stream(file);
  return {std::istreambuf_iterator<char>(stream), {}};
}

void write(const std::filesystem::path& file, const std::string& text) {
  std::ofstream stream(file);
  stream << text;
  if (!stream.flush()) throw std::runtime_error(fmt::format("{} can't be written", file.string()));
}

std::string machine_line(const json& context) {
  return fmt::format("{:%Y-%m-%d}, {}, {} processors, {}.\n\n", fmt::gmtime(std::time(nullptr)),
                     context.value("processor", "an unknown processor"),
                     context.value("num_cpus", 0), context.value("compiler", ""));
}

void run(const Options& options) {
  Session session{.options = options, .groups = all_groups()};
  if (options.quick) std::erase_if(session.groups, [](const Group& group) { return group.slow; });
  session.steps = session.groups.size() + growths().size();
  const auto page = options.page_folder() / "performance.md";
  const auto results = options.results_folder() / "performance.json";
  std::filesystem::create_directories(page.parent_path());
  std::filesystem::create_directories(results.parent_path());
  const std::string figures = measure_figures(session), growth = measure_growth(session);
  const std::string part = machine_line(session.results["context"]) + figures + "\n" + growth;
  write(page, with_part(text_of(page), part));
  write(results, session.results.dump(1) + "\n");
  fmt::print("wrote {} and {} in {:.1f} min\n", page.string(), results.string(),
             minutes_since(session.start));
}

}  // namespace
}  // namespace asymptest::benchmarks

int main(int argc, char** argv) {
  CLI::App app("Times each instrument beside its yardsticks, and writes the table of ratios.",
               "asymptest bench");
  asymptest::benchmarks::Options options;
  app.add_option("--program", options.program, "the program `benchmarks`")->required();
  app.add_option("--root", options.root, "the tree whose docs/performance.md is written")
      ->required();
  app.add_option(
      "--out", options.out,
      "folder of performance.md and performance.json [docs and results/bench; of a quick "
      "run results/bench]");
  app.add_flag("--quick", options.quick, "one short turn each, without what takes long");
  CLI11_PARSE(app, argc, argv);
  try {
    asymptest::benchmarks::run(options);
  } catch (const std::exception& problem) {
    fmt::print(stderr, "asymptest bench: {}\n", problem.what());
    return 2;
  }
}
