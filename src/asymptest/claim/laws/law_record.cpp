#include "asymptest/claim/laws/law_record.hpp"

namespace asymptest {

std::string_view name_of(LawKind kind) { return law_kind_names.of(kind); }

std::string_view name_of(Summary summary) { return summary_names.of(summary); }

std::string_view name_of(Relation relation) { return relation_names.of(relation); }

std::string_view name_of(FigureKind figure) { return figure_kind_names.of(figure); }

}  // namespace asymptest
