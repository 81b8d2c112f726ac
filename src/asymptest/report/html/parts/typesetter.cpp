#include "asymptest/report/html/parts/typesetter.hpp"

#include <duktape.h>
#include <fmt/format.h>

#include <stdexcept>

#include "asymptest/report/html/parts/resources.hpp"
#include "asymptest/report/text/escape.hpp"

namespace asymptest::report {

void Typesetter::Close::operator()(duk_hthread* context) const { duk_destroy_heap(context); }

Typesetter::Typesetter() : context_(duk_create_heap_default()) {
  if (!context_) throw std::runtime_error("no memory to typeset the report's formulas");
  evaluate(katex_script(), "KaTeX");
  evaluate(typeset_script(), "typeset.js");
}

Typesetter::~Typesetter() = default;

void Typesetter::evaluate(std::string_view script, const char* name) {
  duk_context* context = context_.get();
  if (duk_peval_lstring(context, script.data(), script.size()) != 0) {
    throw std::runtime_error(fmt::format("{}: {}", name, duk_safe_to_string(context, -1)));
  }
  duk_pop(context);
}

std::string Typesetter::operator()(const std::string& latex) {
  const auto [at, is_new] = known_.try_emplace(latex);
  if (is_new) at->second = typeset(latex);
  return at->second;
}

std::string Typesetter::typeset(const std::string& latex) {
  duk_context* context = context_.get();
  duk_get_global_string(context, "typeset");
  duk_push_lstring(context, latex.data(), latex.size());
  const bool failed = duk_pcall(context, 1) != 0;
  const std::string result = duk_safe_to_string(context, -1);
  duk_pop(context);
  if (!failed) return result;
  return fmt::format("<code title=\"{}\">{}</code>", markup(result), markup(latex));
}

}  // namespace asymptest::report
