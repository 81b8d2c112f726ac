// A disk that refuses a write, a sync or a truncation, at every one of them in turn.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <cstring>
#include <filesystem>
#include <new>

#include "asymptest/engine/store/store.hpp"
#include "asymptest/engine/store/store_care.hpp"
#include "asymptest/testing/temporary_folder.hpp"

namespace asymptest::failing_disk_test {
namespace {

/// What the disk does to changes: from the `healthy`-th on, `failing` of them get the answer.
struct Disk {
  int healthy = 0, failing = 0, seen = 0;
  int answer = SQLITE_OK;

  bool refuses() {
    const int number = seen++;
    return number >= healthy && number - healthy < failing;
  }
};
Disk disk;

sqlite3_vfs* real_vfs() {
  static sqlite3_vfs* real = sqlite3_vfs_find(nullptr);
  return real;
}

/// A file of SQLite's, behind which stands the real one.
struct ShimFile {
  sqlite3_file base;
  [[nodiscard]] sqlite3_file* real() {
    return reinterpret_cast<sqlite3_file*>(reinterpret_cast<char*>(this) + sizeof(ShimFile));
  }
};

sqlite3_file* real(sqlite3_file* file) { return reinterpret_cast<ShimFile*>(file)->real(); }

int close_file(sqlite3_file* f) { return real(f)->pMethods->xClose(real(f)); }
int read(sqlite3_file* f, void* to, int n, sqlite3_int64 at) {
  return real(f)->pMethods->xRead(real(f), to, n, at);
}
int write(sqlite3_file* f, const void* from, int n, sqlite3_int64 at) {
  return disk.refuses() ? disk.answer : real(f)->pMethods->xWrite(real(f), from, n, at);
}
int truncate(sqlite3_file* f, sqlite3_int64 size) {
  return disk.refuses() ? disk.answer : real(f)->pMethods->xTruncate(real(f), size);
}
int sync(sqlite3_file* f, int flags) {
  return disk.refuses() ? disk.answer : real(f)->pMethods->xSync(real(f), flags);
}
int size(sqlite3_file* f, sqlite3_int64* bytes) {
  return real(f)->pMethods->xFileSize(real(f), bytes);
}
int lock(sqlite3_file* f, int level) { return real(f)->pMethods->xLock(real(f), level); }
int unlock(sqlite3_file* f, int level) { return real(f)->pMethods->xUnlock(real(f), level); }
int is_reserved(sqlite3_file* f, int* out) {
  return real(f)->pMethods->xCheckReservedLock(real(f), out);
}
int control(sqlite3_file* f, int what, void* value) {
  return real(f)->pMethods->xFileControl(real(f), what, value);
}
int sector(sqlite3_file* f) { return real(f)->pMethods->xSectorSize(real(f)); }
int traits(sqlite3_file* f) { return real(f)->pMethods->xDeviceCharacteristics(real(f)); }
int shm_map(sqlite3_file* f, int region, int bytes, int extend, void volatile** out) {
  return real(f)->pMethods->xShmMap(real(f), region, bytes, extend, out);
}
int shm_lock(sqlite3_file* f, int at, int n, int flags) {
  return real(f)->pMethods->xShmLock(real(f), at, n, flags);
}
void shm_barrier(sqlite3_file* f) { real(f)->pMethods->xShmBarrier(real(f)); }
int shm_unmap(sqlite3_file* f, int forget) { return real(f)->pMethods->xShmUnmap(real(f), forget); }

const sqlite3_io_methods methods{.iVersion = 2,
                                 .xClose = close_file,
                                 .xRead = read,
                                 .xWrite = write,
                                 .xTruncate = truncate,
                                 .xSync = sync,
                                 .xFileSize = size,
                                 .xLock = lock,
                                 .xUnlock = unlock,
                                 .xCheckReservedLock = is_reserved,
                                 .xFileControl = control,
                                 .xSectorSize = sector,
                                 .xDeviceCharacteristics = traits,
                                 .xShmMap = shm_map,
                                 .xShmLock = shm_lock,
                                 .xShmBarrier = shm_barrier,
                                 .xShmUnmap = shm_unmap,
                                 .xFetch = nullptr,
                                 .xUnfetch = nullptr};

int open_file(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out) {
  auto* shim = new (file) ShimFile{};
  const int answer = real_vfs()->xOpen(real_vfs(), name, shim->real(), flags, out);
  shim->base.pMethods = shim->real()->pMethods == nullptr ? nullptr : &methods;
  return answer;
}

/// SQLite's own file system with the shim's files, in force while it lives.
class FailingDisk {
 public:
  FailingDisk() : vfs_(*real_vfs()) {
    vfs_.szOsFile += static_cast<int>(sizeof(ShimFile));
    vfs_.zName = "failing-disk";
    vfs_.xOpen = open_file;
    disk = {};
    sqlite3_vfs_register(&vfs_, 1);
  }
  ~FailingDisk() {
    sqlite3_vfs_unregister(&vfs_);
    sqlite3_vfs_register(real_vfs(), 1);
  }
  FailingDisk(const FailingDisk&) = delete;
  FailingDisk& operator=(const FailingDisk&) = delete;

