#include "compile_flags.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <Eigen/Core>
#include <fstream>
#include <sstream>

namespace structure {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::string entry(const std::string& command, const std::string& file) {
  return "{\n  \"command\": \"" + command + "\",\n  \"file\": \"" + file + "\"\n},\n";
}

std::string database(const std::string& of_header, const std::string& of_file) {
  return entry("c++ " + of_header + " -o h.hxx.gch", "h.hxx.cxx") +
         entry("c++ " + of_file + " -include h.hxx -c a.cpp", "a.cpp");
}

TEST(CompileFlags, AreThoseOfTheHeadersReadPrecompiled) {
  std::ostringstream text;
  text << std::ifstream(COMPILATION_DATABASE).rdbuf();
  EXPECT_THAT(text.str(), HasSubstr("structure_test")) << "of " << COMPILATION_DATABASE;
  EXPECT_THAT(mismatched_flags(text.str()), IsEmpty());
}

TEST(CompileFlags, ThatDifferFromTheHeadersAreNamed) {
  EXPECT_THAT(mismatched_flags(database("-O2", "-O2 -O3")),
              ElementsAre(AllOf(HasSubstr("a.cpp is compiled with -O3, "), HasSubstr("with -O2"))));
  EXPECT_THAT(mismatched_flags(database("-O2", "-O2 -ffp-contract=off")),
              ElementsAre(HasSubstr("a.cpp is compiled with -O2 -ffp-contract=off")));
  EXPECT_THAT(mismatched_flags(database("-O2 -march=x", "-O2")), Not(IsEmpty()));
}

TEST(CompileFlags, ThatAgreeOrOnlyWarnPass) {
  EXPECT_THAT(mismatched_flags(database("-O2 -O3 -Wall", "-O3 -Wextra -DX=1")), IsEmpty());
  EXPECT_THAT(mismatched_flags(entry("c++ -O1 -c a.cpp", "a.cpp")), IsEmpty());
}

TEST(CompileFlags, FixTheBlocksInWhichAProductIsSummed) {
  // Else a processor with another cache would sum in another order, to other bits.
  EXPECT_EQ(Eigen::l1CacheSize(), 40 << 10);
  EXPECT_EQ(Eigen::l2CacheSize(), 1 << 20);
  EXPECT_EQ(Eigen::l3CacheSize(), 32 << 20);
}

TEST(CompileFlags, KeepAProductFromBeingFusedWithASum) {
  volatile double factor = 1 + 0x1p-30;  // its square has a last bit that rounding takes off
  const double x = factor, square = 1 + 0x1p-29;
  EXPECT_EQ(x * x - square, 0);
}

}  // namespace
}  // namespace structure
