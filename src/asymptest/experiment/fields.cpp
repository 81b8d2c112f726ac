#include "asymptest/experiment/fields.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <toml++/toml.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <sstream>

namespace asymptest {

/// A table of a file, which is kept as long as anybody reads it.
struct Fields::Node {
  std::shared_ptr<const toml::table> file;
  const toml::table* table = nullptr;
};

namespace {

int line_of(const toml::node& node) { return static_cast<int>(node.source().begin.line); }

std::string shown_node(const toml::node& node) {
  if (node.is_table()) return "a table";
  if (node.is_array()) return node.as_array()->empty() ? "an empty array" : "an array";
  std::ostringstream text;
  node.visit([&](const auto& value) { text << value; });
  constexpr std::size_t longest = 60;
  const std::string shown = text.str();
  if (shown.size() <= longest) return shown;
  return shown.substr(0, longest) + "…" + (node.is_string() ? shown.substr(0, 1) : "");
}

/// A number of any kind; TOML tells 1 from 1.0, people don't.
std::optional<double> number_in(const toml::node& node) {
  if (const auto* whole = node.as_integer()) return static_cast<double>(whole->get());
  if (const auto* real = node.as_floating_point()) return real->get();
  return std::nullopt;
}

std::optional<Scalar> scalar_in(const toml::node& node) {
  if (const auto* text = node.as_string())
    return Scalar{text->get(), nlohmann::json(text->get()).dump()};
  if (const auto* truth = node.as_boolean()) {
    const std::string word = truth->get() ? "true" : "false";
    return Scalar{word, word};
  }
  const auto number = number_in(node);
  if (!number || !std::isfinite(*number)) return std::nullopt;
  const auto* whole = node.as_integer();
  const std::string digits =
      whole != nullptr ? fmt::to_string(whole->get()) : fmt::to_string(*number);
  return Scalar{digits, digits};
}

/// The keys of a table in the order of the file, which TOML's own tables don't keep.
std::vector<std::string> keys_in_order(const toml::table& table) {
  std::vector<std::pair<toml::source_position, std::string>> keys;
  for (const auto& [key, node] : table)
    keys.emplace_back(key.source().begin, std::string(key.str()));
  std::stable_sort(keys.begin(), keys.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> names;
  for (auto& [where, name] : keys) names.push_back(std::move(name));
  return names;
}

const toml::node* node_at(const toml::table& table, std::string_view key) { return table.get(key); }

}  // namespace

Fields::Fields(std::shared_ptr<const Node> node, std::string file, std::string path)
    : node_(std::move(node)), file_(std::move(file)), path_(std::move(path)) {}

Fields Fields::of_text(std::string_view text, const std::string& name) {
  try {
    auto whole = std::make_shared<const toml::table>(toml::parse(text, std::string_view(name)));
    const toml::table* table = whole.get();
    return {std::make_shared<const Node>(Node{std::move(whole), table}), name, ""};
  } catch (const toml::parse_error& problem) {
    throw ClaimFileError(fmt::format("{}:{}: no TOML: {}", name, problem.source().begin.line,
                                     std::string_view(problem.description())));
  }
}

std::string Fields::path_to(std::string_view key) const {
  return path_.empty() ? std::string(key) : key.empty() ? path_ : fmt::format("{}.{}", path_, key);
}

int Fields::line() const { return std::max(1, line_of(*node_->table)); }

void Fields::refuse(std::string_view key, std::string_view problem) const {
  const toml::node* node = key.empty() ? nullptr : node_at(*node_->table, key);
  throw ClaimFileError(fmt::format("{}:{}: {} {}", file_, node == nullptr ? line() : line_of(*node),
                                   path_to(key), problem));
}

void Fields::refuse_value(std::string_view key, std::string_view expected) const {
  const toml::node* node = node_at(*node_->table, key);
  refuse(key, node == nullptr ? fmt::format("is missing, expected {}", expected)
                              : fmt::format("is {}, expected {}", shown_node(*node), expected));
}

void Fields::within(std::string_view key, const std::function<void()>& action) const {
  try {
    action();
  } catch (const ClaimFileError&) {
    throw;
  } catch (const std::exception& problem) {
    refuse(key, fmt::format("can't be used: {}", problem.what()));
  }
}

bool Fields::has(std::string_view key) const { return node_->table->contains(key); }

bool Fields::is_text(std::string_view key) const {
  const toml::node* node = node_at(*node_->table, key);
  return node != nullptr && node->is_string();
}

bool Fields::is_table(std::string_view key) const {
  const toml::node* node = node_at(*node_->table, key);
  return node != nullptr && node->is_table();
}

std::optional<std::string> Fields::text(std::string_view key) const {
  const auto* node = node_at(*node_->table, key);
  if (node == nullptr) return std::nullopt;
  if (!node->is_string()) refuse_value(key, "a text in quotes");
  return node->as_string()->get();
}

std::string Fields::required_text(std::string_view key) const {
  auto found = text(key);
  if (!found) refuse_value(key, "a text in quotes");
  return *std::move(found);
}

std::optional<double> Fields::number(std::string_view key) const {
  const auto* node = node_at(*node_->table, key);
  if (node == nullptr) return std::nullopt;
  const auto value = number_in(*node);
  if (!value || !std::isfinite(*value)) refuse_value(key, "a finite number");
  return value;
}

double Fields::required_number(std::string_view key) const {
  const auto found = number(key);
  if (!found) refuse_value(key, "a finite number");
  return *found;
}

std::optional<std::int64_t> Fields::whole_number(std::string_view key, std::int64_t least) const {
  const auto* node = node_at(*node_->table, key);
  if (node == nullptr) return std::nullopt;
  const auto* whole = node->as_integer();
  if (whole == nullptr || whole->get() < least) {
    refuse_value(key, fmt::format("a whole number of at least {}", least));
  }
  return whole->get();
}

bool Fields::flag(std::string_view key) const {
  const auto* node = node_at(*node_->table, key);
  if (node == nullptr) return false;
  if (!node->is_boolean()) refuse_value(key, "true or false");
  return node->as_boolean()->get();
}

std::vector<std::string> Fields::texts(std::string_view key) const {
  const auto* node = node_at(*node_->table, key);
  std::vector<std::string> all;
  if (node == nullptr) return all;
  if (!node->is_array()) refuse_value(key, "an array of texts: [\"…\", \"…\"]");
  for (const toml::node& one : *node->as_array()) {
    if (!one.is_string())
      refuse(key, fmt::format("holds {}, expected texts in quotes", shown_node(one)));
    all.push_back(one.as_string()->get());
  }
  return all;
}

std::vector<double> Fields::numbers(std::string_view key) const {
  const auto* node = node_at(*node_->table, key);
  std::vector<double> all;
  if (node == nullptr) return all;
  if (!node->is_array()) refuse_value(key, "an array of numbers: [64, 1024]");
  for (const toml::node& one : *node->as_array()) {
    const auto value = number_in(one);
    if (!value || !std::isfinite(*value)) {
      refuse(key, fmt::format("holds {}, expected finite numbers", shown_node(one)));
    }
    all.push_back(*value);
  }
  return all;
}

std::optional<Fields> Fields::table(std::string_view key) const {
  const auto* node = node_at(*node_->table, key);
  if (node == nullptr) return std::nullopt;
  if (!node->is_table()) refuse_value(key, fmt::format("a table: [{}]", path_to(key)));
  return child({node_->file, node->as_table()}, path_to(key));
}

Fields Fields::required_table(std::string_view key) const {
  auto found = table(key);
  if (!found) refuse_value(key, fmt::format("a table: [{}]", path_to(key)));
  return *std::move(found);
}

Fields Fields::child(const Node& node, const std::string& path) const {
  return {std::make_shared<const Node>(node), file_, path};
}

std::vector<Fields> Fields::tables(std::string_view key) const {
  const auto* node = node_at(*node_->table, key);
  std::vector<Fields> all;
  if (node == nullptr) return all;
  const auto expected = fmt::format("an array of tables: [[{}]]", path_to(key));
  if (!node->is_array()) refuse_value(key, expected);
  for (const toml::node& one : *node->as_array()) {
    if (!one.is_table())
      refuse(key, fmt::format("holds {}, expected {}", shown_node(one), expected));
    all.push_back(
        child({node_->file, one.as_table()}, fmt::format("{}[{}]", path_to(key), all.size() + 1)));
  }
  return all;
}

std::vector<std::pair<std::string, Fields>> Fields::named_tables() const {
  std::vector<std::pair<std::string, Fields>> all;
  for (const std::string& key : keys_in_order(*node_->table)) {
    all.emplace_back(key, required_table(key));
  }
  return all;
}

std::vector<std::pair<std::string, Scalar>> Fields::named_scalars() const {
  std::vector<std::pair<std::string, Scalar>> all;
  for (const std::string& key : keys_in_order(*node_->table)) {
    const auto* node = node_at(*node_->table, key);
    auto scalar = scalar_in(*node);
    if (!scalar) refuse_value(key, "a text, a finite number, true or false");
    all.emplace_back(key, *std::move(scalar));
  }
  return all;
}

void Fields::only(std::initializer_list<std::string_view> keys,
                  std::span<const std::string_view> more) const {
  std::vector<std::string_view> known(keys);
  known.insert(known.end(), more.begin(), more.end());
  for (const std::string& key : keys_in_order(*node_->table)) {
    if (std::find(known.begin(), known.end(), key) != known.end()) continue;
    refuse(key, fmt::format("is no key here, expected one of {}", fmt::join(known, ", ")));
  }
}

}  // namespace asymptest
