#include "asymptest/cli/measuring/run_command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <set>
#include <string>

#include "asymptest/claim/data_folder.hpp"
#include "asymptest/cli/input/claim_files.hpp"
#include "asymptest/cli/input/common_options.hpp"
#include "asymptest/cli/input/selection.hpp"
#include "asymptest/cli/input/store_option.hpp"
#include "asymptest/cli/input/stored_record.hpp"
#include "asymptest/cli/measuring/ranked_run.hpp"
#include "asymptest/cli/measuring/shard_run.hpp"
#include "asymptest/cli/measuring/single_trial.hpp"
#include "asymptest/cli/output/exit_code.hpp"
#include "asymptest/cli/output/last_word.hpp"
#include "asymptest/cli/output/progress_display.hpp"
#include "asymptest/cli/output/terminal.hpp"
#include "asymptest/cli/output/verdict_table.hpp"
#include "asymptest/engine/proof_runner.hpp"
#include "asymptest/engine/runner.hpp"
#include "asymptest/inference/design/sequential.hpp"
#include "asymptest/report/write_report.hpp"
#include "asymptest/require/require.hpp"

namespace asymptest::cli {
namespace {

struct RunArguments {
  std::vector<std::string> filters;
  std::string tier, only, point;
  std::uint64_t seed = 0;
  int jobs = 1;
  double alpha = 0;
  std::optional<std::int64_t> trials, trial;
  bool json = false, fresh = false, renew = false, no_report = false;
  std::string report = "report", data;
  StoreOption store;
  ShardOptions shard;
  TrialLimits limits;
};

void add_options(Command command, RunArguments& arguments) {
  command
      .add_option(
          "FILTER", arguments.filters,
          "Names, parts of names or patterns of * and ?, separated by spaces or commas; "
          "'*,-covering/*' takes away; claim files (width.toml) and folders of them stand for "
          "their own claims")
      .type_name("");
  add_tier_option(command, arguments.tier);
  add_seed_option(command, arguments.seed, "the suite");
  add_jobs_option(command, arguments.jobs);
  arguments.store.add_to(command);
  command.add_option("--report", arguments.report, "Folder for the report [report]")
      .type_name("DIR");
  command.add_flag("--no-report", arguments.no_report, "Write no report");
  add_alpha_option(command, arguments.alpha, "any verdict of the suite");
  command
      .add_option("--data", arguments.data,
                  "Folder of the data set that claims on real data are measured on: a file points* "
                  "and a file labels*, as IDX, NPY or CSV [data/fashion-mnist]")
      .type_name("DIR");
  command.add_option("--only", arguments.only, "Only these: claims, controls or proofs")
      .type_name("WHAT");
  command
      .add_option("--trials", arguments.trials,
                  "At most N trials a design point, in place of the budgets")
      .check(whole_number(1))
      .type_name("N");
  command.add_flag("--fresh", arguments.fresh, "Forget the stored trials of what is selected");
  command.add_flag("--renew", arguments.renew,
                   "Forget those whose definition or code has changed since");
  command.add_flag("--json", arguments.json, "Print the record as JSON");
  const Option point = command.add_option(
      "--point", arguments.point, "With --trial: measure one trial at this design point, m=1024");
  const Option trial =
      command.add_option("--trial", arguments.trial, "With --point: the trial's number")
          .check(whole_number(0))
          .type_name("K");
  point.type_name("POINT").needs(trial);
  trial.needs(point);
  add_limit_options(command, arguments.limits);
  arguments.shard.add_to(command);
}

RunOptions options_of(const RunArguments& arguments, const Catalogue& all,
                      const Selection& selection, Dealer* dealer) {
  RunOptions options{.tier = parse_tier(arguments.tier),
                     .seed = arguments.seed,
                     .jobs = arguments.jobs,
                     .suite_alpha = arguments.alpha,
                     .most_trials = arguments.trials,
                     .fresh = arguments.fresh,
                     .renew = arguments.renew};
  options.limits = arguments.limits;
  if (dealer != nullptr) {
    options.executor = [dealer, &all](std::span<const Task> tasks, const MeasureOptions& how,
                                      const OnFinished& on_finished) {
      dealer->measure(all.suite, tasks, how, on_finished);
    };
  }
  options.others = !arguments.no_report;
  // Refuses a bad alpha before a store is made.
  share_of(options.suite_alpha, std::max<std::size_t>(1, all.suite.size()));
  options.selected = [&selection](const Subject& s) { return selection.contains(s.name()); };
  return options;
}

/// Records of the selected proofs, and what is stored of the others.
std::vector<ProofRecord> check_selected(const RunArguments& arguments, const Catalogue& all,
                                        const Selection& selection, Store& store,
                                        const OnChecked& on_checked) {
  std::vector<ProofRecord> records = stored_proofs(all.proofs, arguments.seed, store);
  const std::vector<const Proof*> selected = selection.part_of(all).proofs;
  for (ProofRecord& checked :
       check_proofs(selected, arguments.seed, arguments.jobs, store, arguments.fresh, on_checked)) {
    const auto same_id = [&](const ProofRecord& one) { return one.id == checked.id; };
    *std::find_if(records.begin(), records.end(), same_id) = std::move(checked);
  }
  settle_uses(records);
  return records;
}

/// The measured claims as they came out, and of the others the best that is stored.
void add_stored(Record& record, const RunOptions& options, const Catalogue& all,
                const Selection& selection, const Store& store) {
  const Record stored = best_stored_record(all, options, store);
  for (std::size_t i = 0; i < record.claims.size(); ++i) {
    const auto& subjects = record.claims[i].subjects;
    const bool measured =
        std::any_of(subjects.begin(), subjects.end(),
                    [&](const SubjectRecord& subject) { return selection.contains(subject.name); });
    if (!measured) record.claims[i] = stored.claims[i];
  }
}

/// What a run found, and which of it was stored before.
struct SelectedRun {
  Record record;
  std::set<std::string> stored;  ///< names of subjects and proofs
};

SelectedRun measure_selected(const RunArguments& arguments, const Catalogue& all,
                             const Selection& selection, Dealer* dealer) {
  const RunOptions options = options_of(arguments, all, selection, dealer);
  Store store = arguments.store.open();
  const LastWord last_word("the trials so far are kept, and the same command goes on from there");
  const Catalogue selected = selection.part_of(all);
  ProgressDisplay display(stderr, is_terminal(stderr),
                          selected.suite.size() + selected.proofs.size());
  SelectedRun run;
  const Observer observer{
      [&](const Measuring& now) { display.measuring(now); },
      [&](const SubjectRecord& record, std::int64_t measured) {
        if (measured == 0) run.stored.insert(record.name);
        display.decided(record, measured);
      },
      [&](const Task& task, const SlowTrial& slow) { display.slow(task, slow); }};
  run.record = run_suite(all.suite, options, store, observer);
  if (options.others && selected.suite.size() < all.suite.size()) {
    add_stored(run.record, options, all, selection, store);
  }
  run.record.proofs =
      check_selected(arguments, all, selection, store, [&](const ProofRecord& proof, bool kept) {
        if (kept) run.stored.insert(proof.id);
        display.checked(proof, kept);
      });
  return run;
}

/// `dealer` where the program was started on several ranks.
ExitCode run(const RunArguments& arguments, Dealer* dealer) {
  std::vector<std::string> filters = arguments.filters;
  const Catalogue all = take_catalogue(filters);
  const Selection selection(all, filters, parse_only(arguments.only));
  if (arguments.shard.given()) {
    require(dealer == nullptr,
            "--shard is for processes of their own, and mpirun shares the trials out itself; use "
            "one or the other");
    return run_shard(arguments.shard, options_of(arguments, all, selection, nullptr), all,
                     selection.part_of(all), arguments.store);
  }
  const auto [record, stored] = measure_selected(arguments, all, selection, dealer);
  const Record selected = selection.part_of(record);
  if (arguments.json) {
    fmt::print("{}\n", to_json(selected));
  } else {
    fmt::print("{}", verdict_table(selected, wants_colour(stdout), columns_of(stdout, widest_table),
                                   stored));
  }
  if (!arguments.no_report) {
    write_report(record, arguments.report);
    if (!arguments.json) fmt::print("Report: {}/index.html\n", arguments.report);
  }
  return exit_code_of(selected);
}

}  // namespace

void add_run_command(Command app, int& exit_code) {
  const Command command =
      app.add_subcommand("run", "Measure claims and controls, decide them, report");
  command.footer(exit_codes_text);
  const auto arguments = std::make_shared<RunArguments>();
  add_options(command, *arguments);
  command.callback([arguments, &exit_code] {
    if (!arguments->data.empty()) use_data_folder(arguments->data);
    const MeasureOptions how{.jobs = arguments->jobs, .limits = arguments->limits};
    exit_code = run_on_ranks(arguments->filters, how, [&](Dealer* dealer) {
      if (!arguments->trial) return run(*arguments, dealer);
      return run_single_trial({arguments->filters, arguments->point, *arguments->trial,
                               arguments->seed, arguments->json},
                              arguments->store);
    });
  });
}

}  // namespace asymptest::cli
