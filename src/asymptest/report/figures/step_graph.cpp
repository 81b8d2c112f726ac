#include "asymptest/report/figures/step_graph.hpp"

#include "asymptest/report/drawing/layered_graph.hpp"

namespace asymptest::report {
namespace {

Status status_of_step(const ProofRecord& proof, const StepRecord& step) {
  if (step.holds) return Status::expected;
  return proof.status == Status::unmeasured ? Status::unmeasured : Status::unexpected;
}

}  // namespace

Figure step_graph(const ProofRecord& proof) {
  std::vector<GraphNode> nodes;
  for (const StepRecord& step : proof.steps) {
    nodes.push_back({step.name, step.uses, status_of_step(proof, step)});
  }
  Figure figure = layered_graph(nodes);
  figure.title = "Steps of the proof: " + proof.title;
  figure.description = proof.status_reason;
  return figure;
}

}  // namespace asymptest::report
