#include "asymptest/experiment/program/answer.hpp"

#include <fmt/format.h>

#include <charconv>
#include <nlohmann/json.hpp>

#include "asymptest/claim/failed_trial.hpp"
#include "asymptest/process/tail.hpp"

namespace asymptest {
namespace {

[[noreturn]] void refuse_answer(std::string_view answer, std::string_view key) {
  throw FailedTrial(fmt::format(
      "its program answered '{}', expected a number or a JSON object with a number under \"{}\"",
      last_lines(answer, 1), key));
}

double value_of_object(const nlohmann::json& object, std::string_view answer,
                       std::string_view key) {
  const auto error = object.find("error");
  if (error != object.end()) {
    throw FailedTrial(error->is_string() ? error->get<std::string>() : error->dump());
  }
  const auto value = object.find(key);
  if (value == object.end() || !value->is_number()) refuse_answer(answer, key);
  return value->get<double>();
}

}  // namespace

double value_of_answer(std::string_view answer, std::string_view key) {
  if (answer.starts_with('{')) {
    const auto object = nlohmann::json::parse(answer, nullptr, false);
    if (!object.is_object()) refuse_answer(answer, key);
    return value_of_object(object, answer, key);
  }
  if (answer.empty()) {
    throw FailedTrial(
        fmt::format("its program printed nothing, expected a number or a JSON object with a number "
                    "under \"{}\" in the "
                    "last line",
                    key));
  }
  double value = 0;
  const std::string_view digits = answer.substr(answer.starts_with('+') ? 1 : 0);
  const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (problem != std::errc{} || end != digits.data() + digits.size()) refuse_answer(answer, key);
  return value;
}

}  // namespace asymptest
