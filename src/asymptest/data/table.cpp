#include "asymptest/data/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "asymptest/data/delimited_rows.hpp"
#include "asymptest/data/input_error.hpp"
#include "asymptest/data/json_rows.hpp"
#include "asymptest/data/separator.hpp"

namespace asymptest::cli {
namespace {

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + shown(name);
  return text;
}

std::size_t position_of(const std::string& name, const RowSource& rows) {
  const std::vector<std::string>& names = rows.names();
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) {
    throw InputError(
        fmt::format("{}: no column {}; it has {}", rows.source(), shown(name), listed(names)));
  }
  if (std::find(found + 1, names.end(), name) != names.end()) {
    throw InputError(fmt::format("{}: two columns are called {}", rows.source(), shown(name)));
  }
  return static_cast<std::size_t>(found - names.begin());
}

std::vector<std::size_t> positions_of(const std::vector<std::string>& names,
                                      const RowSource& rows) {
  std::vector<std::size_t> positions;
  for (const std::string& name : names) positions.push_back(position_of(name, rows));
  return positions;
}

/// The columns that a choice of rows looks at, with what they must hold.
struct Wanted {
  std::size_t position = 0;
  std::string_view text;
};

std::vector<Wanted> wanted_of(const RowChoice& choice, const RowSource& rows) {
  std::vector<Wanted> wanted;
  for (const RowChoice::Cell& cell : choice.where) {
    wanted.push_back({position_of(cell.column, rows), cell.text});
  }
  return wanted;
}

bool is_chosen(const std::vector<Wanted>& wanted, const std::vector<std::string_view>& cells) {
  return std::all_of(wanted.begin(), wanted.end(),
                     [&](const Wanted& w) { return cells[w.position] == w.text; });
}

bool lacks_any(const std::vector<std::size_t>& positions,
               const std::vector<std::string_view>& cells) {
  return std::any_of(positions.begin(), positions.end(),
                     [&](std::size_t position) { return is_missing(cells[position]); });
}

/// All columns that are looked at.
std::vector<std::string> all_names(const std::vector<std::string>& names, const RowChoice& choice) {
  std::vector<std::string> all = names;
  for (const RowChoice::Cell& cell : choice.where) all.push_back(cell.column);
  all.insert(all.end(), choice.as_text.begin(), choice.as_text.end());
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

std::unique_ptr<RowSource> rows_of(std::string_view text, std::string_view source,
                                   const std::vector<std::string>& names, char separator) {
  if (separator == 0 && is_json(text)) return std::make_unique<JsonRows>(text, source, names);
  const char found = separator == 0 ? detect_separator(text, names) : separator;
  return std::make_unique<DelimitedRows>(text, source, found);
}

/// Fills a table row by row.
class TableReader {
 public:
  TableReader(RowSource& rows, const std::vector<std::string>& names, const RowChoice& choice)
      : rows_(rows),
        names_(names),
        choice_(choice),
        positions_(positions_of(names, rows)),
        text_positions_(positions_of(choice.as_text, rows)),
        wanted_(wanted_of(choice, rows)) {
    table_.columns.resize(names.size());
    table_.texts.resize(choice.as_text.size());
    table_.place_word = rows.place_word();
  }

  NumericTable read() {
    while (rows_.next()) {
      if (!is_chosen(wanted_, rows_.cells())) {
        note_first();
        continue;
      }
      if (choice_.skip_missing && lacks_any(positions_, rows_.cells())) {
        ++table_.skipped;
      } else {
        read_row();
      }
    }
    if (table_.lines.empty()) {
      throw InputError(fmt::format("{}: {}", rows_.source(), why_no_rows()));
    }
    describe();
    return std::move(table_);
  }

 private:
  /// Keeps what the first row that is left out holds where a choice looks.
  void note_first() {
    if (!first_.empty()) return;
    for (const Wanted& one : wanted_) first_.emplace_back(rows_.cells()[one.position]);
  }

  [[nodiscard]] std::string why_no_rows() const {
    if (table_.skipped > 0) {
      return fmt::format("each of the {} rows that are chosen lacks a number", table_.skipped);
    }
    if (wanted_.empty()) return "no rows below the column names";
    std::string cells;
    for (const RowChoice::Cell& cell : choice_.where) {
      cells += fmt::format("{}{} in column {}", cells.empty() ? "" : " and ", shown(cell.text),
                           shown(cell.column));
    }
    return fmt::format("no row has {}{}", cells,
                       first_.empty() ? "" : "; the first row has " + listed(first_));
  }

  void read_row() {
    for (std::size_t i = 0; i < names_.size(); ++i) {
      const CellValue value = numbers_.read(rows_.cells()[positions_[i]], names_[i], rows_,
                                            names_[i] == choice_.takes_bounds);
      table_.columns[i].push_back(value.value);
      if (names_[i] == choice_.takes_bounds) {
        table_.censoring.push_back(value.censoring);
        has_bounds_ = has_bounds_ || value.censoring != Censoring::none;
      }
    }
    for (std::size_t i = 0; i < text_positions_.size(); ++i) {
      table_.texts[i].emplace_back(rows_.cells()[text_positions_[i]]);
    }
    table_.lines.push_back(rows_.place());
  }

  void describe() {
    if (!has_bounds_) table_.censoring.clear();
    table_.format = rows_.format();
    if (numbers_.had_decimal_commas(rows_.source())) {
      table_.format += table_.format.empty() ? "decimal commas" : ", decimal commas";
    }
  }

  RowSource& rows_;
  const std::vector<std::string>& names_;
  const RowChoice& choice_;
  std::vector<std::size_t> positions_, text_positions_;
  std::vector<Wanted> wanted_;
  std::vector<std::string> first_;
  CellNumbers numbers_;
  bool has_bounds_ = false;
  NumericTable table_;
};

}  // namespace

NumericTable read_columns(std::string_view text, std::string_view source,
                          const std::vector<std::string>& names, const RowChoice& choice) {
  const auto rows = rows_of(text, source, all_names(names, choice), choice.separator);
  return TableReader(*rows, names, choice).read();
}

}  // namespace asymptest::cli
