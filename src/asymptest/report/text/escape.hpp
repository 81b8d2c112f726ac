#pragma once

#include <string>
#include <string_view>

/// Text of claims is anything its author typed. Every view of the record passes it through here.
namespace asymptest::report {

/// For HTML and XML, in text and in quoted attributes: & < > " ' as entities. Bytes that are not
/// valid UTF-8 and control characters that XML 1.0 forbids become U+FFFD.
std::string markup(std::string_view text);

/// For a Markdown paragraph or table cell: on one line, with what Markdown would interpret
/// escaped.
std::string markdown(std::string_view text);

/// A field of a CSV file (RFC 4180): quoted where it has a comma, a quote or a line break.
std::string csv(std::string_view text);

/// For LaTeX, in text: its special characters by their commands, minus and relations in
/// mathematics, on one line. For compilers that read UTF-8.
std::string latex(std::string_view text);

/// For a URL: letters, digits and - . _ ~ , as they are, every other byte as %XX (RFC 3986).
std::string in_url(std::string_view text);

/// A name as an HTML id and URL fragment: letters, digits and / : . _ - as they are, every other
/// byte as a dash.
std::string anchor(std::string_view name);

/// A name as a file's: '/' and ':' as dots, and otherwise as in `anchor`. A name that is too long
/// for a file system is cut, with a hash of the whole.
std::string file_stem(std::string_view name);

}  // namespace asymptest::report
