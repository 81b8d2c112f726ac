#include "asymptest/report/html/theory_graph.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "asymptest/record/record.hpp"
#include "asymptest/report/drawing/figure.hpp"
#include "asymptest/report/drawing/layered_graph.hpp"
#include "asymptest/report/text/escape.hpp"

namespace asymptest::report {
namespace {

/// The proofs so that each comes behind those that it uses; those of a circle keep their order.
std::vector<const ProofRecord*> in_order_of_use(const Record& record) {
  std::map<std::string, const ProofRecord*> by_id;
  for (const ProofRecord& proof : record.proofs) by_id[proof.id] = &proof;
  std::vector<const ProofRecord*> order;
  std::set<std::string> placed;
  for (std::size_t pass = 0; pass <= record.proofs.size(); ++pass) {
    for (const ProofRecord& proof : record.proofs) {
      const bool ready = std::all_of(
          proof.uses.begin(), proof.uses.end(),
          [&](const std::string& id) { return by_id.count(id) == 0 || placed.count(id) != 0; });
      if (!ready && pass < record.proofs.size()) continue;
      if (placed.insert(proof.id).second) order.push_back(&proof);
    }
  }
  return order;
}

const ClaimRecord* find_claim(const Record& record, const std::string& id) {
  const auto at = std::find_if(record.claims.begin(), record.claims.end(),
                               [&](const ClaimRecord& claim) { return claim.id == id; });
  return at == record.claims.end() ? nullptr : &*at;
}

Status status_of_claim(const ClaimRecord& claim) {
  return claim.subjects.empty() ? Status::unmeasured : claim.subjects[0].status;
}

/// What the page needs to show the surroundings of a node: names, and what each rests on.
std::string focus_form(const std::vector<GraphNode>& nodes) {
  std::map<std::string, std::string> places;
  for (const GraphNode& node : nodes) places[node.name] = node.link;
  std::string options;
  for (const GraphNode& node : nodes) {
    std::string uses;
    for (const std::string& name : node.uses) {
      const auto used = places.find(name);
      if (used != places.end()) uses += (uses.empty() ? "" : " ") + used->second;
    }
    options += fmt::format("<option value=\"{}\" data-uses=\"{}\">{}</option>", node.link, uses,
                           markup(node.name));
  }
  return fmt::format(
      "<form id=\"focus\" hidden><label>Around <select id=\"around\"><option value=\"\">all of "
      "it</option>{}</select></label> <label>to a depth of <select id=\"depth\"><option>1</option>"
      "<option>2</option><option>3</option><option value=\"99\">any</option></select></label>"
      "</form>\n",
      options);
}

constexpr std::string_view graph_key =
    "<p class=\"key\"><span>A line leads from what is rested on, above or on the left, to what "
    "rests on it. Solid green: as declared; thick red: not; grey: not measured; dashed: drawn a "
    "second time. Each box leads to its section.</span></p>\n";

}  // namespace

std::string theory_section(const Record& record) {
  const std::vector<const ProofRecord*> proofs = in_order_of_use(record);
  std::vector<GraphNode> nodes;
  for (const ProofRecord* proof : proofs) {
    nodes.push_back({proof->id, proof->uses, proof->status, anchor(proof->id)});
  }
  bool linked = std::any_of(proofs.begin(), proofs.end(),
                            [](const ProofRecord* proof) { return !proof->uses.empty(); });
  std::map<std::string, std::size_t> place;  // of the claims
  for (const ProofRecord* proof : proofs) {
    for (const std::string& id : proof->supports) {
      const ClaimRecord* claim = find_claim(record, id);
      if (claim == nullptr) continue;
      linked = true;
      if (place.try_emplace(id, nodes.size()).second) {
        nodes.push_back({id, {}, status_of_claim(*claim), anchor(id)});
      }
      nodes[place.at(id)].uses.push_back(proof->id);
    }
  }
  if (!linked) return "";
  Figure figure = layered_graph(nodes);
  figure.title = "From theorems to claims";
  figure.description = "Each theorem with those that rest on it and the claims that it supports";
  return fmt::format(
      "<h3 id=\"theory\">From theorems to claims</h3>\n{}{}<div id=\"map\" class=\"scroll steps\" "
      "tabindex=\"0\" role=\"group\" aria-label=\"graph\">{}</div>\n",
      graph_key, focus_form(nodes), as_element(figure));
}

}  // namespace asymptest::report
