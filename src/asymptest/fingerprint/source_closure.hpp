#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace asymptest {

/// C++ source without comments, its white space outside of literals folded: what is left changes
/// only if the code does.
std::string code_of(std::string_view source);

/// What a file of claims is compiled from: itself, the headers of the tree that it includes, the
/// sources beside those headers, what these include, and so on. Paths are from `root`.
///
/// Of the framework only the random streams and the linear algebra count (`src/asymptest/random`,
/// `linear_algebra`): the rest holds and judges what a trial returns, but does not measure. Headers
/// from outside the tree don't count.
class SourceClosure {
 public:
  /// `processor`: for which the code is compiled, where that isn't the processor that the tree is
  /// for; empty if it is. The same code comes to other roundings on another.
  explicit SourceClosure(std::filesystem::path root, std::string processor = {});

  [[nodiscard]] std::set<std::string> of(const std::string& file);
  /// Hash of the code of all these files and of the processor, hexadecimal. Throws
  /// std::runtime_error if the file can't be read.
  [[nodiscard]] std::string fingerprint(const std::string& file);

 private:
  struct Source {
    std::string code;
    std::set<std::string> includes;
  };

  const Source& read(const std::string& file);
  [[nodiscard]] std::string find(const std::string& header, const std::string& including) const;

  std::filesystem::path root_;
  std::string processor_;
  std::map<std::string, Source> sources_;
};

}  // namespace asymptest
