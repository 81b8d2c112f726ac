#include "asymptest/engine/store/store_file.hpp"

#include <SQLiteCpp/Database.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <string_view>

#include "asymptest/testing/temporary_folder.hpp"

namespace asymptest::store_file_test {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

TEST(StoreFile, LeavesAFileThatIsNoStoreAlone) {
  const TemporaryFolder folder;
  const auto file = folder / "notes.txt";
  std::ofstream(file) << "This is not a database, and it is long enough to be read as a header. "
                         "SQLite looks at the first hundred bytes.";
  const std::string before = bytes_of(file);
  EXPECT_THAT([&] { open_store_file(file, OpenMode::create); },
              ThrowsMessage<StoreError>(HasSubstr("not an SQLite file")));
  EXPECT_THAT([&] { open_store_file(file, OpenMode::existing); },
              ThrowsMessage<StoreError>(HasSubstr("not an SQLite file")));
  EXPECT_EQ(bytes_of(file), before);
}

TEST(StoreFile, LeavesAnotherDatabaseAlone) {
  const TemporaryFolder folder;
  const auto file = folder / "other.sqlite";
  SQLite::Database(file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("CREATE TABLE mine(x)");
  const std::string before = bytes_of(file);
  EXPECT_THAT([&] { open_store_file(file, OpenMode::create); },
              ThrowsMessage<StoreError>(HasSubstr("not a store of asymptest")));
  EXPECT_EQ(bytes_of(file), before);
}

TEST(StoreFile, RefusesAnotherSchema) {
  const TemporaryFolder folder;
  const auto file = folder / "store.sqlite";
  open_store_file(file, OpenMode::create);
  SQLite::Database(file, SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 99");
  EXPECT_THAT([&] { open_store_file(file, OpenMode::create); },
              ThrowsMessage<StoreError>(HasSubstr("schema version 99, expected one from 1 to 3")));
}

TEST(StoreFile, NamesTheFolderThatIsMissing) {
  const TemporaryFolder folder;
  EXPECT_THAT([&] { open_store_file(folder / "none" / "store.sqlite", OpenMode::create); },
              ThrowsMessage<StoreError>(HasSubstr("there is no folder")));
  EXPECT_THAT([&] { open_store_file(folder.path(), OpenMode::create); },
              ThrowsMessage<StoreError>(HasSubstr("is a folder")));
  EXPECT_THAT([&] { open_store_file(folder / "none.sqlite", OpenMode::existing); },
              ThrowsMessage<StoreError>(HasSubstr("is not there")));
  EXPECT_FALSE(std::filesystem::exists(folder / "none.sqlite"));
}

/// The exit code of what runs in a process of its own, without root's right to write whatever the
/// permissions say.
template <typename Action>
int as_nobody(const Action& action) {
  const pid_t child = fork();
  if (child == 0) {
    constexpr uid_t nobody = 65534;
    _exit(geteuid() == 0 && seteuid(nobody) != 0 ? 2 : action());
  }
  int status = 0;
  return waitpid(child, &status, 0) == child ? WEXITSTATUS(status) : -1;
}

/// A closed store that anybody may read and nobody may write, in such a folder.
std::filesystem::path read_only_store(const TemporaryFolder& folder, const std::string& name) {
  const auto file = folder / name;
  open_store_file(file, OpenMode::create);
  constexpr mode_t readable = 0444, enterable = 0555;
  EXPECT_EQ(chmod(file.c_str(), readable), 0);
  EXPECT_EQ(chmod(folder.path().c_str(), enterable), 0);
  return file;
}

TEST(StoreFile, RefusesToWriteAReadOnlyFile) {
  const TemporaryFolder folder;
  const auto file = read_only_store(folder, "store.sqlite");
  EXPECT_EQ(as_nobody([&] {
              try {
                open_store_file(file, OpenMode::create);
              } catch (const StoreError& problem) {
                const std::string_view text = problem.what();
                return text.find("is read-only") == std::string_view::npos ? 3 : 0;
              }
              return 1;
            }),
            0);
  chmod(folder.path().c_str(), 0755);
}

TEST(StoreFile, ReadsWhatMayNotBeWritten) {
  const TemporaryFolder folder;
  const auto file = read_only_store(folder, "50% of what?.sqlite");
  EXPECT_EQ(as_nobody([&] {
              const SQLite::Database database = open_store_file(file, OpenMode::existing);
              return database.tableExists("cells") ? 0 : 1;
            }),
            0);
  chmod(folder.path().c_str(), 0755);
}

}  // namespace
}  // namespace asymptest::store_file_test
