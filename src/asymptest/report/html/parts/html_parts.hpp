#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "asymptest/record/record.hpp"

/// Pieces of the page that more than one part of it uses. All text is escaped here.
namespace asymptest::report {

/// The mark of a status and a word beside it.
std::string status_chip(Status status, std::string_view words);

/// The same as a link to the subject.
std::string status_link(const SubjectRecord& subject, std::string_view words);

/// " open" for a `<details>` that is to be open from the start: where something isn't as declared.
std::string_view is_open(Status status);
std::string_view is_open(const std::vector<Status>& statuses);

/// How many there are of each status, as chips.
std::string tally_chips(const std::vector<Status>& statuses);

/// An interval against its band, as a drawing in a line of text: the band as a box, the estimate as
/// a point on its interval. What lies far outside is drawn at the end.
std::string interval_strip(const Estimate& estimate);

/// A sentence as HTML: what stands between backticks is code.
std::string prose(std::string_view text);

/// The estimates of a verdict as a table: estimate, interval, predicted, band.
std::string estimate_table(const SubjectRecord& subject);

/// Text in which arXiv numbers are links.
std::string with_links(std::string_view text);

/// The prediction as theory writes it, in HTML: "≍ n<sup>1/2</sup> d<sup>−1</sup>, up to logs";
/// the record's own words where the law is of another kind than a power.
std::string prediction_html(const SubjectRecord& subject);

/// "<dt>term</dt><dd>definition</dd>" in a group; the definition is HTML. Nothing if it is empty.
std::string fact(std::string_view term, std::string_view definition);

}  // namespace asymptest::report