 private:
  sqlite3_vfs vfs_;
};

constexpr std::int64_t batches = 4, batch = 5;

double value_of(std::int64_t trial) { return 0.1 * static_cast<double>(trial); }

/// A small run: the store is made, and filled in transactions. Counts those that returned.
void small_run(const std::filesystem::path& file, std::int64_t& written) {
  Store store = Store::open(file);
  store.begin_run({.version = "1"}, 0.01);
  const std::int64_t number = store.admit("topic/example", "digest");
  for (std::int64_t i = 0; i < batches; ++i) {
    std::vector<Cell> cells;
    for (std::int64_t trial = i * batch; trial < (i + 1) * batch; ++trial) {
      cells.push_back({trial, value_of(trial), 0.5, ""});
    }
    store.write(1, std::vector<CellBatch>{{number, "n=1", cells}});
    ++written;
  }
}

/// The disk has recovered: nothing that was written is lost, nothing else is there, and the run can
/// be made again.
void expect_sound(const std::filesystem::path& file, std::int64_t written) {
  std::int64_t again = 0;
  small_run(file, again);
  EXPECT_THAT(check_store(file), testing::IsEmpty());
  const Store store = Store::open_existing(file);
  const SubjectCells cells = store.load("topic/example", 1);
  EXPECT_EQ(store.count(), batches * batch);
  for (std::int64_t trial = 0; trial < batches * batch; ++trial) {
    EXPECT_EQ(cells.at("n=1").value(trial), value_of(trial));
  }
  EXPECT_LE(written, batches);
}

/// How many of the first batches are whole; a part of one is an error.
std::int64_t whole_batches(const std::filesystem::path& file) {
  if (!std::filesystem::exists(file) || std::filesystem::file_size(file) == 0) return 0;
  const Store store = Store::open(file);
  const std::int64_t count = store.count();
  EXPECT_EQ(count % batch, 0);
  return count / batch;
}

/// Refuses the k-th change, for every k of the run; `failing` of them in a row.
void refuse_each(int answer, int failing, const std::string& message) {
  const FailingDisk shim;
  int refused_runs = 0;
  for (int k = 0;; ++k) {
    SCOPED_TRACE(k);
    const TemporaryFolder folder;
    const auto file = folder / "store.sqlite";
    std::int64_t written = 0;
    disk = {.healthy = k, .failing = failing, .seen = 0, .answer = answer};
    try {
      small_run(file, written);
    } catch (const StoreError& problem) {
      ++refused_runs;
      EXPECT_THAT(problem.what(), testing::HasSubstr(message));
    }
    const bool past_the_end = disk.seen <= k;
    disk = {};
    EXPECT_GE(whole_batches(file), written) << "a batch that was written is lost";
    expect_sound(file, written);
    if (past_the_end || testing::Test::HasFailure()) break;
  }
  EXPECT_GT(refused_runs, 3);
}

TEST(FailingDisk, LosesNothingThatWasWrittenWhenOneChangeIsRefused) {
  refuse_each(SQLITE_IOERR_WRITE, 1, "what was written before is kept");
}

TEST(FailingDisk, LosesNothingThatWasWrittenWhenItRefusesEverythingFromThenOn) {
  refuse_each(SQLITE_IOERR_WRITE, 1'000'000, "what was written before is kept");
}

TEST(FailingDisk, LosesNothingThatWasWrittenWhenItIsFull) {
  refuse_each(SQLITE_FULL, 1'000'000, "make room and run again");
}

}  // namespace
}  // namespace asymptest::failing_disk_test
