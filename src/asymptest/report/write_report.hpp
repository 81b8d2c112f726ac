#pragma once

#include <filesystem>
#include <span>

#include "asymptest/record/record.hpp"

namespace asymptest {

/// Writes the views of a record into a folder, which is made if it is missing:
///
/// - index.html: one file that opens from disk without a network;
/// - report.md with figures/*.svg, for a pull request or a thesis;
/// - record.json, the record itself;
/// - verdicts.csv (RFC 4180) and junit.xml for machines.
///
/// `earlier` are records of before, the oldest first, whose verdicts each claim shows beside its
/// own. The same records always give the same bytes. Each file is written whole or not at all.
/// Throws std::runtime_error naming the file that can't be written and why.
void write_report(const Record& record, const std::filesystem::path& folder,
                  std::span<const Record> earlier = {});

/// Writes the figure of the record's first claim, as a file of its own. Throws as `write_report`
/// does.
void write_figure(const Record& record, const std::filesystem::path& file);

}  // namespace asymptest
