#pragma once

#include <functional>
#include <future>
#include <map>
#include <mutex>
#include <string>

namespace asymptest {

/// What a program said of one run.
struct Answer {
  std::string text;    ///< the last line: a number or a JSON object
  std::string errors;  ///< the last lines of its standard error
};

/// The answers of the runs that several claims read: each run is made once for all of them, and its
/// answer is kept until all have read it. Nothing is kept while one claim alone reads. May be asked
/// by several threads; one that asks for a run under way waits for it.
class RunsAtHand {
 public:
  /// Another claim reads them. To be called before any run.
  void share() { ++readers_; }

  /// The answer to this request, by `run` if it is the first. What `run` throws is thrown to all.
  Answer answer_to(const std::string& request, const std::function<Answer()>& run);

 private:
  struct Entry {
    std::shared_future<Answer> answer;
    int read = 0;
  };

  int readers_ = 1;
  std::mutex mutex_;
  std::map<std::string, Entry> entries_;
};

}  // namespace asymptest
