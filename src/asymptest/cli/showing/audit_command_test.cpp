#include "asymptest/cli/showing/audit_command.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>

#include "asymptest/cli/output/exit_code.hpp"
#include "asymptest/testing/temporary_folder.hpp"
#include "asymptest/testing/test_program.hpp"

namespace asymptest::cli::audit_command_test {
namespace {

using testing::HasSubstr;

class AuditCommand : public testing::Test {
 protected:
  AuditCommand() {
    std::ofstream rows(folder_ / "runs.csv");
    rows << "n,loss\n";
    for (int n = 16; n <= 4096; n *= 2) {
      for (int k = 0; k < 16; ++k) rows << n << ',' << (1 + 0.01 * std::sin(7 * k + n)) / n << '\n';
    }
  }

  /// A claim file with that prediction, run.
  void run_claim(const std::string& law) const {
    std::ofstream(file()) << R"(id = "test/rows"
title = "A loss"
statement = "Q"
source = { citation = "Nobody 2020" }
sweep = { n = { meaning = "samples" } }
measure = { what = "loss", runs = "runs.csv", value = "loss" }
predict = { law = ")" << law
                          << R"(", within = 0.1, because = "a test" }
)";
    ran_ = printed_by({"run", file(), "--store", store(), "--no-report"});
  }

  [[nodiscard]] Printed audit(std::vector<std::string> more = {}) const {
    std::vector<std::string> words{"audit", file(), "--store", store()};
    words.insert(words.end(), more.begin(), more.end());
    return printed_by(words);
  }

  [[nodiscard]] std::string file() const { return (folder_ / "rows.toml").string(); }
  [[nodiscard]] std::string store() const { return (folder_ / "store.sqlite").string(); }

  TemporaryFolder folder_;
  mutable Printed ran_;
};

TEST_F(AuditCommand, SaysWhatAStoredClaimWouldNotice) {
  run_claim("theta n^-1");
  ASSERT_EQ(ran_.exit_code, as_expected) << ran_.out << ran_.err;
  const Printed audited = audit();
  EXPECT_EQ(audited.exit_code, as_expected);
  EXPECT_THAT(audited.out, HasSubstr("OK    test/rows: 4 of 4 changed predictions"));
  EXPECT_THAT(audit({"--json"}).out, HasSubstr("\"toothless\": false"));
}

TEST_F(AuditCommand, OfWhatIsNotSupportedHasNothingToSay) {
  run_claim("theta n^-2");
  const Printed audited = audit();
  EXPECT_EQ(audited.exit_code, nothing_measured);
  EXPECT_THAT(audited.err, HasSubstr("run them first"));
}

TEST_F(AuditCommand, NamesAStoreThatIsNotThere) {
  run_claim("theta n^-1");
  EXPECT_THAT(printed_by({"audit", file(), "--store", "no-such.sqlite"}).err,
              HasSubstr("no-such.sqlite"));
}

}  // namespace
}  // namespace asymptest::cli::audit_command_test
