#include "asymptest/experiment/fields.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

#include "asymptest/experiment/toml_values.hpp"

namespace asymptest {

/// A table of a file, which is kept as long as anybody reads it.
struct Fields::Node {
  std::shared_ptr<const toml::table> file;
  const toml::table* table = nullptr;
};

namespace {

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
