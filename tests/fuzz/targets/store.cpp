// A store that something else has written to: `report`, `show`, `run` and `store check|export` open
// it.

#include "asymptest/engine/store/store.hpp"

#include <fstream>
#include <string>
#include <tuple>

#include "asymptest/engine/store/store_care.hpp"
#include "asymptest/testing/temporary_folder.hpp"
#include "fuzz_target.hpp"

namespace asymptest::fuzz {
namespace {

void read_all(const Store& store) {
  std::ignore = store.count();
  std::ignore = store.newest_run({});
  std::ignore = store.provenance(1, "quick");
  std::ignore = store.shard();
  std::ignore = store.proof("proof/a", 1);
  std::ignore = store.digest("topic/a");
  std::ignore = store.registrations("topic/a");
  std::ignore = store.load("topic/a", 1);
}

void write_one(Store& store) {
  constexpr std::int64_t trial = 7;
  const Cell cell{.trial = trial, .value = 1};
  const CellBatch batch{
      .subject = store.admit("topic/a", "digest"), .point = "m=1", .cells = {&cell, 1}};
  store.begin_run({}, 0.01);
  store.write(1, {&batch, 1});
}

}  // namespace

void read(std::string_view bytes) {
  const TemporaryFolder folder;
  const auto file = folder / "store.sqlite";
  std::ofstream(file, std::ios::binary) << bytes;
  expect_refusal<StoreError>([&] { read_all(Store::open_existing(file)); });
  expect_refusal<StoreError>([&] { std::ignore = check_store(file); });
  expect_refusal<StoreError>([&] { export_store(file, [](std::string_view) {}); });
  expect_refusal<StoreError>([&] {
    Store store = Store::open(file);
    write_one(store);
  });
  expect_refusal<StoreError>([&] { repair_store(file); });
}

}  // namespace asymptest::fuzz
