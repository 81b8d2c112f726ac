// Claims whose truth is known, for the tests that run the program. Each is cheap, and the laws are
// so clear that no seed can leave them undecided.

#include <atomic>
#include <chrono>
#include <cmath>
#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <string_view>
#include <thread>

#include "asymptest/claim/proof.hpp"
#include "asymptest/claim/registry.hpp"

namespace asymptest {
namespace {

/// 1/n times a factor e^(noise z).
double noisy_inverse(const Point& at, Stream& random, double noise = 0.1) {
  return std::exp(noise * random.normal()) / at["n"];
}

Claim inverse_law(std::string id) {
  return {
      .id = std::move(id),
      .title = "A mean that falls as 1/n",
      .statement = R"(Q = \Theta(n^{-1}))",
      .source = {"This test", "fixture"},
      .assumes = {"the mean falls as 1/n"},
      .sweep = {axis("n", "size").geometric(16, 1024)},
      .measure = {"1/n times a log-normal factor", Polarity::exact,
                  [](const Point& at, Stream& random) { return noisy_inverse(at, random); }},
      .predict = theta({{"n", -1}}).within(0.1).rival(-0.5).because("a fifth of the gap to -1/2"),
      .budget = {.first = 16, .quick = 1024},
      .controls = {{.name = "flat",
                    .breaks = "the mean falls as 1/n",
                    .expect = near(0, 0.25).because("it does not depend on n"),
                    .trial = [](const Point&,
                                Stream& random) { return std::exp(0.1 * random.normal()); }}},
  };
}

const Registered inverse{inverse_law("fixture/inverse")};

/// Whether a variable of the environment has this value.
bool environment_has(const char* variable, std::string_view value) {
  const char* text = std::getenv(variable);
  return text != nullptr && text == value;
}

/// On the rank that FIXTURE_LOSES names the process dies at its fifth call.
void die_if_lost() {
  const char* rank = std::getenv("OMPI_COMM_WORLD_RANK");
  static std::atomic<int> calls = 0;
  if (rank != nullptr && environment_has("FIXTURE_LOSES", rank) && ++calls == 5) raise(SIGKILL);
}

/// Every trial takes a while, so that a test can kill the run half-way; with so little noise and so
/// wide a band that its few trials decide it.
Claim slow_law() {
  Claim claim = inverse_law("fixture/slow");
  claim.controls.clear();
  claim.budget = {.first = 64, .quick = 64};
  claim.predict = theta({{"n", -1}}).within(0.4).rival(0).because("it excludes 0");
  claim.measure.trial = [](const Point& at, Stream& random) {
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
    die_if_lost();
    return noisy_inverse(at, random, 0.02);
  };
  return claim;
}

const Registered slow{slow_law()};

/// Different definitions in different processes, as after an edit of the claim's file.
Claim edited_law() {
  Claim claim = inverse_law("fixture/edited");
  const char* revision = std::getenv("FIXTURE_REVISION");
  claim.revision = revision == nullptr ? 1 : std::atoi(revision);
  return claim;
}

const Registered edited{edited_law()};

Claim broken_law(std::string id, Trial trial) {
  Claim claim = inverse_law(std::move(id));
  claim.controls.clear();
  claim.measure.trial = std::move(trial);
  return claim;
}

const Registered throwing{broken_law("broken/throws", [](const Point& at, Stream& random) {
  const double value = noisy_inverse(at, random);
  if (at["n"] == 64) throw std::runtime_error("the matrix is singular");
  return value;
})};

const Registered nan{broken_law("broken/nan", [](const Point& at, Stream&) {
  return at["n"] == 32 ? std::sqrt(-1.0) : 1 / at["n"];
})};

/// A few trials never end where FIXTURE_HANGS is 1.
const Registered hanging{broken_law("broken/hangs", [](const Point& at, Stream& random) {
  const double value = noisy_inverse(at, random);
  const bool hangs =
      at["n"] == 64 && value < 1.0 / 64 / 1.2 && environment_has("FIXTURE_HANGS", "1");
  if (hangs) {
    for (;;) std::this_thread::sleep_for(std::chrono::seconds(1));
  }
  return value;
})};

/// The literature would have it fall as n^-1/2; it falls as 1/n.
Claim mistaken_law() {
  Claim claim = inverse_law("fixture/mistaken");
  claim.controls.clear();
  claim.predict = theta({{"n", -0.5}}).within(0.1).because("a fifth of the gap to -1");
  claim.corrected_by = "fixture/inverse";
  claim.expect = near(-1, 0.25).because("it falls as 1/n");
  return claim;
}

const Registered mistaken{mistaken_law()};

/// Refuted, but not with the exponent that its control declares; and a claim that is false.
Claim wrong_law() {
  Claim claim = inverse_law("wrong/law");
  claim.measure.trial = [](const Point& at, Stream& random) {
    return std::sqrt(noisy_inverse(at, random));
  };
  claim.controls[0].expect = near(1, 0.25).because("it is a mistake");
  return claim;
}

const Registered wrong{wrong_law()};

const RegisteredProof doubling{Proof{
    .id = "proof/doubling",
    .title = "Twice is the sum with itself",
    .statement = "2x = x + x",
    .source = {"This test", "fixture"},
    .steps = {{.name = "identity",
               .statement = "2x = x + x",
               .check =
                   [](Stream& random) {
                     const std::uint64_t x = random();
                     return 2 * x == x + x ? verified("one number") : failed("2x differs");
                   },
               .planted = {{.name = "one-more", .error = "2x = x + x + 1", .check = [](Stream&) {
                              return failed("2x differs");
                            }}}}}}};

}  // namespace
}  // namespace asymptest
