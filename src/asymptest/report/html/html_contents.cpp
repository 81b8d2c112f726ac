#include "asymptest/report/html/html_contents.hpp"

#include <fmt/format.h>

#include <map>
#include <vector>

#include "asymptest/report/html/parts/html_parts.hpp"
#include "asymptest/report/text/escape.hpp"
#include "asymptest/report/text/wording.hpp"

namespace asymptest::report {
namespace {

/// What a reader should know first of several.
Status worst(const std::vector<Status>& statuses) {
  for (const Status status :
       {Status::failed, Status::unexpected, Status::undecided, Status::expected}) {
    for (const Status one : statuses) {
      if (one == status) return status;
    }
  }
  return Status::unmeasured;
}

struct Topic {
  int claims = 0;
  std::vector<Status> statuses;
};

std::string link(std::string_view to, std::string_view words) {
  return fmt::format("<a href=\"#{}\">{}</a>\n", to, words);
}

std::string topic_link(std::string_view to, const std::string& name, const Topic& topic) {
  const Status status = worst(topic.statuses);
  return fmt::format(
      "<a class=\"status {}\" href=\"#topic-{}\"><span class=\"mark\" "
      "aria-hidden=\"true\">{}</span>{} <small>{}</small></a>\n",
      look_of(status).name, to, look_of(status).mark, markup(name), topic.claims);
}

std::string entry(const SubjectRecord& subject) {
  return fmt::format("<li>{} <span>{}</span></li>\n", status_link(subject, subject.name),
                     prose(sentence(reason_of(subject))));
}

}  // namespace

std::string headline(const Record& record) {
  const Tally claims = claims_tally(record);
  return fmt::format("{} of {} claims as declared", claims.expected,
                     claims.all - claims.unmeasured);
}

std::string contents(const Record& record) {
  std::map<std::string, Topic> topics;
  for (const ClaimRecord& claim : record.claims) {
    Topic& topic = topics[claim.topic];
    ++topic.claims;
    for (const SubjectRecord& subject : claim.subjects) topic.statuses.push_back(subject.status);
  }
  Topic proofs;
  for (const ProofRecord& proof : record.proofs) {
    ++proofs.claims;
    proofs.statuses.push_back(proof.status);
  }
  std::string text = link("glance", "top");
  for (const auto& [name, topic] : topics) text += topic_link(anchor(name), name, topic);
  if (proofs.claims > 0) text += topic_link("proofs", "proofs", proofs);
  return text + link("glossary", "words");
}

std::string attention_list(const Record& record) {
  std::string entries;
  for (const ClaimRecord& claim : record.claims) {
    for (const SubjectRecord& subject : claim.subjects) {
      if (!is_open(subject.status).empty()) entries += entry(subject);
    }
  }
  for (const ProofRecord& proof : record.proofs) {
    if (is_open(proof.status).empty()) continue;
    entries += fmt::format("<li><a href=\"#{}\">{}</a> <span>{}</span></li>\n", anchor(proof.id),
                           markup(proof.id), prose(sentence(proof.status_reason)));
  }
  if (entries.empty()) return "";
  return "<section class=\"attention\"><h2>Not as declared</h2>\n<ul>\n" + entries +
         "</ul></section>\n";
}

}  // namespace asymptest::report
