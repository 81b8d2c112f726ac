#pragma once

#include <deque>

#include "asymptest/engine/execution/chunk_source.hpp"

namespace asymptest {

/// The chunks that a helper was dealt, in their order.
class DealtQueue : public ChunkSource {
 public:
  void deal(const Chunk& chunk);
  /// There will be no more.
  void end();

 private:
  Supply next(Chunk& chunk) override;

  std::deque<Chunk> chunks_;
  bool over_ = false;
};

}  // namespace asymptest
