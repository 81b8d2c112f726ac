#include "messages.hpp"

#include <regex>

namespace structure {

std::vector<std::string> rounded_messages(std::string_view source) {
  static const std::regex start(R"re(\b(throw|require\(|message\(|refuse\w*\())re");
  std::vector<std::string> found;
  const std::string text(source);
  for (std::sregex_iterator at(text.begin(), text.end(), start), end; at != end; ++at) {
    const auto from = static_cast<std::size_t>(at->position());
    const std::string statement = text.substr(from, text.find(';', from) - from);
    if (statement.find("std::to_string") != std::string::npos) found.push_back(statement);
  }
  return found;
}

}  // namespace structure
