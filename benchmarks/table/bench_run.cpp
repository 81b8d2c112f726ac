#include "bench_run.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
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

/// What was measured, and how far the run has come.
struct Session {
  BenchOptions options;
  std::vector<Group> groups;
  json results = {{"benchmarks", json::array()}};
  std::string figures = table_head(), growth = {};
  std::size_t steps = 0, done = 0;
  std::chrono::steady_clock::time_point start = std::chrono::steady_clock::now();
};

double minutes_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double, std::ratio<60>>(std::chrono::steady_clock::now() - start)
      .count();
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

std::string text_of(const std::filesystem::path& file) {
  std::ifstream stream(file);
  return {std::istreambuf_iterator<char>(stream), {}};
}

void write(const std::filesystem::path& file, const std::string& text) {
  std::filesystem::create_directories(file.parent_path());
  std::ofstream stream(file);
  stream << text;
  if (!stream.flush()) throw std::runtime_error(fmt::format("{} can't be written", file.string()));
}

std::string machine_line(const json& context) {
  return fmt::format("{:%Y-%m-%d}, {}, {} processors, {}.\n\n", fmt::gmtime(std::time(nullptr)),
                     context.value("processor", "an unknown processor"),
                     context.value("num_cpus", 0), context.value("compiler", ""));
}

std::filesystem::path page_of(const BenchOptions& options) {
  return options.page_folder() / "performance.md";
}
std::filesystem::path results_of(const BenchOptions& options) {
  return options.results_folder() / "performance.json";
}

/// What there is so far, so that a run that is broken off has been of use.
void save(const Session& session) {
  const std::string part = machine_line(session.results.value("context", json::object())) +
                           session.figures + "\n" + session.growth;
  write(page_of(session.options), with_part(text_of(page_of(session.options)), part));
  write(results_of(session.options), session.results.dump(1) + "\n");
}

/// Saves, and says in one line how many steps are done, what this one found, and how long the rest
/// may take.
void end_step(Session& session, const std::string& found) {
  save(session);
  ++session.done;
  const auto left = static_cast<double>(session.steps - session.done);
  const double minutes = minutes_since(session.start) / static_cast<double>(session.done) * left;
  fmt::print(stderr, "[{}/{}] {}{}\n", session.done, session.steps, found,
             left > 0 ? fmt::format(" (about {:.1f} min left)", minutes) : "");
}

/// Every group in a process of its own; its figures from that process's runs alone.
void measure_figures(Session& session) {
  for (const Group& group : session.groups) {
    const BestValues best =
        best_values(measured(session, filter_of(group.benchmarks()), {.repetitions = group.turns}));
    session.figures += table_rows(group, best);
    for (const Figure& figure : group.figures) {
      session.results["figures"].push_back(figure_json(group, figure, figure.value(best)));
    }
    end_step(session, first_figure(group, best));
  }
}

/// The exponents of these runs, which are read as a person's own file would be.
void fit_growth(Session& session, const json& runs) {
  const auto file = session.options.results_folder() / ".growth.json";
  write(file, json{{"benchmarks", runs}}.dump());
  const auto found = growth_found(growths(), file);
  std::filesystem::remove(file);
  session.results["growth"] = json::array();
  for (const GrowthFound& one : found) {
    session.results["growth"].push_back({{"instrument", one.growth->instrument},
                                         {"exponent", one.exponent},
                                         {"lower", one.lower},
                                         {"upper", one.upper}});
  }
  session.growth = growth_table(found);
}

void measure_growth(Session& session) {
  json all = json::array();
  for (const Growth& growth : growths()) {
    const json runs = measured(session, growth.filter, {.repetitions = 5, .seconds = 0.02});
    all.insert(all.end(), runs.begin(), runs.end());
    fit_growth(session, all);
    end_step(session, "how the cost grows: " + growth.instrument);
  }
}

}  // namespace

void run_bench(const BenchOptions& options) {
  Session session{.options = options, .groups = all_groups()};
  if (options.quick) std::erase_if(session.groups, [](const Group& group) { return group.slow; });
  session.steps = session.groups.size() + growths().size();
  measure_figures(session);
  measure_growth(session);
  fmt::print("wrote {} and {} in {:.1f} min\n", page_of(options).string(),
             results_of(options).string(), minutes_since(session.start));
}

}  // namespace asymptest::benchmarks
