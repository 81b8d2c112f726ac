#include "asymptest/cli/commands/store_command.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "asymptest/cli/output/exit_code.hpp"
#include "asymptest/engine/store/store.hpp"
#include "asymptest/testing/temporary_folder.hpp"
#include "asymptest/testing/test_program.hpp"

namespace asymptest::cli::store_command_test {
namespace {

using testing::HasSubstr;

TEST(StoreCommand, ChecksRepairsVacuumsAndExports) {
  const TemporaryFolder folder;
  const std::string file = (folder / "store.sqlite").string();
  {
    Store store = Store::open(file);
    const Cell cell{.trial = 3, .value = 0.5, .seconds = 2};
    store.write(1, std::vector<CellBatch>{{store.admit("a/b", "digest"), "n=1", {&cell, 1}}});
  }
  const auto does = [&](const char* action) {
    return printed_by({"store", action, "--store", file});
  };
  EXPECT_EQ(does("check").exit_code, as_expected);
  EXPECT_THAT(does("repair").out, HasSubstr("is sound, 1 trials; nothing was changed"));
  EXPECT_THAT(does("vacuum").out, HasSubstr("bytes and takes"));
  EXPECT_EQ(does("export").out,
            "subject,seed,point,trial,value,seconds,failure\n\"a/b\",1,\"n=1\",3,0.5,2,\n");
  EXPECT_EQ(does("polish").exit_code, bad_input);
  EXPECT_THAT(printed_by({"store", "check", "--store", file + "x"}).err, HasSubstr("is not there"));
}

}  // namespace
}  // namespace asymptest::cli::store_command_test
