#include "asymptest/cli/manual/completion.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <fstream>

#include "asymptest/testing/temporary_folder.hpp"

namespace asymptest::cli::completion_test {
namespace {

using testing::HasSubstr;

CommandTree small_tree() {
  const OptionText claims{.names = {"CLAIM"}, .help = "Which", .positional = true};
  const OptionText store{.names = {"--store"}, .value = "FILE", .help = "Where: a 'file' [none]"};
  const OptionText file{.names = {"FILE"}, .help = "A file", .positional = true};
  return {.name = "asymptest",
          .help = "Tests",
          .commands = {{.name = "show", .help = "Show", .options = {claims, store}},
                       {.name = "check", .help = "Check", .options = {file}}}};
}

/// What bash offers for the words, the last of which is begun; the program lists two claims.
std::string offered(const std::string& words) {
  const TemporaryFolder folder;
  std::ofstream(folder / "asymptest") << "#!/bin/sh\necho 'a/one claim'\necho 'a/two claim'\n";
  std::filesystem::permissions(folder / "asymptest", std::filesystem::perms::owner_all);
  std::ofstream(folder / "script") << bash_completion(small_tree()) << "COMP_WORDS=(" << words
                                   << ")\nCOMP_CWORD=$((${#COMP_WORDS[@]}-1))\n_asymptest\n"
                                   << "echo \"${COMPREPLY[@]}\"\n";
  const std::string command =
      "cd '" + folder.path().string() + "' && PATH=.:$PATH bash --norc --noprofile script 2>&1";
  std::FILE* pipe = ::popen(command.c_str(), "r");
  std::string text;
  std::array<char, 256> buffer{};
  while (std::fgets(buffer.data(), buffer.size(), pipe) != nullptr) text += buffer.data();
  ::pclose(pipe);
  return text;
}

TEST(BashCompletion, OffersCommandsOptionsAndClaims) {
  EXPECT_EQ(offered("asymptest s"), "show\n");
  EXPECT_EQ(offered("asymptest show --"), "--store\n");
  EXPECT_EQ(offered("asymptest show a/t"), "a/two\n");
  EXPECT_EQ(offered("asymptest check a/t"), "\n");
}

TEST(ZshCompletion, QuotesTheHelpAndNamesClaimsAndFiles) {
  const std::string script = zsh_completion(small_tree());
  EXPECT_THAT(script, HasSubstr(R"('--store[Where\: a '\''file'\'' \[none\]]:FILE:_files')"));
  EXPECT_THAT(script, HasSubstr("'*:claim:_asymptest_claims'"));
  EXPECT_THAT(script, HasSubstr("'*:file:_files'"));
}

}  // namespace
}  // namespace asymptest::cli::completion_test
