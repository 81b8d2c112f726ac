#include "rigor/algebra/rooted_trees.hpp"

#include <algorithm>
#include <vector>

namespace asymptest::rigor {
namespace {

/// The subtrees below the root of "[…]".
std::vector<std::string> children_of(const std::string& tree) {
  std::vector<std::string> children;
  int depth = 0;
  for (const char bracket : tree.substr(1, tree.size() - 2)) {
    if (depth == 0) children.emplace_back();
    children.back() += bracket;
    depth += bracket == '[' ? 1 : -1;
  }
  return children;
}

std::string joined(std::vector<std::string> children) {
  std::sort(children.begin(), children.end());
  std::string text = "[";
  for (const std::string& child : children) text += child;
  return text + "]";
}

/// A tree for each node of `tree`: with `branch` as a child of that node.
std::vector<std::string> grafted(const std::string& tree, const std::string& branch) {
  const std::vector<std::string> children = children_of(tree);
  std::vector<std::string> with_one_more = children;
  with_one_more.push_back(branch);
  std::vector<std::string> results{joined(with_one_more)};
  for (std::size_t i = 0; i < children.size(); ++i) {
    for (const std::string& child : grafted(children[i], branch)) {
      std::vector<std::string> changed = children;
      changed[i] = child;
      results.push_back(joined(changed));
    }
  }
  return results;
}

}  // namespace

TreeSum TreeSum::field() {
  TreeSum result;
  result.add("[]", 1);
  return result;
}

void TreeSum::add(const std::string& tree, const Rational& coefficient) {
  Rational& entry = terms_[tree];
  entry += coefficient;
  if (entry == 0) terms_.erase(tree);
}

TreeSum operator+(const TreeSum& a, const TreeSum& b) {
  TreeSum sum = a;
  for (const auto& [tree, coefficient] : b.terms_) sum.add(tree, coefficient);
  return sum;
}

TreeSum operator*(const Rational& c, const TreeSum& a) {
  TreeSum product;
  for (const auto& [tree, coefficient] : a.terms_) product.add(tree, c * coefficient);
  return product;
}

TreeSum along(const TreeSum& a, const TreeSum& b) {
  TreeSum sum;
  for (const auto& [tree, c] : a.terms_) {
    for (const auto& [branch, e] : b.terms_) {
      for (const std::string& result : grafted(tree, branch)) sum.add(result, c * e);
    }
  }
  return sum;
}

}  // namespace asymptest::rigor
