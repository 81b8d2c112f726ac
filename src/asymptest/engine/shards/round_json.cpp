#include <charconv>
#include <limits>
#include <nlohmann/json.hpp>
#include <utility>

#include "asymptest/engine/shards/round.hpp"
#include "asymptest/require/require.hpp"

namespace asymptest {
namespace {

using Json = nlohmann::ordered_json;

/// Ascending numbers as "0-63,70".
std::string ranges_of(const std::vector<std::int64_t>& trials) {
  std::string text;
  for (std::size_t first = 0; first < trials.size();) {
    std::size_t last = first;
    while (last + 1 < trials.size() && trials[last + 1] == trials[last] + 1) ++last;
    text += message("{}{}", text.empty() ? "" : ",", trials[first]);
    if (last > first) text += message("-{}", trials[last]);
    first = last + 1;
  }
  return text;
}

std::int64_t trial_number(std::string_view text) {
  std::int64_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  require(read.ec == std::errc() && read.ptr == text.data() + text.size() && number >= 0 &&
              number <= most_trial,
          "trials are '{}', expected ranges of numbers from 0 to {}, as 0-63,70", text, most_trial);
  return number;
}

std::vector<std::int64_t> trials_of(std::string_view text) {
  std::vector<std::int64_t> trials;
  for (std::string_view rest = text; !rest.empty();) {
    const std::string_view range = rest.substr(0, rest.find(','));
    rest.remove_prefix(std::min(rest.size(), range.size() + 1));
    const auto dash = range.find('-');
    const std::int64_t first = trial_number(range.substr(0, dash));
    const std::int64_t last = dash == range.npos ? first : trial_number(range.substr(dash + 1));
    require(first <= last && (trials.empty() || trials.back() < first),
            "trials are '{}', expected them in ascending order", text);
    for (std::int64_t trial = first; trial <= last; ++trial) trials.push_back(trial);
  }
  return trials;
}

/// A whole number that was written as one, where it is one of the type.
template <class Number>
Number integer(const Json& json, const char* key) {
  constexpr Number least = std::numeric_limits<Number>::min();
  constexpr Number most = std::numeric_limits<Number>::max();
  const Json& value = json.at(key);
  const bool fits =
      value.is_number_unsigned()
          ? std::cmp_less_equal(value.get<std::uint64_t>(), most)
          : value.is_number_integer() && std::cmp_greater_equal(value.get<std::int64_t>(), least);
  require(fits, "{} is {}, expected a whole number from {} to {}", key, value.dump(), least, most);
  return value.get<Number>();
}

Round round_of(const Json& json) {
  const int format = integer<int>(json, "format");
  require(format == Round::format, "round is of format {}, expected {}", format, Round::format);
  Round round{.number = integer<int>(json, "round"),
              .tier = parse_tier(json.at("tier").get<std::string>()),
              .seed = integer<std::uint64_t>(json, "seed"),
              .suite_alpha = json.at("alpha").get<double>()};
  if (json.contains("most_trials")) round.most_trials = integer<std::int64_t>(json, "most_trials");
  round.selected = json.at("selected").get<std::vector<std::string>>();
  round.proofs = json.at("proofs").get<std::vector<std::string>>();
  for (const Json& task : json.at("tasks")) {
    round.tasks.push_back(
        {task.at("subject").get<std::string>(), task.at("digest").get<std::string>(),
         task.at("point").get<std::string>(), trials_of(task.at("trials").get<std::string>())});
  }
  return round;
}

}  // namespace

std::string to_json(const Round& round) {
  Json json = {{"format", Round::format},
               {"round", round.number},
               {"tier", name_of(round.tier)},
               {"seed", round.seed},
               {"alpha", round.suite_alpha}};
  if (round.most_trials) json["most_trials"] = *round.most_trials;
  json["selected"] = round.selected;
  json["proofs"] = round.proofs;
  json["tasks"] = Json::array();
  for (const RoundTask& task : round.tasks) {
    json["tasks"].push_back({{"subject", task.subject},
                             {"digest", task.digest},
                             {"point", task.point},
                             {"trials", ranges_of(task.trials)}});
  }
  return json.dump(1) + "\n";
}

Round round_from_json(std::string_view text) {
  try {
    return round_of(Json::parse(text));
  } catch (const nlohmann::json::exception& problem) {
    throw std::invalid_argument(message("it is no round of shards: {}", problem.what()));
  }
}

}  // namespace asymptest
