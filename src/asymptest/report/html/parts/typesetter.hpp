#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

struct duk_hthread;

namespace asymptest::report {

/// LaTeX to MathML, by KaTeX in an interpreter within the program (Duktape), so that a page shows
/// its formulas without a script. Not for several threads at once.
class Typesetter {
 public:
  /// Throws std::runtime_error if the interpreter can't start.
  Typesetter();
  ~Typesetter();
  Typesetter(const Typesetter&) = delete;
  Typesetter& operator=(const Typesetter&) = delete;

  /// A `<math>` element in display style; the source itself as an escaped `<code>` element, with
  /// what is wrong as its title, if it is no LaTeX.
  std::string operator()(const std::string& latex);

 private:
  struct Close {
    void operator()(duk_hthread* context) const;
  };
  void evaluate(std::string_view script, const char* name);
  std::string typeset(const std::string& latex);

  std::unique_ptr<duk_hthread, Close> context_;
  std::map<std::string, std::string> known_;
};

}  // namespace asymptest::report
