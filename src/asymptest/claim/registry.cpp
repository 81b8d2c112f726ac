#include "asymptest/claim/registry.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace asymptest {
namespace {

std::vector<std::string>& errors() {
  static std::vector<std::string> messages;
  return messages;
}

}  // namespace

void Registry::add(Claim claim) {
  validate(claim);
  if (find(claim.id) != nullptr) {
    throw std::invalid_argument(fmt::format("claim '{}': its id is taken", claim.id));
  }
  claims_.push_back(std::move(claim));
}

std::vector<const Claim*> Registry::claims() const {
  std::vector<const Claim*> claims;
  for (const Claim& claim : claims_) claims.push_back(&claim);
  std::sort(claims.begin(), claims.end(),
            [](const Claim* a, const Claim* b) { return a->id < b->id; });
  return claims;
}

std::vector<Subject> Registry::subjects() const {
  std::vector<Subject> all;
  for (const Claim* claim : claims()) {
    const auto subjects = subjects_of(*claim);
    all.insert(all.end(), subjects.begin(), subjects.end());
  }
  return all;
}

const Claim* Registry::find(std::string_view id) const {
  const auto at =
      std::find_if(claims_.begin(), claims_.end(), [&](const Claim& c) { return c.id == id; });
  return at == claims_.end() ? nullptr : &*at;
}

Registry& registry() {
  static Registry instance;
  return instance;
}

std::string place_in_tree(std::string_view file, int line) {
  constexpr std::string_view here = __FILE__, inside = "src/asymptest/claim/registry.cpp";
  const std::string_view root = here.substr(0, here.size() - inside.size());
  if (file.starts_with(root)) file.remove_prefix(root.size());
  return fmt::format("{}:{}", file, line);
}

Registered::Registered(Claim claim, std::string_view file, int line) noexcept {
  std::string place = place_in_tree(file, claim.id.line_in(file, line));
  try {
    claim.declared_at = place;
    registry().add(std::move(claim));
  } catch (const std::exception& problem) {
    keep_registration_error(fmt::format("{}: {}", place, problem.what()));
  }
}

const std::vector<std::string>& registration_errors() { return errors(); }

void keep_registration_error(std::string message) { errors().push_back(std::move(message)); }

}  // namespace asymptest
